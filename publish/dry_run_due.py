"""`tinbai publish --dry-run`: what the next pass would write, in words, for whoever sets a portal up."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from publish.dry_run import DryRun, dry_run
from publish.due import PortalKey, due_at, kept_at
from publish.late import is_too_late
from publish.portal import Portal
from publish.render import render
from tinbai.blobs import Blobs
from tinbai.clock import Clock
from tinbai.db import Database
from tinbai.errors import BlobMissingError, PortalError
from tinbai.publication import PublicationStatus

MOST = 20  # publications of each portal
_KEPT = "quá giờ đăng nhiều giờ (late_hours) nên được giữ lại, chờ người quyết định ở trang bài."
_LONGEST = 300  # characters of a value


def dry_run_due(
    database: Database,
    portals: Mapping[PortalKey, Portal],
    blobs: Blobs,
    *,
    clock: Clock,
    patience: Mapping[str, timedelta] = MappingProxyType({}),
) -> Iterator[str]:
    """Lines about everything that is due. Neither our database nor a portal is changed."""
    for name, portal in portals.items():
        with database.reading() as session:
            kept = session.scalars(kept_at(name).limit(MOST)).all()
            due = [*kept, *session.scalars(due_at(name, clock(), MOST))]
            if not due:
                yield f"Cổng {name.site}/{name.portal}: không có gì đến giờ."
            for publication in due:
                yield f"Cổng {name.site}/{name.portal}, lần đăng số {publication.id}:"
                if is_too_late(publication, patience.get(name.site), clock()):
                    yield f"  {_KEPT}"
                    continue
                if publication.status is PublicationStatus.WITHDRAWING:
                    yield "  sẽ gỡ xuống; ảnh và tệp của bài bị xóa khỏi cổng."
                    continue
                try:
                    yield from lines(dry_run(portal, render(publication, portal, blobs)))
                except PortalError as error:
                    yield f"  sẽ không đăng được: {error.problem}"
                except BlobMissingError as error:
                    yield f"  sẽ không đăng được: kho tệp thiếu một tệp gốc của bài ({error})"


def lines(done: DryRun) -> Iterator[str]:
    """A dry run in words."""
    if not done.tried:
        yield "  Cổng có bảng không dùng giao dịch nên không chạy thử; nội dung bài sẽ là:"
    for row in done.rows:
        yield f"  {row.verb} {row.table}".rstrip()
        for column, value in row.values.items():
            yield f"    {column} = {_said(value)}"
    if done.tried and not done.rows and not done.files:
        yield "  Cổng đã có đúng bản này; không ghi gì."
    for file in done.files:
        yield f"  Tệp {file.path} ({file.size} byte){', đã có' if file.there else ''}"


def _said(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    text = str(value).replace("\n", "⏎")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… ({len(text)} ký tự)"
