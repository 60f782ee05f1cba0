"""Word files (.docx, .docm): the text as it will be read, with what a reviewer left in it set aside.

An own walk over the XML. Other readers lose what matters here: the soft hyphen that is the letter ư in TCVN3, text
inside tracked insertions, fonts given by styles, pictures at their place. Macros are never run, only reported.
"""

from collections.abc import Iterable

from ingest.letter import Part
from ingest.openers.drawn import drawn_in
from ingest.openers.finish import Aside, conversion_findings, finish
from ingest.openers.graphic_findings import graphics_asides, graphics_found
from ingest.openers.libreoffice import is_installed
from ingest.openers.metafiles import rendered
from ingest.openers.painter import Painter
from ingest.openers.unreadable import about_attachment, hint
from ingest.openers.wordml.body import read_blocks
from ingest.openers.wordml.media import Media
from ingest.openers.wordml.names import W
from ingest.openers.wordml.numbering import Numbering
from ingest.openers.wordml.package import Package, damaged
from ingest.openers.wordml.story import Story, Traces
from ingest.openers.wordml.styles import Styles
from ingest.source import Opened
from tinbai.blocks import Block, Paragraph, Table, text_of
from tinbai.finding import Finding, Severity
from tinbai.limits import Limits

_DELETED = "đoạn đã xoá (theo dõi thay đổi)"
_HIDDEN = "chữ ẩn trong tệp Word"
_COMMENT = "ghi chú (comment) trong tệp Word"
_NOT_SHOWN = "Ảnh không hiển thị được trên trang ({names}); đề nghị xin ảnh JPG hoặc PNG."
_NOT_RENDERED = (
    "Ảnh trong tệp Word chưa chuyển được sang dạng xem trên trang ({names}) vì máy chủ chưa cài LibreOffice; "
    "đề nghị xin ảnh JPG hoặc PNG, hoặc báo quản trị cài gói libreoffice-draw."
)
_COMMENTS, _HIGHLIGHTED = "{digits} ghi chú", "{digits} chỗ tô màu: {quoted}"
_SHOWN_PLACES = 3  # highlighted places that are quoted in the finding

# Parts that belong to a document beside its body: relationship kind, the element that holds each text, the reason.
_SIDE_STORIES = (
    ("header", None, "đầu trang của tệp Word"),
    ("footer", None, "chân trang của tệp Word"),
    ("footnotes", W + "footnote", "chú thích cuối trang"),
    ("endnotes", W + "endnote", "chú thích cuối bài"),
    ("comments", W + "comment", _COMMENT),
)


def open_docx(part: Part, limits: Limits) -> Opened:
    """The text and the pictures of a Word file. Raises UnreadableError."""
    package = Package(part.content, limits)
    root = package.xml(package.main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise damaged("Word")
    painter = Painter(package, limits)
    story = _story(package, part.filename, limits, painter)
    blocks = read_blocks(story, body)
    drawn = list(drawn_in(package, package.main))
    asides = [*_side_stories(package, story), *_traces(story.traces), *graphics_asides(drawn)]
    source = finish(part.filename, blocks, asides)
    findings = [
        *conversion_findings(source),
        *_findings(package, story, asides),
        *graphics_found(part.filename, drawn, painter.painted),
    ]
    return Opened(source=source, parts=story.media.parts, findings=findings)


def _story(package: Package, filename: str, limits: Limits, painter: Painter) -> Story:
    relations = package.relations(package.main)

    def related(kind: str) -> str:
        return next((r.target for r in relations.values() if r.kind == kind and not r.external), "")

    return Story(
        styles=Styles(root=package.xml(related("styles")), theme=package.xml(related("theme"))),
        numbering=Numbering(package.xml(related("numbering"))),
        media=Media(package, filename, rendered(package, limits), painter),
        relations=relations,
        traces=Traces(),
        blocks_left=limits.document_blocks,
    )


def _side_stories(package: Package, story: Story) -> list[Aside]:
    """Headers, footers, notes and comments, each text once."""
    asides: list[Aside] = []
    seen: set[str] = set()
    for kind, wrapper, why in _SIDE_STORIES:
        for relation in story.relations.values():
            if relation.kind == kind and not relation.external and package.has(relation.target):
                for blocks in _side_texts(package, story, relation.target, wrapper):
                    text = "\n".join(map(text_of, blocks)).strip()
                    if text and (kind == "comments" or text not in seen):
                        seen.add(text)
                        asides.append(Aside(blocks=blocks, why=why))
    return asides


def _side_texts(package: Package, story: Story, name: str, wrapper: str | None) -> Iterable[list[Block]]:
    root = package.xml(name)
    if root is None:
        return
    beside = Story(
        styles=story.styles,
        numbering=story.numbering,
        media=story.media,
        relations=package.relations(name),
        traces=Traces(),
        blocks_left=story.blocks_left,
    )
    for element in [root] if wrapper is None else root.iterchildren(wrapper):
        yield [block for block in read_blocks(beside, element) if isinstance(block, Paragraph | Table)]
    story.blocks_left = beside.blocks_left


def _traces(traces: Traces) -> list[Aside]:
    asides = [(traces.deleted, _DELETED), (traces.hidden, _HIDDEN)]
    return [Aside(blocks=blocks, why=why) for blocks, why in asides if blocks]


def _findings(package: Package, story: Story, asides: Iterable[Aside]) -> Iterable[Finding]:
    if any(name.endswith("vbaproject.bin") for name in package.names):
        message = "Tệp Word có macro. Macro không được chạy; đề nghị người gửi lưu lại dạng .docx rồi gửi lại."
        yield about_attachment("macro", message, Severity.BLOCK)
    yield from _editing_traces(story.traces, sum(aside.why == _COMMENT for aside in asides))
    if story.cut:
        yield about_attachment(
            "document_cut", "Tệp Word quá dài: chỉ đọc phần đầu, đề nghị xem phần còn lại ở tệp gốc."
        )
    if story.media.not_shown:
        names = ", ".join(story.media.not_shown)
        yield hint("picture_not_shown", (_NOT_SHOWN if is_installed() else _NOT_RENDERED).format(names=names))
    if story.media.linked:
        message = f"Tệp Word có {story.media.linked} ảnh chỉ liên kết, không kèm theo; đề nghị người gửi gửi tệp ảnh."
        yield hint("picture_linked", message)


def _editing_traces(traces: Traces, comments: int) -> Iterable[Finding]:
    found = []
    if comments:
        found.append(_COMMENTS.format(digits=comments))
    if traces.highlighted:
        quoted = ", ".join(f"“{text.strip()}”" for text in traces.highlighted[:_SHOWN_PLACES])
        found.append(_HIGHLIGHTED.format(digits=len(traces.highlighted), quoted=quoted))
    if traces.deleted:
        found.append(f"{len(traces.deleted)} đoạn có chữ đã xoá nhưng còn theo dõi thay đổi")
    if found:
        message = f"Còn dấu vết soạn thảo ({'; '.join(found)}). Đề nghị kiểm tra trước khi trình duyệt."
        yield about_attachment("editing_traces", message)
