"""What is drawn beside the text of a package: pictures, charts, SmartArt, text boxes over sheets."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.letter import Part
from ingest.openers.sniff import form_of
from ingest.openers.wordml.package import Package, Relation
from ingest.openers.xml_stream import local_name

CHART, DIAGRAM = "biểu đồ", "sơ đồ SmartArt"
_KINDS = {"chart": CHART, "chartEx": CHART, "diagramData": DIAGRAM}
_DEEPEST = 3  # a sheet refers to a drawing, that to a chart
_MOST = 200  # of one document


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A chart or SmartArt of a document; `text` is what is written in it, a line each, `part` the name of its part."""

    kind: str
    text: str
    part: str


def drawn_in(package: Package, part: str) -> Iterator[Drawn]:
    """The charts and the SmartArt that a part, or a drawing of it, refers to. Raises UnreadableError."""
    for relation in list(_related(package, part, set()))[:_MOST]:
        root = package.xml(relation.target)
        if root is not None:
            yield Drawn(kind=_KINDS[relation.kind], text="\n".join(_texts(root)), part=relation.target)


def boxed_text(package: Package, part: str) -> Iterator[str]:
    """The lines in the text boxes and shapes that float over a sheet. Raises UnreadableError."""
    for relation in package.relations(part).values():
        root = package.xml(relation.target) if relation.kind == "drawing" and not relation.external else None
        if root is not None:
            yield from _texts(root)


def pictures_in(package: Package, part: str, document: str) -> Iterator[Part]:
    """The pictures of a part and of its drawings, those that a browser shows. Raises UnreadableError."""
    relations = [relation for relation in package.relations(part).values() if not relation.external]
    for relation in [each for each in relations if each.kind == "drawing"]:
        relations += [inner for inner in package.relations(relation.target).values() if not inner.external]
    targets = dict.fromkeys(each.target for each in relations if each.kind == "image" and package.has(each.target))
    for target in list(targets)[:_MOST]:
        content = package.read(target)
        form = form_of(content)
        if form.is_photo:
            yield Part(
                filename=posixpath.basename(target), media_type=form.media_type, content=content, inside=document
            )


def _related(package: Package, part: str, seen: set[str], depth: int = 0) -> Iterator[Relation]:
    for relation in package.relations(part).values():
        if relation.external or relation.target in seen or len(seen) > _MOST:
            continue
        if relation.kind in _KINDS:
            seen.add(relation.target)
            yield relation
        elif relation.kind == "drawing" and depth < _DEEPEST:
            seen.add(relation.target)
            yield from _related(package, relation.target, seen, depth + 1)


def _texts(root: etree._Element) -> Iterator[str]:
    """The lines of text: titles and points of SmartArt as paragraphs, names and values of a chart one by one."""
    for element in root.iter():
        match local_name(element):
            case "p":
                text = "".join(piece.text or "" for piece in element.iter() if local_name(piece) == "t")
            case "v" | "pt":
                text = element.text or ""
            case _:
                continue
        if text.strip():
            yield " ".join(text.split())
