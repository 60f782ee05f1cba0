"""The pages of the folder: one for each item, and the first page. They run nothing and load nothing from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from publish.portal import PortalText
from publish.portals.folder.records import ITEMS, Record, number_of
from tinbai.clock import local

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)
_TEMPLATES.filters["moment"] = lambda moment: f"{local(moment):%H:%M, %d/%m/%Y}"
_TEMPLATES.filters["published_html"] = Markup  # cleaned when it was saved, and drawn with its figures by tinbai


@dataclass(frozen=True, kw_only=True)
class Addresses:
    """Where readers find things: `pattern` with {id} and {slug}, or nothing; `media_url` stands before a file."""

    pattern: str
    media_url: str

    def of(self, text: PortalText) -> str:
        """The address of an item: as configured, else its page in the folder."""
        number = number_of(text.key)
        if not self.pattern:
            return f"{self.media_url.rstrip('/')}/{page_of(number)}"
        return self.pattern.replace("{id}", number).replace("{slug}", text.slug)

    def of_file(self, file: str) -> str:
        """The address of a file."""
        return f"{self.media_url.rstrip('/')}/{file}"


def page_of(number: str) -> str:
    """The path of an item's page in the folder: its title may change, its page does not move."""
    return f"{ITEMS}/{number}.html"


def item_page(record: Record, addresses: Addresses) -> str:
    """An item's page."""
    return _TEMPLATES.get_template("item.html").render(item=record.text, record=record, addresses=addresses)


def first_page(newest: Sequence[Record], addresses: Addresses) -> str:
    """The list of the newest."""
    return _TEMPLATES.get_template("newest.html").render(newest=newest, addresses=addresses)
