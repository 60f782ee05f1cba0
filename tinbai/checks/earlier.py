"""What the rules are told of articles that came before, beside the article itself: looked up by whoever asks them."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class EarlierText:
    """An article that may share words with the one under check. `text` is its summary and body."""

    article_id: int
    code: str
    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class UsedPhoto:
    """The first article in which a photo of this one stood. `same`: the same file, and not only the same looks."""

    article_id: int
    code: str
    title: str
    same: bool
    times: int  # earlier articles that it stands in
