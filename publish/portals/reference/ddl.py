"""The statements that make the reference portal's tables, as docs/portal-reference.md prints them."""

from collections.abc import Sequence

from sqlalchemy import Dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from publish.portals.reference.schema import PORTAL


def statements(dialect: Dialect) -> Sequence[str]:
    """CREATE TABLE and CREATE INDEX for every table, each without its semicolon."""
    made = []
    for table in PORTAL.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [str(CreateIndex(index).compile(dialect=dialect)) for index in indexes]
    return [_tidy(statement) for statement in made]


def _tidy(statement: str) -> str:
    lines = [line.replace("\t", "  ").rstrip() for line in statement.splitlines()]
    return "\n".join(line for line in lines if line)
