"""Texts come out in Unicode, and texts that were never broken come out as they went in."""

import pytest

from ingest.vietnamese.repair import repair_loose
from tests.ingest.vietnamese.alphabet import SENTENCE, to_tcvn3, to_vni
from tests.ingest.vietnamese.in_font import in_font
from tinbai.vietnamese.encoding import Encoding


@pytest.mark.parametrize(
    ("broken", "encoding", "whole"),
    [
        ("tin lam ®\u00adêng GTNT", Encoding.TCVN3, "tin lam đường GTNT"),
        ("B¸o c¸o quý 3.doc", Encoding.TCVN3, "Báo cáo quý 3.doc"),
        ("Nöôùc saïch veà vôùi ngöôøi daân aáp Hoøa Bình", Encoding.VNI, "Nước sạch về với người dân ấp Hòa Bình"),
        ("Traïm Y teá göûi baøi. Traân troïng!", Encoding.VNI, "Trạm Y tế gửi bài. Trân trọng!"),
        (to_tcvn3(SENTENCE), Encoding.TCVN3, SENTENCE),
        (to_vni(SENTENCE), Encoding.VNI, SENTENCE),
    ],
)
def test_text_without_a_font_is_told_by_its_content(broken: str, encoding: Encoding, whole: str) -> None:
    repaired = repair_loose(broken)
    assert (repaired.text, repaired.encoding) == (whole, encoding)


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Kính gửi Ban biên tập",
        "là và có xã thì khí tôi",
        "The naïve café costs £5 ® © 2026, and the façade of Zoë's château is déjà vu.",
        "Où va la France ? L'été à Paris, où tout est naïf. Le maire a déjà reçu les élèves de l'école.",
        "Für die Müllers über Öl und Äpfel, größer als schön. Die Straße führt nach Köln.",
        "El niño mañana irá a España; el año pasado también.",
        "Björk Guðmundsdóttir och Åke på ön",
        "dai 50 µm, 30 °C, «trích dẫn», 1ª",
        "kinh gui bbt xa. thon gui tin ra quan lam duong.",
        "Y Ksor, Kpă, Đắk Lắk, Buôn Ma Thuột",
        "",
    ],
)
def test_what_is_not_broken_is_left_alone(text: str) -> None:
    repaired = repair_loose(text)
    assert (repaired.text, repaired.encoding) == (text, Encoding.UNICODE)


def test_one_short_word_that_could_be_anything_is_left_alone() -> None:
    assert repair_loose("Héi").text == "Héi"


def test_lines_are_judged_one_by_one_where_encodings_are_mixed() -> None:
    repaired = repair_loose(f"{to_tcvn3(SENTENCE)}\n(Unicode) Ảnh: Đức Thử")
    assert repaired.text == f"{SENTENCE}\n(Unicode) Ảnh: Đức Thử"


def test_the_font_decides_where_the_content_could_not() -> None:
    assert in_font("Héi", ".VnTime") == "Hội"
    assert in_font("Hoäi", "VNI-Times") == "Hội"


def test_a_font_of_capitals_gives_capitals() -> None:
    assert in_font("Héi N«ng d©n", ".VnTimeH") == "HỘI NÔNG DÂN"


@pytest.mark.parametrize("font", ["ABCDEF+.VnTime", " .vnTime", "'.VnArial'"])
def test_names_of_fonts_are_understood_in_any_dress(font: str) -> None:
    assert in_font("n\u00adíc", font) == "nước"


def test_unicode_that_was_pasted_into_a_legacy_font_is_left_alone() -> None:
    assert in_font("Đảng ủy xã", ".VnTime") == "Đảng ủy xã"
    assert in_font("và có là thì xã", "VNI-Times") == "và có là thì xã"


def test_utf8_read_as_windows_1252_is_put_right() -> None:
    broken = "Kính gửi Ban biên tập, Hội Phụ nữ xã gửi tin kỷ niệm 20/10.".encode().decode("latin-1")
    assert repair_loose(broken).text == "Kính gửi Ban biên tập, Hội Phụ nữ xã gửi tin kỷ niệm 20/10."
    assert repair_loose("Tiáº¿ng Viá»‡t").text == "Tiếng Việt"


def test_decomposed_text_is_composed_and_eth_becomes_d() -> None:
    assert repair_loose("Tiê\u0301ng Viê\u0323t").text == "Tiếng Việt"
    assert repair_loose("Nghị định 72/2013/NÐ-CP").text == "Nghị định 72/2013/NĐ-CP"
    assert repair_loose("Þór Ðór").text == "Þór Ðór"


def test_what_cannot_be_seen_is_dropped() -> None:
    assert repair_loose("t\u200bin\u202e bài\u00a0mới\ud800\x00").text == "tin bài mới"


def test_endless_combining_marks_take_no_time() -> None:
    assert len(repair_loose("a" + "\u0302\u0323" * 100_000).text) < 40
