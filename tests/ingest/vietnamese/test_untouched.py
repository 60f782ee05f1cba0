"""What was never broken stays as it is, to the letter: the count of paragraphs touched is nought."""

import pytest

from ingest.vietnamese.repair import repair_loose
from tests.ingest.openers.word_files import docx, opened, paragraph, texts
from tests.ingest.vietnamese.alphabet import SENTENCE, to_tcvn3, to_viscii, to_vni, to_vps
from tests.ingest.vietnamese.in_font import in_font
from tests.ingest.vietnamese.ordinary import FOREIGN, ORDINARY, VIETNAMESE
from tinbai.vietnamese import detect
from tinbai.vietnamese.encoding import Encoding


def touched(paragraphs: list[str]) -> list[str]:
    repaired = [(text, repair_loose(text)) for text in paragraphs]
    return [text for text, after in repaired if after.text != text or after.encoding is not Encoding.UNICODE]


def test_no_ordinary_paragraph_is_touched() -> None:
    assert len(ORDINARY) == 400
    assert touched(ORDINARY) == []


@pytest.mark.parametrize("paragraphs", [VIETNAMESE, FOREIGN], ids=["vietnamese", "foreign"])
def test_no_paragraph_of_an_ordinary_word_file_is_touched(paragraphs: list[str]) -> None:
    result = opened(docx("".join(paragraph(text, font="Times New Roman") for text in paragraphs)))
    assert texts(result) == paragraphs
    assert result.source is not None
    assert (result.source.encoding, result.source.original, result.findings) == (Encoding.UNICODE, None, [])


@pytest.mark.parametrize("encode", [to_tcvn3, to_vni, to_viscii, to_vps])
def test_unicode_beside_a_legacy_text_is_not_touched(encode: object) -> None:
    assert callable(encode)
    body = paragraph(encode(SENTENCE)) + "".join(map(paragraph, VIETNAMESE[:40]))
    assert texts(opened(docx(body))) == [SENTENCE, *VIETNAMESE[:40]]


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times", "VPS Times", "VI Times"])
def test_unicode_that_was_pasted_into_a_legacy_font_is_not_touched(font: str) -> None:
    changed = [text for text in VIETNAMESE if in_font(text, font) != text]
    assert changed == []


def test_without_its_guards_the_judgement_would_touch_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guards are what keeps foreign writing whole: taken away, it is destroyed."""
    monkeypatch.setattr(detect, "_BARE_VALID", 0.0)
    monkeypatch.setattr(detect, "_VALID_AFTER", 0.0)
    monkeypatch.setattr(detect, "_VALID_BEFORE", 1.0)
    monkeypatch.setattr(detect, "_LEAD_OVER_RUNNER_UP", -1.0)
    assert touched(ORDINARY) != []
