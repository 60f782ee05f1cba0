"""The register of contributors as one value beside the site, for whoever judges a sender without a database.

The rows are the truth. Whoever changes them (`site_loading.py`, `senders.py`) calls `renew` in the same transaction.
"""

import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from tinbai.people import Contributor, ContributorAddress, RefusedSender
from tinbai.site import Site
from tinbai.site_data import ContributorData, SiteData


def renew(session: Session, site: Site) -> None:
    """Write down who may send and who was refused, as the rows have it now."""
    session.flush()
    known = [_as_data(each) for each in _senders(session, site.id)]
    refused = session.scalars(
        select(RefusedSender.address).where(RefusedSender.site_id == site.id).order_by(RefusedSender.id)
    )
    value = {"contributors": [each.model_dump() for each in known], "refused": list(refused)}
    site.register = json.dumps(value, ensure_ascii=False)


def with_register(data: SiteData, register: str) -> SiteData:
    """The site's own data, with the register in the place of what its file says; the file alone before the first."""
    if not register:
        return data
    value = json.loads(register)
    contributors = tuple(ContributorData.model_validate(each) for each in value["contributors"])
    refused = (*data.refused_addresses, *value["refused"])
    return data.model_copy(update={"contributors": contributors, "refused_addresses": refused})


def sender_of(session: Session, site_id: int, address: str) -> int | None:
    """The id of the contributor who writes from `address`; None when nobody does who may send."""
    known = (ContributorAddress.site_id == site_id, ContributorAddress.address == address.lower())
    active = (ContributorAddress.active, Contributor.active, Contributor.stopped.is_(False))
    return session.scalar(select(ContributorAddress.contributor_id).join(Contributor).where(*known, *active))


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
