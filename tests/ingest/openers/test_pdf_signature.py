"""Signatures in PDFs: who signed, and whether the file is as it was signed."""

from pathlib import Path

import pytest

from ingest.openers import pdf
from ingest.openers.pdf_signature import PdfSignature, State, check_signature
from tests.ingest.openers.word_files import checks, opened

SIGNED = (Path(__file__).parents[2] / "mail" / "material" / "ke-hoach-45.signed.pdf").read_bytes()
NAME = "45-KH-UBND.signed.pdf"


def messages(content: bytes) -> str:
    return "\n".join(finding.message for finding in opened(content, filename=NAME).findings)


def changed() -> bytes:
    """With another bit in what was signed: in the first page's picture."""
    place = SIGNED.index(b"stream") + 40
    return SIGNED[:place] + bytes([SIGNED[place] ^ 1]) + SIGNED[place + 1 :]


def test_the_signer_is_told_and_that_the_file_is_as_it_was_signed() -> None:
    assert checks(opened(SIGNED, filename=NAME)) == {"no_text_layer", "pdf_signed"}
    assert "chữ ký số ghi tên Lê Thị Thử; nội dung nguyên vẹn từ khi ký" in messages(SIGNED)
    assert "chưa xác minh được tổ chức chứng thực" in messages(SIGNED)


def test_what_was_added_after_the_signing_is_told() -> None:
    added = SIGNED + b"\n% them\n"
    assert "pdf_signature_added_to" in checks(opened(added, filename=NAME))
    assert "nguyên vẹn" not in messages(added)


def test_what_was_changed_after_the_signing_is_told() -> None:
    assert "pdf_signature_broken" in checks(opened(changed(), filename=NAME))
    assert "không khớp với nội dung" in messages(changed())


@pytest.mark.parametrize("shift", [-4000, -2, 2, 4000])
def test_a_signature_that_leaves_more_than_itself_out_is_none(shift: int, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[PdfSignature] = []

    def widened(file: bytes, contents: bytes, ranges: list[int]) -> PdfSignature:
        one = [ranges[0], ranges[1] + min(shift, 0), ranges[2] + max(shift, 0), ranges[3] - max(shift, 0)]
        seen.append(check_signature(file, contents, one))
        return seen[-1]

    monkeypatch.setattr(pdf, "check_signature", widened)
    opened(SIGNED, filename=NAME)
    assert [each.state for each in seen] == [State.BROKEN]


@pytest.mark.parametrize("contents", [b"", b"\0" * 50, b"0\x80", b"\x30\x84\xff\xff\xff\xff", bytes(range(256)) * 20])
def test_no_bytes_raise(contents: bytes) -> None:
    assert check_signature(b"x" * 100, contents, [0, 10, 20, 80]).state is State.UNKNOWN
    assert check_signature(b"", contents, []).state is State.UNKNOWN


def test_a_signature_cut_anywhere_raises_nothing() -> None:
    for length in range(0, len(SIGNED), 997):
        assert "nguyên vẹn" not in messages(SIGNED[:length]), length


def test_without_the_arithmetic_a_changed_file_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.openers.pdf_signature._Signed.verify", lambda *_: None)
    assert "nguyên vẹn" in messages(changed())
