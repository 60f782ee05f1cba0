"""What the form of an article shows: what is saved, or a draft that nobody has saved yet."""

from sqlalchemy.orm import Session

from review.columns_and_units import ColumnsAndUnits, columns_and_units
from review.draft_form import Draft, photo_of
from review.taking import Names
from tinbai.article import Article


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
    return names_among(columns_and_units(session, article.site_id))


def names_among(there: ColumnsAndUnits) -> Names:
    """The same, where the columns and units are known."""
    return Names({each.name: each.key for each in there.columns}, {each.name: each.key for each in there.units})
