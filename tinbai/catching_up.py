"""What is made up for by and by: articles not indexed or not sampled yet, revisions that the figures lack."""

from collections.abc import Callable

from tinbai.clock import Clock
from tinbai.counting_checks import count_checks
from tinbai.db import Database
from tinbai.indexing import index_missing, sample_missing


def catch_up(database: Database, *, clock: Clock, stopping: Callable[[], bool]) -> None:
    """Some of each; the next pass goes on."""
    index_missing(database)
    sample_missing(database, stopping=stopping)
    count_checks(database, clock=clock, stopping=stopping)
