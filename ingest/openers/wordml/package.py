"""The package of a .docx: a zip of XML parts and media, read within limits and without trusting any figure in it."""

import posixpath
import zlib
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from ingest.openers.unreadable import UnreadableError
from ingest.openers.wordml.names import PKG_REL, STRICT
from tinbai.limits import Limits

DAMAGED = "Không đọc được tệp Word: tệp bị hỏng. Đề nghị người gửi mở lại bằng Word, lưu lại rồi gửi lại."
TOO_BIG = "Không đọc tệp Word vì nội dung bung ra lớn bất thường. Đề nghị người gửi lưu lại thành tệp nhỏ hơn."
FORBIDDEN = "Không đọc tệp Word vì có khai báo XML lạ (DOCTYPE), có thể gây hại. Đề nghị người gửi lưu lại bằng Word."
PROTECTED = "Không đọc được tệp Word vì có mật khẩu. Đề nghị người gửi bỏ mật khẩu rồi gửi lại."

_STYLES_BYTES = 5_000_000  # styles and numbering beyond this are not Word's
_RATIO_COUNTS_FROM = 1_000_000  # a small part may well pack 100 to 1


@dataclass(frozen=True, kw_only=True)
class Relation:
    """What a part refers to: a part of the package by its name, or an outside address."""

    target: str
    kind: str  # the last word of the relationship's type: "image", "hyperlink", ...
    external: bool


class Package:
    """A .docx file. Reading from it raises UnreadableError, never anything else."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.archive_bytes
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise UnreadableError(DAMAGED) from error
        if len(self._zip.namelist()) > limits.archive_entries:
            raise UnreadableError(TOO_BIG, check="archive_bomb")

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
        return parsed(content)

    def read(self, name: str, most: int | None = None) -> bytes:
        """The bytes of a part, at most `most` of them; all that is read counts against the limit of the package."""
        try:
            info = self._zip.getinfo(self.names[name.lower()])
            honest = max(_RATIO_COUNTS_FROM, self._limits.archive_ratio * info.compress_size)
            allowed = min(self._left, most or self._left, honest)
            with self._zip.open(info) as file:
                content = file.read(allowed + 1)
        except (BadZipFile, zlib.error, KeyError, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise UnreadableError(DAMAGED) from error
        except RuntimeError as error:  # zipfile says so when an entry is encrypted
            raise UnreadableError(PROTECTED, check="attachment_protected") from error
        if len(content) > allowed:
            raise UnreadableError(TOO_BIG, check="archive_bomb")
        self._left -= len(content)
        return content

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


def parsed(content: bytes) -> etree._Element:
    """The root element of XML from outside: no entity is expanded, nothing is fetched, a DOCTYPE is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if b"<!DOCTYPE" in content[:4096]:
            raise UnreadableError(FORBIDDEN, check="hostile_document") from error
        raise UnreadableError(DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(FORBIDDEN, check="hostile_document")
    return root
