"""Formats of cells: the number format, the font, whether it is bold. The font decides the encoding of a text."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from ingest.openers.sheetml.number_format import GENERAL, built_in
from ingest.openers.xml_stream import local_name

_MOST_DIGITS = 6


@dataclass(frozen=True, kw_only=True)
class CellFormat:
    """How a cell shows what is in it."""

    code: str = GENERAL
    font: str | None = None
    bold: bool = False


PLAIN = CellFormat()


def cell_formats(root: etree._Element | None) -> Sequence[CellFormat]:
    """The formats of a workbook in the order that its cells count them; `root` is that of its styles."""
    if root is None:
        return ()
    codes = {
        _figure(element, "numFmtId"): element.get("formatCode", GENERAL)
        for group in _children(root, "numFmts")
        for element in _children(group, "numFmt")
    }
    fonts = [font for group in _children(root, "fonts") for font in _children(group, "font")]
    formats = [xf for group in _children(root, "cellXfs") for xf in _children(group, "xf")]
    return [_cell_format(xf, codes, fonts) for xf in formats]


def font_name(properties: etree._Element | None) -> str | None:
    """The font that a `font` or a run's `rPr` names."""
    if properties is None:
        return None
    names = [child.get("val") for child in properties if local_name(child) in ("name", "rFont")]
    return names[0] if names else None


def _cell_format(xf: etree._Element, codes: dict[int, str], fonts: Sequence[etree._Element]) -> CellFormat:
    number, at = _figure(xf, "numFmtId"), _figure(xf, "fontId")
    font = fonts[at] if at < len(fonts) else None
    bold = font is not None and any(child.get("val", "1") not in ("0", "false") for child in _children(font, "b"))
    return CellFormat(code=codes.get(number) or built_in(number), font=font_name(font), bold=bold)


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in element if local_name(child) == name]


def _figure(element: etree._Element, name: str) -> int:
    text = element.get(name, "0")
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else 0
