"""What `tinbai recount-checks` says."""

from rich.console import Console

from tinbai.clock import now
from tinbai.counting_checks import recount_checks
from tinbai.office import Office

out = Console(highlight=False, soft_wrap=True)


def recount(office: Office) -> None:
    """The figures of the checks, from the revisions."""
    number = recount_checks(office.database, clock=now)
    out.print(f"Đã đếm lại {number} bản của tin, bài.")
