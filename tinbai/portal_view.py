"""What the review site is given to show how an article will look: made by publishing, handed in by `serve.py`."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from tinbai.article import Article
from tinbai.correction import Correction
from tinbai.revision import Revision


class PortalView(Protocol):
    """Draws the page. The stages do not know each other: publishing's own code is handed in."""

    def __call__(
        self, site_key: str, article: Article, revision: Revision, corrections: Sequence[Correction], at: datetime
    ) -> Callable[[], str]:
        """What draws the whole page, which loads nothing. Asked in a session; drawing needs none, and takes time."""
