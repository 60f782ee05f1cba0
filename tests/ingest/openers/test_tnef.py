"""winmail.dat gives up what it carries."""

from tests.ingest.openers.photos import jpeg
from tests.ingest.openers.tnef_file import tnef
from tests.ingest.openers.word_files import docx, opened, paragraph


def test_attachments_come_out_under_their_names() -> None:
    """Case 12 of the acceptance letters."""
    word, photo = docx(paragraph("Tin")), jpeg()
    result = opened(tnef({b"Tin 20-10.docx": word, b"..\\anh.jpg": photo}), filename="winmail.dat")
    assert [(part.filename, part.content, part.inside) for part in result.parts] == [
        ("Tin 20-10.docx", word, "winmail.dat"),
        ("anh.jpg", photo, "winmail.dat"),
    ]
    assert result.findings == ()


def test_a_parcel_that_was_cut_off_raises_nothing() -> None:
    whole = tnef({b"a.docx": docx(paragraph("Tin"))})
    for length in range(0, len(whole), 97):
        opened(whole[:length])


def test_a_name_in_the_code_page_of_the_sender_is_read() -> None:
    parcel = tnef({"Tôi vê Thôn.txt".encode("cp1258"): b"text " * 50})
    result = opened(parcel, filename="winmail.dat")
    assert [part.filename for part in result.parts] == ["Tôi vê Thôn.txt"]
