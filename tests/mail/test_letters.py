"""The letters hold what their cases say, seen with the standard library and makers of other people."""

from io import BytesIO

import pytest
from docx import Document
from tnefparse import TNEF

from tests.mail.cases import all_cases, case03, case04, case07, case11
from tests.mail.making.vietnamese import tcvn3
from tests.mail.reading import files_of, parsed, text_of

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def docx_text(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


@pytest.mark.parametrize("name", sorted(all_cases.letters()))
def test_every_letter_parses_without_defects(name: str) -> None:
    message = parsed(name.removesuffix(".eml").split("-")[0] if "14" not in name else name.rsplit("-", 2)[0])
    assert [part.defects for part in message.walk() if part.defects] == []
    assert message["Authentication-Results"].startswith("mx.songmau.example;")


def test_the_good_contributor_sends_a_note_a_document_and_two_photos() -> None:
    message = parsed("01")
    assert message["Subject"] == "Tin bài: Tập huấn kỹ thuật trồng nấm rơm"
    assert text_of(message).startswith("Kính gửi: Ban biên tập")
    files = files_of(message)
    assert list(files) == ["Tin tap huan nam rom.docx", "1.jpg", "2.jpg"]
    assert "Trong số 45 học viên có 30 nữ và 15 nam." in docx_text(files["Tin tap huan nam rom.docx"])


def test_the_tcvn3_document_hides_its_letters_from_python_docx() -> None:
    content = files_of(parsed("03"))["tin lam duong.docx"]
    title, body, credit = Document(BytesIO(content)).paragraphs
    assert title.runs[0].font.name == ".VnTimeH"
    assert body.runs[0].font.name is None
    assert credit.runs[0].font.name == "Times New Roman"
    assert title.text.replace("-", "") == case03.TITLE.replace("\u00ad", "")


def test_the_tcvn3_title_says_in_its_code_what_the_case_says() -> None:
    assert tcvn3("Hội Nông dân xã An Mẫu ra quân làm đường giao thông nông thôn") == case03.TITLE


def test_the_old_word_file_is_a_word_file_in_vni() -> None:
    content = files_of(parsed("04"))["Nuoc sach.doc"]
    assert content.startswith(OLE)
    line = case04.LINES[0]
    assert line.encode("cp1252") in content or line.encode("utf-16-le") in content
    assert "VNI-Times".encode("utf-16-le") in content


def test_the_vni_subject_is_plain_latin() -> None:
    assert parsed("04")["Subject"] == "Nöôùc saïch veà vôùi ngöôøi daân aáp Hoøa Bình"


def test_the_article_with_slips_has_combining_tones_and_a_photo() -> None:
    content = files_of(parsed("07"))["bai 9 thang.docx"]
    document = Document(BytesIO(content))
    assert len(document.inline_shapes) == 1
    assert case07.TITLE not in document.paragraphs[0].text
    assert "PHONG TRA\u0300O" in document.paragraphs[0].text
    assert "Ê\u0301" in document.paragraphs[0].text


def test_the_copied_article_has_its_share_of_insertions_and_of_june() -> None:
    runs = [run for item in case11.paragraphs() for run in item.runs if run.change != "del"]
    words = sum(len(run.text.split()) for run in runs)
    inserted = sum(len(run.text.split()) for run in runs if run.change == "ins")
    june = sum(len(text.split()) for text in case11.PUBLISHED_ON_2_JUNE)
    assert round(inserted / words, 2) == pytest.approx(0.40, abs=0.02)
    assert round(june / words, 2) == pytest.approx(0.38, abs=0.01)


def test_the_copied_article_has_two_comments_and_a_highlight() -> None:
    document = Document(BytesIO(files_of(parsed("11"))["canh bao lua dao.docx"]))
    assert [comment.text for comment in document.comments] == list(case11.COMMENTS)
    assert [run.text for item in document.paragraphs for run in item.runs if run.font.highlight_color] == [case11.GAP]


def test_winmail_dat_holds_the_document_and_the_photo() -> None:
    files = files_of(parsed("12"))
    assert list(files) == ["winmail.dat", "invite.ics", "image001.png"]
    inside = {attachment.long_filename(): attachment.data for attachment in TNEF(files["winmail.dat"]).attachments}
    assert list(inside) == ["Tin 20-10.docx", "anh.jpg"]
    assert "96 năm" in docx_text(inside["Tin 20-10.docx"])
    assert inside["anh.jpg"].startswith(b"\xff\xd8")


def test_the_outlook_letter_says_the_wrong_charset() -> None:
    message = parsed("12")
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content_charset() == "us-ascii"
    content = body.get_payload(decode=True)
    assert isinstance(content, bytes)
    assert content.decode("utf-8").startswith("Kính gửi Ban biên tập")
    assert message["Subject"] == "Tin b\u00c3\u00a0i 20/10"


def test_the_impostor_fails_where_the_others_pass() -> None:
    assert "dkim=fail" in parsed("14a")["Authentication-Results"]
    assert "dkim=pass" in parsed("13")["Authentication-Results"]


def test_the_letter_that_came_twice_differs_in_its_trace_alone() -> None:
    first, second = parsed("14c-1"), parsed("14c-2")
    assert first["Message-ID"] == second["Message-ID"]
    assert files_of(first) == files_of(second)
    assert text_of(first) == text_of(second)
    assert first.get_all("Received") != second.get_all("Received")


def test_the_correction_answers_the_first_letter() -> None:
    assert parsed("09")["In-Reply-To"] == parsed("01")["Message-ID"]
    corrected = docx_text(files_of(parsed("09"))["Tin tap huan nam rom (SUA LAI).docx"])
    assert "54 học viên có 36 nữ và 18 nam" in corrected
    assert "45 bộ tài liệu" in corrected
