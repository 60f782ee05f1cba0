"""What every handler of the wizard works with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import Depends
from starlette.requests import Request

from review.first_run.answers import Answers
from review.first_run.door import Door
from review.first_run.trials import Trials
from review.templating import Templates
from tinbai.clock import Clock
from tinbai.config import Config


@dataclass(kw_only=True)
class FirstRun:
    """`over`: everything is set up, and nothing opens any more.

    `finished` is called once, after the last page was sent; `receives` says whether the program goes on to receive
    letters by itself, and not only to serve the site.
    """

    config_path: Path
    config: Config
    clock: Clock
    templates: Templates
    door: Door
    answers: Answers
    trials: Trials
    finished: Callable[[], None]
    receives: bool
    over: bool = False
    ending: Lock = field(default_factory=Lock)  # held while the end is made


async def _state(request: Request) -> FirstRun:
    return state_of(request)


def state_of(request: Request) -> FirstRun:
    """The wizard that answers this request."""
    state = request.app.state.first_run
    if not isinstance(state, FirstRun):
        raise TypeError("the application was not made by review.first_run.app.create")
    return state


StateDep = Annotated[FirstRun, Depends(_state)]
