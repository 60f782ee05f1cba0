"""Connections that write to a mapped portal: one at a time for each, since nothing in its tables need be unique."""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, event, func, select

from publish.portal_database import engine_for, reading, writing
from tinbai.errors import PortalError


def mapped_engine(address: str, timeout_seconds: int) -> Engine:
    """An engine. MariaDB and MySQL are told to refuse what does not fit, instead of cutting it off."""
    engine = engine_for(address, timeout_seconds)

    def prepare(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET SESSION sql_mode = 'STRICT_ALL_TABLES'")
            cursor.execute(f"SET SESSION wait_timeout = {2 * timeout_seconds}")  # of a publisher whose line was cut

    if engine.dialect.name in {"mysql", "mariadb"}:
        event.listen(engine, "connect", prepare)
    return engine


@contextmanager
def alone(engine: Engine, portal: str, name: str, timeout_seconds: int, *, transactional: bool) -> Iterator[Connection]:
    """A connection while nobody else of ours writes to the same table: one transaction, where there are any.

    The lock ends with the connection at the latest, whatever becomes of the process.
    """
    digest = sha256(f"{engine.url.database}/{name}".encode())
    if engine.dialect.name not in {"mysql", "mariadb"}:
        with writing(engine, portal) as connection:
            if engine.dialect.name == "postgresql":
                number = int.from_bytes(digest.digest()[:8], signed=True)
                connection.execute(select(func.pg_advisory_xact_lock(number)))
            yield connection
        return
    with reading(engine, portal) as connection:
        if not transactional:
            connection = connection.execution_options(isolation_level="AUTOCOMMIT")  # noqa: PLW2901 - the same one
        got = connection.execute(
            select(func.get_lock(f"tinbai-{digest.hexdigest()[:40]}", max(1, timeout_seconds - 1)))
        )
        if got.scalar() != 1:
            raise PortalError(portal=portal, problem="một tiến trình khác đang ghi lên cổng này; sẽ thử lại")
        yield connection
        connection.commit()  # of an error before it nothing is left, where there are transactions
