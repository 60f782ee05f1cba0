"""What a site knows about itself: columns, units, contributors, leaders, ended place names.

The same TOML serves `tinbai parse --site FILE` and `tinbai site load FILE`. Pure data; nothing here reads the
database.
"""

import tomllib
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tinbai.errors import SiteDataError
from tinbai.tuning import Tunings

Text = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ColumnData(_Strict):
    """A column (chuyên mục). `words` speak for it when they stand in a text."""

    key: Text
    name: Text
    words: tuple[str, ...] = ()
    decisions: Annotated[int, Field(ge=1, le=2)] = 2  # how many decisions an article needs: 2 = submit, approve
    target: Annotated[int, Field(ge=0)] = 0  # items wanted per reporting period; 0: none set
    longest_silence_days: Annotated[int, Field(ge=0)] = 0  # 0: none set
    unit: str | None = None  # key of the unit in charge


class UnitData(_Strict):
    """A unit (đơn vị) that sends articles. `names` are other ways it is written."""

    key: Text
    name: Text
    names: tuple[str, ...] = ()
    bloc: str | None = None
    column: str | None = None  # key of the column its articles usually go to


class ContributorData(_Strict):
    """Who may send, from which addresses, for which unit. `aliases` are other names it goes by."""

    name: Text
    addresses: tuple[Text, ...]
    aliases: tuple[str, ...] = ()
    unit: str | None = None  # key of the unit
    personal: tuple[str, ...] = ()  # those of `addresses` that are private mailboxes


class Personal(StrEnum):
    """What a site does with the private mailboxes of its contributors."""

    ACCEPT = "accept"  # as any other address of theirs
    HOLD = "hold"  # each letter waits for a person
    REFUSE = "refuse"  # nothing becomes of it; the contributor has an official address


class LeaderData(_Strict):
    """A leader and the title held from `since` until `until` (inclusive; open when absent)."""

    name: Text
    title: Text
    since: date | None = None
    until: date | None = None


class EndedPlace(_Strict):
    """An administrative name that ended on `ended`, and what came after it."""

    name: Text
    ended: date
    successor: str | None = None


class ReplacedDocument(_Strict):
    """A document, the last day on which it was in force, and what came after it. Numbers as "43/2011/NĐ-CP"."""

    kind: Text
    number: Text
    until: date
    by: Text
    since: date


class SiteData(_Strict):
    """One editorial board's own data."""

    name: Text
    place: str | None = None  # "xã An Mẫu, tỉnh Sông Mẫu"
    mailbox_addresses: tuple[str, ...] = ()  # the board's own addresses: never answered
    hold_unknown: bool = True  # letters from senders who are not in the register wait for a person
    hold_unverified: bool = False  # letters of registered senders whom nothing confirmed wait for a person, too
    personal_addresses: Personal = Personal.ACCEPT  # what becomes of letters from private mailboxes of contributors
    refused_addresses: tuple[str, ...] = ()  # whose letters become nothing
    authserv_ids: tuple[str, ...] = ()  # whose Authentication-Results are believed
    authserv_headers: Annotated[int, Field(ge=1, le=10)] = 1  # how many of them our server puts on every letter
    own_servers: tuple[str, ...] = ()  # domains of our own mail servers, beside those of authserv_ids
    arc_sealers: tuple[str, ...] = ()  # domains of forwarders whose seal (ARC) is believed
    columns: tuple[ColumnData, ...] = ()
    units: tuple[UnitData, ...] = ()
    contributors: tuple[ContributorData, ...] = ()
    leaders: tuple[LeaderData, ...] = ()
    ended_places: tuple[EndedPlace, ...] = ()
    hotlines: tuple[str, ...] = ()  # telephone and account numbers of offices, which may stand in articles
    abbreviations: tuple[str, ...] = ()  # those that need no explanation
    lexicon: tuple[str, ...] = ()  # words that are right here, whatever the rules of spelling say
    press: tuple[Text, ...] = ()  # names and addresses of the press, beside those that ship with the program
    replaced_documents: tuple[ReplacedDocument, ...] = ()  # beside those that ship with the program
    documents_in_force: tuple[str, ...] = ()  # numbers of those that are in no list after all, whoever names them
    checks: Tunings = {}  # what is tuned of the automatic checks, by their names


def load(path: Path) -> SiteData:
    """Read a site's TOML. Raises SiteDataError naming the key that is wrong, or that the file cannot be read."""
    try:
        with path.open("rb") as file:
            return SiteData.model_validate(tomllib.load(file))
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(step) for step in first["loc"])
        raise SiteDataError(path=str(path), key=key, problem=first["msg"]) from error
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SiteDataError(path=str(path), key=None, problem=str(error)) from error
