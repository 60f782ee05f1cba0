"""Letters that carry attacks in every place that a page may show."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from tests.attacks.documents import KINDS
from tests.attacks.table import Attack, together
from tests.mail.making.mime import Leaf, Multipart, encoded, html, inline, letter
from tests.review.office import a_picture

REGISTERED = "hnd@songmau.example"
STRANGER = "khach@vanglai.example"
FILES = 9000  # and the letter's number: the paragraph of its file that must be shown
_ACTIVE = '{}; x="\'><img src=x: onerror=alert({})>"'


@dataclass(frozen=True, kw_only=True)
class Load:
    """What one letter and its article carry: attacks in HTML, and attacks that are words; `kind` is its file's."""

    number: int
    html: Sequence[Attack]
    words: Sequence[Attack]
    kind: str = "docx"

    @property
    def body(self) -> str:
        """All the HTML in one text."""
        return together(self.html)

    @property
    def line(self) -> str:
        """All the words in one line."""
        return " ".join(attack.text for attack in self.words)

    def shown(self) -> set[int]:
        """The paragraphs that must be seen on some page: one for each attack, and one of the file."""
        return {attack.number for attack in self.html} | {FILES + self.number}

    def raw(self, *, sender: str = REGISTERED) -> bytes:
        """The letter, with a file whose text then may be the article."""
        shown = f'<p>Thư số {self.number}. <img src="cid:anh@songmau.example" alt="Ảnh"></p>'
        kind, first = KINDS[self.kind], self.html[0].number
        parts = [
            html(shown + self.body),
            inline("anh.jpg", "image/jpeg", a_picture("navy"), content_id="anh@songmau.example"),
            _file(f"{self.line}.jpg", "image/jpeg", a_picture(f"#{self.number:06x}")),
            _file(f"{self.line}.html", "text/html", f"<!doctype html><title>{self.line}</title>{self.body}".encode()),
            _file(f"{self.line}.svg", _ACTIVE.format("image/svg+xml", first), _drawing(first).encode()),
            _file(f"{self.line}.{kind.ending}", kind.media_type, kind.file(self._lines())),
        ]
        headers = [
            ("From", f"{_hidden(self.line)} <{sender}>"),
            ("To", f"{_hidden(self.line)} <bbt.anmau@songmau.example>"),
            ("Cc", f"{_hidden(self.line)} <ubnd@songmau.example>"),
            ("Reply-To", f"{_hidden(self.line)} <{sender}>"),
            ("Subject", _hidden(f"Tin {self.number} {self.line}")),
            ("Date", f"Thu, 15 Oct 2026 08:00:00 +0700 (<img src=x: onerror=alert({first})>)"),
            ("X-Mailer", f"<script>alert({first})</script>"),
            ("Message-ID", f"<tan-cong.{self.number}.{sender}>"),
        ]
        return letter(headers, Multipart(subtype="mixed", boundary="phan", parts=parts))

    def _lines(self) -> list[str]:
        marked = f"Tin của thôn. Đoạn {FILES + self.number}."
        return [marked, *(attack.text for attack in self.words), f"Tác giả: {self.line}"]


def loads(
    html_attacks: Sequence[Attack], words: Sequence[Attack], letters: int, *, kinds: Sequence[str] = tuple(KINDS)
) -> list[Load]:
    """Every attack in one of `letters` loads, the kinds mixed; where there are too few words, they come again."""
    return [
        Load(
            number=number + 1,
            html=html_attacks[number::letters],
            words=words[number::letters] or [words[number % len(words)]],
            kind=kinds[number % len(kinds)],
        )
        for number in range(letters)
    ]


def _file(name: str, media_type: str, content: bytes) -> Leaf:
    whole = name.replace("/", "∕")  # what stands before a slash is a folder to the reader, and cut off
    disposition = f"attachment; filename*=UTF-8''{quote(whole, safe='')}"
    return Leaf(content_type=media_type, content=content, headers=[("Content-Disposition", disposition)])


def _hidden(text: str) -> str:
    """In encoded words, so that no sign of it means anything in the header itself."""
    return encoded(f"{text} –")


def _drawing(number: int) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" onload="alert({number})"><script>alert({number})</script></svg>'
