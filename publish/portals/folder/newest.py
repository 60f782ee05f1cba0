"""The newest items: the first page and the Atom feed (RFC 4287), drawn from the records.

Which ones they are is remembered beside them, so that not every record is read for each new one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import structlog
from lxml import etree
from lxml.builder import ElementMaker
from pydantic import TypeAdapter, ValidationError

from publish.media import write_file
from publish.portals.folder.pages import Addresses, first_page
from publish.portals.folder.records import Record, SpoiltError, numbers, read

MOST = 50
FEED, FIRST, REMEMBERED = "feed.xml", "index.html", ".tinbai-newest.json"
_ATOM = "http://www.w3.org/2005/Atom"
_FEED_NAME = "Tin, bài mới"
_EDITORS = "Ban biên tập"  # an entry needs an author (RFC 4287, 4.1.2)
_E = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})
_JSON = TypeAdapter(tuple[Record, ...])
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2

log = structlog.get_logger()


def add(root: Path, record: Record, addresses: Addresses) -> None:
    """Draw both anew with `record` among them. Raises OSError."""
    known = _remembered(root)
    _draw(root, _newest([*(_all(root) if known is None else known), record]), addresses)


def drop(root: Path, number: str, addresses: Addresses) -> None:
    """Draw both anew without the item: at once from those that are known, then with what comes in its place."""
    known = _remembered(root)
    if known is not None:
        _draw(root, _newest(one for one in known if one.number != number), addresses)
    _draw(root, _newest(one for one in _all(root) if one.number != number), addresses)


def feed(newest: Sequence[Record], addresses: Addresses) -> bytes:
    """The Atom document."""
    document = _E.feed(
        _E.title(_FEED_NAME), _E.id(f"urn:uuid:{uuid5(NAMESPACE_URL, addresses.media_url)}"),
        _E.updated(max((_changed(record) for record in newest), default="1970-01-01T00:00:00+00:00")),
        *(_entry(record, addresses) for record in newest),
    )  # fmt: skip
    written: bytes = etree.tostring(document, xml_declaration=True, encoding="utf-8", pretty_print=True)
    return written


def _entry(record: Record, addresses: Addresses) -> etree._Element:
    text = record.text
    parts = [
        _E.title(_xml(text.title)), _E.id(f"urn:uuid:{uuid5(NAMESPACE_URL, text.key)}"),
        _E.link(rel="alternate", type="text/html", href=_xml(addresses.of(text))),
        _E.published(text.published_at.isoformat()), _E.updated(_changed(record)),
        _E.author(_E.name(_xml(text.author or text.byline or _EDITORS))),
        _E.category(term=_xml(text.column_key), label=_xml(text.column_name)),
        _E.summary(_xml(text.summary)), _E.content(_xml(text.body_html), type="html"),
    ]  # fmt: skip
    return _E.entry(*parts)


def _xml(text: str) -> str:
    """Without the few characters that no XML document may hold."""
    return _NOT_IN_XML.sub("", text)


def _changed(record: Record) -> str:
    return (record.text.updated_at or record.text.published_at).isoformat()


def _draw(root: Path, newest: tuple[Record, ...], addresses: Addresses) -> None:
    feed_now, first_now = feed(newest, addresses), first_page(newest, addresses).encode()
    write_file(root / FEED, feed_now)
    write_file(root / FIRST, first_now)
    write_file(root / REMEMBERED, _JSON.dump_json(newest))


def _remembered(root: Path) -> Sequence[Record] | None:
    """Those that were the newest until now; None, where that is not known any more."""
    try:
        return _JSON.validate_json((root / REMEMBERED).read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def _all(root: Path) -> Iterator[Record]:
    """Every record that can be read: one that somebody spoilt holds up no other."""
    for number in numbers(root):
        try:
            record = read(root, number)
        except SpoiltError as error:
            log.warning("a record of the folder is spoilt", file=error.name)
            continue
        if record is not None:
            yield record


def _newest(records: Iterable[Record]) -> tuple[Record, ...]:
    """The newest that are visible; of two for one item, the later."""
    shown = {record.number: record for record in records if record.visible}
    return tuple(sorted(shown.values(), key=_when, reverse=True)[:MOST])


def _when(record: Record) -> tuple[str, str]:
    return record.text.published_at.isoformat(), record.text.key
