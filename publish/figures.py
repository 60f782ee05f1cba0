"""Photos take their places in the body, as figures. Everything that is put in here is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape

from publish.portal import PortalPhoto
from tinbai.clean import clean
from tinbai.html import top_level


def with_figures(body_html: str, photos: Iterable[tuple[int, PortalPhoto]], media_url: str) -> str:
    """The cleaned body with each photo after its top-level element (-1: before the first).

    A place that the body does not have is its end: a photo that was approved is never lost.
    """
    elements = top_level(clean(body_html))
    after: dict[int, list[str]] = {}
    for place, photo in photos:
        after.setdefault(min(max(place, -1), len(elements) - 1), []).append(_figure(photo, media_url))
    return "\n".join(_in_order(elements, after))


def _in_order(elements: Sequence[str], after: dict[int, list[str]]) -> Iterable[str]:
    yield from after.get(-1, [])
    for index, element in enumerate(elements):
        yield element
        yield from after.get(index, [])


def _figure(photo: PortalPhoto, media_url: str) -> str:
    source = escape(f"{media_url.rstrip('/')}/{photo.file}")
    image = f'<img src="{source}" alt="{escape(photo.alt)}" width="{photo.width}" height="{photo.height}">'
    caption = f"<figcaption>{escape(photo.caption)}</figcaption>" if photo.caption else ""
    return f"<figure>{image}{caption}</figure>"
