"""Connections that write to WordPress: one at a time for a portal, in strict mode, never left lying about.

Its tables may be MyISAM, where a statement is all there is of a transaction. Two writers would then mix their rows,
so whoever writes holds a lock of the server (GET_LOCK); it ends with the connection, whatever becomes of the process.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Engine, event, func, select

from publish.portal_database import engine_for, reading
from tinbai.errors import PortalError


def wordpress_engine(address: str, timeout_seconds: int) -> Engine:
    """An engine for MariaDB or MySQL. Texts that do not fit are refused by the server and never cut off."""
    engine = engine_for(address, timeout_seconds)

    def prepare(connection: Any, _record: object) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET SESSION sql_mode = 'STRICT_ALL_TABLES'")
            cursor.execute(f"SET SESSION wait_timeout = {2 * timeout_seconds}")  # of a publisher whose line was cut

    event.listen(engine, "connect", prepare)
    return engine


@contextmanager
def alone(engine: Engine, portal: str, prefix: str, timeout_seconds: int) -> Iterator[Connection]:
    """A connection whose statements each take effect at once, while nobody else writes to the same WordPress.

    Never a transaction: where some tables are MyISAM and others InnoDB, an end half-way would undo a part.
    """
    name = f"tinbai-{sha256(f'{engine.url.database}/{prefix}'.encode()).hexdigest()[:40]}"
    with reading(engine, portal) as opened:
        connection = opened.execution_options(isolation_level="AUTOCOMMIT")
        got = connection.execute(select(func.get_lock(name, max(1, timeout_seconds - 1)))).scalar()
        if got != 1:
            raise PortalError(portal=portal, problem="một tiến trình khác đang ghi lên cổng này; sẽ thử lại")
        yield connection
