"""A chart or SmartArt of a document on a slide of just its size: LibreOffice draws slides one by one.

The slide is a package of its own (ECMA-376) with the graphic's parts under the names that they had. What they refer to
outside of the document is left out, and so are the sheets behind a chart: the figures that it shows stand in itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree

from ingest.openers.wordml.names import DGM, A, R
from ingest.openers.wordml.package import Package, Relation

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = {"diagramDrawing": "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"}
_COPIED = frozenset(
    ("chart", "diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing", "image",
     "themeOverride", "chartUserShapes")
)  # fmt: skip
_MOST_PARTS = 40  # of one graphic
_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
_COLOURS = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
_PRESENTATION = (
    f'<p:presentation {_NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="m"/></p:sldMasterIdLst>'
    '<p:sldIdLst><p:sldId id="256" r:id="s"/></p:sldIdLst><p:sldSz cx="{width}" cy="{height}"/>'
    '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
)
_MASTER = (
    f'<p:sldMaster {_NAMES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{_TREE}</p:spTree></p:cSld><p:clrMap {_COLOURS}/>"
    '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="l"/></p:sldLayoutIdLst></p:sldMaster>'
)
_LAYOUT = f'<p:sldLayout {_NAMES} type="blank"><p:cSld name="blank"><p:spTree>{_TREE}</p:spTree></p:cSld></p:sldLayout>'
_SLIDE = (
    f"<p:sld {_NAMES}><p:cSld><p:spTree>{_TREE}<p:graphicFrame><p:nvGraphicFramePr>"
    '<p:cNvPr id="2" name="g"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    '<p:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></p:xfrm>{graphic}'
    "</p:graphicFrame></p:spTree></p:cSld></p:sld>"
)
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}<a:prstDash val="solid"/></a:ln>'
_PLAIN = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t"><a:themeElements>'
    '<a:clrScheme name="c">{colours}</a:clrScheme><a:fontScheme name="f"><a:majorFont><a:latin typeface="Calibri"/>'
    '</a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme>'
    f'<a:fmtScheme name="s"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>'
    f"<a:effectStyleLst>{_PLAIN * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
    "</a:themeElements></a:theme>"
)
_SCHEME = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip
_CONTENT_TYPES = {
    "/ppt/presentation.xml": "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    "/ppt/slideMasters/m.xml": "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml",
    "/ppt/slideLayouts/l.xml": "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml",
    "/ppt/slides/s.xml": "application/vnd.openxmlformats-officedocument.presentationml.slide+xml",
    "/ppt/theme/t.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
}
_OF_KIND = {
    "chart": "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
    "diagramData": "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
    "diagramLayout": "application/vnd.openxmlformats-officedocument.drawingml.diagramLayout+xml",
    "diagramQuickStyle": "application/vnd.openxmlformats-officedocument.drawingml.diagramStyle+xml",
    "diagramColors": "application/vnd.openxmlformats-officedocument.drawingml.diagramColors+xml",
    "diagramDrawing": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
}


def graphic_slide(
    package: Package, reference: etree._Element, relations: Mapping[str, Relation], size: tuple[int, int]
) -> bytes:
    """A presentation of one slide with the graphic that `reference` (`c:chart`, `dgm:relIds`) names; `size` in EMU.

    Raises UnreadableError when a part of the graphic cannot be read.
    """
    wanted = dict(_referred(reference, relations))
    copied: dict[str, tuple[str, bytes]] = {}
    rels: dict[str, Mapping[str, Relation]] = {}
    _copy(package, wanted.values(), copied, rels)
    graphic = next((each for each in reference.iterancestors(A + "graphic")), reference)
    shown = etree.tostring(graphic, encoding="unicode", with_tail=False)
    layout = {"tinbaiLayout": ("slideLayout", "../slideLayouts/l.xml")}
    entries: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types({name: kind for name, (kind, _) in copied.items()}),
        "ppt/presentation.xml": _PRESENTATION.format(width=size[0], height=size[1]),
        "ppt/theme/t.xml": _theme(package),
        "ppt/slides/s.xml": _SLIDE.format(width=size[0], height=size[1], graphic=shown),
        "ppt/slides/_rels/s.xml.rels": _rels(layout | _absolute(wanted)),
    }
    for name, inner in rels.items():
        folder, _, base = name.rpartition("/")
        entries[f"{folder}/_rels/{base}.rels"] = _rels(_absolute(inner))
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name, content in (_frame() | entries | {name: part for name, (_, part) in copied.items()}).items():
            made.writestr(name, content)
    return file.getvalue()


def _frame() -> dict[str, str | bytes]:
    """What every presentation has: its master, one layout, and who refers to whom."""
    master = {"l": ("slideLayout", "../slideLayouts/l.xml"), "t": ("theme", "../theme/t.xml")}
    presentation = {
        "m": ("slideMaster", "slideMasters/m.xml"), "s": ("slide", "slides/s.xml"), "t": ("theme", "theme/t.xml"),
    }  # fmt: skip
    return {
        "_rels/.rels": _rels({"d": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/_rels/presentation.xml.rels": _rels(presentation),
        "ppt/slideMasters/m.xml": _MASTER,
        "ppt/slideMasters/_rels/m.xml.rels": _rels(master),
        "ppt/slideLayouts/l.xml": _LAYOUT,
        "ppt/slideLayouts/_rels/l.xml.rels": _rels({"m": ("slideMaster", "../slideMasters/m.xml")}),
    }


def _referred(reference: etree._Element, relations: Mapping[str, Relation]) -> Iterator[tuple[str, Relation]]:
    """The relations that a graphic uses, by their ids; among them the shapes of SmartArt as they were drawn last."""
    for name, relation_id in reference.attrib.items():
        relation = relations.get(str(relation_id))
        if str(name).startswith(R) and relation is not None and not relation.external:
            yield str(relation_id), relation
    if reference.tag == DGM + "relIds":
        yield from ((key, each) for key, each in relations.items() if each.kind == "diagramDrawing")


def _copy(
    package: Package,
    wanted: Iterable[Relation],
    copied: dict[str, tuple[str, bytes]],
    rels: dict[str, Mapping[str, Relation]],
) -> None:
    for relation in wanted:
        name = relation.target
        if name in copied or len(copied) >= _MOST_PARTS or relation.external or not package.has(name):
            continue
        copied[name] = relation.kind, package.read(name)
        inner = {
            key: each
            for key, each in package.relations(name).items()
            if each.kind in _COPIED and not each.external and package.has(each.target)
        }
        if inner:
            rels[name] = inner
            _copy(package, inner.values(), copied, rels)


def _absolute(relations: Mapping[str, Relation]) -> dict[str, tuple[str, str]]:
    return {key: (each.kind, f"/{each.target}") for key, each in relations.items()}


def _rels(relations: Mapping[str, tuple[str, str]]) -> bytes:
    root = etree.Element("Relationships", xmlns="http://schemas.openxmlformats.org/package/2006/relationships")
    for key, (kind, target) in relations.items():
        etree.SubElement(root, "Relationship", Id=key, Type=_TYPES.get(kind, _OFFICE + kind), Target=target)
    return bytes(etree.tostring(root))


def _content_types(kinds: Mapping[str, str]) -> bytes:
    root = etree.Element("Types", xmlns="http://schemas.openxmlformats.org/package/2006/content-types")
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    pictures = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "gif": "image/gif", "emf": "image/x-emf"}
    for extension, media_type in (defaults | pictures).items():
        etree.SubElement(root, "Default", Extension=extension, ContentType=media_type)
    parts = _CONTENT_TYPES | {f"/{name}": _OF_KIND[kind] for name, kind in kinds.items() if kind in _OF_KIND}
    for name, media_type in parts.items():
        etree.SubElement(root, "Override", PartName=name, ContentType=media_type)
    return bytes(etree.tostring(root))


def _theme(package: Package) -> bytes:
    """The document's own theme, for its colours and fonts; one without a scheme of fills would hide the columns."""
    own = next((name for name in package.names if name.endswith("theme/theme1.xml")), None)
    content = package.read(own) if own is not None else b""
    if b"fmtScheme" in content:
        return content
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _SCHEME.items())
    return _THEME.format(colours=colours).encode()
