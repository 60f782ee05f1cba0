"""Charts and SmartArt become pictures, drawn by LibreOffice: other than a photo, they carry none of themselves."""

from collections.abc import Iterator, Mapping
from posixpath import basename, splitext
from time import monotonic

from lxml import etree

from ingest.letter import Part
from ingest.openers.graphic_slide import graphic_slide
from ingest.openers.libreoffice import ConversionError, all_converted
from ingest.openers.sniff import Form, form_of
from ingest.openers.unreadable import UnreadableError
from ingest.openers.wordml.names import GRAPHICS, WP, A, C, R
from ingest.openers.wordml.package import Package, Relation
from ingest.openers.xml_stream import local_name
from tinbai.limits import Limits
from tinbai.pictures import PictureError, grey_copy

_MOST = 30  # of one document
_USUAL = (5_486_400, 3_200_400)  # EMU: what Word inserts, 15 by 9 cm
_SMALLEST, _LARGEST = 360_000, 20_000_000  # EMU: a centimetre, half a metre
_LONGER_SIDE = 1_600  # pixels
_NAME = "graphic.pptx"
_LOOKED_AT = 200  # pixels: enough to see whether there is anything on it


class Painter:
    """Paints the graphics of one document, as long as there is time. `painted` are the parts of those it painted."""

    def __init__(self, package: Package, limits: Limits) -> None:
        self.painted: set[str] = set()
        self._package, self._limits = package, limits
        self._left = _MOST
        self._until = monotonic() + min(limits.wall_seconds, limits.converter_seconds)

    def picture(
        self, reference: etree._Element, frame: etree._Element, relations: Mapping[str, Relation]
    ) -> tuple[str, bytes] | None:
        """The file name and the PNG of the graphic that `reference` names in `frame`; None when it cannot be drawn."""
        relation = relations.get(reference.get(R + ("id" if reference.tag == C + "chart" else "dm"), ""))
        seconds = int(self._until - monotonic())
        if relation is None or relation.external or not self._left or seconds < 1:
            return None
        self._left -= 1
        size = _size(frame)
        limits = self._limits.model_copy(update={"converter_seconds": seconds})
        try:
            slide = graphic_slide(self._package, reference, relations, size)
            made = all_converted(
                {_NAME: slide}, target="png:impress_png_Export", limits=limits, pixels=_pixels(size),
                reader="Impress MS PowerPoint 2007 XML",
            )  # fmt: skip
        except ConversionError:
            self._left = 0  # it is missing, or this document makes it hang
            return None
        except UnreadableError:
            return None
        content = made.get(splitext(_NAME)[0], b"")
        if form_of(content) is not Form.PNG or _is_blank(content):
            return None
        self.painted.add(relation.target)
        return f"{splitext(basename(relation.target))[0]}.png", content


def charts_in(package: Package, part: str, painter: Painter, document: str) -> Iterator[Part]:
    """The charts and the SmartArt that stand over a sheet, painted. Raises UnreadableError."""
    for relation in package.relations(part).values():
        root = package.xml(relation.target) if relation.kind == "drawing" and not relation.external else None
        relations = {} if root is None else package.relations(relation.target)
        for reference in () if root is None else root.iter(*GRAPHICS):
            frame = next(each for each in reference.iterancestors() if local_name(each) != "graphicData")
            if made := painter.picture(reference, frame, relations):
                yield Part(filename=made[0], media_type=Form.PNG.media_type, content=made[1], inside=document)


def _size(frame: etree._Element) -> tuple[int, int]:
    """Width and height in EMU; a sheet says only between which cells a chart stands, and it gets the usual size."""
    for extent in (*frame.iter(WP + "extent"), *frame.iter(A + "ext")):
        sides = [extent.get("cx", ""), extent.get("cy", "")]
        if all(side.isdecimal() and _SMALLEST <= int(side[:9]) <= _LARGEST for side in sides):
            return int(sides[0]), int(sides[1])
    return _USUAL


def _pixels(size: tuple[int, int]) -> tuple[int, int]:
    longer = max(size)
    return max(1, size[0] * _LONGER_SIDE // longer), max(1, size[1] * _LONGER_SIDE // longer)


def _is_blank(picture: bytes) -> bool:
    """Whether nothing is on it: LibreOffice leaves out what it does not know."""
    try:
        pixels = grey_copy(picture, longest=_LOOKED_AT).pixels
    except PictureError:
        return True
    return min(pixels) == max(pixels)
