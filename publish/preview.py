"""How an article will look on a portal: its page, whole in one piece of HTML, for a frame that loads and runs nothing.

The text, the figures and the corrections are made as publishing makes them, and the photos are the public copies.
What surrounds them is a plain page: each portal has its own.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from html import escape
from pathlib import Path

from publish.corrections import with_corrections
from publish.figures import with_figures
from publish.photo import copier
from publish.portal import PortalPhoto
from tinbai.article import Article
from tinbai.blobs import Blobs
from tinbai.clock import local
from tinbai.correction import Correction
from tinbai.errors import BlobMissingError
from tinbai.pictures import PictureError
from tinbai.public_copy import PublicCopy
from tinbai.revision import Revision, RevisionPhoto

MOST_BYTES = 30_000_000  # of photos in one page; the rest is named only
_MEDIA = "preview"
_STYLE = Path(__file__).with_name("preview.css")


def preview(
    article: Article, revision: Revision, corrections: Iterable[Correction], *, site_name: str, at: datetime,
    longest_side: int, blobs: Blobs,
) -> Callable[[], str]:  # fmt: skip
    """What draws the page as readers would get it if `revision` went out at `at`. Changes nothing.

    The database is asked here; drawing, which may wait for child processes, needs it no more.
    """
    placed = [photo for photo in revision.photos if photo.place is not None]
    copiers = [copier(photo, longest_side, blobs) for photo in placed]
    notes = list(corrections)
    _ = article.column, revision.attachments  # loaded here: drawing reads them

    def draw() -> str:
        copies = _copies(copiers)
        body, missing = _body(revision, placed, copies, notes)
        return _page(article, revision, body, missing, site_name=site_name, at=at)

    return draw


def _body(
    revision: Revision, placed: Sequence[RevisionPhoto], copies: Sequence[PublicCopy | None],
    corrections: Iterable[Correction],
) -> tuple[str, Sequence[str]]:  # fmt: skip
    """The text with its figures, and the names of the photos that are not in it."""
    figures = [
        (photo.place or 0, _figure(number, photo, copy))
        for number, (photo, copy) in enumerate(zip(placed, copies, strict=True))
        if copy is not None
    ]
    body = with_corrections(with_figures(revision.body_html, figures, _MEDIA), corrections)
    for number, copy in enumerate(copies):
        if copy is not None:
            body = body.replace(f'src="{_MEDIA}/{number}"', f'src="{_data(copy)}"', 1)
    return body, [photo.filename for photo, copy in zip(placed, copies, strict=True) if copy is None]


def _copies(copiers: Sequence[Callable[[], PublicCopy]]) -> list[PublicCopy | None]:
    copies: list[PublicCopy | None] = []
    left = MOST_BYTES
    for copied in copiers:
        try:
            copy: PublicCopy | None = copied() if left > 0 else None
        except (PictureError, BlobMissingError):
            copy = None
        left -= len(copy.content) if copy else 0
        copies.append(copy)
    return copies


def _figure(number: int, photo: RevisionPhoto, copy: PublicCopy) -> PortalPhoto:
    return PortalPhoto(
        file=str(number), caption=photo.caption, alt=photo.alt or photo.caption, width=copy.width, height=copy.height,
        sha256="", is_cover=False,
    )  # fmt: skip


def _data(copy: PublicCopy) -> str:
    kind = "png" if copy.ending == ".png" else "jpeg"
    return f"data:image/{kind};base64,{b64encode(copy.content).decode('ascii')}"


def _page(
    article: Article, revision: Revision, body: str, missing: Sequence[str], *, site_name: str, at: datetime
) -> str:
    moment = local(at)
    column = escape(article.column.name) if article.column else "(chưa chọn chuyên mục)"
    parts = [
        f"<h1>{escape(revision.title or '(chưa có tiêu đề)')}</h1>",
        f'<p class="when">{column} · {moment:%H:%M, %d/%m/%Y}</p>',
        f'<p class="lead">{escape(revision.summary)}</p>' if revision.summary else "",
        f'<div class="body">{body}</div>',
        f'<p class="byline">{escape(revision.byline)}</p>' if revision.byline else "",
        f'<p class="source">Nguồn: {escape(revision.source)}</p>' if revision.source else "",
        *(f'<p class="missing">Không hiển thị được ảnh {escape(name)}.</p>' for name in missing),
        _attachments(revision),
    ]
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(revision.title)}</title><style>{_STYLE.read_text(encoding='utf-8')}</style></head>"
        f'<body><header class="head"><p class="name">{escape(site_name)}</p></header>'
        f"<main><article>{''.join(parts)}</article></main></body></html>"
    )


def _attachments(revision: Revision) -> str:
    if not revision.attachments:
        return ""
    rows = "".join(f"<li>{escape(file.filename)}</li>" for file in revision.attachments)
    return f'<section class="attachments"><h2>Tệp đính kèm</h2><ul>{rows}</ul></section>'
