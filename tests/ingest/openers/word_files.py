"""Word files made by hand, so that a test says exactly which XML it is about."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from ingest.letter import Part
from ingest.openers import open_part
from ingest.source import Opened
from tinbai.blocks import text_of
from tinbai.limits import Limits

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_FORMAT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_FORMAT}document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_FORMAT}styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_FORMAT}numbering+xml"/>'
    "</Types>"
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    media: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
    more: Mapping[str, tuple[str, str]] | None = None,
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """A .docx whose `w:body` holds `body`. `media` and `links` are by relation id; `more` gives further parts,
    by name, as their relationship's kind and XML; `files` are further entries of the zip."""
    relations = [_relation("rStyles", "styles", "styles.xml"), _relation("rNumbering", "numbering", "numbering.xml")]
    entries: dict[str, bytes] = dict(files or {})
    for relation_id, content in (media or {}).items():
        entries[f"word/media/{relation_id}.jpg"] = content
        relations.append(_relation(relation_id, "image", f"media/{relation_id}.jpg"))
    for relation_id, address in (links or {}).items():
        relations.append(_relation(relation_id, "hyperlink", address, 'TargetMode="External"'))
    for name, (kind, xml) in (more or {}).items():
        entries[f"word/{name}"] = xml.encode()
        relations.append(_relation(f"r{kind}", kind, name))
    entries |= {
        "[Content_Types].xml": _CONTENT_TYPES.encode(),
        "_rels/.rels": _RELATIONS.format(_relation("r1", "officeDocument", "word/document.xml")).encode(),
        "word/_rels/document.xml.rels": _RELATIONS.format("".join(relations)).encode(),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode(),
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>".encode(),
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>".encode(),
    }
    return zipped(entries)


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """A zip with these entries."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)  # as OpenDocument asks
    return file.getvalue()


def _relation(relation_id: str, kind: str, target: str, extra: str = "") -> str:
    return f'<Relationship Id="{relation_id}" Type="{_TYPES}{kind}" Target="{target}" {extra}/>'


def paragraph(text: str, *, font: str | None = None, style: str | None = None, look: str = "") -> str:
    """A paragraph of one run. A soft hyphen becomes the element that Word writes for it."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{run(text, font=font, look=look)}</w:p>"


def run(text: str, *, font: str | None = None, look: str = "") -> str:
    """A run; `look` is XML for its properties."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    pieces = text.replace("&", "&amp;").replace("<", "&lt;").split("\u00ad")
    content = "<w:softHyphen/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in pieces)
    return f"<w:r><w:rPr>{fonts}{look}</w:rPr>{content}</w:r>"


def opened(content: bytes, *, filename: str = "tin.docx", limits: Limits | None = None) -> Opened:
    """What `open_part` gives for these bytes."""
    part = Part(filename=filename, media_type="application/octet-stream", content=content)
    return open_part(part, limits or Limits())


def texts(result: Opened) -> list[str]:
    """The text of every block of the source."""
    assert result.source is not None
    return [text_of(block) for block in result.source.blocks]


def checks(result: Opened) -> set[str]:
    """The names of the checks that found something."""
    return {finding.check for finding in result.findings}
