"""A step's answers, checked and tried: connected to what they name."""

from collections.abc import Mapping, Sequence

from review.first_run.answers import Step
from review.first_run.fields import mailbox_section, portal_section, site_section, smtp_section
from review.first_run.finishing import password_of_mail
from review.first_run.state import FirstRun
from review.first_run.trials import Tried
from tinbai.errors import InputError

SECONDS = 10  # somebody waits before the page
NEEDS_PASSWORD = frozenset({Step.MAILBOX, Step.PORTAL, Step.MAIL})


def keep_password(state: FirstRun, step: Step, typed: str) -> None:
    """Remember a password that was typed; none typed leaves the one before. Raises InputError, OSError."""
    if not typed or step not in NEEDS_PASSWORD:
        return
    if not typed.isprintable():
        raise InputError(field="password", problem="password_lines")
    state.answers.keep_secret(step, typed)


def tried(state: FirstRun, step: Step, values: Mapping[str, str], *, connects: bool) -> Sequence[Tried]:
    """What came of it, as the trial says it. Without `connects` only the fields are looked at. Raises InputError."""
    root = state.config.root
    match step:
        case Step.MAILBOX:
            mailbox = mailbox_section(values, state.answers.reference(step), root)
            mailbox = mailbox.model_copy(update={"timeout_seconds": SECONDS})
            found = state.trials.mailbox(mailbox) if connects else ()
        case Step.MAIL:
            smtp = smtp_section(values, password_of_mail(state.answers, values), root)
            smtp = smtp.model_copy(update={"timeout_seconds": SECONDS})
            found = state.trials.letter(smtp, values["to"].strip()) if connects else ()
        case Step.PORTAL:
            portal = portal_section(values, state.answers.reference(step), root)
            portal = portal.model_copy(update={"timeout_seconds": SECONDS})
            found = state.trials.portal(portal, root) if connects else ()
        case _:
            site_section(values)
            found = ()
    return found
