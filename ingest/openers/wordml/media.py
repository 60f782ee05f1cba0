"""Pictures of a document: each file once as a part, and a block wherever it stands. Charts are painted into some."""

import posixpath
from collections.abc import Mapping
from typing import Protocol

from lxml import etree

from ingest.letter import Part
from ingest.openers.sniff import Form, form_of
from ingest.openers.wordml.names import WP, R
from ingest.openers.wordml.package import Package, Relation
from tinbai.blocks import Picture

_EMU_PER_PIXEL = 9525
_MOST_DIGITS = 9
_MEDIA_TYPES = {".emf": "image/emf", ".wmf": "image/wmf", ".svg": "image/svg+xml"}
_FORMS_SHOWN = frozenset({Form.JPEG, Form.PNG, Form.GIF, Form.WEBP, Form.HEIC, Form.TIFF, Form.BMP})


class PaintsGraphics(Protocol):
    """What makes pictures of charts and SmartArt (`ingest/openers/painter.py`)."""

    def picture(
        self, reference: etree._Element, frame: etree._Element, relations: Mapping[str, Relation]
    ) -> tuple[str, bytes] | None:
        """The file name and the PNG of a graphic; None when it cannot be drawn."""


class Media:
    """The pictures met so far in one document."""

    def __init__(
        self,
        package: Package,
        document: str,
        rendered: Mapping[str, bytes] | None = None,
        painter: PaintsGraphics | None = None,
    ) -> None:
        """`rendered` are PNG files, by the names of parts that no browser shows."""
        self._package, self._painter = package, painter
        self._rendered = rendered or {}
        self._document = document
        self._parts: dict[str, Part | None] = {}
        self.not_shown: list[str] = []  # file names of pictures that no browser shows (EMF, WMF)
        self.linked = 0  # pictures that are only linked to, on the sender's own disk

    @property
    def parts(self) -> list[Part]:
        """Every picture file, in the order met."""
        return [part for part in self._parts.values() if part is not None]

    def picture(self, blip: etree._Element, drawing: etree._Element, relations: dict[str, Relation]) -> Picture | None:
        """The block for a `a:blip` or `v:imagedata` inside `drawing`; None when there is nothing to show."""
        relation_id = blip.get(R + "embed") or blip.get(R + "id") or ""
        relation = relations.get(relation_id)
        if relation is None or relation.external:
            self.linked += 1
            return None
        part = self._part(relation.target)
        if part is None or not part.media_type.startswith("image/") or part.filename in self.not_shown:
            return None
        width, height = _size(drawing)
        return Picture(sha256=part.sha256, alt=_alt(drawing), width=width, height=height)

    def graphic(
        self, reference: etree._Element, drawing: etree._Element, relations: Mapping[str, Relation]
    ) -> Picture | None:
        """The block for the chart or the SmartArt that `reference` names; None when it cannot be shown."""
        made = None if self._painter is None else self._painter.picture(reference, drawing, relations)
        if made is None:
            return None
        filename, content = made
        part = Part(filename=filename, media_type=Form.PNG.media_type, content=content, inside=self._document)
        self._parts[f"painted {len(self._parts)}"] = part
        width, height = _size(drawing)
        return Picture(sha256=part.sha256, alt=_alt(drawing), width=width, height=height)

    def _part(self, name: str) -> Part | None:
        if name not in self._parts:
            self._parts[name] = self._read(name) if self._package.has(name) else None
        return self._parts[name]

    def _read(self, name: str) -> Part | None:
        filename = posixpath.basename(name)
        content = self._rendered.get(name.lower())
        if content is None:
            content = self._package.read(name)
        else:
            filename = f"{posixpath.splitext(filename)[0]}.png"
        form = form_of(content)
        if form not in _FORMS_SHOWN:
            self.not_shown.append(filename)
        declared = _MEDIA_TYPES.get(posixpath.splitext(filename)[1].lower(), "application/octet-stream")
        media_type = form.media_type if form in _FORMS_SHOWN else declared
        return Part(filename=filename, media_type=media_type, content=content, inside=self._document)


def _size(drawing: etree._Element) -> tuple[int | None, int | None]:
    extent = next(drawing.iter(WP + "extent"), None)
    if extent is None:
        return None, None
    return _pixels(extent.get("cx", "")), _pixels(extent.get("cy", ""))


def _pixels(emu: str) -> int | None:
    return int(emu) // _EMU_PER_PIXEL if emu.isdecimal() and len(emu) <= _MOST_DIGITS else None


def _alt(drawing: etree._Element) -> str | None:
    """The alternative text, unless it is only the file name or what Word itself guesses from the picture."""
    properties = next(drawing.iter(WP + "docPr"), None)
    return written_by_people("" if properties is None else properties.get("descr", ""))


def written_by_people(alt: str) -> str | None:
    """An alternative text, unless it is only a file's name or what Word guessed."""
    text = alt.strip()
    guessed = "Description automatically generated" in text or "AI-generated" in text
    is_name = text.lower().endswith((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".heic"))
    return None if not text or guessed or is_name else text
