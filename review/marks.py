"""Marks on an article: what an editor should know of it before opening it. They follow from the newest revision."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from review.language import _, counted
from review.listed import Listed, ListedText
from tinbai.article import Article, ArticleStatus
from tinbai.checks import CHECKS
from tinbai.finding import Severity
from tinbai.ignored import heeded
from tinbai.kind import Kind
from tinbai.message import MessageStatus
from tinbai.revision import Revision

FRESH = timedelta(hours=24)
ABOUT_FIGURES = frozenset(each.name for each in CHECKS if each.subject in {"dates", "figures"}) - {"unit_form"}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Words on a coloured ground. `tone`: bad, warn, calm, good."""

    text: str
    tone: str


def marks(article: Article | Listed) -> Sequence[Mark]:
    """The marks, the weightiest first."""
    found: list[Mark] = []
    counts = severities(article)
    missing = missing_fields(article)
    if missing:
        found.append(Mark(text=_("Cần bổ sung: {fields}").format(fields=", ".join(missing)), tone="bad"))
    if counts[Severity.BLOCK]:
        words = counted("{number} lỗi phải xử lý", counts[Severity.BLOCK])
        found.append(Mark(text=words.format(number=counts[Severity.BLOCK]), tone="bad"))
    if counts[Severity.WARN]:
        words = counted("{number} cảnh báo", counts[Severity.WARN])
        found.append(Mark(text=words.format(number=counts[Severity.WARN]), tone="warn"))
    if article.kind is Kind.ARTICLE and article.revision and not article.revision.photos:
        found.append(Mark(text=_("Thiếu ảnh"), tone="warn"))
    if _is_corrected(article):
        found.append(Mark(text=_("Bản mới của đơn vị gửi"), tone="warn"))
    if article.needs_head:
        found.append(Mark(text=_("Xin ý kiến Trưởng ban"), tone="calm"))
    if article.kind is not Kind.ARTICLE:
        found.append(Mark(text=_("Không phải tin, bài"), tone="calm"))
    return found


def queue_marks(article: Article | Listed, *, late: bool, now: datetime) -> Sequence[Mark]:
    """The marks of an article in a list: those, and what only matters before it is opened."""
    found: list[Mark] = []
    if late:
        found.append(Mark(text=_("Quá hạn"), tone="bad"))
    if article.message is not None and article.message.status is MessageStatus.HELD:
        found.append(Mark(text=_("Thư tạm giữ"), tone="bad"))
    if article.status is ArticleStatus.NEW and article.editor_id is None and now - article.created_at < FRESH:
        found.append(Mark(text=_("Mới"), tone="good"))
    if has_doubtful_figures(article):
        found.append(Mark(text=_("Số liệu cần kiểm tra"), tone="warn"))
    return [*found, *marks(article)]


def has_doubtful_figures(article: Article | Listed) -> bool:
    """Whether a check doubts a number, a sum, a share or a date, and nobody has passed that over."""
    findings = heeded(article.revision.findings) if article.revision else []
    return any(finding.get("check") in ABOUT_FIGURES for finding in findings)


def _is_corrected(article: Article | Listed) -> bool:
    """Whether the newest version is one that the contributor sent later."""
    newest = article.revision
    later = newest is not None and newest.made_by_id is None and newest.number > 1
    return newest is not None and later and newest.message_id != article.message_id


def severities(article: Article | Listed) -> Counter[str]:
    """How many findings of each severity the newest revision has, those apart that somebody passed over."""
    findings = heeded(article.revision.findings) if article.revision else []
    return Counter(str(finding.get("severity")) for finding in findings)


def missing_fields(article: Article | Listed) -> list[str]:
    """What no article can go out without."""
    revision = article.revision
    missing = []
    if revision is None or not revision.title.strip():
        missing.append(_("tiêu đề"))
    if revision is None or not _has_body(revision):
        missing.append(_("nội dung"))
    if article.column_id is None:
        missing.append(_("chuyên mục"))
    return missing


def _has_body(revision: Revision | ListedText) -> bool:
    return revision.has_body if isinstance(revision, ListedText) else bool(revision.body_html.strip())
