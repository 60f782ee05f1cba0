"""The line to a home-made portal's database is cut at bytes spread over all that a publication says and hears."""

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from publish.points import Point, unheard
from publish.portals.mapped.session import mapped_engine
from publish.render import render
from tests.publish.mapped_portal import a_mapped, home_made, make_home_made, ours
from tests.publish.setting import an_office, approve_an_article
from tests.servers.fault_proxy import Fault, Plan, fault_proxy
from tinbai.errors import PortalError
from tinbai.publication import Publication

SEVERAL = 12
MANY = 200


@pytest.fixture(params=["postgresql", "mariadb", "myisam"])
def portal(request, tmp_path):
    url = request.getfixturevalue("postgresql_database" if request.param == "postgresql" else "mariadb_database")
    make_home_made(url, "MyISAM" if request.param == "myisam" else "InnoDB")
    return a_mapped(url, tmp_path)


@pytest.mark.parametrize("cuts", [SEVERAL, pytest.param(MANY, marks=pytest.mark.hard)])
def test_a_cut_line_leaves_one_whole_article_after_the_next_attempt(database, blobs, portal, cuts):
    office = an_office(database, blobs, portal)
    approve_an_article(office)
    with office.database.reading() as session:
        item = render(session.scalars(select(Publication)).one(), portal, office.blobs)
    directly, address = portal.engine, portal.engine.url
    with fault_proxy(address.port) as proxy:
        behind = address.set(port=proxy.port).render_as_string(hide_password=False)
        portal.engine = mapped_engine(behind, 10)
        portal.put(item, unheard)
        said, asked = len(proxy.said), len(proxy.asked)
        plans = [plan_of(number, cuts, said, asked) for number in range(cuts)]
        whole = 1
        for plan in plans:
            one = replace(item, text=replace(item.text, key=str(uuid4())))
            attempt(portal, proxy, one, plan)
            seen = shown(directly)
            assert {*seen} <= {(1, 2, 2)}
            assert whole <= len(seen) <= whole + 1
            portal.put(one, unheard)
            whole += 1
            assert shown(directly) == [(1, 2, 2)] * whole
        assert proxy.broken == cuts
    portal.engine = directly
    assert len(ours(portal)) == whole


def plan_of(number, cuts, said, asked):
    """Bytes of both sides in turn, and both ways of ending."""
    of_server = number % 2 == 0
    offset = 1 + (said if of_server else asked) * number // cuts
    return Plan(fault=Fault.RST if number % 4 < 2 else Fault.FIN, offset=offset, of_server=of_server)


def attempt(portal, proxy, item, plan):
    """The connection that writes is the one after the files."""

    def arm(point):
        if point is Point.FILES_WRITTEN:
            proxy.plan = plan

    try:
        portal.put(item, arm)
    except PortalError as error:
        assert error.retryable  # noqa: PT017 - an attempt may also come through, where only the farewell is cut
    proxy.plan = None


def shown(engine):
    """Of each article of ours that readers see: its number of bodies, categories and photos."""
    tables = home_made().tables
    main = tables["tb_TinBai"]
    counts = [
        select(func.count()).where(tables[name].c.ma_tb == main.c["Mã TB"]).scalar_subquery()
        for name in ("nd Bài", "tb_dm", "anh_tb")
    ]
    with engine.connect() as connection:
        query = select(*counts).where(main.c.tth == 1, main.c.ghi_chu.is_not(None))
        return [tuple(row) for row in connection.execute(query)]
