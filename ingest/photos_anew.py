"""A letter that brings photos for an article already there, and no text: "Em gửi lại ảnh 2 rõ hơn ạ"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.anatomy.words import words
from ingest.reading import ReadArticle, ReadAttachment, ReadPhoto
from ingest.source import SetAside
from tinbai.html import text_of_html
from tinbai.revision import Revision, RevisionPhoto
from tinbai.text import fold
from tinbai.vietnamese.encoding import Encoding

REMARK = "lời nhắn trong thư gửi lại ảnh"
MOST_WORDS = 40  # of a text that is a remark about the photos and no article


def brings_photos_only(read: ReadArticle) -> bool:
    """Whether there is nothing to it but photos and a remark."""
    return bool(read.photos) and len(words(f"{read.summary or ''} {read.body_text}")) <= MOST_WORDS


def with_photos_anew(old: Revision, read: ReadArticle, subject: str = "") -> ReadArticle:
    """The text as it stood, with the new photos: one of the same name takes the old one's place, caption and all.

    A single photo takes the place of a single one. The others lie in the tray until somebody places them. What the
    letter says is set aside, and the files that it brings besides come to those that are there.
    """
    return replace(
        read,
        title=old.title or None,
        summary=old.summary or None,
        body_html=old.body_html,
        body_text=text_of_html(old.body_html),
        byline=old.byline or None,
        author=old.author or None,
        source=old.source or None,
        encoding=Encoding(old.encoding),
        photos=_photos(old.photos, read.photos),
        attachments=[
            ReadAttachment(sha256=each.sha256, filename=each.filename, media_type=each.media_type)
            for each in old.attachments
        ]
        + [file for file in read.attachments if file.sha256 not in {each.sha256 for each in old.attachments}],
        set_aside=[*read.set_aside, *_remarks(read, subject)],
        chosen=(),
    )


def _remarks(read: ReadArticle, subject: str) -> Iterator[SetAside]:
    """What was read as an article; not the subject, which stands with the letter."""
    said = fold(subject)
    title = read.title if read.title and fold(read.title) not in said else None
    for text in (title, read.summary, read.body_text, read.byline):
        if text and text.strip():
            yield SetAside(text=text, why=REMARK)


def _photos(old: Sequence[RevisionPhoto], new: Sequence[ReadPhoto]) -> list[ReadPhoto]:
    by_name = {photo.filename.casefold(): photo for photo in new}
    if len(old) == 1 and len(new) == 1:
        by_name = {old[0].filename.casefold(): new[0]}
    kept = []
    for photo in old:
        instead = by_name.pop(photo.filename.casefold(), None)
        kept.append(
            ReadPhoto(
                sha256=instead.sha256 if instead else photo.sha256,
                filename=instead.filename if instead else photo.filename,
                caption=(instead.caption if instead else None) or photo.caption or None,
                alt=photo.alt or None,
                place=photo.place,
            )
        )
    return [*kept, *(replace(photo, place=None) for photo in by_name.values())]
