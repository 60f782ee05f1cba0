"""A Word file with a little of everything that a writer puts into one."""

from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.word_files import NAMESPACES, docx, paragraph, run

_DATED = 'w:author="A" w:date="2026-11-01T00:00:00Z"'
_PICTURE = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="1828800" cy="1219200"/><wp:docPr id="1" name="p"/><a:graphic>'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="p1"/><a:stretch>'
    '<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1828800" cy="1219200"/>'
    '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
_BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" '
    'distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    '<wp:extent cx="2743200" cy="914400"/><wp:wrapSquare wrapText="bothSides"/><wp:docPr id="9" name="box"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2743200" cy="914400"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx>'
    "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent>"
    "</w:r><w:r><w:t>Đoạn neo khung chữ.</w:t></w:r></w:p>"
)
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/>'
    "</w:pPr></w:style>"
)
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_COMMENT = f'<w:comment w:id="0" {_DATED} w:initials="a">{paragraph("Xem lại số liệu")}</w:comment>'
_NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    f'<w:footnote w:id="2">{paragraph("Nguồn: thống kê xã")}</w:footnote>'
)
_MORE = {
    "header1.xml": ("header", f"<w:hdr {NAMESPACES}>{paragraph('Đầu trang đây')}</w:hdr>"),
    "footer1.xml": ("footer", f"<w:ftr {NAMESPACES}>{paragraph('Chân trang đây')}</w:ftr>"),
    "comments.xml": ("comments", f"<w:comments {NAMESPACES}>{_COMMENT}</w:comments>"),
    "footnotes.xml": ("footnotes", f"<w:footnotes {NAMESPACES}>{_NOTES}</w:footnotes>"),
}
_CHANGED = (
    f'<w:p>{run("Xã có ")}<w:del w:id="1" {_DATED}><w:r><w:delText>mười hai</w:delText></w:r></w:del>'
    f'<w:ins w:id="2" {_DATED}>{run("mười lăm")}</w:ins>{run(" hộ nghèo.")}</w:p>'
)
_COMMENTED = (
    f'<w:p><w:commentRangeStart w:id="0"/>{run("Câu có ghi chú.")}<w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
)
_NUMBERED = "".join(
    f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>{run(text)}</w:p>'
    for text in ("Mục một", "Mục hai")
)
_HIGHLIGHT = '<w:highlight w:val="yellow"/>'
_MARKED = "".join((
    run("H"), run("2", look='<w:vertAlign w:val="subscript"/>'), run("O và m"),
    run("2", look='<w:vertAlign w:val="superscript"/>'), run(" và "), run("đậm", look="<w:b/>"),
))  # fmt: skip
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rheader"/><w:footerReference w:type="default" '
    'r:id="rfooter"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
)


def full_file(*, with_box: bool = False) -> bytes:
    """A .docx. Its text box is left out unless asked for: LibreOffice without a window writes none into a .doc."""
    box = _BOX.format(paragraph("Chữ trong khung")) if with_box else ""
    return docx(_body(box), styles=_STYLES, numbering=_NUMBERING, media={"p1": jpeg()}, more=_MORE,
                links={"l1": "https://songmau.example/a"})  # fmt: skip


def _body(box: str) -> str:
    inner = _table(_cell(paragraph("trong 1")) + _cell(paragraph("trong 2")))
    table = _table(
        _cell(paragraph("Gộp ngang"), '<w:gridSpan w:val="2"/>'),
        _cell(paragraph("Gộp dọc"), '<w:vMerge w:val="restart"/>') + _cell(paragraph("b2")),
        _cell("<w:p/>", "<w:vMerge/>") + _cell(f"{paragraph('b3')}{inner}<w:p/>"),
    )
    return "".join((
        paragraph("Đầu đề", style="Heading1"),
        paragraph("Trước ảnh"),
        f"<w:p>{_PICTURE}</w:p>",
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{run("Chú thích ảnh", look="<w:i/>")}</w:p>',
        _CHANGED,
        _COMMENTED,
        f'<w:p>{run("Câu có chú thích")}<w:r><w:footnoteReference w:id="2"/></w:r>{run(".")}</w:p>',
        f'<w:p>{run("Thấy được ")}{run("chữ ẩn", look="<w:vanish/>")}</w:p>',
        _NUMBERED,
        box,
        table,
        f"<w:p>{run('Chỗ tô màu', look=_HIGHLIGHT)}</w:p>",
        f"<w:p>{_MARKED}</w:p>",
        f'<w:p><w:hyperlink r:id="l1">{run("cổng thông tin")}</w:hyperlink></w:p>',
        f"<w:p>{run('Ảnh giữa ')}{_PICTURE}{run(' dòng')}</w:p>",
        _SECTION,
    ))  # fmt: skip


def _table(*rows: str) -> str:
    lines = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/></w:tblPr>{grid}{lines}</w:tbl>'


def _cell(content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'
