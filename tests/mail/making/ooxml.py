"""The package around a Word document: content types, relationships, the parts that are always the same."""

from collections.abc import Sequence

from tests.mail.making.zips import Entry, archive

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"

DRAWING = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{number}" name="Picture {number}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="image{number}.jpeg"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rIdPicture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
COMMENTS = (
    '<w:comment w:id="{number}" w:author="Cán bộ soạn" w:date="{date}" w:initials="CB">'
    '<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:comment>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Máy cơ quan</dc:creator>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2026-10-01T08:00:00Z</dcterms:created></cp:coreProperties>'
)


def package(*, body: str, styles: str, comments: str | None, pictures: Sequence[bytes], macros: bytes) -> bytes:
    """Put the parts into their ZIP, in the order in which Word writes them."""
    entries = [
        Entry(name="[Content_Types].xml", content=_content_types(comments is not None, bool(macros))),
        Entry(name="_rels/.rels", content=_package_relationships()),
        Entry(name="word/document.xml", content=_document(body)),
        Entry(
            name="word/_rels/document.xml.rels",
            content=_relationships(_document_targets(comments is not None, len(pictures), bool(macros))),
        ),
        Entry(name="word/styles.xml", content=f"{HEAD}<w:styles {W}>{styles}</w:styles>".encode()),
        Entry(name="docProps/core.xml", content=(HEAD + CORE).encode()),
    ]
    if comments is not None:
        entries.append(
            Entry(name="word/comments.xml", content=f"{HEAD}<w:comments {W}>{comments}</w:comments>".encode())
        )
    if macros:
        entries.append(Entry(name="word/vbaProject.bin", content=macros))
    for number, picture in enumerate(pictures, 1):
        entries.append(Entry(name=f"word/media/image{number}.jpeg", content=picture, deflated=False))
    return archive(entries)


def _document(body: str) -> bytes:
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return f"{HEAD}<w:document {W} {R}><w:body>{body}{page}</w:body></w:document>".encode()


def _content_types(comments: bool, macros: bool) -> bytes:
    main = MACRO_MAIN if macros else f"{WORD}.document.main+xml"
    parts = [("/word/document.xml", main), ("/word/styles.xml", f"{WORD}.styles+xml")]
    parts.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    if comments:
        parts.append(("/word/comments.xml", f"{WORD}.comments+xml"))
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "jpeg": "image/jpeg",
        "bin": "application/vnd.ms-office.vbaProject",
    }
    xml = "".join(f'<Default Extension="{extension}" ContentType="{kind}"/>' for extension, kind in defaults.items())
    xml += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{xml}</Types>'.encode()


def _package_relationships() -> bytes:
    return _relationships(
        [
            ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
            ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ]
    )


def _document_targets(comments: bool, pictures: int, macros: bool) -> list[tuple[str, str, str]]:
    targets = [("rIdStyles", f"{OFFICE}/styles", "styles.xml")]
    if comments:
        targets.append(("rIdComments", f"{OFFICE}/comments", "comments.xml"))
    if macros:
        targets.append(
            (
                "rIdMacros",
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                "vbaProject.bin",
            )
        )
    targets += [(f"rIdPicture{n}", f"{OFFICE}/image", f"media/image{n}.jpeg") for n in range(1, pictures + 1)]
    return targets


def _relationships(targets: Sequence[tuple[str, str, str]]) -> bytes:
    xml = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in targets)
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{xml}</Relationships>'.encode()
