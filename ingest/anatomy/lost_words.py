"""The net under the anatomy: words that got lost on the way are put aside for the editor, and said."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.anatomy.conservation import missing_words, text_of_source
from ingest.anatomy.shape import Shaped
from ingest.source import SetAside, Source
from tinbai.finding import Finding, Severity, Where

CHECK = "words_lost"
WHY = "chữ bị sót khi tách bài"
_MOST_NAMED = 12  # words named in the finding; all of them are set aside


def catch_lost_words(shaped: Shaped, sources: Sequence[Source]) -> Shaped:
    """`shaped` with every word of `sources` that is in none of its places set aside, in the order of the sources.

    There should be none: each one is a mistake of ours, and an editor must hear of it.
    """
    texts = [text_of_source(source) for source in sources]
    lost = missing_words(texts, shaped)
    if not lost:
        return shaped
    pieces = [SetAside(text=" ".join(lost.elements()), why=WHY)]
    return replace(shaped, set_aside=(*shaped.set_aside, *pieces), findings=(*shaped.findings, _finding(list(lost))))


def _finding(lost: Sequence[str]) -> Finding:
    named = ", ".join(f"“{word}”" for word in lost[:_MOST_NAMED]) + (" …" if len(lost) > _MOST_NAMED else "")
    return Finding(
        check=CHECK,
        severity=Severity.WARN,
        where=Where(field="letter"),
        message=f"Máy tách bài để sót chữ: {named}. Các chữ này được giữ ở phần để riêng; hãy so bài với thư gốc.",
    )
