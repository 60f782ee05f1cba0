"""Near-duplicates: what is found of planted copies, and how long the look-up takes among very many articles.

    python -m tests.benchmarks.duplicates found
    python -m tests.benchmarks.duplicates time DATABASE_URL [NUMBER]

`found` plants copies of the articles of tests/contributions. `time` fills an empty database with the shingles of NUMBER
articles (1,000,000), some of them formulas that very many articles have, and asks for texts of which some are copies.
All is made from one seed.
"""

import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from random import Random

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from ingest.read import read
from tests.contributions.corpus import ALL
from tests.tinbai.checks.copies import paragraph_of, sentences_changed, told, words_changed
from tinbai.article_shingles import holders
from tinbai.db import connect
from tinbai.finding import Severity
from tinbai.limits import Limits
from tinbai.migrate import migrate
from tinbai.nouns import METADATA
from tinbai.shingles import sample

SEED, NUMBER, WARM = 8, 1_000_000, 20
SITE = 1
FEWEST_WORDS = 80  # of an article of which copies are planted
PER_ARTICLE = 36  # shingles: what the articles of tests/contributions have on the average
FORMULAS = 400
OWN = """Sáng cuối tuần qua, bến đò Cầu Giả đông hơn thường lệ vì có phiên chợ hoa đầu tiên của năm. Người bán dựng
sạp từ lúc trời còn mờ sương, ai cũng mong nắng lên sớm để cúc và thược dược kịp bung cánh trước khi khách qua sông."""
OWN_END = """Chiều muộn, khi con nước bắt đầu rút, những chiếc sạp cuối cùng mới được dỡ xuống. Bà chủ sạp hoa giấy cười
bảo năm sau sẽ lại về, mang theo mấy chậu mai chiếu thủy mà cậu con út vừa tập uốn từ mùa mưa trước."""
BATCH = 20_000  # articles a statement


def texts() -> list[str]:
    """The texts of the articles, as they are compared."""
    found = [read(each().raw, site=None, limits=Limits()) for each in ALL.values()]
    return [f"{each.summary or ''}\n{each.body_text}".strip() for reading in found for each in reading.articles]


def plantings(known: Sequence[str], rng: Random) -> Mapping[str, Callable[[str], str | None]]:
    """The kinds of copies, by their names."""
    words = [word for text in known for word in text.split()]
    sentences = [each for text in known for each in re.split(r"(?<=[.!?])\s", text) if 8 < len(each.split()) < 40]
    return {
        "whole": lambda text: text,
        "sentences changed, 10%": lambda text: sentences_changed(text, 0.1, sentences, rng),
        "sentences changed, 30%": lambda text: sentences_changed(text, 0.3, sentences, rng),
        "single words changed, 10%": lambda text: words_changed(text, 0.1, words, rng),
        "single words changed, 30%": lambda text: words_changed(text, 0.3, words, rng),
        "one paragraph taken": lambda text: _with_paragraph(text, rng),
    }


def _with_paragraph(text: str, rng: Random) -> str | None:
    """A paragraph of a text in an article of a hundred words that nobody sent before."""
    taken = paragraph_of(text, rng)
    return taken and f"{OWN}\n{taken}\n{OWN_END}"


def found() -> None:
    """A line a kind: how many are found, and with which weight; and what is said of articles that are no copies."""
    known = texts()
    samples = [sample(text, seed=SITE) for text in known]
    print("| planted | copies | found | of these above a hint |\n|---|---|---|---|")
    for name, planting in plantings(known, Random(SEED)).items():
        counts: Counter[str] = Counter()
        for number, text in enumerate(known):
            copy = planting(text) if len(text.split()) >= FEWEST_WORDS else None
            if copy is not None:
                about = [each for each in told(copy, known, samples) if each.article_id == number]
                counts.update(planted=1, found=bool(about), heavy=any(e.severity is Severity.WARN for e in about))
        print(f"| {name} | {counts['planted']} | {counts['found']} | {counts['heavy']} |")
    spoken = [each for n, text in enumerate(known) for each in told(text, known[:n], samples[:n])]
    heavy = sum(each.severity is Severity.WARN for each in spoken)
    print(f"\nof {len(known)} articles against those before them: {len(spoken)} told, {heavy} above a hint")


def fill(connection: Connection, number: int) -> float:
    """Shingles of that many articles, in the order of the key, in seconds."""
    began, rng = time.monotonic(), Random(SEED)
    formulas = [_any(rng) for _ in range(FORMULAS)]
    sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql("CREATE TABLE filling (shingle INTEGER NOT NULL, article_id INTEGER NOT NULL)")
    mark = "?" if sqlite else "%s"
    for first in range(1, number + 1, BATCH):
        rows = [
            (formulas[int(rng.paretovariate(0.7)) % FORMULAS] if rng.random() < 0.1 else _any(rng), article)
            for article in range(first, min(first + BATCH, number + 1))
            for _ in range(PER_ARTICLE)
        ]
        if sqlite:
            connection.exec_driver_sql(f"INSERT INTO filling VALUES ({mark}, {mark})", rows)
        else:
            with connection.connection.cursor() as cursor, cursor.copy("COPY filling FROM STDIN") as copy:  # type: ignore[attr-defined]
                for row in rows:
                    copy.write_row(row)
    connection.exec_driver_sql("INSERT INTO article_shingle SELECT DISTINCT * FROM filling ORDER BY 1, 2")
    connection.exec_driver_sql("DROP TABLE filling")
    return time.monotonic() - began


def _any(rng: Random) -> int:
    return rng.getrandbits(32) - (1 << 31)


def timed(url: str, number: int) -> None:
    """Fill, then ask for copies of known articles among all the others; milliseconds, and how many are found first."""
    database, known, rng = connect(url), texts(), Random(SEED)
    migrate(database)
    with database.engine.begin() as connection:
        seconds = fill(connection, number)
        rows = {n: rng.randrange(1, number) for n in range(len(known))}
        samples = [(rows[n], each - (1 << 31)) for n, text in enumerate(known) for each in sample(text, seed=SITE)]
        _plant(connection, samples)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE" if connection.dialect.name == "sqlite" else "VACUUM ANALYZE")
    print(f"{number} articles filled in {seconds:.0f} s", flush=True)
    times, first = [], 0
    for n, text in enumerate(known):
        with database.reading() as session:
            start = time.perf_counter()
            found = holders(session, site_id=SITE, before=number + 1, text=text)
            times.append((time.perf_counter() - start) * 1_000)
            first += bool(found) and rows[n] in {each for each, _ in found[:3]}
    times = sorted(times[WARM:])
    print(f"median {times[len(times) // 2]:.2f} ms, slowest of a hundred {times[-len(times) // 100]:.2f} ms")
    print(f"{first} of {len(known)} among the first three")
    database.close()


def _plant(connection: Connection, rows: Sequence[tuple[int, int]]) -> None:
    table = METADATA.tables["article_shingle"]
    given = [{"shingle": shingle, "article_id": article} for article, shingle in dict.fromkeys(rows)]
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(insert(table).on_conflict_do_nothing(), given)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["found"]:
            found()
        case ["time", url, *rest]:
            timed(url, int(rest[0]) if rest else NUMBER)
        case _:
            sys.exit(__doc__)
