"""The way one would write it in an afternoon: every library as it comes, everything in the database."""

import base64
import io
from pathlib import Path

import bleach
import mailparser
import mammoth
from bleach.css_sanitizer import CSSSanitizer
from imapclient import IMAPClient
from sqlalchemy import LargeBinary, Text, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

TAGS = {"p", "br", "b", "strong", "i", "em", "u", "ul", "ol", "li", "table", "tr", "td", "a", "h1", "h2", "img", "span"}
ATTRIBUTES = {"*": ["style"], "a": ["href"], "img": ["src", "alt"]}


class _Base(DeclarativeBase):
    pass


class _Article(_Base):
    __tablename__ = "article"
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    raw: Mapped[bytes] = mapped_column(LargeBinary)


class _File(_Base):
    __tablename__ = "file"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    content: Mapped[bytes] = mapped_column(LargeBinary)


def naive(host: str, port: int, user: str, password: str, database: Path) -> int:
    """Every letter of INBOX into a fresh database at `database`; returns how many."""
    database.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{database}")
    event.listen(engine, "connect", lambda connection, _: connection.executescript("PRAGMA synchronous = FULL"))
    _Base.metadata.create_all(engine)
    with IMAPClient(host, port=port, ssl=False, timeout=60) as client:
        client.login(user, password)
        client.select_folder("INBOX", readonly=True)
        uids = client.search("ALL")
        for uid in uids:
            raw = client.fetch([uid], ["RFC822"])[uid][b"RFC822"]
            with Session(engine) as session:
                session.add_all(_rows(raw))
                session.commit()
    engine.dispose()
    return len(uids)


def _rows(raw: bytes) -> list[_Base]:
    letter = mailparser.parse_from_bytes(raw)
    body = "".join(letter.text_html) or "".join(f"<p>{text}</p>" for text in letter.text_plain)
    rows: list[_Base] = []
    for part in letter.attachments:
        payload = part["payload"]
        content = base64.b64decode(payload) if part["binary"] else payload.encode()
        rows.append(_File(name=part["filename"], content=content))
        if part["filename"].endswith(".docx"):
            body = mammoth.convert_to_html(io.BytesIO(content)).value
    cleaned = bleach.clean(
        body, tags=TAGS, attributes=ATTRIBUTES, protocols=["http", "https", "data", "cid"],
        css_sanitizer=CSSSanitizer(), strip=True,
    )  # fmt: skip
    return [_Article(title=letter.subject, body=cleaned, raw=raw), *rows]
