"""A planted slip and its clean twin: the same text without it."""

from dataclasses import dataclass
from datetime import datetime

from tinbai.checks import Checked


@dataclass(frozen=True, kw_only=True)
class Slip:
    """`wrong` and `right` are bodies, a paragraph a line, or HTML. `sent` is the day of the letter."""

    wrong: str
    right: str
    title: str = "Tin từ cơ sở"
    summary: str = ""
    sent: str = "2026-09-22"

    def article(self, body: str) -> Checked:
        html = body if body.startswith("<") else "".join(f"<p>{line}</p>" for line in body.split("\n"))
        return Checked(
            title=self.title, summary=self.summary or None, body_html=html,
            date=datetime.fromisoformat(f"{self.sent}T10:00:00+07:00"),
        )  # fmt: skip


def slips(*pairs: tuple[str, str], sent: str = "2026-09-22") -> tuple[Slip, ...]:
    return tuple(Slip(wrong=wrong, right=right, sent=sent) for wrong, right in pairs)


def traps(*bodies: str, sent: str = "2026-09-22", title: str = "Tin từ cơ sở") -> tuple[Slip, ...]:
    """Texts that look like a slip and are none."""
    return tuple(Slip(wrong="", right=body, sent=sent, title=title) for body in bodies)
