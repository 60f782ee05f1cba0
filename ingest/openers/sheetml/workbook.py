"""A workbook: its sheets by name, the formats of its cells, the strings that cells share."""

import posixpath
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from ingest.openers.sheetml.cell_format import CellFormat, cell_formats, font_name
from ingest.openers.wordml.names import R
from ingest.openers.wordml.package import Package, Relation, damaged
from ingest.openers.xml_stream import elements, local_name
from ingest.vietnamese.ink import Ink

_SHEETS = frozenset(("worksheet", "chartsheet", "dialogsheet"))


@dataclass(frozen=True, kw_only=True)
class SheetPart:
    """A sheet as the workbook lists it; `part` is the name of its part in the package."""

    name: str
    part: str
    hidden: bool


class Workbook:
    """An .xlsx or .xlsm file. Reading from it raises UnreadableError."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._main = package.main
        root = package.xml(self._main)
        if root is None or local_name(root) != "workbook":
            raise damaged(package.kind)
        self._root = root

    @cached_property
    def relations(self) -> Mapping[str, Relation]:
        """What the workbook refers to."""
        return self.package.relations(self._main)

    @cached_property
    def sheets(self) -> Sequence[SheetPart]:
        """The sheets in their order, hidden ones too."""
        found = []
        for element in self._root.iter():
            relation = self.relations.get(element.get(R + "id", "")) if local_name(element) == "sheet" else None
            if relation is not None and relation.kind in _SHEETS and self.package.has(relation.target):
                hidden = element.get("state") in ("hidden", "veryHidden")
                found.append(SheetPart(name=element.get("name", "").strip(), part=relation.target, hidden=hidden))
        return found

    @cached_property
    def since_1904(self) -> bool:
        """Whether days are counted from 1904, as on old Macs."""
        return any(
            element.get("date1904") in ("1", "true") for element in self._root if local_name(element) == "workbookPr"
        )

    @cached_property
    def formats(self) -> Sequence[CellFormat]:
        """The formats that cells name by their number."""
        return cell_formats(self.package.xml(self._related("styles")))

    def shared_strings(self, wanted: Collection[int]) -> dict[int, Sequence[Ink]]:
        """Those of the shared strings that are wanted, by their number."""
        name = self._related("sharedStrings")
        if not wanted or not self.package.has(name):
            return {}
        last, found = max(wanted), {}
        for number, element in enumerate(elements(self.package, name, "si")):
            if number in wanted:
                found[number] = inks_of(element)
            if number >= last:
                break
        return found

    @property
    def external_links(self) -> int:
        """How many other workbooks, or data sources, this one takes values from."""
        return sum(relation.kind == "externalLink" for relation in self.relations.values())

    def _related(self, kind: str) -> str:
        named = (r.target for r in self.relations.values() if r.kind == kind and not r.external)
        return next(named, posixpath.join(posixpath.dirname(self._main), f"{kind}.xml"))


def inks_of(element: etree._Element) -> Sequence[Ink]:
    """The text of a shared or an inline string, with the fonts of its runs; readings of characters are left out."""
    inks = []
    for child in element:
        if local_name(child) == "t":
            inks.append(Ink(text=child.text or ""))
        elif local_name(child) == "r":
            properties = next((each for each in child if local_name(each) == "rPr"), None)
            text = "".join(each.text or "" for each in child if local_name(each) == "t")
            inks.append(Ink(text=text, font=font_name(properties)))
    return [ink for ink in inks if ink.text]
