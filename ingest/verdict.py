"""What becomes of a letter, and the reason in words for the editor."""

from collections.abc import Iterable, Sequence

from ingest.letter import Part
from ingest.protection import HELD
from ingest.reading import ReadArticle, Verdict
from ingest.restricted import Restricted
from ingest.runnable import is_program
from ingest.trust import Standing, Trust
from tinbai.finding import Finding
from tinbai.kind import Kind

_DANGERS = {
    "macro": "tệp đính kèm có macro",
    "attachment_protected": "tệp đính kèm có mật khẩu nên không kiểm tra được",
    "archive_bomb": "tệp nén bất thường",
    "hostile_document": "tệp đính kèm được viết để gây hại",
    "active_content": "tệp đính kèm có mã lệnh hoặc tệp khác nằm bên trong",
    "polyglot": "tệp đính kèm giả dạng, là hai loại tệp trong một",
}


def verdict_of(
    *,
    closed: Restricted | None = None,
    parts: Iterable[Part],
    articles: Sequence[ReadArticle],
    findings: Iterable[Finding],
    trust: Trust | None,
    hold_unknown: bool = True,
) -> tuple[Verdict, str | None]:
    """The verdict on a letter that no machine sent. Without `trust` its sender is not judged.

    What is `closed` to the board is held with that reason alone: the others may name files.
    """
    if closed is not None:
        return Verdict.HELD, f"Tạm giữ. {closed.reason}"
    findings = list(findings)
    doubt = _doubt(trust, articles, hold_unknown=hold_unknown) if trust else None
    reasons = [doubt, _danger(parts, findings), _missing(findings)]
    if any(reasons):
        return Verdict.HELD, " ".join(["Tạm giữ.", *filter(None, reasons)])
    if not articles:
        return Verdict.NOTHING, "Thư không có nội dung, ảnh hay tệp nào để thành tin, bài."
    return Verdict.ARTICLES, None


def _danger(parts: Iterable[Part], findings: Iterable[Finding]) -> str | None:
    found: str | None = next((_DANGERS[finding.check] for finding in findings if finding.check in _DANGERS), None)
    if found is None:
        program = next((part for part in parts if is_program(part)), None)
        found = f"tệp “{program.filename}” là chương trình" if program else None
    return f"Có nguy hiểm: {found}. Đừng mở tệp; hãy hỏi lại người gửi trước khi cho xử lý." if found else None


def _missing(findings: Iterable[Finding]) -> str | None:
    """Why what was sent is not all there to be read."""
    return next((finding.message for finding in findings if finding.check in HELD), None)


def _doubt(trust: Trust, articles: Sequence[ReadArticle], *, hold_unknown: bool) -> str | None:
    """A citizen who asks need not be known; somebody who pretends to be another is held always."""
    reason = trust.reason.rstrip(".")
    if trust.standing is Standing.FORGED:
        return f"Người gửi đáng ngờ: {reason}."
    if trust.hold is not None:
        return trust.hold
    asks = bool(articles) and all(article.kind is Kind.QUESTION for article in articles)
    if trust.standing is Standing.UNKNOWN and hold_unknown and (trust.alike or not asks):
        return f"Chưa biết người gửi: {reason}."
    return None
