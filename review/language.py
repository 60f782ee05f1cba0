"""The language that a page speaks, and the texts in it.

Vietnamese is the source: each text stands in the code in Vietnamese, and is its own key in the catalogues of the other
languages. A text is translated when it is shown, by the language of whoever asks; what goes into the database or into a
letter does not pass through here and stays Vietnamese.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

from review.catalogues import catalogue

SOURCE = "vi"
LANGUAGES: Mapping[str, str] = {"vi": "Tiếng Việt", "en": "English"}  # each by its own name


class _Spoken:
    """The language of one request. Handlers run in threads with a copy of the context: they share this object."""

    def __init__(self, code: str) -> None:
        self.code = code


_spoken: ContextVar[_Spoken | None] = ContextVar("spoken", default=None)


def begin(code: str) -> None:
    """A request begins, in `code` as far as is known: the log-in says more (`speak`)."""
    _spoken.set(_Spoken(code))


def speak(code: str | None) -> None:
    """From here on this request is answered in `code`; None or a language that there is not: as before."""
    spoken = _spoken.get()
    if spoken is not None and code is not None and code in LANGUAGES:
        spoken.code = code


def language() -> str:
    """The language of this request; outside of any, Vietnamese."""
    spoken = _spoken.get()
    return spoken.code if spoken is not None else SOURCE


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Another language for a while."""
    token = _spoken.set(_Spoken(code))
    try:
        yield
    finally:
        _spoken.reset(token)


def _(text: str) -> str:
    """`text` in the language of this request."""
    if not text or language() == SOURCE:  # gettext's answer to "" is the catalogue's heading
        return text
    return catalogue(language()).gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """`one` or `many`, as the language of this request counts."""
    return many if language() == SOURCE else catalogue(language()).ngettext(one, many, number)


def pgettext(context: str, text: str) -> str:
    """`text` as it is meant in `context`, where the same Vietnamese word is two words in another language."""
    return text if not text or language() == SOURCE else catalogue(language()).pgettext(context, text)


def counted(text: str, number: int) -> str:
    """`text`, which says a number, in the form for that number. Vietnamese has one form for all of them."""
    return ngettext(text, text, number)


def N_(text: str) -> str:  # noqa: N802 - gettext's usual name
    """Mark a text that is written down here and translated (`_`) where it is shown."""
    return text


Text = TypeVar("Text")


def kept(text: Text) -> Text:
    """Mark a text that is written down, into the history or a letter: it stays Vietnamese, whoever writes."""
    return text


K = TypeVar("K")
V = TypeVar("V")  # a text, or a tuple of texts


class Words(Mapping[K, V]):
    """Texts by what they are for; each comes out in the language of the request.

    `context` tells a word apart from another one that is the same in Vietnamese: the status "Trả lại" from the button.
    """

    def __init__(self, texts: Mapping[K, V], *, context: str = "") -> None:
        self._texts: Mapping[K, V] = texts
        self._context = context

    def __getitem__(self, key: K) -> V:
        found = self._texts[key]
        shown = (
            self._shown(found) if isinstance(found, str) else tuple(map(self._shown, cast("tuple[str, ...]", found)))
        )
        return cast("V", shown)

    def _shown(self, text: str) -> str:
        return pgettext(self._context, text) if self._context else _(text)

    def __iter__(self) -> Iterator[K]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
