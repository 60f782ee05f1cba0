"""Plain text: which lines are paragraphs."""

from ingest.openers.plain import plain_source
from tests.ingest.openers.word_files import opened, texts
from tinbai.blocks import Align, Paragraph, Rule, text_of
from tinbai.vietnamese.encoding import Encoding

LONG = (
    "Chiều ngày 20/10/2026, Công đoàn Trường THCS An Mẫu tổ chức tọa đàm\n"
    "kỷ niệm 96 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam, dự buổi\n"
    "tọa đàm có cô giáo Ngô Thị Mô Phỏng cùng toàn thể nữ cán bộ, giáo\n"
    "viên, nhân viên."
)


def lines(text: str) -> list[str]:
    return [text_of(block) for block in plain_source(text).blocks]


def test_one_line_is_one_paragraph() -> None:
    text = "Kính gửi BBT!\n\nNhà trường gửi tin.\nTrân trọng./."
    assert lines(text) == ["Kính gửi BBT!", "Nhà trường gửi tin.", "Trân trọng./."]


def test_paragraphs_that_a_mail_program_cut_are_joined() -> None:
    assert lines(f"Kính gửi BBT!\n\n{LONG}\n\nTrân trọng.") == [
        "Kính gửi BBT!",
        LONG.replace("\n", " "),
        "Trân trọng.",
    ]


def test_long_lines_are_not_joined() -> None:
    text = f"{LONG.replace(chr(10), ' ')}\nvà câu sau viết thường ở đầu dòng."
    assert len(lines(text)) == 2


def test_lists_and_bylines_are_not_joined_to_what_stands_above() -> None:
    assert lines(
        f"{LONG}\n- Một là làm đường giao thông nông thôn ở các thôn trong toàn xã;\n- Hai là\nTin, ảnh: Mô Phỏng"
    )[1:] == [
        "- Một là làm đường giao thông nông thôn ở các thôn trong toàn xã;",
        "- Hai là",
        "Tin, ảnh: Mô Phỏng",
    ]


def test_lines_of_dashes_and_asterisks_are_rules() -> None:
    blocks = plain_source("Một\n*****\nHai\n----------------\nBa\n- - -").blocks
    assert [block.text for block in blocks if isinstance(block, Rule)] == ["*****", "----------------", "- - -"]


def test_web_addresses_are_links_without_the_full_stop_behind() -> None:
    (block,) = plain_source("Xem tại https://songmau.example/a?b=1.").blocks
    assert [span.link for span in block.spans] == [None, "https://songmau.example/a?b=1", None]  # type: ignore[union-attr]


def test_a_legacy_encoding_is_repaired_and_the_original_kept() -> None:
    source = plain_source("tin lam ®\u00adêng GTNT")
    assert (source.encoding, source.original) == (Encoding.TCVN3, "tin lam ®\u00adêng GTNT")
    assert text_of(source.blocks[0]) == "tin lam đường GTNT"


def test_files_in_other_charsets_are_read() -> None:
    text = "Báo cáo kết quả phong trào của thôn"
    assert texts(opened(text.encode("utf-16"), filename="a.txt")) == [text]
    assert texts(opened(b"\xef\xbb\xbf" + text.encode(), filename="a.txt")) == [text]
    cp1258 = "Ba\xec\u0301o".encode("latin-1", "ignore")  # not a whole text: only must not raise
    opened(cp1258)
    marks = "".join({"ế": "ê\u0301", "ả": "a\u0309"}.get(letter, letter) for letter in "Báo cáo kết quả phong trào")
    assert texts(opened(marks.encode("cp1258"), filename="a.txt")) == ["Báo cáo kết quả phong trào"]


def test_a_short_line_far_to_the_right_was_put_there() -> None:
    text = f"{' ' * 25}TIÊU ĐỀ GIỮA DÒNG\n\nBài viết.\n\n{' ' * 48}Trạm Y tế xã An Mẫu\n{' ' * 30}{'chữ ' * 30}"
    aligned = [block.align for block in plain_source(text).blocks if isinstance(block, Paragraph)]
    assert aligned == [None, None, Align.RIGHT, None]
