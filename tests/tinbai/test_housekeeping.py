"""Housekeeping: what nothing refers to goes after its time, everything else stays."""

import os
import time
from datetime import timedelta

from sqlalchemy import func, select

from tests.rows import NOON, a_site, a_user, an_article
from tinbai.blobs import Blobs
from tinbai.db import Database
from tinbai.housekeeping import Swept, sweep
from tinbai.login import LoginSession
from tinbai.message import Message, MessagePart, MessageStatus
from tinbai.people import RoleName
from tinbai.revision import RevisionAttachment, RevisionPhoto

WEEK = timedelta(days=7)


def aged(blobs: Blobs, content: bytes, days: int) -> str:
    name = blobs.put(content)
    when = time.time() - days * 86_400
    os.utime(blobs.path(name), (when, when))
    return name


def test_only_old_blobs_that_no_row_names_are_swept(database: Database, blobs: Blobs) -> None:
    letter, part, photo, file, unused, young = (
        aged(blobs, text, days)
        for text, days in ((b"letter", 9), (b"part", 9), (b"photo", 9), (b"file", 9), (b"unused", 9), (b"young", 6))
    )
    with database.writing() as session:
        site = a_site(session)
        message = Message(site_id=site.id, sha256=letter, size=1, status=MessageStatus.RECEIVED, received_at=NOON)
        message.parts = [MessagePart(position=0, filename="a", media_type="b/c", size=1, sha256=part)]
        session.add(message)
        article = an_article(session, site, photos=(RevisionPhoto(position=0, sha256=photo, filename="1.jpg"),))
        assert article.revision is not None
        article.revision.attachments = [
            RevisionAttachment(position=0, sha256=file, filename="a.pdf", media_type="application/pdf")
        ]
    assert sweep(database, blobs, keep=WEEK, clock=lambda: NOON) == Swept(log_ins=0, blobs=1)
    assert set(blobs.names()) == {letter, part, photo, file, young}
    assert not blobs.has(unused)


def test_ended_log_ins_are_swept(database: Database, blobs: Blobs) -> None:
    with database.writing() as session:
        user = a_user(session, a_site(session), RoleName.EDITOR)
        for number, hours in enumerate((-1, 1)):
            session.add(
                LoginSession(
                    token_hash=str(number), user_id=user.id, csrf_token="x", created_at=NOON, seen_at=NOON,
                    expires_at=NOON + timedelta(hours=hours),
                )
            )  # fmt: skip
    assert sweep(database, blobs, keep=WEEK, clock=lambda: NOON).log_ins == 1
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(LoginSession)) == 1
