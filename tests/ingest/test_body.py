"""The letter's own text as a source."""

from ingest.body import body_source
from ingest.parse import parse
from tinbai.limits import Limits

TCVN3 = "S¸ng ngµy 18/9/2026, h¬n 120 héi viªn n«ng d©n th«n §ång Thö ®· ra qu©n."


def test_a_plain_letter_in_a_legacy_encoding_is_repaired_and_the_editor_is_told() -> None:
    raw = b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + TCVN3.encode()
    opened = body_source(parse(raw, Limits()), Limits())
    assert [finding.message for finding in opened.findings] == [
        "Đã chuyển mã từ TCVN3 (ABC): lời thư – đề nghị soát lại"
    ]


def test_a_plain_letter_in_unicode_has_nothing_to_tell() -> None:
    raw = "Content-Type: text/plain; charset=utf-8\r\n\r\nNhà trường gửi tin.".encode()
    assert not body_source(parse(raw, Limits()), Limits()).findings
