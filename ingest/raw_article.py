"""The article of a letter whose anatomy failed: everything it said, untouched, for an editor to take apart."""

from collections.abc import Iterable

from ingest.letter import Letter
from ingest.reading import ReadArticle
from ingest.source import BODY, Source
from tinbai.clean import clean
from tinbai.finding import Finding, Severity, Where
from tinbai.html import render, text_of_html


def raw_article(letter: Letter, sources: Iterable[Source]) -> ReadArticle:
    """All texts one after the other, under the letter's subject."""
    html = clean(render([block for source in sources for block in source.blocks]))
    return ReadArticle(
        title=letter.subject,
        summary=None,
        body_html=html,
        body_text=text_of_html(html),
        from_part=BODY,
        findings=[
            Finding(
                check="not_taken_apart",
                severity=Severity.WARN,
                where=Where(field="body"),
                message="Chưa tách được tiêu đề, sapô, tác giả của bài. Nội dung thư để nguyên; hãy tách bằng tay.",
            )
        ],
    )
