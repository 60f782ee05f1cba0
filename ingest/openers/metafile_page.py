"""A metafile (EMF, WMF) on a page of just its size: LibreOffice draws pages, and would put it on an A4 one."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

_EMF_MARK, _EMF_AT = b" EMF", 40  # [MS-EMF] section 2.3.4.2
_WMF_PLACED = b"\xd7\xcd\xc6\x9a"  # [MS-WMF] section 2.3.2.3
_WMF_BARE = b"\x01\x00\x09\x00\x00\x03"
_GZIP = b"\x1f\x8b"  # .emz and .wmz
_MOST_BYTES = 50_000_000
_LONGER_SIDE = 12.5  # inches: 1,200 pixels in LibreOffice's 96 to the inch
_NARROWEST = 0.02  # of the longer side
_MIMETYPE = "application/vnd.oasis.opendocument.graphics"
_NAMES = "".join(
    f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for short, full in (("office", "office"), ("draw", "drawing"), ("style", "style"), ("fo", "xsl-fo-compatible"),
                        ("svg", "svg-compatible"))
) + ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'  # fmt: skip
_STYLES = (
    "<office:document-styles{names}><office:styles/><office:automatic-styles>"
    '<style:page-layout style:name="p"><style:page-layout-properties fo:page-width="{width}in" '
    'fo:page-height="{height}in" fo:margin-top="0in" fo:margin-bottom="0in" fo:margin-left="0in" '
    'fo:margin-right="0in"/></style:page-layout></office:automatic-styles><office:master-styles>'
    '<style:master-page style:name="Default" style:page-layout-name="p"/></office:master-styles>'
    "</office:document-styles>"
)
_CONTENT = (
    "<office:document-content{names}><office:body><office:drawing>"
    '<draw:page draw:name="a" draw:master-page-name="Default">'
    '<draw:frame svg:x="0in" svg:y="0in" svg:width="{width}in" svg:height="{height}in">'
    '<draw:image xlink:href="Pictures/a.{kind}"/></draw:frame></draw:page></office:drawing></office:body>'
    "</office:document-content>"
)
_MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">'
    f'<m:file-entry m:full-path="/" m:media-type="{_MIMETYPE}"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
    '<m:file-entry m:full-path="styles.xml" m:media-type="text/xml"/>'
    '<m:file-entry m:full-path="Pictures/a.{kind}" m:media-type="image/x-{kind}"/></m:manifest>'
)


def metafile_page(content: bytes) -> bytes | None:
    """An OpenDocument drawing with the metafile on its one page; None when `content` is no metafile."""
    content = _unpacked(content)
    if content[_EMF_AT : _EMF_AT + 4] == _EMF_MARK:
        kind = "emf"
    elif content.startswith((_WMF_PLACED, _WMF_BARE)):
        kind = "wmf"
    else:
        return None
    width, height = _size(content, kind)
    said = {"names": _NAMES, "width": f"{width:.3f}", "height": f"{height:.3f}", "kind": kind}
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as package:
        package.writestr("mimetype", _MIMETYPE)
        package.writestr("content.xml", _CONTENT.format(**said))
        package.writestr("styles.xml", _STYLES.format(**said))
        package.writestr(f"Pictures/a.{kind}", content)
        package.writestr("META-INF/manifest.xml", _MANIFEST.format(kind=kind))
    return file.getvalue()


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content
    try:
        return zlib.decompressobj(wbits=31).decompress(content, _MOST_BYTES)
    except zlib.error:
        return b""


def _size(content: bytes, kind: str) -> tuple[float, float]:
    """Width and height in inches, the longer one being `_LONGER_SIDE`; four to three where the file does not say."""
    try:
        if kind == "emf":
            left, top, right, bottom = struct.unpack_from("<4i", content, 24)  # the frame
        elif content.startswith(_WMF_PLACED):
            left, top, right, bottom = struct.unpack_from("<4h", content, 6)  # the bounding box
        else:
            left, top, right, bottom = 0, 0, 4, 3
    except struct.error:
        left, top, right, bottom = 0, 0, 4, 3
    width, height = abs(right - left) or 4, abs(bottom - top) or 3
    longer = max(width, height)
    return _LONGER_SIDE * max(width / longer, _NARROWEST), _LONGER_SIDE * max(height / longer, _NARROWEST)
