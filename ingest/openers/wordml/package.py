"""The package of a .docx and its kin: a zip of XML parts and media, read within limits, no figure in it trusted."""

import posixpath
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import IO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from ingest.openers.unreadable import UnreadableError
from ingest.openers.wordml.names import PKG_REL, STRICT
from tinbai.limits import Limits

_DAMAGED = "Không đọc được tệp {kind}: tệp bị hỏng. Đề nghị người gửi mở lại bằng {kind}, lưu lại rồi gửi lại."
_TOO_BIG = "Không đọc tệp {kind} vì nội dung bung ra lớn bất thường. Đề nghị người gửi lưu lại thành tệp nhỏ hơn."
_FORBIDDEN = (
    "Không đọc tệp {kind} vì có khai báo XML lạ (DOCTYPE), có thể gây hại. Đề nghị người gửi lưu lại bằng {kind}."
)
_PROTECTED = "Không đọc được tệp {kind} vì có mật khẩu. Đề nghị người gửi bỏ mật khẩu rồi gửi lại."

_STYLES_BYTES = 5_000_000  # styles and numbering beyond this are not Word's
_RATIO_COUNTS_FROM = 1_000_000  # a small part may well pack 100 to 1
_CHUNK = 65_536  # bytes that are unpacked at a time where a part is streamed


@dataclass(frozen=True, kw_only=True)
class Relation:
    """What a part refers to: a part of the package by its name, or an outside address."""

    target: str
    kind: str  # the last word of the relationship's type: "image", "hyperlink", ...
    external: bool


def damaged(kind: str) -> UnreadableError:
    """A file of the program `kind` that cannot be read."""
    return UnreadableError(_DAMAGED.format(kind=kind))


def _too_big(kind: str) -> UnreadableError:
    return UnreadableError(_TOO_BIG.format(kind=kind), check="archive_bomb")


class Package:
    """A .docx, .xlsx, .pptx or OpenDocument file. Reading from it raises UnreadableError, never anything else."""

    def __init__(self, content: bytes, limits: Limits, kind: str = "Word") -> None:
        """`kind` is the program that the editor is told of."""
        self.kind = kind
        self._limits = limits
        self._left = limits.archive_bytes
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise damaged(kind) from error
        if len(self._zip.namelist()) > limits.archive_entries:
            raise _too_big(kind)

    @cached_property
    def names(self) -> dict[str, str]:
        """The entry for each part name; names are compared without regard to case (ECMA-376 part 2)."""
        return {name.replace("\\", "/").lstrip("/").lower(): name for name in self._zip.namelist()}

    @cached_property
    def main(self) -> str:
        """The name of the document part."""
        relations = self.relations("").values()
        named = [relation.target for relation in relations if relation.kind == "officeDocument"]
        return next((name for name in named if self.has(name)), "word/document.xml")

    def has(self, name: str) -> bool:
        """Whether the package has such a part."""
        return name.lower() in self.names

    def xml(self, name: str) -> etree._Element | None:
        """The root of an XML part, or None when there is no such part."""
        if not self.has(name):
            return None
        secondary = name.endswith(("styles.xml", "numbering.xml", "theme1.xml"))
        most = _STYLES_BYTES if secondary else self._limits.document_xml_bytes
        content = self.read(name, most)
        for strict, ordinary in STRICT.items():
            content = content.replace(strict, ordinary) if strict in content else content
        return parsed(content, self.kind)

    def read(self, name: str, most: int | None = None) -> bytes:
        """The bytes of a part, at most `most` of them; all that is read counts against the limit of the package."""
        with self._entry(name) as (file, honest):
            allowed = min(self._left, most or self._left, honest)
            content = file.read(allowed + 1)
        if len(content) > allowed:
            raise _too_big(self.kind)
        self._left -= len(content)
        return content

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a part piece by piece, so that who has seen enough can stop; they count as in `read`."""
        with self._entry(name) as (file, honest):
            size = 0
            while piece := file.read(_CHUNK):
                size += len(piece)
                self._left -= len(piece)
                if size > honest or self._left < 0:
                    raise _too_big(self.kind)
                yield piece

    @contextmanager
    def _entry(self, name: str) -> Iterator[tuple[IO[bytes], int]]:
        """An open part, and how many bytes of it are no bomb."""
        try:
            info = self._zip.getinfo(self.names[name.lower()])
            with self._zip.open(info) as file:
                yield file, max(_RATIO_COUNTS_FROM, self._limits.archive_ratio * info.compress_size)
        except (BadZipFile, zlib.error, KeyError, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise damaged(self.kind) from error
        except RuntimeError as error:  # zipfile says so when an entry is encrypted
            raise UnreadableError(_PROTECTED.format(kind=self.kind), check="attachment_protected") from error

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of a part by their ids; "" stands for the package itself."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", base + ".rels"))
        return (
            {}
            if root is None
            else {rel.get("Id", ""): _relation(rel, folder) for rel in root.iter(PKG_REL + "Relationship")}
        )


def _relation(element: etree._Element, folder: str) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
    return Relation(target=target, kind=element.get("Type", "").rsplit("/", 1)[-1], external=external)


def parsed(content: bytes, kind: str = "Word") -> etree._Element:
    """The root element of XML from outside: no entity is expanded, nothing is fetched, a DOCTYPE is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if b"<!DOCTYPE" in content[:4096]:
            raise forbidden(kind) from error
        raise damaged(kind) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise forbidden(kind)
    return root


def forbidden(kind: str) -> UnreadableError:
    """A file whose XML declares what no program of its kind writes."""
    return UnreadableError(_FORBIDDEN.format(kind=kind), check="hostile_document")
