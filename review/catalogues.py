"""The catalogues of translated texts: Babel ends at this file.

They are read from the .po files themselves, once a process: nothing is generated, so nothing can be out of date.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "locale"
# Three domains: what the server says, what the pages' scripts say, and what other parts of the program said
# (`review/sentences.py`).
PAGES, SCRIPTS, TOLD = "pages", "scripts", "told"
_HOLDING = "sentences: "


@cache
def catalogue(language: str) -> GNUTranslations:
    """What the server says, in `language`, with the rule by which the language counts."""
    compiled = BytesIO()
    write_mo(compiled, read(language, PAGES))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def script_words(language: str) -> Mapping[str, Sequence[str]]:
    """What the pages' scripts say, by the Vietnamese text: the forms for one, and for more where it says a number."""
    return {forms_of(message.id)[0]: forms_of(message.string) for message in read(language, SCRIPTS) if message.id}


@cache
def told(language: str) -> Mapping[str, str]:
    """What other parts of the program say, by the Vietnamese text; {0}, {1}, … are names and figures."""
    return {str(message.id): str(message.string) for message in read(language, TOLD) if message.id}


@cache
def holding_sentences(language: str) -> Mapping[str, frozenset[str]]:
    """By the Vietnamese text, its places in which sentences of ours stand: `# sentences: 0 2`, a translator's comment.

    In every other place stands what may be a stranger's.
    """
    return {
        str(message.id): frozenset(comment.removeprefix(_HOLDING).split())
        for message in read(language, TOLD)
        for comment in message.user_comments
        if comment.startswith(_HOLDING)
    }


def forms_of(text: str | Sequence[str] | None) -> Sequence[str]:
    """One form of a text, or several where it says a number."""
    return [text] if isinstance(text, str) else list(text or [""])


def read(language: str, domain: str) -> Catalog:
    """The catalogue as it stands in its file."""
    with (FOLDER / language / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=language, domain=domain)
