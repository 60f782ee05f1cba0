"""What the checks get to see of an article that was just read."""

from ingest.letter import Letter
from ingest.reading import ReadArticle
from tinbai.checks import Checked, CheckedPhoto


def checked(article: ReadArticle, letter: Letter) -> Checked:
    """The article as the checks want it. Its first proposed column counts as its column."""
    return Checked(
        title=article.title,
        summary=article.summary,
        body_html=article.body_html,
        body_text=article.body_text,
        byline=article.byline,
        author=article.author,
        source=article.source,
        column=article.columns[0].name if article.columns else None,
        photos=tuple(
            CheckedPhoto(filename=photo.filename, caption=photo.caption, alt=photo.alt) for photo in article.photos
        ),
        date=letter.date,
        kind=article.kind,
        genre=article.genre,
        unit=article.unit or "",
        fields=article.fields,
    )
