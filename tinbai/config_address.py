"""Where readers find an article on a portal: an address in which {id} and {slug} are filled in."""

from typing import Annotated

from pydantic import AfterValidator


def _tells_articles_apart(address: str) -> str:
    """Raise ValueError for an address that all articles would have."""
    if address and "{id}" not in address and "{slug}" not in address:
        raise ValueError("is the same for every article; write {id} or {slug} in it, like https://…/tin/{id}")
    return address


ArticleAddress = Annotated[str, AfterValidator(_tells_articles_apart)]  # "": nobody knows
