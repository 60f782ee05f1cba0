"""From the parts of a letter to its bodies and what came along, in the order of the letter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.bodies import Body, body_of
from ingest.encoded_words import text_of_header
from ingest.filenames import distinct, name_for, name_of_letter
from ingest.letter import Part
from ingest.mime import Entity, WholeMessage, entity_of, first_header, headers_only, leaves, split
from tinbai.limits import Limits
from tinbai.text import clean_line

_WORDS = re.compile(r"\w+")
_NESTED = frozenset({"message/rfc822", "message/global", "message/news"})
_TEXTS = frozenset({"text/plain", "text/html"})
_ENOUGH_OF_THE_TEXT = 0.5  # how much of the plain alternative's text the HTML must have to stand for it


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """What a part of the tree holds."""

    bodies: Sequence[Body] = ()
    parts: Sequence[Part] = ()


@dataclass(kw_only=True)
class Gatherer:
    """Walks one letter and the letters nested in it; counts what it meets against the limits."""

    limits: Limits
    contents: Mapping[int, bytes]  # decoded bytes by the id of their message, as far as they are known already
    defects: list[str] = field(default_factory=list)
    inside: str | None = None
    depth: int = 0
    position: int = 0
    taken: set[str] = field(default_factory=set)  # names of containers
    shown_files: list[Entity] = field(default_factory=list)  # texts with a name that the sender's program showed

    def read(self, message: WholeMessage) -> Gathered:
        """The whole letter; the text of a letter that consists of files is that of the first one shown in it."""
        gathered = self.gather(message, root=True)
        if gathered.bodies or not self.shown_files:
            return gathered
        return replace(gathered, bodies=self._body(self.shown_files[0]).bodies)

    def gather(self, message: WholeMessage, *, root: bool = False, depth: int = 0) -> Gathered:
        """The bodies and parts of `message` and everything below it, in order."""
        entity = entity_of(message)
        if depth > self.limits.part_depth:
            self._note("các phần lồng nhau quá sâu, đã đọc dàn phẳng")
            return _joined([self._leaf(leaf, root=False) for leaf in leaves(message)])
        if not entity.children:
            return self._leaf(entity, root=root)
        children = [self.gather(child, depth=depth + 1) for child in entity.children]
        return _alternative(children) if entity.media_type == "multipart/alternative" else _joined(children)

    def _leaf(self, entity: Entity, *, root: bool) -> Gathered:
        if self._is_body(entity, root=root):
            return self._body(entity)
        if entity.disposition == "inline" and entity.media_type in _TEXTS and self.depth == 0:
            self.shown_files.append(entity)
        if self.position >= self.limits.parts:
            self._note("thư có quá nhiều phần, các phần sau không được liệt kê")
            return Gathered()
        self.position += 1
        content = self._content(entity)
        if entity.media_type in _NESTED:
            return Gathered(parts=tuple(self._nested(entity, content)))
        return Gathered(parts=[self._part(entity, content)])

    def _is_body(self, entity: Entity, *, root: bool) -> bool:
        """Text that the sender wrote into the letter, not a file; a letter that is one text has no file name."""
        if entity.media_type.startswith("multipart/"):  # without any boundary line: what it holds is text
            return True
        if entity.media_type not in _TEXTS or entity.disposition == "attachment":
            return False
        return root or entity.filename is None

    def _body(self, entity: Entity) -> Gathered:
        body = body_of(entity, self._content(entity), first_position=self.position + 1, limits=self.limits)
        self.position += len(body.parts)
        self.defects += body.defects
        parts = [replace(part, inside=self.inside) for part in body.parts]
        return Gathered(bodies=[body] if body.text or body.html else [], parts=parts)

    def _part(self, entity: Entity, content: bytes) -> Part:
        return Part(
            filename=entity.filename or name_for(self.position, entity.media_type),
            media_type=entity.media_type,
            content=content,
            inline=entity.disposition == "inline" or (entity.content_id is not None and not entity.disposition),
            content_id=entity.content_id,
            inside=self.inside,
        )

    def _nested(self, entity: Entity, content: bytes) -> Iterator[Part]:
        """A nested letter as one part, and the parts inside of it; its text stays its own."""
        subject = clean_line(text_of_header(first_header(headers_only(content, self.limits), "subject")))
        name = entity.filename or name_of_letter(subject, self.position)
        name = distinct(name, self.taken)
        self.taken.add(name)
        yield replace(self._part(entity, content), filename=name)
        if self.depth >= self.limits.part_depth:
            self._note("thư lồng trong thư quá sâu")
            return
        message, defects = split(content, self.limits)
        below = replace(self, contents={}, inside=name, depth=self.depth + 1)
        below.defects += defects
        yield from below.gather(message, root=True).parts
        self.position = below.position

    def _content(self, entity: Entity) -> bytes:
        known = self.contents.get(id(entity.message))
        return entity.content() if known is None else known

    def _note(self, defect: str) -> None:
        if defect not in self.defects:
            self.defects.append(defect)


def _joined(children: Sequence[Gathered]) -> Gathered:
    return Gathered(
        bodies=[body for child in children for body in child.bodies],
        parts=[part for child in children for part in child.parts],
    )


def _alternative(children: Sequence[Gathered]) -> Gathered:
    """Of several forms of the same text, the HTML if it has the text, else the plain one; the parts of all."""
    rich = [child.bodies for child in children if any(body.html is not None for body in child.bodies)]
    plain = [child.bodies for child in children if child.bodies and child.bodies not in rich]
    chosen = rich[-1] if rich else plain[-1] if plain else ()
    if rich and plain and _words(rich[-1]) < _ENOUGH_OF_THE_TEXT * max(map(_words, plain)):
        chosen = max(plain, key=_words)
    return Gathered(bodies=chosen, parts=[part for child in children for part in child.parts])


def _words(bodies: Sequence[Body]) -> int:
    return sum(len(_WORDS.findall(body.text)) for body in bodies)
