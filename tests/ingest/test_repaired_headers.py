"""What the subject and the names of files were before they were repaired is told beside what was made of them."""

from dataclasses import replace

import pytest

from ingest.letter import Letter, Part
from ingest.openers.names import LONGEST_SHOWN, MOST_TOLD
from ingest.repaired_headers import with_repaired_headers

EMPTY = Letter(message_id=None, date=None, subject=None, sender=None)
VNI = "Nöôùc saïch veà vôùi ngöôøi daân aáp Hoøa Bình"
UNICODE = "Nước sạch về với người dân ấp Hòa Bình"


def part(name: str) -> Part:
    return Part(filename=name, media_type="image/jpeg", content=b"x")


def test_a_subject_in_an_old_encoding_is_told_with_its_original() -> None:
    letter = with_repaired_headers(replace(EMPTY, subject=VNI))
    assert letter.subject == UNICODE
    (finding,) = letter.findings
    assert finding.check == "encoding_converted"
    assert finding.message == (
        f"Đã chuyển mã từ VNI: tiêu đề thư “{UNICODE}” (trong thư gốc: “{VNI}”) – đề nghị soát lại"
    )


def test_the_name_of_a_file_is_told_the_same_way_and_only_so_many() -> None:
    letter = with_repaired_headers(replace(EMPTY, parts=tuple(part(f"{VNI} {n}.jpg") for n in range(MOST_TOLD + 5))))
    assert {each.filename for each in letter.parts} == {f"{UNICODE} {n}.jpg" for n in range(MOST_TOLD + 5)}
    assert len(letter.findings) == MOST_TOLD
    assert f"tên tệp “{UNICODE} 0.jpg”" in letter.findings[0].message


@pytest.mark.parametrize("subject", ["Tin bài tuần 48", "Tin ba\u0300i tu\u00e2\u0300n 48", "Café à la crème", None])
def test_what_is_no_old_encoding_is_not_spoken_of(subject: str | None) -> None:
    assert with_repaired_headers(replace(EMPTY, subject=subject, parts=(part("ảnh 1.jpg"),))).findings == ()


def test_a_long_subject_is_told_in_short() -> None:
    (finding,) = with_repaired_headers(replace(EMPTY, subject=f"{VNI} " * 20)).findings
    assert len(finding.message) < 2 * LONGEST_SHOWN + 120
