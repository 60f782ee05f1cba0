"""Templates: Jinja2 ends at this file. Everything put into a page is escaped; what is not there is an error."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import HTMLResponse

from review.catalogues import script_words
from review.language import LANGUAGES, SOURCE, _, counted, language, ngettext, pgettext
from review.locale import at_article, receipts, vi, when
from review.security.rights import Visitor
from review.sentences import said
from review.static_files import stamp
from tinbai.clean import clean
from tinbai.clock import Clock
from tinbai.photo_edit import PhotoEdit

_HERE = Path(__file__).parent
_LONGEST_KEPT = 50_000  # characters of an article whose clean text is kept: 200 of them are 40 MB at the most
# The pages' Content-Security-Policy allows no inline style, and `clean` allows no other style than this one.
_STYLED = re.compile(r'(<(?:p|td|th)\b[^>]*) style="text-align:(left|center|right|justify)"')


class Templates:
    """The pages' templates, with the words and filters they use."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, extensions=["jinja2.ext.i18n"],
            auto_reload=False,  # a list includes a file for each row: none is asked for its age each time
        )  # fmt: skip
        in_language(self._environment)
        self._environment.filters.update(
            moment=when.moment,
            typed_time=when.for_field,
            machine_time=when.machine,
            size=when.size,
            ago=self._ago,
            cleaned=_cleaned,
        )
        self._environment.filters.update(clock_time=at_article.clock_time)
        self._environment.globals.update(at_article=at_article, photo_edit=PhotoEdit.of, receipts=receipts)
        self._environment.globals.update(now=clock, vi=vi, release=stamp(), menu=None, body=_body)

    def page(
        self, name: str, values: Mapping[str, object], *, visitor: Visitor | None = None, status: int = 200
    ) -> HTMLResponse:
        """The page made from template `name`."""
        template = self._environment.get_template(name)
        return HTMLResponse(template.render({**values, "visitor": visitor}), status_code=status)

    def fragment(self, name: str, values: Mapping[str, object], *, visitor: Visitor) -> Markup:
        """A part of a page, made from template `name`, to be put into one as it is."""
        return Markup(self._environment.get_template(name).render({**values, "visitor": visitor}))  # noqa: S704

    def _ago(self, value: datetime) -> str:
        return when.ago(value, self._clock())


def in_language(environment: Environment) -> None:
    """Let templates say `_("…")`, `counted("…", number)` and `{% trans %}`: in the language of the request.

    What a text names is put in afterwards and escaped; the text itself, ours or a translator's, may hold HTML.
    """
    environment.install_gettext_callables(_, ngettext, newstyle=True, pgettext=pgettext)  # type: ignore[attr-defined]
    environment.globals.update(gettext=_text, _=_text)  # as Jinja2's own, which formats what names nothing, too
    environment.globals.update(counted=_counted, language=language, languages=LANGUAGES, script_words=_script_words)
    environment.globals.update(said=said)


def _text(text: str, **named: object) -> Markup:
    words = _words(text, language())
    return words % named if named or "%" in words else words


@lru_cache(maxsize=4_000)
def _words(text: str, _language: str) -> Markup:
    """A page says some hundred texts, the same ones each time: they are looked up and marked once."""
    return Markup(_(text))  # noqa: S704


def _counted(text: str, number: int, **named: object) -> Markup:
    return Markup(counted(text, number)) % {**named, "number": number}  # noqa: S704


def _script_words() -> Mapping[str, Sequence[str]]:
    return {} if language() == SOURCE else script_words(language())


def _body(html: str) -> Markup:
    """An article's own HTML, the one thing that is not escaped: it is cleaned again, whatever the database holds."""
    return Markup(_STYLED.sub(r'\1 class="align-\2"', _cleaned(html)))  # noqa: S704


def _cleaned(html: str) -> str:
    """`clean`, which says the same of the same text each time: what a page shows twice is cleaned once."""
    return _cleaned_before(html) if len(html) <= _LONGEST_KEPT else clean(html)


@lru_cache(maxsize=200)
def _cleaned_before(html: str) -> str:
    return clean(html)
