"""Trouble that lasts stands at the top of every page of its site, as text."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests.review.office import Office
from tests.rows import NOON
from tinbai.alarm import Alarm
from tinbai.people import RoleName
from tinbai.site import Site

WORDS = "Hộp thư an-mau/chung không có thư mới <b>lâu hơn mọi khi</b>."
SHOWN = "không có thư mới &lt;b&gt;lâu hơn mọi khi&lt;/b&gt;"


def alarm(office: Office, *, told: bool = True, over: bool = False, site: str | None = "an-mau") -> None:
    with office.database.writing() as session:
        site_id = session.scalar(select(Site.id).where(Site.key == site)) if site else None
        session.add(
            Alarm(
                name="silence", open=None if over else "silence", site_id=site_id, words=WORDS, since=NOON,
                told_at=NOON if told else None, over_at=NOON + timedelta(hours=1) if over else None,
            )
        )  # fmt: skip


@pytest.mark.parametrize("path", ["/", "/messages", "/contributors"])
@pytest.mark.parametrize("site", ["an-mau", None])
def test_an_alarm_stands_on_every_page(office: Office, path: str, site: str | None) -> None:
    alarm(office, site=site)
    assert SHOWN in office.enter(RoleName.EDITOR).get(path).text


@pytest.mark.parametrize("values", [{"told": False}, {"over": True}])
def test_what_has_not_lasted_or_is_over_is_not_shown(office: Office, values: dict[str, Any]) -> None:
    alarm(office, **values)
    assert "Cảnh báo" not in office.enter(RoleName.EDITOR).get("/messages").text
