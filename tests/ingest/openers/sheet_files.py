"""Spreadsheets and presentations made by hand, so that a test says exactly which XML it is about."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tests.ingest.openers.word_files import NAMESPACES, zipped

_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SLIDE = f'{NAMESPACES} xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_FORMAT = "application/vnd.openxmlformats-officedocument."


def relations(*related: tuple[str, str, str]) -> bytes:
    """A part of relationships, each as its id, its kind and its target."""
    lines = "".join(f'<Relationship Id="{one}" Type="{_TYPES}{kind}" Target="{to}"/>' for one, kind, to in related)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}</Relationships>'.encode()


def _content_types(*typed: tuple[str, str]) -> bytes:
    named = "".join(f'<Override PartName="/{name}" ContentType="{_FORMAT}{kind}+xml"/>' for name, kind in typed)
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    xml = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{space}">{rels}{xml}{named}</Types>'.encode()


def xlsx(
    *sheets: str,
    names: Sequence[str] = (),
    states: Sequence[str] = (),
    styles: str = "",
    strings: Sequence[str] = (),
    files: Mapping[str, bytes] | None = None,
    properties: str = "",
) -> bytes:
    """An .xlsx of these sheets (the XML inside `worksheet`); `strings` are the XML inside each shared `si`."""
    numbered = [(f"r{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="{names[at] if names else f"Sheet{at + 1}"}" sheetId="{at + 1}" r:id="r{at + 1}" '
        f'state="{states[at] if states else "visible"}"/>'
        for at in range(len(sheets))
    )
    shared = "".join(f"<si>{string}</si>" for string in strings)
    entries = {
        "[Content_Types].xml": _content_types(
            ("xl/workbook.xml", "spreadsheetml.sheet.main"),
            ("xl/styles.xml", "spreadsheetml.styles"),
            ("xl/sharedStrings.xml", "spreadsheetml.sharedStrings"),
            *((f"xl/{target}", "spreadsheetml.worksheet") for _, _, target in numbered),
        ),
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(
            *numbered, ("s", "styles", "styles.xml"), ("t", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/workbook.xml": f"<workbook {MAIN} {NAMESPACES}>{properties}<sheets>{listed}</sheets></workbook>".encode(),
        "xl/styles.xml": f"<styleSheet {MAIN}>{styles}</styleSheet>".encode(),
        "xl/sharedStrings.xml": f"<sst {MAIN}>{shared}</sst>".encode(),
    }
    for (_, _, target), xml in zip(numbered, sheets, strict=True):
        entries[f"xl/{target}"] = f"<worksheet {MAIN} {NAMESPACES}>{xml}</worksheet>".encode()
    return zipped(entries | dict(files or {}))


def formats(*codes: str, font: str = "") -> str:
    """Styles with a cell format for each code, counted from 1; format 0 is plain. All are written in `font`."""
    spelled = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
                      for at, code in enumerate(codes))  # fmt: skip
    cells = "".join(f'<xf numFmtId="{164 + at}" fontId="0"/>' for at in range(len(codes)))
    named = f'<fonts><font><name val="{font}"/></font></fonts>' if font else ""
    return f'<numFmts>{spelled}</numFmts>{named}<cellXfs><xf numFmtId="0" fontId="0"/>{cells}</cellXfs>'


def rows(*lines: Sequence[str | float | None], style: int = 0) -> str:
    """Sheet data: texts inline, numbers in the cell format `style`, None for no cell."""
    return "<sheetData>" + "".join(_row(number, line, style) for number, line in enumerate(lines, 1)) + "</sheetData>"


def _row(number: int, line: Sequence[str | float | None], style: int) -> str:
    cells = "".join(
        _cell(f"{chr(ord('A') + at)}{number}", value, style) for at, value in enumerate(line) if value is not None
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(address: str, value: str | float, style: int) -> str:
    if isinstance(value, str):
        return f'<c r="{address}" s="{style}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{address}" s="{style}"><v>{value}</v></c>'


def pptx(*slides: str, files: Mapping[str, bytes] | None = None, slide_attributes: str = "") -> bytes:
    """A .pptx whose slides hold these shapes (the XML inside `p:spTree`)."""
    numbered = [(f"r{at}", "slide", f"slides/slide{at}.xml") for at in range(1, len(slides) + 1)]
    listed = "".join(f'<p:sldId id="{256 + at}" r:id="r{at}"/>' for at in range(len(slides), 0, -1))
    entries = {
        "[Content_Types].xml": _content_types(
            ("ppt/presentation.xml", "presentationml.presentation.main"),
            *((f"ppt/{target}", "presentationml.slide") for _, _, target in numbered),
        ),
        "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/_rels/presentation.xml.rels": relations(*numbered),
        "ppt/presentation.xml": f"<p:presentation {SLIDE}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>".encode(),
    }
    for (_, _, target), xml in zip(numbered, slides, strict=True):
        tree = f"<p:cSld><p:spTree>{xml}</p:spTree></p:cSld>"
        entries[f"ppt/{target}"] = f"<p:sld {SLIDE} {slide_attributes}>{tree}</p:sld>".encode()
    return zipped(entries | dict(files or {}))


def shape(*texts: str, kind: str = "", font: str = "") -> str:
    """A shape with a paragraph for each text; `kind` is that of its placeholder."""
    holder = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>' if kind else ""
    look = f'<a:rPr><a:latin typeface="{font}"/></a:rPr>' if font else ""
    lines = "".join(f"<a:p><a:r>{look}<a:t>{escape(text)}</a:t></a:r></a:p>" for text in texts)
    return f"<p:sp>{holder}<p:txBody>{lines}</p:txBody></p:sp>"
