"""Charts and SmartArt: their words are set aside, and the editor is told which were drawn here and which not at all."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from ingest.openers.drawn import CHART, DIAGRAM, Drawn
from ingest.openers.finish import Aside
from ingest.openers.unreadable import about_attachment, hint
from tinbai.blocks import plain
from tinbai.finding import Finding

_NOT_SHOWN = (
    "Tệp “{name}” có {what} chưa đưa được vào bài; chữ trong đó để ở phần “để riêng”. "
    "Đề nghị xem tệp gốc, hoặc xin người gửi ảnh chụp."
)
_PAINTED = (
    "{what} trong tệp “{name}” do máy vẽ lại thành ảnh, có thể khác đôi chút so với bản gốc. "
    "Đề nghị đối chiếu với tệp gốc trước khi dùng."
)
_COUNTED = {CHART: "{digits} biểu đồ", DIAGRAM: "{digits} sơ đồ SmartArt"}


def graphics_asides(drawn: Sequence[Drawn]) -> list[Aside]:
    """The words in charts and SmartArt."""
    return [
        Aside(blocks=[plain(line) for line in each.text.split("\n")], why=f"chữ trong {each.kind}")
        for each in drawn
        if each.text
    ]


def graphics_found(name: str, drawn: Sequence[Drawn], painted: Collection[str]) -> Iterator[Finding]:
    """How many charts and SmartArt a file has that no article shows, and how many were `painted` (by their parts)."""
    if hidden := _counted(each for each in drawn if each.part not in painted):
        yield about_attachment("graphic_not_shown", _NOT_SHOWN.format(name=name, what=hidden))
    if shown := _counted(each for each in drawn if each.part in painted):
        yield hint("graphic_painted", _PAINTED.format(name=name, what=shown))


def _counted(drawn: Iterable[Drawn]) -> str:
    counts = Counter(each.kind for each in drawn)
    return ", ".join(_COUNTED[kind].format(digits=count) for kind, count in counts.items())
