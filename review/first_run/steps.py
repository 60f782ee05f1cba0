"""The steps: a page with a form each, and what becomes of what was typed."""

import getpass
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fastapi import APIRouter
from sqlalchemy.exc import SQLAlchemyError
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from review.first_run.answers import HOW, SAID, How, Step
from review.first_run.entrance import by_https, first_open
from review.first_run.finishing import AlreadySetUpError, administrator_of, finish
from review.first_run.needed import folder_problem
from review.first_run.state import FirstRun, StateDep
from review.first_run.trials import Tried
from review.first_run.trying import NEEDS_PASSWORD, keep_password, tried
from review.language import LANGUAGES, _, speak
from review.language_choice import remember
from review.locale import first_run as words
from review.posted import FormDep, Posted
from review.sentences import said
from tinbai.errors import ConfigError, InputError, TinbaiError
from tinbai.usual_columns import USUAL as COLUMNS
from tinbai.words import explain

router = APIRouter()
SERVER = ("host", "port", "security", "ca_file", "username")
FIELDS: Mapping[Step, Sequence[str]] = {
    Step.SITE: ("name", "code", "public_url", "columns", "units"),
    Step.MAILBOX: ("kind", *SERVER, "folder"),
    Step.PORTAL: (
        "kind", "database", "host", "port", "database_name", "username", "media_path", "media_url", "address",
    ),
    Step.MAIL: (*SERVER, "sender", "to"),
    Step.ADMINISTRATOR: ("name", "title", "username", "email", "head"),
}  # fmt: skip
PORTAL_KINDS = ("reference", "folder")  # WordPress is set up by hand: its columns are matched to categories
OF_SEVERAL_LINES = frozenset({"columns", "units"})
USUAL: Mapping[Step, Mapping[str, str]] = {
    Step.SITE: {"columns": "\n".join(COLUMNS), "units": "\n".join(words.UNITS)},
    Step.MAILBOX: {"kind": "imap", "security": "tls", "folder": "INBOX"},
    Step.PORTAL: {"kind": "reference", "database": "postgresql", "media_url": "/media"},
    Step.MAIL: {"security": "starttls"},
}


@router.get("/first-run/{step}")
def step_page(step: Step, request: Request, state: StateDep) -> Response:
    """The form, with what was said before."""
    return _page(request, state, step, _standing(request, state, step))


@router.post("/first-run/{step}")
def take(step: Step, request: Request, state: StateDep, form: FormDep) -> Response:
    """Try what was typed, and go on when it works, or when somebody says so."""
    values = {name: _typed(form, name) for name in FIELDS[step]}
    try:
        if form.has("language"):
            return _in_another_language(request, state, step, values, form)
        if step is Step.ADMINISTRATOR:
            return _finish(state, form, values)
        return _take(request, state, step, values, form)
    except InputError as error:
        problem = words.PROBLEM.get(error.problem, words.PROBLEM["other"])
        return _page(request, state, step, values, problem=problem, wrong=error.field, status=422)
    except ConfigError as error:
        problem = words.FAILED["config"].format(path=error.path, problem=error.problem)
    except AlreadySetUpError:
        problem = words.FAILED["already"]
    except SQLAlchemyError as error:
        lines = str(getattr(error, "orig", None) or error).strip().splitlines()
        problem = words.FAILED["database"].format(problem=lines[0] if lines else type(error).__name__)
    except TinbaiError as error:
        problem = said(explain(error))
    except OSError as error:
        problem = words.FAILED["disk"].format(problem=f"{error.filename}: {error.strerror}")
    return _page(request, state, step, values, problem=problem, status=409)


def _in_another_language(
    request: Request, state: FirstRun, step: Step, values: Mapping[str, str], form: Posted
) -> Response:
    """The same form with what was typed. A password never goes back into a page: that of a server is kept."""
    chosen = form.raw("language")
    speak(chosen)
    keep_password(state, step, form.raw("password"))
    response = _page(request, state, step, values)
    if chosen in LANGUAGES:
        remember(response, chosen, secure=by_https(request))
    return response


def _take(request: Request, state: FirstRun, step: Step, values: Mapping[str, str], form: Posted) -> Response:
    action, left = form.raw("action"), step in NEEDS_PASSWORD
    if action == "skip" and left:
        state.answers.keep(step, {**values, HOW: How.SKIPPED})
        return _next(state, step)
    keep_password(state, step, form.raw("password"))
    found = tried(state, step, values, connects=action != "anyway")
    if not all(each.ok for each in found):
        return _page(request, state, step, values, found=found, status=422)
    how = How.UNTRIED if action == "anyway" and left else How.TRIED
    state.answers.keep(step, {**values, HOW: how, SAID: _in_short(step, values, found)})
    return _next(state, step)


def _in_short(step: Step, values: Mapping[str, str], found: Sequence[Tried]) -> str:
    """What the last page says of a step, in Vietnamese: whoever reads it may speak otherwise."""
    if step is Step.SITE:
        return f"{values['name']} ({values['code'].upper()})"
    has_tables = step is Step.PORTAL and values["kind"] == "reference"
    return words.PORTAL_READY if has_tables and found else "; ".join(each.words for each in found)


def _next(state: FirstRun, step: Step) -> Response:
    return RedirectResponse(f"/first-run/{first_open(state)}?done={step}", status_code=303)


def _finish(state: FirstRun, form: Posted, values: Mapping[str, str]) -> Response:
    if first_open(state) is not Step.ADMINISTRATOR:
        return RedirectResponse(f"/first-run/{first_open(state)}", status_code=303)
    who = administrator_of({**values, "password": form.raw("password"), "again": form.raw("again")})
    with state.ending:
        if state.over:  # the button was pressed twice
            return RedirectResponse("/login", status_code=303)
        finish(state.config_path, state.config, state.answers, who, at=state.clock())
        state.over = True
    response = state.templates.page(
        "first_run/done.html",
        {"receives": state.receives, "config": state.config_path.resolve(), "program": _program()},
    )
    response.background = BackgroundTask(state.finished)
    return response


def _program() -> str:
    """How the command is typed here: a fresh folder's own one is on nobody's PATH."""
    return "tinbai" if shutil.which("tinbai") else str(Path(sys.executable).with_name("tinbai"))


def _typed(form: Posted, name: str) -> str:
    return form.text(name) if name in OF_SEVERAL_LINES else form.line(name)


def _standing(request: Request, state: FirstRun, step: Step) -> Mapping[str, str]:
    """What was said before, or what is usual."""
    said = state.answers.of(step)
    if said:
        return said
    usual = dict(USUAL.get(step, {}))
    if step is Step.SITE:
        usual["public_url"] = state.config.web.public_url or str(request.base_url).rstrip("/")
    if step is Step.MAIL:
        mailbox = state.answers.of(Step.MAILBOX)
        usual |= {name: mailbox.get(name, "") for name in ("host", "ca_file", "username")}
        usual["sender"] = usual["username"] if "@" in usual["username"] else ""
    return usual


def _page(
    request: Request, state: FirstRun, step: Step, values: Mapping[str, str], *, problem: str = "", wrong: str = "",
    found: Sequence[Tried] = (), status: int = 200,
) -> Response:  # fmt: skip
    folder = folder_problem(state.config.root)
    told = _(words.FOLDER).format(folder=state.config.root, problem=folder, user=getpass.getuser()) if folder else ""
    shown: dict[str, Any] = {
        "step": step, "values": {name: values.get(name, "") for name in FIELDS[step]}, "wrong": wrong,
        "found": [Tried(ok=each.ok, words=words.shown(each.words)) for each in found],
        "problem": problem, "csrf": request.state.session.csrf_token, "steps": _steps(state, step),
        "done": _said(state, request.query_params.get("done", "")), "kept": bool(state.answers.reference(step)),
        "kinds": PORTAL_KINDS, "words": words,
        "folder": told, "same_account": bool(state.answers.reference(Step.MAILBOX)),
    }  # fmt: skip
    return state.templates.page(f"first_run/{step}.html", shown, status=status)


def _steps(state: FirstRun, here: Step) -> list[Mapping[str, str]]:
    """All steps, each with how it was left."""
    return [
        {
            "key": step, "name": words.STEPS[step], "how": state.answers.of(step).get(HOW, ""),
            "said": _shown(step, state.answers.of(step).get(SAID, "")), "here": "yes" if step is here else "",
        }
        for step in Step
    ]  # fmt: skip


def _said(state: FirstRun, key: str) -> str:
    """What the trial of the step before said, when it was right."""
    if key not in NEEDS_PASSWORD:
        return ""
    left = state.answers.of(Step(key))
    return _shown(Step(key), left.get(SAID, "")) if left.get(HOW) == How.TRIED else ""


def _shown(step: Step, kept: str) -> str:
    """What was kept of a step, in the language of the page; a board's name is its own."""
    return kept if step is Step.SITE else _(kept) if kept == words.PORTAL_READY else words.shown(kept)
