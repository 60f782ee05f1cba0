"""The register of contributors as one value beside the site, for whoever judges a sender without a database.

The rows are the truth. Whoever changes them (`site_loading.py`, `senders.py`) calls `renew` in the same transaction.
"""

import json
from collections.abc import Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, selectinload

from tinbai.column import Column
from tinbai.people import Contributor, ContributorAddress, Origin, RefusedSender, Unit
from tinbai.plain_rows import value_of
from tinbai.site import Site
from tinbai.site_data import ColumnData, ContributorData, SiteData, UnitData
from tinbai.usual_columns import usual_words


def renew(session: Session, site: Site) -> None:
    """Write down who may send and who was refused, as the rows have it now.

    One at a time: of two people who accept senders in the same moment, the second would not see the first one's rows
    and write over what he wrote. Who only refers to the site (FOR KEY SHARE) is not kept waiting.
    """
    session.flush()
    session.execute(select(Site.id).where(Site.id == site.id).with_for_update(key_share=True))
    known = [_as_data(each) for each in _senders(session, site.id)]
    refused = session.scalars(
        select(RefusedSender.address).where(RefusedSender.site_id == site.id).order_by(RefusedSender.id)
    )
    value = {
        "contributors": [each.model_dump() for each in known], "refused": list(refused),
        "columns": [each.model_dump() for each in _columns(session, site.id)],
        "units": [each.model_dump() for each in _units(session, site.id)],
    }  # fmt: skip
    site.register = json.dumps(value, ensure_ascii=False)


def with_register(data: SiteData, register: str) -> SiteData:
    """The site's own data, with the register in the place of what its file says; the file alone before the first."""
    if not register:
        return data
    value = json.loads(register)
    contributors = tuple(ContributorData.model_validate(each) for each in value["contributors"])
    refused = (*data.refused_addresses, *value["refused"])
    columns = (*data.columns, *(ColumnData.model_validate(each) for each in value.get("columns", ())))
    units = (*data.units, *(UnitData.model_validate(each) for each in value.get("units", ())))
    own = {"contributors": contributors, "refused_addresses": refused, "columns": columns, "units": units}
    return data.model_copy(update=own)


def sender_of(session: Session, site_id: int, address: str) -> int | None:
    """The id of the contributor who writes from `address`; None when nobody does who may send."""
    return value_of(session, _SENDER, {"site": site_id, "address": address.lower()})


_SENDER = (  # built once: it is asked for every letter
    select(ContributorAddress.contributor_id)
    .join(Contributor)
    .where(
        ContributorAddress.site_id == bindparam("site"),
        ContributorAddress.address == bindparam("address"),
        ContributorAddress.active,
        Contributor.active,
        Contributor.stopped.is_(False),
    )
)


def _columns(session: Session, site_id: int) -> list[ColumnData]:
    """Those that people added on the pages; the file's own stand in the file."""
    own = (Column.site_id == site_id, Column.active, Column.origin == Origin.PAGE)
    rows = session.scalars(select(Column).where(*own).order_by(Column.position, Column.id))
    return [
        ColumnData(
            key=row.key, name=row.name, decisions=row.decisions, target=row.target,
            longest_silence_days=row.longest_silence_days, words=usual_words(row.name),
        )
        for row in rows
    ]  # fmt: skip


def _units(session: Session, site_id: int) -> list[UnitData]:
    own = (Unit.site_id == site_id, Unit.active, Unit.origin == Origin.PAGE)
    rows = session.scalars(select(Unit).where(*own).order_by(Unit.name, Unit.id))
    return [UnitData(key=row.key, name=row.name, bloc=row.bloc) for row in rows]


def _senders(session: Session, site_id: int) -> Sequence[Contributor]:
    here = select(Contributor).where(Contributor.site_id == site_id, Contributor.active, Contributor.stopped.is_(False))
    loaded = (selectinload(Contributor.addresses), selectinload(Contributor.unit))
    query = here.options(*loaded).order_by(Contributor.id).execution_options(populate_existing=True)
    return session.scalars(query).all()


def _as_data(contributor: Contributor) -> ContributorData:
    own = [each for each in contributor.addresses if each.active]
    return ContributorData(
        name=contributor.name,
        addresses=tuple(each.address for each in own),
        aliases=tuple(contributor.aliases or ()),
        unit=contributor.unit.key if contributor.unit else None,
        personal=tuple(each.address for each in own if each.personal),
    )
