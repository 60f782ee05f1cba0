"""What the form of an article shows: what is saved, or a draft that nobody has saved yet."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from review.draft_form import Draft, photo_of
from review.taking import Names
from tinbai.article import Article
from tinbai.column import Column
from tinbai.people import Unit


def of_article(article: Article) -> Draft:
    """What is saved, as the form holds it."""
    revision = article.revision
    photos = revision.photos if revision else []
    return Draft(
        title=revision.title if revision else "", summary=revision.summary if revision else "",
        body_html=revision.body_html if revision else "", byline=revision.byline if revision else "",
        author=revision.author if revision else "", source=revision.source if revision else "",
        genre=article.genre, column_key=article.column.key if article.column else "", needs_head=article.needs_head,
        photos=tuple(map(photo_of, photos)),
        unit_key=article.unit.key if article.unit else "",
    )  # fmt: skip


def texts_of(draft: Draft, names: Names) -> dict[str, str]:
    """A draft's texts by the decisions that they are about; columns and units by their names."""
    columns = {key: name for name, key in names.columns.items()}
    units = {key: name for name, key in names.units.items()}
    return {
        "title": draft.title, "summary": draft.summary, "byline": draft.byline, "author": draft.author,
        "genre": draft.genre or "", "column": columns.get(draft.column_key, ""),
        "unit": units.get(draft.unit_key or "", ""),
        **{f"caption:{photo.sha256}": photo.caption for photo in draft.photos},
    }  # fmt: skip


def names_of(session: Session, article: Article) -> Names:
    """The keys of the site's columns and units by their names."""
    columns = session.scalars(select(Column).where(Column.site_id == article.site_id))
    units = session.scalars(select(Unit).where(Unit.site_id == article.site_id))
    return Names({each.name: each.key for each in columns}, {each.name: each.key for each in units})
