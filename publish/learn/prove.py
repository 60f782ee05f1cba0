"""A proposed mapping is tried: an article like the one posted by hand is written, compared with it, and undone."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pydantic import ValidationError
from slugify import slugify
from sqlalchemy import Engine

from publish.dry_run import DryRun, dry_run
from publish.learn.propose import Proposal
from publish.learn.recognise import Known
from publish.portal import PortalItem, PortalPhoto, PortalText
from publish.portal_database import reading
from publish.portals.mapped.portal import MappedPortal
from publish.portals.mapped.schema import UnfitError, reflected
from publish.portals.mapped.values import plain
from tinbai.config import PortalConfig
from tinbai.errors import PortalError

_KEY = "00000000-0000-4000-8000-000000000000"
_COMPARED = {"title", "summary", "author", "category", None}  # of the rest the trial's are others


def prove(proposal: Proposal, config: PortalConfig, engine: Engine, known: Known) -> Iterator[str]:
    """What came of the trial, in words; the first begins with "Được" when all is well. Nothing stays written."""
    try:
        section = {**config.model_dump(exclude={"mapping"}), "kind": "mapped", "enabled": True, "media_path": "tin"}
        tried = PortalConfig.model_validate({**section, "mapping": proposal.mapping})
        with reading(engine, config.key) as connection:
            reflected(connection, tried.mapping)
        with TemporaryDirectory(prefix="tinbai-learn-") as folder:
            done = dry_run(MappedPortal(tried, engine, Path(folder)), sample(known))
    except ValidationError as error:
        yield f"Chưa được: {error.errors(include_url=False)[0]['msg']}"
    except UnfitError as unfit:
        yield from (f"Chưa được: {problem}" for problem in unfit.problems)
    except PortalError as error:
        yield f"Chưa được: {error.problem}"
    else:
        yield from _said(done, proposal)


def sample(known: Known) -> PortalItem:
    """An article that says what the posted one says, with a photo for each of its photos."""
    contents = {_file(number): f"ảnh thử {number}".encode() for number in range(len(known.photos))}
    captions = [*known.captions, *("" for _ in known.photos)]
    photos = [
        PortalPhoto(
            file=file, caption=captions[number], alt="", width=8, height=6, sha256=sha256(content).hexdigest(),
            is_cover=number == 0,
        )
        for number, (file, content) in enumerate(contents.items())
    ]  # fmt: skip
    text = PortalText(
        key=_KEY, approval=1, column_key="thu", column_name=known.column, title=known.title, slug=slugify(known.title),
        summary=known.summary, body_html=f"<p>{escape(known.words, quote=False)}</p>", byline=known.author,
        author=known.author, source="", kind="article", fields="{}", published_at=known.at, updated_at=None,
    )  # fmt: skip
    return PortalItem(
        text=text, files_begin="2026/11/thu-", photos=photos, attachments=[], contents=contents, originals={}
    )  # fmt: skip


def _file(number: int) -> str:
    return f"2026/11/thu-{number:016x}.jpg"


def _said(done: DryRun, proposal: Proposal) -> Iterator[str]:
    if not done.tried:
        yield "Bảng và cột khớp; cổng có bảng không dùng giao dịch nên không ghi thử được."
        return
    written = [row for row in done.rows if row.verb == "INSERT"]
    tables = ", ".join(dict.fromkeys(row.table for row in written))
    other = list(_differing(proposal, next(row.values for row in written if row.table == proposal.main.table.name)))
    verdict = "Được" if not other else "Ghi được, nhưng có chỗ khác bài đăng tay"
    yield f"{verdict}: ghi thử {len(written)} dòng vào {tables}, rồi đã hủy."
    yield from other


def _differing(proposal: Proposal, values: Mapping[str, Any]) -> Iterator[str]:
    for name, column in proposal.mapping["columns"].items():
        if column.get("from") in _COMPARED and plain(values.get(name)) != plain(proposal.row[name]):
            yield f"  cột {name}: bài đăng tay có “{proposal.row[name]}”, ánh xạ ghi “{values.get(name)}”"
