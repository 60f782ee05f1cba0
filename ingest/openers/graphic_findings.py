"""Charts and SmartArt that are not shown: their words are set aside, and the editor is told that they are there."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.openers.drawn import Drawn
from ingest.openers.finish import Aside
from ingest.openers.unreadable import about_attachment
from tinbai.blocks import plain
from tinbai.finding import Finding

_NOT_SHOWN = (
    "Tệp “{name}” có {what} chưa đưa được vào bài; chữ trong đó để ở phần “để riêng”. "
    "Đề nghị xem tệp gốc, hoặc xin người gửi ảnh chụp."
)


def graphics_asides(drawn: Sequence[Drawn]) -> list[Aside]:
    """The words in charts and SmartArt."""
    return [
        Aside(blocks=[plain(line) for line in each.text.split("\n")], why=f"chữ trong {each.kind}")
        for each in drawn
        if each.text
    ]


def graphics_found(name: str, drawn: Sequence[Drawn]) -> Iterator[Finding]:
    """How many charts and SmartArt a file has that no article shows."""
    if counts := Counter(each.kind for each in drawn):
        what = " và ".join(f"{count} {kind}" for kind, count in counts.items())
        yield about_attachment("graphic_not_shown", _NOT_SHOWN.format(name=name, what=what))
