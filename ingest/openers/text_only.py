"""The bare text of older office files, for when LibreOffice is missing or fails. No pictures, hardly any form."""

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping

from lxml import etree

from ingest.letter import Part
from ingest.openers.plain import plain_source
from ingest.openers.programs import working_folder
from ingest.openers.sniff import Form
from ingest.openers.unreadable import UnreadableError
from ingest.openers.wordml.package import Package, parsed
from ingest.source import Source
from tinbai.limits import Limits

_TEXT_NS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_WORD_2003 = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_SECONDS = 20
_RTF_TOKEN = re.compile(
    r"\\([a-z]+)(-?\d+)? ?|\\'([0-9a-f]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.IGNORECASE | re.DOTALL
)
_RTF_SKIPPED = frozenset(
    "fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr themedata datastore "
    "listtable listoverridetable rsidtbl generator fldinst latentstyles xmlnstbl".split()
)
_RTF_SIGNS = {"par": "\n", "line": "\n", "row": "\n", "cell": "\t", "tab": "\t", "emdash": "—", "endash": "–",
              "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•"}  # fmt: skip


def text_only(part: Part, form: Form, limits: Limits) -> Source | None:
    """The text of `part`, or None when it cannot be had."""
    reader = _READERS.get(form)
    try:
        text = reader(part.content, limits) if reader else ""
    except UnreadableError:
        return None
    return plain_source(text, name=part.filename) if text.strip() else None


def _rtf(content: bytes, limits: Limits) -> str:
    r"""RTF text: `\'xx` are bytes of the code page, `\uN` are characters followed by a stand-in to skip."""
    pieces: list[str] = []
    skipping: list[bool] = [False]
    stand_ins = 0
    for token in _RTF_TOKEN.finditer(content[: limits.document_xml_bytes].decode("latin-1")):
        word, number, byte, sign, brace, text = token.groups()
        if brace:
            skipping.append(skipping[-1]) if brace == "{" else skipping[1:] and skipping.pop()
        elif sign == "*" or (word or "") in _RTF_SKIPPED:
            skipping[-1] = True
        elif skipping[-1]:
            continue
        elif word == "u" and number:
            pieces.append(chr(int(number) % 0x10000))
            stand_ins = 1
        elif byte or text:
            piece = chr(int(byte, 16)) if byte else text
            pieces.append(piece[stand_ins:])
            stand_ins = 0
        else:
            pieces.append(_RTF_SIGNS.get(word or "", {"~": " ", "-": "\u00ad", "_": "-"}.get(sign or "", "")))
    return "".join(pieces)


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
            file = folder / "given.doc"
            file.write_bytes(content)
            try:
                run = subprocess.run([*command, str(file)], capture_output=True, timeout=_SECONDS, check=False)
            except subprocess.TimeoutExpired:
                continue
        if run.returncode == 0 and run.stdout.strip():
            return run.stdout.decode("utf-8", "replace")
    return ""


_READERS: Mapping[Form, Callable[[bytes, Limits], str]] = {
    Form.RTF: _rtf,
    Form.ODT: _odt,
    Form.WORD_XML: _word_xml,
    Form.DOC: _doc,
}
