"""Letters written part by part, for tests of structure."""

from base64 import b64encode

from ingest.letter import Letter
from ingest.parse import parse
from ingest.read import read
from ingest.reading import Reading
from tinbai.limits import Limits

LIMITS = Limits()
HEAD = "From: Hội Nông dân <hnd@songmau.example>\r\nSubject: Tin\r\nMIME-Version: 1.0\r\n"
PLAIN = "Content-Type: text/plain; charset=utf-8\r\n\r\n"
HTML = "Content-Type: text/html; charset=utf-8\r\n\r\n"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(range(256))
ARTICLE = (
    "Sáng nay, thôn Đồng Thử tổ chức họp dân bàn việc làm đường. Bà con góp nhiều ý kiến về mặt bằng, kinh phí và "
    "thời gian thi công, tất cả đều nhất trí hiến đất để con đường sớm hoàn thành trước mùa mưa năm nay."
)


def multipart(kind: str, *parts: str, boundary: str = "B", more: str = "", end: bool = True) -> str:
    """A multipart with its own header, to stand in a letter or in another."""
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in parts)
    closing = f"--{boundary}--\r\n" if end else ""
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"{more}\r\n\r\n{body}{closing}'


def base64_part(headers: str, content: bytes) -> str:
    """A part of this content; `headers` are whole lines."""
    text = b64encode(content).decode()
    lines = "\r\n".join(text[place : place + 76] for place in range(0, len(text), 76))
    return f"{headers}Content-Transfer-Encoding: base64\r\n\r\n{lines}"


def parsed(text: str | bytes) -> Letter:
    """The letter as the parser gives it."""
    return parse(text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text, LIMITS)


def reading(text: str | bytes) -> Reading:
    """The letter as it is read as a whole."""
    return read(text.encode() if isinstance(text, str) else text, site=None, limits=LIMITS)


def shown(letter: Letter) -> list[tuple[str, str | None, bytes]]:
    """Names, containers and bytes of the parts."""
    return [(part.filename, part.inside, part.content) for part in letter.parts]
