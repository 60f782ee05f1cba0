"""A site's rows, kept in step with `config.toml` and with the site's own TOML.

Loading never deletes: what the file no longer names is switched off, so that what refers to it stays true.
"""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from tinbai.column import Assignment, Column
from tinbai.config import Config
from tinbai.delivery import MailboxRow
from tinbai.people import Contributor, ContributorAddress, Origin, Unit
from tinbai.register import renew, with_register
from tinbai.site import Site
from tinbai.site_data import ColumnData, ContributorData, SiteData, UnitData
from tinbai.site_data import load as load_file
from tinbai.site_entries import with_lists


def load_sites(session: Session, config: Config, today: date) -> None:
    """Make or renew every site of the configuration, with its mailboxes, and load the data files they name."""
    for section in config.sites:
        site = session.scalar(select(Site).where(Site.key == section.key))
        if site is None:
            site = Site(key=section.key, name=section.name, code=section.code)
            session.add(site)
        site.name, site.code = section.name, section.code
        session.flush()
        _load_mailboxes(session, site, [mailbox.key for mailbox in section.mailboxes])
        if section.data:
            load_site(session, site, config.path(section.data), today)


def load_site(session: Session, site: Site, path: Path, today: date) -> SiteData:
    """Load one site's TOML into its rows. Raises SiteDataError; then nothing has changed."""
    data = load_file(path)
    text = path.read_text(encoding="utf-8")
    units = _load_units(session, site, data.units)
    _load_columns(session, site, data.columns, units, today)
    _load_contributors(session, site, data.contributors, units)
    site.data = text
    renew(session, site)
    session.flush()
    return data


def data_of(site: Site) -> SiteData:
    """What the site knows about itself, as last loaded, with the register as it stands."""
    return _parsed(site.data, site.name, site.register or "", site.lists or "")


def file_data_of(site: Site) -> SiteData:
    """What the board's own file says, without anything that is kept on the pages."""
    return _of_file(site.data, site.name)


@lru_cache(maxsize=64)
def _parsed(text: str, name: str, register: str, lists: str) -> SiteData:
    """Every letter asks for it, and it hardly ever changes."""
    return with_lists(with_register(_of_file(text, name), register), lists)


@lru_cache(maxsize=64)
def _of_file(text: str, name: str) -> SiteData:
    return SiteData.model_validate(tomllib.loads(text)) if text else SiteData(name=name)


def _load_mailboxes(session: Session, site: Site, keys: Sequence[str]) -> None:
    known = set(session.scalars(select(MailboxRow.key).where(MailboxRow.site_id == site.id)))
    session.add_all(MailboxRow(site_id=site.id, key=key) for key in keys if key not in known)
    session.flush()


def _load_units(session: Session, site: Site, units: Sequence[UnitData]) -> dict[str, Unit]:
    rows = {unit.key: unit for unit in session.scalars(select(Unit).where(Unit.site_id == site.id))}
    for unit in rows.values():
        unit.active = unit.active and unit.origin is not Origin.FILE
    for data in units:
        row = rows.setdefault(data.key, Unit(site_id=site.id, key=data.key))
        row.name, row.bloc, row.active, row.origin = data.name, data.bloc, True, Origin.FILE
        session.add(row)
    session.flush()
    return rows


def _load_columns(
    session: Session, site: Site, columns: Sequence[ColumnData], units: Mapping[str, Unit], today: date
) -> None:
    rows = {column.key: column for column in session.scalars(select(Column).where(Column.site_id == site.id))}
    for column in rows.values():
        column.active = column.active and column.origin is not Origin.FILE
    for position, data in enumerate(columns, start=1):
        row = rows.setdefault(data.key, Column(site_id=site.id, key=data.key))
        row.name, row.position, row.active, row.decisions = data.name, position, True, data.decisions
        row.target, row.longest_silence_days, row.origin = data.target, data.longest_silence_days, Origin.FILE
        session.add(row)
        session.flush()
        if data.unit is not None and data.unit in units:
            _assign(session, row, units[data.unit], today)


def _assign(session: Session, column: Column, unit: Unit, today: date) -> None:
    """From today on `unit` answers for `column`; whoever did until now, did until yesterday's end."""
    query = select(Assignment).where(Assignment.column_id == column.id, Assignment.until.is_(None))
    standing = session.scalars(query).all()
    if any(assignment.unit_id == unit.id for assignment in standing):
        return
    for assignment in standing:
        assignment.until = today
    session.add(Assignment(column_id=column.id, unit_id=unit.id, since=today))


def _load_contributors(
    session: Session, site: Site, contributors: Sequence[ContributorData], units: Mapping[str, Unit]
) -> None:
    rows = {row.name: row for row in session.scalars(select(Contributor).where(Contributor.site_id == site.id))}
    addresses = {
        row.address: row
        for row in session.scalars(select(ContributorAddress).where(ContributorAddress.site_id == site.id))
    }
    for row in rows.values():
        row.active = row.active and row.origin is not Origin.FILE
    for known in addresses.values():
        known.active = known.active and known.origin is not Origin.FILE
    for data in contributors:
        row = rows.setdefault(data.name, Contributor(site_id=site.id, name=data.name))
        row.active, row.unit_id = True, units[data.unit].id if data.unit is not None and data.unit in units else None
        row.origin, row.aliases = Origin.FILE, list(data.aliases)
        session.add(row)
        session.flush()
        personal = {address.lower() for address in data.personal}
        for address in (address.lower() for address in data.addresses):
            known = addresses.setdefault(address, ContributorAddress(site_id=site.id, address=address))
            known.contributor_id, known.personal = row.id, address in personal
            known.active, known.origin = True, Origin.FILE
            session.add(known)
    session.flush()
