"""Gather the texts of the review site and bring its catalogues up to date: `.venv/bin/python scripts/words.py`.

New texts come in without a translation, those that are gone go out. A test says which are still to be translated.
"""

import ast
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from review.catalogues import FOLDER, PAGES, SCRIPTS, TOLD, read
from review.language import LANGUAGES, SOURCE
from scripts.tellers import NO_SENTENCES, PATTERN_SIGNS, TELLERS

REVIEW = Path("review")
_ONE, _FORMS = frozenset({"_", "N_", "gettext"}), frozenset({"counted"})
_APART, _TABLE = "pgettext", "Words"
_VIETNAMESE = re.compile("[À-ỹ]")
_FORMAT = re.compile(r"\{(\w+):[^{}]*\}")
_FIGURES = re.compile("%[dmyYHMS]")  # of a moment; `review/sentences.py` takes nothing but digits for them


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text of the code. `counts`: it says a number, and a language may have several forms of it."""

    place: str
    words: str
    counts: bool = False
    context: str | None = None


def gathered() -> Mapping[str, Catalog]:
    """The texts as they stand in the code now, by domain."""
    return {
        PAGES: _catalog([*_from_templates(), *_from_code()]), SCRIPTS: _catalog(_from_scripts()),
        TOLD: _catalog(_from_tellers()),
    }  # fmt: skip


def bring_up_to_date() -> None:
    """Write the catalogues anew, with the translations that there are."""
    now = gathered()
    for language in LANGUAGES:
        for domain in () if language == SOURCE else now:
            catalogue = read(language, domain)
            catalogue.update(now[domain], no_fuzzy_matching=True)
            catalogue.obsolete.clear()
            with (FOLDER / language / "LC_MESSAGES" / f"{domain}.po").open("wb") as file:
                write_po(file, catalogue, width=120, sort_by_file=True, include_lineno=False, omit_header=True)


def _catalog(found: Iterable[Text]) -> Catalog:
    catalogue = Catalog()
    for text in found:
        key = (text.words, text.words) if text.counts else text.words
        catalogue.add(key, locations=[(text.place, 0)], context=text.context)
    return catalogue


def _from_templates() -> Iterator[Text]:
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for path in sorted(REVIEW.glob("templates/**/*.html")):
        tree = environment.parse(path.read_text("utf-8"))
        for _line, function, found in extract_from_ast(tree, (*_ONE, *_FORMS, _APART)):
            texts = [found] if isinstance(found, str) else list(found or [None])  # beside it stands what is put in
            context = texts.pop(0) if function == _APART else None
            if texts[0] is not None:
                yield Text(place=str(path), words=texts[0], counts=function in _FORMS, context=context)


def _from_code() -> Iterator[Text]:
    for path in sorted(REVIEW.glob("**/*.py")):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.args:
                yield from _of_call(str(path), call.func.id, call)


def _of_call(place: str, name: str, call: ast.Call) -> Iterator[Text]:
    """The texts of `_("…")`, `counted("…", number)` and `Words({…})`."""
    first = call.args[0]
    if name in _ONE | _FORMS and isinstance(first, ast.Constant):
        yield Text(place=place, words=str(first.value), counts=name in _FORMS)
    if name == _TABLE and isinstance(first, ast.Dict):
        context = next((str(ast.literal_eval(each.value)) for each in call.keywords if each.arg == "context"), None)
        for value in first.values:
            for each in value.elts if isinstance(value, ast.Tuple) else [value]:
                if isinstance(each, ast.Constant):
                    yield Text(place=place, words=str(each.value), context=context)


def _from_tellers() -> Iterator[Text]:
    """Every Vietnamese text, with its places numbered, and without what only joins it to the one before."""
    for path in TELLERS:
        tree = ast.parse(path.read_text("utf-8"))
        inside = {id(part) for each in ast.walk(tree) if isinstance(each, ast.JoinedStr) for part in each.values}
        docstrings = {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
        for each in ast.walk(tree):
            words = _numbered(each).strip(" :;,.\n") if id(each) not in inside | docstrings else ""
            if _VIETNAMESE.search(words) and words not in NO_SENTENCES and not any(map(words.count, PATTERN_SIGNS)):
                yield Text(place=str(path), words=words)


def _numbered(node: ast.AST) -> str:
    """A text of the code as it will be, but for what is put in."""
    places = count()
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = re.sub(_FORMAT, r"{\1}", node.value)
        return re.sub(_FIGURES, lambda _moment: f"{{digits{next(places)}}}", words)  # a form of dates
    if not isinstance(node, ast.JoinedStr):
        return ""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else f"{{{next(places)}}}" for part in node.values)


def _from_scripts() -> Iterator[Text]:
    keywords = {**dict.fromkeys(_ONE), **dict.fromkeys(_FORMS, (1, 1))}
    for path in sorted(REVIEW.glob("static/*.js")):
        for _line, found, _comments, _context in extract("javascript", io.BytesIO(path.read_bytes()), keywords):
            words = found if isinstance(found, str) else found[0]
            yield Text(place=str(path), words=words, counts=not isinstance(found, str))


if __name__ == "__main__":
    bring_up_to_date()
