"""What opening promises to whoever comes after it."""

from ingest.letter import Part
from ingest.openers import open_part
from tests.ingest.openers.word_files import docx, opened, paragraph, texts
from tinbai.limits import Limits


def test_a_source_says_which_part_it_was_read_from() -> None:
    content = docx(paragraph("Tin"))
    part = Part(filename="tin.docx", media_type="application/pdf", content=content, inside="tuan 40.zip")
    source = open_part(part, Limits()).source
    assert source is not None
    assert (source.name, source.sha256, source.inside) == ("tin.docx", part.sha256, "tuan 40.zip")


def test_the_name_and_the_declared_type_decide_nothing() -> None:
    assert texts(opened(docx(paragraph("Tin")), filename="anh.jpg")) == ["Tin"]


def test_endless_short_lines_take_seconds_not_minutes() -> None:
    assert texts(opened("é\n".encode() * 200_000))[-1].endswith("é")
