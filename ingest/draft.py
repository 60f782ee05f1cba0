"""Drafting: a reading becomes rows. One transaction closes the message and opens its articles.

The bytes of every part go to the blob store first; if the transaction then fails, they are swept like any blob that
nothing refers to.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Insert, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from ingest.anatomy.chosen_place import SURE_ENOUGH
from ingest.anatomy.lost_words import CHECK as LOST_WORDS
from ingest.bounces import note_bounce
from ingest.contract import as_json, chosen_json
from ingest.duplicate import twin_of
from ingest.joining import UNIT_OF, corrected, was_separated
from ingest.letter import Part
from ingest.reading import ReadArticle, ReadAttachment, Reading, ReadPhoto, Verdict
from ingest.receipt import receipt, why_none
from ingest.refusal import refusal
from ingest.repeated import without_repeated
from ingest.trust import Standing
from tinbai import __version__
from tinbai.approval import cancel_due
from tinbai.article import Article, ArticleStatus
from tinbai.article_search import put as put_terms
from tinbai.blobs import Blobs
from tinbai.clock import local
from tinbai.column import Column
from tinbai.config import SiteConfig, SmtpConfig
from tinbai.earlier_texts import earlier_findings
from tinbai.errors import ForbiddenMoveError
from tinbai.event import WORDS_LOST
from tinbai.finding import Finding
from tinbai.message import Message, MessagePart, MessageStatus, cut
from tinbai.no_receipt import KEPT_AS, NoReceipt
from tinbai.numbering import next_code
from tinbai.outbox import may_write
from tinbai.people import Unit
from tinbai.photo_findings import judge_known_photos
from tinbai.plain_rows import insert_now, table_of, update_now, value_of
from tinbai.register import sender_of
from tinbai.revision import Revision, RevisionAttachment, RevisionPhoto
from tinbai.site_data import SiteData
from tinbai.workflow import Decision, Fate, decide, record, settle

NOTHING_IN_IT = "Không lập được tin, bài từ thư này. Hãy mở thư gốc để xem."


def store_parts(reading: Reading, blobs: Blobs) -> None:
    """Put the bytes of everything that came along into the blob store."""
    blobs.put_all([part.content for part in reading.letter.parts])


def draft(
    session: Session, message: Message, reading: Reading, *,
    data: SiteData, site: SiteConfig, smtp: SmtpConfig, at: datetime,
) -> Sequence[Article]:  # fmt: skip
    """Close `message` with what `reading` says: articles, a new version, nothing, or held for a person.

    In the caller's transaction; calls for the same message twice raise ForbiddenMoveError. `smtp` says how we
    answer. Returns the articles made or renewed.
    """
    if message.status is not MessageStatus.RECEIVED:
        raise ForbiddenMoveError(noun="message", key=message.id, status=message.status, decision=Fate.DRAFT)
    apart = message.version is not None and was_separated(session, message)
    _describe(session, message, reading, data, at)
    if reading.verdict is Verdict.NOTHING:
        note_bounce(session, reading.letter, at)
        word = refusal(session, message, reading, site, smtp.sender, at)
        if word is not None and may_write(session, word.to, at, most=smtp.most_a_day):
            session.add(word)
        settle(session, message, Fate.DISMISS, by=None, at=at, reason=reading.reason or "")
        return []
    twin = twin_of(session, message, reading)
    if twin is not None:
        settle(session, message, Fate.DISMISS, by=None, at=at, reason=f"Trùng với thư đã nhận (số {twin.id}).")
        return []
    if not reading.articles or (reading.verdict is Verdict.HELD and not message.released):
        settle(session, message, Fate.HOLD, by=None, at=at, reason=reading.reason or NOTHING_IN_IT)
        return []
    reading = without_repeated(session, message, reading)
    return _take(session, message, reading, site=site, smtp=smtp, at=at, apart=apart)


def _take(
    session: Session, message: Message, reading: Reading, *,
    site: SiteConfig, smtp: SmtpConfig, at: datetime, apart: bool,
) -> Sequence[Article]:  # fmt: skip
    earlier = None if apart else corrected(session, message, reading)
    if earlier is not None:
        _renew(session, earlier.article, earlier.read, message, reading, at)
        articles, made_of, fate = [earlier.article], [earlier.read], Fate.JOIN
    else:
        made_of, fate = list(reading.articles), Fate.DRAFT
        articles = [add_article(session, message, reading, read, n, at) for n, read in enumerate(made_of)]
    codes = ", ".join(article.code for article in articles)
    settle(session, message, fate, by=None, at=at, reason=codes)
    why = _answer(session, message, reading, list(zip(articles, made_of, strict=True)), site=site, smtp=smtp, at=at)
    if why is not None:
        message.reading = {**(message.reading or {}), KEPT_AS: why}
    return articles


def _answer(
    session: Session, message: Message, reading: Reading, made: Sequence[tuple[Article, ReadArticle]], *,
    site: SiteConfig, smtp: SmtpConfig, at: datetime,
) -> NoReceipt | None:  # fmt: skip
    """Put the receipt into the outbox; or say why there is none."""
    why = why_none(message, reading, site, smtp.sender)
    if why is not None:
        return why
    letter = receipt(message, made, site, smtp.sender, at)
    if not may_write(session, letter.to, at, most=smtp.most_a_day):
        return NoReceipt.ENOUGH
    insert_now(session, letter)
    return None


def _describe(session: Session, message: Message, reading: Reading, data: SiteData, at: datetime) -> None:
    letter = reading.letter
    if message.version is not None:
        session.execute(delete(MessagePart).where(MessagePart.message_id == message.id))  # of an earlier reading
    sender, trust = letter.sender, reading.trust
    update_now(
        session, message, contributor_id=_contributor_id(session, message, reading), version=__version__,
        malware=letter.malware, message_id=cut(letter.message_id), subject=letter.subject, sent_at=letter.date,
        from_name=sender.name if sender else None, from_address=cut(sender.address) if sender else None,
        standing=trust.standing if trust else None, standing_reason=trust.reason if trust else None,
        alike=list(trust.alike) if trust else None,
        reading=as_json(reading, file=f"{message.sha256}.eml", site=data),
    )  # fmt: skip
    # Only a person lifts it: a later reading may have seen less of the letter. A listener follows it into the index.
    restriction = None if message.released else reading.restriction or message.restriction
    if restriction != message.restriction:
        message.restriction = restriction
    if any(finding.check == LOST_WORDS for finding in reading.findings):
        record(session, "message", message.id, message.site_id, WORDS_LOST, by=None, at=at)
    rows = [_part(message.id, position, part) for position, part in enumerate(letter.parts)]
    _add_rows(session, _PARTS, rows)


def _part(message_id: int, position: int, part: Part) -> dict[str, Any]:
    return {
        "message_id": message_id, "position": position, "filename": part.filename,
        "media_type": part.media_type[:128], "size": len(part.content), "sha256": part.sha256, "inline": part.inline,
        "content_id": part.content_id, "inside": part.inside, "malware": part.malware,
    }  # fmt: skip


def _contributor_id(session: Session, message: Message, reading: Reading) -> int | None:
    """The contributor whose address the letter bears; nobody where it was forged, unless a person let it through."""
    sender = reading.letter.sender
    forged = reading.trust is not None and reading.trust.standing is Standing.FORGED
    if sender is None or not sender.address or (forged and not message.released):
        return None
    return sender_of(session, message.site_id, sender.address)


def add_article(
    session: Session, message: Message, reading: Reading, read: ReadArticle, ordinal: int, at: datetime
) -> Article:
    """A new article of a letter with its first revision, in the caller's transaction."""
    site_id = message.site_id
    article = Article(
        site_id=site_id, code=next_code(session, site_id, local(at).year), kind=read.kind, status=ArticleStatus.NEW,
        message_id=message.id, ordinal=ordinal, contributor_id=message.contributor_id,
        unit_id=_unit_id(session, message, read), column_id=column_id(session, site_id, read), genre=read.genre,
        forwarded_by=_name(read), suggestions=[asdict(guess) for guess in read.columns], fields=dict(read.fields),
        set_aside=[asdict(piece) for piece in (*reading.set_aside, *read.set_aside)], created_at=at, changed_at=at,
        arrived_at=message.received_at,
    )  # fmt: skip
    insert_now(session, article)
    letter_findings = reading.findings if ordinal == 0 else ()
    add_revision(session, article, read, [*letter_findings, *read.findings], message=message, at=at)
    record(session, "article", article.id, site_id, "draft", by=None, at=at, after=article.status)
    return article


def _renew(
    session: Session, article: Article, read: ReadArticle, message: Message, reading: Reading, at: datetime
) -> None:
    """The contributor's corrected version becomes the newest revision; what is live stays live until approved."""
    was_approved = article.status is ArticleStatus.APPROVED
    note = "Cộng tác viên gửi bản mới."
    decide(session, article, Decision.RENEW, by=None, at=at, note=note, data={"message": message.id})
    if was_approved or article.status is ArticleStatus.EDITING:
        cancel_due(session, article, by=None, at=at)
    add_revision(session, article, read, [*reading.findings, *read.findings], message=message, at=at)
    aside = [asdict(piece) for piece in (*reading.set_aside, *read.set_aside)]
    article.set_aside = [*article.set_aside, *aside]
    article.publish_at, article.arrived_at = None, message.received_at
    article.version += 1


def add_revision(
    session: Session,
    article: Article,
    read: ReadArticle,
    findings: Sequence[Finding],
    *,
    message: Message,
    at: datetime,
) -> None:
    """The article's next revision, as it was read, in the caller's transaction."""
    number = article.revision.number + 1 if article.revision else 1
    summary = read.summary or ""
    earlier = earlier_findings(session, article, summary=summary, body_html=read.body_html, body_text=read.body_text)
    revision = Revision(
        article_id=article.id, number=number, made_at=at, message_id=message.id, from_part=read.from_part,
        encoding=read.encoding, title=read.title or "", summary=summary, body_html=read.body_html,
        byline=read.byline or "", author=read.author or "", source=read.source or "",
        findings=[*(_finding(finding) for finding in findings), *earlier],
        chosen=[chosen_json(each) for each in read.chosen],
    )  # fmt: skip
    insert_now(session, revision)
    session.execute(_NEWEST, {"article": article.id, "revision": revision.id})
    set_committed_value(article, "revision_id", revision.id)
    set_committed_value(article, "revision", revision)
    put_terms(session, article, new=number == 1)
    _add_rows(session, _PHOTOS, [_photo(revision.id, *each) for each in enumerate(read.photos)])
    _add_rows(session, _ATTACHMENTS, [_attachment(revision.id, *each) for each in enumerate(read.attachments)])
    judge_known_photos(session, article, {photo.sha256 for photo in read.photos if photo.place is not None})


def _add_rows(session: Session, statement: Insert, rows: list[dict[str, Any]]) -> None:
    """All in one statement: as objects each would be one of its own."""
    if rows:
        session.connection().execute(statement, rows)


def _photo(revision_id: int, position: int, photo: ReadPhoto) -> dict[str, Any]:
    return {
        "revision_id": revision_id, "position": position, "sha256": photo.sha256, "filename": photo.filename,
        "caption": photo.caption or "", "alt": photo.alt or "", "place": photo.place,
    }  # fmt: skip


def _attachment(revision_id: int, position: int, file: ReadAttachment) -> dict[str, Any]:
    return {
        "revision_id": revision_id, "position": position, "sha256": file.sha256, "filename": file.filename,
        "media_type": file.media_type[:128],
    }  # fmt: skip


def _finding(finding: Finding) -> dict[str, Any]:
    return asdict(finding) | {"repairs": list(finding.repairs)}


def _unit_id(session: Session, message: Message, read: ReadArticle) -> int | None:
    if read.unit:
        unit = value_of(session, _UNIT, {"site": message.site_id, "name": read.unit})
        if unit is not None:
            return unit
    if message.contributor_id is None:
        return None
    return value_of(session, UNIT_OF, {"contributor": message.contributor_id})


def column_id(session: Session, site_id: int, read: ReadArticle) -> int | None:
    """The column that fits, where the reader is sure enough."""
    best = max(read.columns, key=lambda guess: guess.confidence, default=None)
    if best is None or best.confidence < SURE_ENOUGH:
        return None
    return value_of(session, _COLUMN, {"site": site_id, "name": best.name})


# Built once: they are asked for every letter.
_UNIT = select(Unit.id).where(Unit.site_id == bindparam("site"), Unit.name == bindparam("name"))
_COLUMN = select(Column.id).where(Column.site_id == bindparam("site"), Column.name == bindparam("name"))
_PARTS, _PHOTOS, _ATTACHMENTS = (insert(table_of(noun)) for noun in (MessagePart, RevisionPhoto, RevisionAttachment))
_ARTICLES = table_of(Article)
_NEWEST = update(_ARTICLES).where(_ARTICLES.c.id == bindparam("article")).values(revision_id=bindparam("revision"))


def _name(read: ReadArticle) -> str | None:
    return (read.forwarded_by.name or read.forwarded_by.address) if read.forwarded_by else None
