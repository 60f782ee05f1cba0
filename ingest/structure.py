"""From the parts of a letter to its bodies and what came along, in the order of the letter."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.alternatives import best_of
from ingest.beyond import Beyond
from ingest.bodies import Body, body_of, rich_body
from ingest.cms import Kind, read_cms
from ingest.encoded_words import text_of_header
from ingest.filenames import distinct, name_for, name_of_letter, shadow_name
from ingest.letter import Part
from ingest.message import WholeMessage, first_header
from ingest.mime import Entity, entity_of, headers_only, leaves, split
from ingest.mislabelled import is_file, meant
from ingest.openers.sniff import Form, form_of
from ingest.openers.tnef import tnef_text
from ingest.protection import PGP, S_MIME, elsewhere, encrypted, partial, signed
from tinbai.finding import Finding
from tinbai.limits import PARAMETERS, Limits
from tinbai.text import clean_line

NESTED = frozenset({"message/rfc822", "message/global", "message/news"})

_WITH_PARAMETERS = ("content-type", "content-disposition")
_TEXTS = frozenset({"text/plain", "text/html"})
_CMS_TYPES = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_TNEF, _APPLE_DOUBLE = b"\x78\x9f\x3e\x22", b"\x00\x05\x16\x07"
_MOST_COVERS = 5  # signed, and signed again on the way
_UNTOLD = frozenset({"application/octet-stream", "text/plain"})  # types that say nothing of a file


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """What a part of the tree holds. `flow` is what its sender saw: texts, and the pictures shown among them."""

    flow: Sequence[Body | Part] = ()
    parts: Sequence[Part] = ()
    others: Sequence[Body] = ()  # forms of the text that were not used

    @property
    def bodies(self) -> list[Body]:
        """The texts alone."""
        return [one for one in self.flow if isinstance(one, Body)]


@dataclass(kw_only=True)
class Gatherer:
    """Walks one letter and the letters nested in it; counts what it meets against the limits."""

    limits: Limits
    contents: Mapping[int, bytes]  # decoded bytes by the id of their message, as far as they are known already
    defects: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    inside: str | None = None
    depth: int = 0
    covers: int = 0  # S/MIME messages around what is read now
    position: int = 0
    taken: set[str] = field(default_factory=set)  # names of containers
    shown_files: list[Entity] = field(default_factory=list)  # texts with a name that the sender's program showed
    parcels: list[Part] = field(default_factory=list)  # winmail.dat

    def read(self, message: WholeMessage) -> Gathered:
        """The whole letter; the text of one without any is in Outlook's parcel, or the first text file shown in it."""
        gathered = self.gather(message, root=True)
        if not gathered.bodies:
            for parcel in self.parcels[:1]:
                text, html = tnef_text(parcel.content)
                gathered = replace(gathered, flow=rich_body(text, html, limits=self.limits))
        if not gathered.bodies and self.shown_files:
            gathered = replace(gathered, flow=self._body(self.shown_files[0]).flow)
        return gathered

    def gather(self, message: WholeMessage, *, root: bool = False, depth: int = 0) -> Gathered:
        """The bodies and parts of `message` and everything below it, in order."""
        entity = entity_of(message)
        if any(first_header(message, name).count(";") > PARAMETERS for name in _WITH_PARAMETERS):
            self._note(Beyond.PARAMETERS)
        if depth > self.limits.part_depth:
            self._note(Beyond.PART_DEPTH)
            return _joined([self._leaf(leaf, root=False) for leaf in leaves(message)])
        if not entity.children:
            return self._leaf(entity, root=root)
        self._note_protection(entity)
        children = [self.gather(child, depth=depth + 1) for child in entity.children]
        return _alternative(children) if entity.media_type == "multipart/alternative" else _joined(children)

    def _note_protection(self, entity: Entity) -> None:
        """RFC 1847: signed text is read, encrypted text is not to be had."""
        how = PGP if "pgp" in entity.parameters.get("protocol", "").lower() else S_MIME
        if entity.media_type == "multipart/signed":
            self._find(signed(how))
        elif entity.media_type == "multipart/encrypted":
            self._find(encrypted(how))

    def _leaf(self, entity: Entity, *, root: bool) -> Gathered:
        is_body = self._is_body(entity, root=root)
        content = self._content(entity, text=is_body)
        if is_body and not is_file(content, entity.charset):
            return self._body(entity, content)
        if entity.disposition == "inline" and entity.media_type in _TEXTS and self.depth == 0:
            self.shown_files.append(entity)
        if self.position >= self.limits.parts:
            self._note(Beyond.PARTS)
            return Gathered()
        self.position += 1
        if entity.media_type in NESTED:
            return Gathered(parts=tuple(self._nested(entity, content)))
        if _is_cms(entity):
            return self._unsealed(entity, content)
        return self._file(entity, content)

    def _is_body(self, entity: Entity, *, root: bool) -> bool:
        """Text that the sender wrote into the letter, not a file; a letter that is one text has no file name."""
        if entity.media_type.startswith("multipart/"):  # without any boundary line: what it holds is text
            return True
        if entity.media_type not in _TEXTS or entity.disposition == "attachment":
            return False
        return root or entity.filename is None

    def _body(self, entity: Entity, content: bytes | None = None) -> Gathered:
        content = self._content(entity, text=True) if content is None else content
        body = body_of(entity, content, first_position=self.position + 1, limits=self.limits)
        self.position += len(body.parts)
        self.defects += body.defects
        for finding in body.findings:
            self._find(finding)
        parts = [replace(part, inside=self.inside) for part in body.parts]
        return Gathered(flow=[body] if body.text or body.html else [], parts=parts)

    def _file(self, entity: Entity, content: bytes) -> Gathered:
        part = self._part(entity, content)
        if entity.media_type == "message/partial":
            self._find(partial(*(clean_line(entity.parameters.get(name, "")) for name in ("number", "total"))))
        elif entity.media_type == "message/external-body":
            self._find(elsewhere(entity.filename))
        if content.startswith(_TNEF) and self.depth == 0:
            self.parcels.append(part)
        shown = _is_shown(part) and entity.disposition != "attachment" and self.depth == 0
        return Gathered(parts=[part], flow=[part] if shown else [])

    def _part(self, entity: Entity, content: bytes) -> Part:
        name = entity.filename or name_for(self.position, _telling_type(entity.media_type, content))
        return Part(
            filename=shadow_name(name) if content.startswith(_APPLE_DOUBLE) else name,
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
        part = self._container(entity, content, name)
        yield part
        if not self._too_deep():
            yield from self._inside(part.filename, content, depth=1).parts

    def _unsealed(self, entity: Entity, content: bytes) -> Gathered:
        """An S/MIME message (RFC 8551): what was signed is the letter's own, and stands where its cover stood."""
        name = entity.filename or name_for(self.position, "application/pkcs7-mime")
        part = self._container(entity, content, name)
        cms = read_cms(content)
        if cms is None or cms.content is None:
            if entity.parameters.get("smime-type") not in ("certs-only", "signed-data") and (
                cms is None or cms.kind is not Kind.SIGNED
            ):
                self._find(encrypted(S_MIME))
            return Gathered(parts=[part])
        self._find(signed(S_MIME))
        if self._too_deep() or self.covers >= _MOST_COVERS:
            return Gathered(parts=[part])
        inner = self._inside(part.filename, cms.content, covers=1)
        return replace(inner, parts=[part, *inner.parts])

    def _container(self, entity: Entity, content: bytes, name: str) -> Part:
        """A part that others are in: they name it, so that no two have one name."""
        name = distinct(name, self.taken)
        self.taken.add(name)
        return replace(self._part(entity, content), filename=name)

    def _inside(self, name: str, content: bytes, *, depth: int = 0, covers: int = 0) -> Gathered:
        """What is in a part: `depth` letters or `covers` further down."""
        message, defects = split(content, self.limits)
        below = replace(self, contents={}, inside=name, depth=self.depth + depth, covers=self.covers + covers)
        below.defects += defects
        gathered = below.gather(message, root=True)
        self.position = below.position
        return gathered

    def _too_deep(self) -> bool:
        too_deep = len(self.taken) > self.limits.parts or self.depth >= self.limits.part_depth
        if too_deep:
            self._note(Beyond.NESTED_LETTERS)
        return too_deep

    def _content(self, entity: Entity, *, text: bool) -> bytes:
        known = self.contents.get(id(entity.message))
        content = entity.content() if known is None else known
        return content if text else meant(entity.message, content, entity.encoding)

    def _note(self, defect: str) -> None:
        if defect not in self.defects:
            self.defects.append(defect)

    def _find(self, finding: Finding) -> None:
        """About this letter; what is to be said of a nested one is said when that is opened."""
        if self.depth == 0 and finding not in self.findings:
            self.findings.append(finding)


def _is_cms(entity: Entity) -> bool:
    named = (entity.filename or "").lower().endswith(".p7m")
    return entity.media_type in _CMS_TYPES or (named and entity.media_type in _UNTOLD)


def _is_shown(part: Part) -> bool:
    """Whether a picture is one that a page may show; a drawing in SVG never is."""
    return part.media_type.startswith("image/") and form_of(part.content) is not Form.SVG


def _telling_type(media_type: str, content: bytes) -> str:
    return form_of(content).media_type if media_type in _UNTOLD else media_type


def _joined(children: Sequence[Gathered]) -> Gathered:
    return Gathered(
        flow=[one for child in children for one in child.flow],
        parts=[part for child in children for part in child.parts],
        others=[body for child in children for body in child.others],
    )


def _alternative(children: Sequence[Gathered]) -> Gathered:
    """Of several forms of the same text the best one; the parts of all."""
    best = best_of([child.bodies for child in children])
    joined = _joined(children)
    unused = [body for place, child in enumerate(children) if place != best for body in child.bodies]
    return replace(joined, flow=() if best is None else children[best].flow, others=[*joined.others, *unused])
