"""The bare text of older office files, for when LibreOffice is missing or fails. No pictures, hardly any form."""

import shutil
from collections.abc import Callable, Mapping

from lxml import etree

from ingest.letter import Part
from ingest.openers.plain import plain_source
from ingest.openers.programs import run, working_folder
from ingest.openers.rtf import text_in_rtf
from ingest.openers.sniff import Form
from ingest.openers.unreadable import UnreadableError
from ingest.openers.wordml.package import Package, parsed
from ingest.source import Source
from tinbai.limits import Limits

_TEXT_NS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_WORD_2003 = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_SECONDS = 20


def text_only(part: Part, form: Form, limits: Limits) -> Source | None:
    """The text of `part`, or None when it cannot be had."""
    reader = _READERS.get(form)
    try:
        text = reader(part.content, limits) if reader else ""
    except UnreadableError:
        return None
    return plain_source(text, name=part.filename) if text.strip() else None


def _rtf(content: bytes, limits: Limits) -> str:
    return text_in_rtf(content[: limits.document_xml_bytes])


def _odt(content: bytes, limits: Limits) -> str:
    root = Package(content, limits).xml("content.xml")
    if root is None:
        return ""
    lines = root.iter(_TEXT_NS + "p", _TEXT_NS + "h")
    return "\n".join("".join(_odt_texts(line)) for line in lines)


def _odt_texts(element: etree._Element) -> list[str]:
    signs = {_TEXT_NS + "s": " ", _TEXT_NS + "tab": "\t", _TEXT_NS + "line-break": "\n"}
    pieces = [element.text or ""]
    for child in element:
        nested = child.tag in (_TEXT_NS + "p", _TEXT_NS + "h")
        pieces += [signs.get(child.tag, ""), *([] if nested else _odt_texts(child)), child.tail or ""]
    return pieces


def _word_xml(content: bytes, _limits: Limits) -> str:
    root = parsed(content)
    return "\n".join(
        "".join(text.text or "" for text in line.iter(_WORD_2003 + "t")) for line in root.iter(_WORD_2003 + "p")
    )


def _doc(content: bytes, _limits: Limits) -> str:
    """Word 97 text through antiword or catdoc, where one of them is installed."""
    for command in (["antiword", "-m", "UTF-8.txt", "-w", "0"], ["catdoc", "-d", "utf-8", "-w"]):
        if shutil.which(command[0]) is None:
            continue
        with working_folder() as folder:
            file, printed = folder / "given.doc", folder / "text"
            file.write_bytes(content)
            if run([*command, str(file)], folder, seconds=_SECONDS, output=printed) and (
                text := printed.read_text(encoding="utf-8", errors="replace").strip()
            ):
                return text
    return ""


_READERS: Mapping[Form, Callable[[bytes, Limits], str]] = {
    Form.RTF: _rtf,
    Form.ODT: _odt,
    Form.WORD_XML: _word_xml,
    Form.DOC: _doc,
}
