"""The generated letters, good and broken: as many as asked, the same for a seed, no two good ones alike."""

import email
from email import policy
from pathlib import Path

from tests.mail.corpus import Photos, letters
from tests.mail.malformed import RECIPES, malformed
from tinbai import site_data

COUNT = 120


def test_the_same_seed_gives_the_same_letters() -> None:
    assert list(letters(COUNT, 1, photos=Photos.SMALL)) == list(letters(COUNT, 1, photos=Photos.SMALL))


def test_another_seed_gives_other_letters() -> None:
    assert not set(letters(COUNT, 1, photos=Photos.SMALL)) & set(letters(COUNT, 2, photos=Photos.SMALL))


def test_no_two_letters_are_the_same_bytes_nor_have_the_same_message_id() -> None:
    made = list(letters(COUNT, 3, photos=Photos.SMALL))
    assert len(set(made)) == COUNT
    assert len({email.message_from_bytes(raw)["Message-ID"] for raw in made}) == COUNT


def test_no_two_photos_of_the_letters_are_the_same_bytes() -> None:
    messages = [email.message_from_bytes(raw) for raw in letters(COUNT, 4, photos=Photos.SMALL)]
    parts = [part for message in messages for part in message.walk() if part.get_content_type() == "image/jpeg"]
    assert len({part.get_payload() for part in parts}) == len(parts) > COUNT // 2


def test_the_letters_parse_without_defects() -> None:
    messages = [email.message_from_bytes(raw, policy=policy.default) for raw in letters(COUNT, 5, photos=Photos.SMALL)]
    assert [part.defects for message in messages for part in message.walk() if part.defects] == []


def test_five_hundred_small_letters_stay_below_sixty_megabytes() -> None:
    assert sum(map(len, letters(500, 6, photos=Photos.SMALL))) < 60_000_000


def test_the_same_seed_gives_the_same_broken_letters() -> None:
    assert list(malformed(COUNT, 1)) == list(malformed(COUNT, 1))
    assert list(malformed(COUNT, 1)) != list(malformed(COUNT, 2))


def test_a_longer_run_begins_with_the_shorter_one() -> None:
    assert list(malformed(60, 1)) == list(malformed(COUNT, 1))[:60]


def test_every_known_recipe_comes_first_and_none_is_large() -> None:
    made = list(malformed(COUNT, 1))
    assert len(RECIPES) < COUNT
    assert max(map(len, made)) < 1_000_000
    assert len(set(made[: len(RECIPES)])) == len(RECIPES)


def test_the_site_of_the_letters_is_valid_and_knows_its_senders() -> None:
    site = site_data.load(Path(__file__).with_name("site.toml"))
    known = {address for contributor in site.contributors for address in contributor.addresses}
    assert {"hnd@songmau.example", "guong.do@thu-ca-nhan.example", "thon.dongthu@songmau.example"} <= known
    units = {unit.key for unit in site.units}
    assert {contributor.unit for contributor in site.contributors} <= units
    assert {column.unit for column in site.columns} <= units
    assert {unit.column for unit in site.units} <= {column.key for column in site.columns}
