"""A board that begins without a file has words for its columns all the same."""

from ingest.read import read
from tests.ingest.letters_here import raw_letter
from tests.rows import NOON, a_site, a_user, database, migrated_file
from tinbai.db import Database
from tinbai.limits import Limits
from tinbai.people import RoleName
from tinbai.site import Site
from tinbai.site_editing import ColumnWanted, save_column
from tinbai.site_loading import data_of
from tinbai.usual_columns import USUAL, usual_words

__all__ = ["database", "migrated_file"]


def column(name: str) -> ColumnWanted:
    return ColumnWanted(name=name, position=1, decisions=2, target=0, longest_silence_days=0, active=True)


def test_a_column_of_a_usual_name_is_proposed_for_a_text_that_speaks_of_it(database: Database) -> None:
    with database.writing() as session:
        site = a_site(session)
        user = a_user(session, site, RoleName.ADMIN)
        for name in (*USUAL, "Chuyện quê mình"):
            save_column(session, site, None, column(name), by=user, at=NOON)
    with database.reading() as session:
        data = data_of(session.get_one(Site, site.id))
    assert next(each.words for each in data.columns if each.name == "Chuyện quê mình") == ()
    reading = read(raw_letter("01"), site=data, limits=Limits())
    assert reading.articles[0].columns[0].name == "Kinh tế"


def test_the_name_is_known_however_it_is_written() -> None:
    assert usual_words("KINH TẾ") == usual_words("Kinh  tế") == USUAL["Kinh tế"]
    assert usual_words("Kinh tế biển") == ()
