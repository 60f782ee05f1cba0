"""What of the files that came along may not be opened carelessly: told by findings, for which a letter is held."""

from collections.abc import Iterable, Iterator

from ingest.active_content import active_content
from ingest.letter import Part
from ingest.openers.unreadable import about_attachment
from ingest.polyglots import second_kind
from tinbai.finding import Finding, Severity
from tinbai.limits import Limits

_ACTS = "Tệp “{name}” có {what}. Hệ thống không chạy tệp này; đừng mở trên máy cơ quan, hãy hỏi lại người gửi."
_TWO = "Tệp “{name}” giả dạng: nó còn là {what}. Đừng mở; hãy hỏi lại người gửi."


def dangers(parts: Iterable[Part], limits: Limits) -> Iterator[Finding]:
    """A finding for each file with something in it that acts, or that is two kinds at once; equal files count once."""
    for part in {part.sha256: part for part in parts}.values():
        if what := active_content(part, limits):
            yield about_attachment("active_content", _ACTS.format(name=part.filename, what=what), Severity.BLOCK)
        if what := second_kind(part):
            yield about_attachment("polyglot", _TWO.format(name=part.filename, what=what), Severity.BLOCK)
