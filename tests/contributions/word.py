"""Word files for contributions, made by hand: text and pictures as XML, styles that inherit, boxes and tables."""

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from tests.contributions.pictures import picture, small
from tests.ingest.openers.word_files import docx

TIMES = "Times New Roman"
_DRAWING = (
    '<w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{id}" name="Picture {id}"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="image.jpg"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{key}"/>'
    '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    '<a:ext cx="{cx}" cy="{cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="3600000" cy="900000"/>'
    '<wp:docPr id="77" name="Text Box 77"/><a:graphic><a:graphicData'
    ' uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{0}'
    "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r>"
)


def r(text: str, *, bold: bool = False, italic: bool = False, font: str = "", more: str = "") -> str:
    """A run; a line break in `text` is one that was typed with Shift+Enter, a soft hyphen an element."""
    look = "".join([
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>' if font else "",
        "<w:b/>" if bold else "",
        "<w:i/>" if italic else "",
        more,
    ])  # fmt: skip
    pieces = re.split("(\n|\t|\u00ad)", text)
    signs = {"\n": "<w:br/>", "\t": "<w:tab/>", "\u00ad": "<w:softHyphen/>"}
    inner = "".join(signs.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces if piece)
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{inner}</w:r>"


def p(*texts: str, bold: bool = False, italic: bool = False, align: str = "", style: str = "", font: str = "") -> str:
    """A paragraph of runs; a text that is no XML becomes a run. `align` is Word's word: center, right, both."""
    runs = [text if text.startswith("<w:") else r(text, bold=bold, italic=italic, font=font) for text in texts]
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (f'<w:jc w:val="{align}"/>' if align else "")
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(runs)}</w:p>"


def item(text: str, *, level: int = 0, number: int = 1) -> str:
    """An item of the numbered list `number`; `numbering` declares it."""
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{listed}</w:pPr>{r(text)}</w:p>"


def numbering(kind: str = "decimal", text: str = "%1.") -> str:
    """A list of one level."""
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    abstract = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'


def pic(number: int, *, large: bool = False) -> str:
    """The run of a picture; alone in a paragraph: `p(pic(1), align="center")`."""
    key = f"{'L' if large else 'S'}{number}"
    return f"<w:r>{_DRAWING.format(id=number, key=key, cx=450 * 9525, cy=300 * 9525)}</w:r>"


def box(*content: str) -> str:
    """The run of a text box, told twice, as Word does."""
    return _BOX.format("".join(content))


def table(*rows: tuple[str, ...], border: bool = True) -> str:
    """A table of cells, each given as its paragraphs."""
    edge = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>' if border else ""
    xml = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    grid = '<w:gridCol w:w="3000"/>' * len(rows[0])
    return f"<w:tbl><w:tblPr>{edge}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{xml}</w:tbl>"


def style(key: str, *, based_on: str = "", look: str = "", align: str = "", name: str = "") -> str:
    """A paragraph style; `look` is what stands in its `w:rPr`."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    paragraph = f'<w:pPr><w:jc w:val="{align}"/></w:pPr>' if align else ""
    default = ' w:default="1"' if key == "Normal" else ""
    runs = f"<w:rPr>{look}</w:rPr>" if look else ""
    head = f'<w:style w:type="paragraph"{default} w:styleId="{key}"><w:name w:val="{name or key}"/>'
    return f"{head}{based}{paragraph}{runs}</w:style>"


def fonts(name: str) -> str:
    """The element that names a font."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>'


def word(*blocks: str, styles: str = "", lists: str = "", more: Mapping[str, tuple[str, str]] | None = None) -> bytes:
    """The file's bytes."""
    body = "".join(blocks)
    keys = dict.fromkeys(re.findall(r'r:embed="([LS]\d+)"', body))
    media = {key: (picture if key[0] == "L" else small)(int(key[1:])) for key in keys}
    normal = style("Normal", look=fonts(TIMES))
    return docx(body, styles=styles or normal, numbering=lists, media=media, more=more)
