"""Files of every kind whose text is attacks: what a file says is only words, whoever reads it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.ingest.openers.sheet_files import pptx, rows, shape, xlsx
from tests.ingest.openers.word_files import zipped
from tests.mail.making.docx import document, paragraph

_ODT = "application/vnd.oasis.opendocument.text"
_OOXML = "application/vnd.openxmlformats-officedocument"
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"'
)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of file, and how lines of text become one."""

    ending: str
    media_type: str
    of_lines: Callable[[Sequence[str]], bytes]

    def file(self, lines: Sequence[str]) -> bytes:
        """A file with these lines, as far as they are characters that a file may hold."""
        return self.of_lines(["".join(filter(str.isprintable, line)) for line in lines])


def _odt(lines: Sequence[str]) -> bytes:
    text = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    body = f"<office:body><office:text>{text}</office:text></office:body>"
    content = f"<office:document-content {_SPACES}>{body}</office:document-content>"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_ODT}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return zipped(
        {"mimetype": _ODT.encode(), "content.xml": content.encode(), "META-INF/manifest.xml": manifest.encode()}
    )


def _rtf(lines: Sequence[str]) -> bytes:
    body = "".join(f"{_rtf_text(line)}\\par\n" for line in lines)
    return f"{{\\rtf1\\ansi\\ansicpg1252\\uc1 {body}}}".encode("ascii")


def _rtf_text(line: str) -> str:
    units = line.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    return "".join(chr(code) if 32 <= code < 127 and chr(code) not in "\\{}" else f"\\u{code}?" for code in codes)


def _html(lines: Sequence[str]) -> bytes:
    return ("<!doctype html><meta charset=utf-8>" + "".join(f"<p>{escape(line)}</p>" for line in lines)).encode()


def _letter(lines: Sequence[str]) -> bytes:
    head = "From: khach@vanglai.example\nSubject: Tin\nContent-Type: text/plain; charset=utf-8\n\n"
    return (head + "\n\n".join(lines)).encode()


def _numbered(lines: Sequence[str]) -> list[list[str | float | None]]:
    return [[line, number] for number, line in enumerate(lines)]


KINDS: Mapping[str, Kind] = {
    kind.ending: kind
    for kind in (
        Kind(
            ending="docx",
            media_type=f"{_OOXML}.wordprocessingml.document",
            of_lines=lambda lines: document([paragraph(line) for line in lines]),
        ),
        Kind(ending="odt", media_type=_ODT, of_lines=_odt),
        Kind(ending="rtf", media_type="application/rtf", of_lines=_rtf),
        Kind(
            ending="xlsx",
            media_type=f"{_OOXML}.spreadsheetml.sheet",
            of_lines=lambda lines: xlsx(rows(*_numbered(lines))),
        ),
        Kind(
            ending="pptx",
            media_type=f"{_OOXML}.presentationml.presentation",
            of_lines=lambda lines: pptx(shape(*lines)),
        ),
        Kind(ending="txt", media_type="text/plain", of_lines=lambda lines: "\n\n".join(lines).encode()),
        Kind(ending="htm", media_type="text/html", of_lines=_html),
        Kind(ending="eml", media_type="message/rfc822", of_lines=_letter),
    )
}
