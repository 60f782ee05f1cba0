"""Word documents written by hand: every run, font, style, tracked change and comment where a case wants it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import escape, quoteattr

from tests.mail.making.ooxml import COMMENTS, DRAWING, package

SOFT_HYPHEN = "\u00ad"
TIMES = "Times New Roman"
DATE = "2026-10-14T09:00:00Z"


class Change(StrEnum):
    """A tracked change; the value is its element."""

    INSERTED = "ins"
    DELETED = "del"


@dataclass(frozen=True, kw_only=True)
class Run:
    """Text in one formatting. A soft hyphen becomes an element of its own, as Word stores it."""

    text: str
    bold: bool = False
    italic: bool = False
    font: str | None = None
    highlight: str | None = None
    change: Change | None = None
    comment: str | None = None


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Runs in a line; `align` is Word's own word: left, center, right, both."""

    runs: Sequence[Run]
    style: str | None = None
    align: str | None = None


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A JPEG alone in its paragraph, `width` and `height` in pixels."""

    jpeg: bytes
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Style:
    """A paragraph style."""

    name: str
    based_on: str | None = None
    font: str | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """Cells with one line of text each, centred, without borders: a letterhead."""

    rows: Sequence[Sequence[str]]


Item = Paragraph | Picture | Table


def document(
    items: Sequence[Item],
    *,
    font: str = TIMES,
    styles: Sequence[Style] = (),
    macros: bytes = b"",
    word_sized: bool = False,
) -> bytes:
    """The file's bytes; `font` is the document's default. With `macros` it is a .docm holding them.

    `word_sized` adds the list of styles that are not there, which Word writes into every file.
    """
    comments = [run.comment for item in items if isinstance(item, Paragraph) for run in item.runs if run.comment]
    pictures = [item.jpeg for item in items if isinstance(item, Picture)]
    return package(
        body=_body(items),
        styles=(_latent() if word_sized else "") + _styles(font, styles),
        comments=_comments(comments) if comments else None,
        pictures=pictures,
        macros=macros,
    )


def paragraph(text: str, *, bold: bool = False, italic: bool = False, align: str | None = None) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(runs=[Run(text=text, bold=bold, italic=italic)], align=align)


def _body(items: Sequence[Item]) -> str:
    numbers = _Numbers()
    return "".join(_item(item, numbers) for item in items)


def _item(item: Item, numbers: "_Numbers") -> str:
    if isinstance(item, Table):
        return _table(item, numbers)
    return _picture(item, numbers.next_picture()) if isinstance(item, Picture) else _paragraph(item, numbers)


class _Numbers:
    """Counts what must be numbered through a document."""

    def __init__(self) -> None:
        self.pictures = 0
        self.comments = 0
        self.changes = 0

    def next_picture(self) -> int:
        self.pictures += 1
        return self.pictures

    def next_comment(self) -> int:
        self.comments += 1
        return self.comments - 1

    def next_change(self) -> int:
        self.changes += 1
        return self.changes + 100


def _table(item: Table, numbers: _Numbers) -> str:
    rows = ["".join(f"<w:tc>{_paragraph(_cell(text), numbers)}</w:tc>" for text in row) for row in item.rows]
    grid = '<w:gridCol w:w="4700"/>' * len(item.rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def _cell(text: str) -> Paragraph:
    return Paragraph(runs=[Run(text=text)], align="center")


def _paragraph(item: Paragraph, numbers: _Numbers) -> str:
    style = f"<w:pStyle w:val={quoteattr(item.style)}/>" if item.style else ""
    align = f"<w:jc w:val={quoteattr(item.align)}/>" if item.align else ""
    properties = f"<w:pPr>{style}{align}</w:pPr>" if style or align else ""
    return f"<w:p>{properties}{''.join(_run(run, numbers) for run in item.runs)}</w:p>"


def _run(run: Run, numbers: _Numbers) -> str:
    xml = f"<w:r>{_properties(run)}{_text(run)}</w:r>"
    if run.change:
        number = numbers.next_change()
        xml = f'<w:{run.change} w:id="{number}" w:author="Cán bộ soạn" w:date="{DATE}">{xml}</w:{run.change}>'
    if run.comment:
        number = numbers.next_comment()
        xml = (
            f'<w:commentRangeStart w:id="{number}"/>{xml}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )
    return xml


def _properties(run: Run) -> str:
    font = quoteattr(run.font) if run.font else ""
    xml = "".join(
        [
            f"<w:rFonts w:ascii={font} w:hAnsi={font} w:cs={font}/>" if run.font else "",
            "<w:b/>" if run.bold else "",
            "<w:i/>" if run.italic else "",
            f"<w:highlight w:val={quoteattr(run.highlight)}/>" if run.highlight else "",
        ]
    )
    return f"<w:rPr>{xml}</w:rPr>" if xml else ""


def _text(run: Run) -> str:
    element = "delText" if run.change is Change.DELETED else "t"
    pieces = [
        f'<w:{element} xml:space="preserve">{escape(piece)}</w:{element}>' if piece else ""
        for piece in run.text.split(SOFT_HYPHEN)
    ]
    return "<w:softHyphen/>".join(pieces)


def _picture(item: Picture, number: int) -> str:
    return f"<w:p><w:r>{DRAWING.format(number=number, cx=item.width * 3175, cy=item.height * 3175)}</w:r></w:p>"


def _styles(font: str, styles: Sequence[Style]) -> str:
    default = Style(name="Normal")
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(font)}<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + ("".join(_style(style) for style in (styles or [default])))
    )


def _latent() -> str:
    names = [
        f"{kind} Table {look} Accent {accent}"
        for kind in ("Grid", "List")
        for look in range(1, 8)
        for accent in range(1, 7)
    ]
    names += [
        f"{kind} {level}"
        for kind in ("heading", "toc", "index", "List Bullet", "List Number")
        for level in range(1, 10)
    ]
    names += [
        f"Medium {kind} {look} Accent {accent}"
        for kind in ("Grid", "List", "Shading")
        for look in range(1, 4)
        for accent in range(1, 7)
    ]
    names += [
        f"Table {kind} {look}"
        for kind in ("Classic", "Colorful", "Columns", "Grid", "List", "Web")
        for look in range(1, 9)
    ]
    listed = "".join(
        f'<w:lsdException w:name="{name}" w:semiHidden="1" w:uiPriority="{number % 99}" w:unhideWhenUsed="1"/>'
        for number, name in enumerate(names)
    )
    return f'<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:count="376">{listed}</w:latentStyles>'


def _style(style: Style) -> str:
    based = f"<w:basedOn w:val={quoteattr(style.based_on)}/>" if style.based_on else ""
    default = ' w:default="1"' if style.name == "Normal" else ""
    name = quoteattr(style.name)
    properties = f"<w:rPr>{_fonts(style.font)}</w:rPr>" if style.font else ""
    return f'<w:style w:type="paragraph"{default} w:styleId={name}><w:name w:val={name}/>{based}{properties}</w:style>'


def _fonts(font: str) -> str:
    name = quoteattr(font)
    return f"<w:rFonts w:ascii={name} w:hAnsi={name} w:cs={name}/>"


def _comments(texts: Sequence[str]) -> str:
    return "".join(COMMENTS.format(number=number, date=DATE, text=escape(text)) for number, text in enumerate(texts))
