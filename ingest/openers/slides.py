"""Presentations (.pptx) as text: a group of blocks for each slide, its title as a heading.

Notes, comments, hidden slides and what is printed on every slide are set aside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.letter import Part
from ingest.openers.drawn import Drawn, drawn_in
from ingest.openers.finish import Aside, conversion_findings, finish
from ingest.openers.graphic_findings import graphics_asides, graphics_found
from ingest.openers.painter import Painter
from ingest.openers.presentationml.slide import SlideReader
from ingest.openers.unreadable import about_attachment, hint
from ingest.openers.wordml.media import Media
from ingest.openers.wordml.names import R
from ingest.openers.wordml.package import Package, damaged
from ingest.openers.xml_stream import local_name
from ingest.source import Opened
from tinbai.blocks import Block, Rule, plain, text_of
from tinbai.finding import Finding, Severity
from tinbai.limits import Limits

_MOST_SLIDES = 500
_NOTES = "ghi chú của người trình bày"
_HIDDEN = "trang trình chiếu bị ẩn"
_FURNITURE = "chữ lặp lại trên mỗi trang trình chiếu"
_COMMENT = "ghi chú (comment) trong tệp trình chiếu"
_CUT = "Tệp trình chiếu “{name}” quá dài: chỉ đọc phần đầu, đề nghị xem phần còn lại ở tệp gốc."
_MACRO = "Tệp “{name}” có macro. Macro không được chạy; đề nghị người gửi lưu lại dạng .pptx rồi gửi lại."
_NOT_SHOWN = "Ảnh trong “{name}” không hiển thị được trên trang ({pictures}); đề nghị xin ảnh JPG hoặc PNG."


@dataclass(kw_only=True)
class _Deck:
    """What was read of a presentation so far."""

    media: Media
    left: int
    blocks: list[Block] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    furniture: dict[str, Block] = field(default_factory=dict)  # by its text: each once
    drawn: list[Drawn] = field(default_factory=list)
    cut: bool = False


def open_slides(part: Part, limits: Limits) -> Opened:
    """The slides of a .pptx file. Raises UnreadableError."""
    package = Package(part.content, limits, "PowerPoint")
    painter = Painter(package, limits)
    deck = _Deck(media=Media(package, part.filename, painter=painter), left=limits.document_blocks)
    names = _slide_names(package)
    deck.cut = len(names) > _MOST_SLIDES
    for name in names[:_MOST_SLIDES]:
        _read_slide(package, name, deck)
    asides = [*deck.asides, *graphics_asides(deck.drawn)]
    if deck.furniture:
        asides.append(Aside(blocks=list(deck.furniture.values()), why=_FURNITURE))
    source = finish(part.filename, deck.blocks, asides)
    findings = [
        *conversion_findings(source),
        *_findings(part.filename, package, deck),
        *graphics_found(part.filename, deck.drawn, painter.painted),
    ]
    return Opened(source=source, parts=deck.media.parts, findings=findings)


def _slide_names(package: Package) -> Sequence[str]:
    """The parts of the slides in the order that they are shown."""
    root, relations = package.xml(package.main), package.relations(package.main)
    if root is None or local_name(root) != "presentation":
        raise damaged(package.kind)
    listed = (relations.get(each.get(R + "id", "")) for each in root.iter() if local_name(each) == "sldId")
    return [each.target for each in listed if each is not None and not each.external and package.has(each.target)]


def _read_slide(package: Package, name: str, deck: _Deck) -> None:
    root = package.xml(name)
    if root is None:
        return
    relations = package.relations(name)
    reader = SlideReader(root, relations, deck.media, deck.left)
    blocks = [*reader.slide.titles, *reader.slide.blocks]
    deck.left -= len(blocks)
    deck.cut = deck.cut or reader.cut
    if root.get("show") in ("0", "false"):
        deck.asides.append(Aside(blocks=blocks, why=_HIDDEN))
    elif blocks:
        deck.blocks += [Rule(), *blocks] if deck.blocks else blocks
    deck.furniture |= {text_of(block): block for block in reader.slide.furniture}
    deck.drawn += drawn_in(package, name)
    for relation in relations.values():
        if not relation.external and package.has(relation.target):
            deck.asides += _beside(package, relation.kind, relation.target, deck)


def _beside(package: Package, kind: str, name: str, deck: _Deck) -> Iterator[Aside]:
    """The notes of a slide, and the comments on it."""
    root = package.xml(name) if kind in ("notesSlide", "comments") else None
    if root is None:
        return
    if kind == "comments":
        texts = (each.text or "" for each in root.iter() if local_name(each) in ("text", "t"))
        if lines := [plain(text) for text in texts if text.strip()]:
            yield Aside(blocks=lines, why=_COMMENT)
        return
    notes = SlideReader(root, package.relations(name), deck.media, deck.left).slide
    if blocks := [*notes.titles, *notes.blocks]:
        yield Aside(blocks=blocks, why=_NOTES)


def _findings(name: str, package: Package, deck: _Deck) -> Iterator[Finding]:
    if any(entry.endswith("vbaproject.bin") for entry in package.names):
        yield about_attachment("macro", _MACRO.format(name=name), Severity.BLOCK)
    if deck.cut:
        yield about_attachment("document_cut", _CUT.format(name=name))
    if deck.media.not_shown:
        yield hint("picture_not_shown", _NOT_SHOWN.format(name=name, pictures=", ".join(deck.media.not_shown)))
