"""The acceptance letters, as far as anatomy answers for them."""

from collections.abc import Callable

import pytest

from ingest.anatomy import Shaped, shape
from ingest.anatomy.conservation import missing_words, text_of_source
from ingest.reading import ReadArticle
from ingest.source import SetAside
from tests.ingest.anatomy import cases
from tests.ingest.anatomy.cases import Case
from tests.ingest.anatomy.making import SITE
from tinbai.checks import CHECKS
from tinbai.finding import Severity
from tinbai.kind import Kind


def shaped(case: Case) -> Shaped:
    return shape(case.letter, case.body, case.sources, SITE)


def only(case: Case) -> ReadArticle:
    (article,) = shaped(case).articles
    return article


def warnings(article: ReadArticle) -> list[str]:
    """What the reader says, and the checks on parts and photos; those on words and figures have tests of their own."""
    words = {each.name for each in CHECKS if each.subject not in {"form", "photos"}}
    heavy = [finding.check for finding in article.findings if finding.severity is not Severity.HINT]
    return [check for check in heavy if check not in words]


def test_the_good_contributor_gives_an_article_without_any_warning() -> None:
    article = only(cases.good_contributor())
    assert article.title == "Tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên nông dân"
    assert article.summary is not None
    assert article.summary.startswith("Sáng ngày 15/10/2026, tại Nhà văn hóa thôn Đồng Thử")
    assert [line[:20] for line in article.body_text.split("\n")] == ["Dự và khai mạc lớp h", "Trong số 45 học viên"]
    assert [(photo.filename, photo.caption) for photo in article.photos] == [
        ("1.jpg", "Đồng chí Nguyễn Văn Ví Dụ phát biểu khai mạc lớp tập huấn."),
        ("2.jpg", "Các hội viên tham quan mô hình trồng nấm rơm."),
    ]
    assert (article.byline, article.author) == ("Tin, ảnh: Thí Điểm", "Thí Điểm")
    assert (article.unit, article.genre, article.kind) == ("Hội Nông dân", "Tin", Kind.ARTICLE)
    assert [column.name for column in article.columns] == ["Kinh tế", "Mặt trận – đoàn thể"]
    assert article.from_part == "Tin tap huan nam rom.docx"
    assert article.attachments == ()
    assert warnings(article) == []


def test_the_covering_note_and_the_signature_are_set_aside_with_the_letter() -> None:
    pieces = shaped(cases.good_contributor()).set_aside
    assert [piece.why for piece in pieces] == ["lời thư", "chữ ký cuối thư"]
    assert pieces[0].text.startswith("Kính gửi: Ban biên tập")
    assert pieces[0].text.endswith("Trân trọng cảm ơn!")


def test_an_article_typed_in_the_mail_loses_greeting_closing_and_footer() -> None:
    article = only(cases.typed_in_the_mail())
    assert article.from_part == "body"
    assert article.title is not None
    assert article.title.startswith("TRƯỜNG THCS AN MẪU TỔ CHỨC")
    assert [line[:14] for line in article.body_text.split("\n")] == ["Chiều ngày 20/", "Tại buổi tọa đ"]
    assert article.author == "Mô Phỏng"
    assert [piece.why for piece in article.set_aside] == [
        "lời chào",
        "lời kết thư",
        "chữ ký cuối thư",
    ]
    assert warnings(article) == ["title_shouting", "summary_missing", "photo_missing"]
    assert article.findings[0].repairs == (
        "Trường THCS An Mẫu tổ chức kỷ niệm 96 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam",
    )


def test_a_body_without_diacritics_is_a_covering_note() -> None:
    case = cases.legacy_encoding()
    article = only(case)
    assert article.title == "HỘI NÔNG DÂN XÃ AN MẪU RA QUÂN LÀM ĐƯỜNG GIAO THÔNG NÔNG THÔN"
    assert article.findings[0].repairs == ("Hội Nông dân xã An Mẫu ra quân làm đường giao thông nông thôn",)
    assert article.body_text.startswith("Sáng ngày 18/9/2026, được sự quan tâm của Đảng ủy, UBND xã, hơn 120 hội viên")
    assert (article.byline, article.author) == ("(Unicode) Ảnh: Đức Thử", None)
    assert {"caption_missing", "author_missing"} <= set(warnings(article))
    assert shaped(case).set_aside[0].why == "lời thư"


def test_a_title_without_any_marks_and_photos_from_an_archive() -> None:
    article = only(cases.old_word_file())
    assert article.title == "Nước sạch về với người dân ấp Hòa Bình"
    assert (article.author, article.genre) == ("Bác sĩ Giả Định", "Bài")
    assert [photo.filename for photo in article.photos] == ["a1.jpg", "a2.jpg"]
    assert article.attachments == ()
    assert warnings(article).count("caption_missing") == 2


def test_three_files_with_four_items_become_four_articles_of_their_hamlets() -> None:
    result = shaped(cases.three_hamlets())
    assert [(article.unit, article.title) for article in result.articles] == [
        ("Thôn Đồng Thử", "Thôn Đồng Thử giao lưu văn nghệ chào mừng ngày hội"),
        ("Thôn Bãi Mẫu", "Thôn Bãi Mẫu ra quân tổng vệ sinh môi trường"),
        ("Thôn Cầu Giả", "Thôn Cầu Giả họp dân bàn làm đường"),
        ("Thôn Cầu Giả", "Thôn Cầu Giả tặng quà người cao tuổi"),
    ]
    split = ["split_from_one_file" in warnings(article) for article in result.articles]
    assert split == [False, False, True, True]
    assert "tách từ một tệp" in result.articles[2].findings[0].message
    assert [len(article.photos) for article in result.articles] == [4, 1, 0, 0]
    assert result.articles[1].photos[0].filename == "VSMT.jpg"
    assert [photo.filename for photo in result.photos] == ["IMG_9.jpg"]
    assert all(article.attachments == () for article in result.articles)


def test_photos_from_a_phone_make_one_article_that_lacks_content() -> None:
    result = shaped(cases.photos_from_a_phone())
    (article,) = result.articles
    assert article.title is None
    assert article.body_text.startswith("Em gửi BBT mấy ảnh hội thi nấu ăn")
    assert article.body_text.endswith("Chị viết giúp em nhé")
    assert (article.unit, article.author) == ("Hội Phụ nữ", "Đỗ Thị Gương")
    assert [photo.filename for photo in article.photos] == ["IMG_2034.jpg", article.photos[1].filename]
    assert [piece.text for piece in article.set_aside] == ["🙏", "Đã gửi từ iPhone của tôi"]
    short = next(finding for finding in article.findings if finding.check == "body_short")
    assert short.severity is Severity.WARN
    assert "Chưa đủ nội dung" in short.message
    assert {finding.check for finding in result.findings} == {"photo_doubled", "decoration_left_out"}


def test_an_inline_photo_keeps_its_place() -> None:
    article = only(cases.full_of_slips())
    assert (article.byline, article.author, article.genre) == ("Tin: VH-XH", "VH-XH", "Tin")
    assert [(photo.caption, photo.place) for photo in article.photos] == [(None, 1)]
    assert article.body_html.count("<p>") == 4
    assert warnings(article) == ["title_shouting", "caption_missing"]


def test_a_signed_paper_is_a_document_with_its_fields() -> None:
    article = only(cases.signed_document())
    assert article.kind is Kind.DOCUMENT
    assert article.fields == {
        "type": "Kế hoạch",
        "number": "45/KH-UBND",
        "issued": "07/10/2026",
        "issuer": "UBND xã An Mẫu",
        "abstract": "Triển khai chiến dịch tiêm vắc xin cho đàn gia súc, gia cầm đợt 2 năm 2026",
        "shown_until": "31/10/2026",
        "signatory": "Lê Thị Thử – Chủ tịch",
    }
    assert [attachment.filename for attachment in article.attachments] == ["45-KH-UBND.signed.pdf"]
    assert {"bản Word để dùng nội bộ, không đăng", "tiêu đề trong bản Word"} <= {
        piece.why for piece in article.set_aside
    }
    assert article.author is None
    assert warnings(article) == ["paper_date_blank"]
    assert article.columns[0].name == "Văn bản"


def test_a_replacement_is_read_like_any_article() -> None:
    case = cases.replacement()
    assert only(case).from_part == "Tin tap huan nam rom (SUA LAI).docx"
    assert SetAside(text="Các hội viên tham quan mô hình trồng nấm rơm.", why="chú thích chưa khớp với ảnh nào") in (
        only(case).set_aside
    )


def test_a_settlement_keeps_the_photo_of_the_denunciation_out() -> None:
    result = shaped(cases.denunciation())
    (article,) = result.articles
    assert (article.kind, article.genre) == (Kind.SETTLEMENT, "Kết quả giải quyết đơn thư")
    assert article.columns[0].name == "Kết quả giải quyết đơn thư"
    assert article.photos == ()
    assert [photo.filename for photo in result.photos] == ["Don to cao - ban viet tay.jpg"]
    assert result.findings[0].severity is Severity.BLOCK


def test_a_copied_piece_names_its_source() -> None:
    article = only(cases.copied_from_a_newspaper())
    assert (article.source, article.genre) == ("Báo Minh Họa", "Sưu tầm, tổng hợp")
    assert article.title == "Cảnh báo thủ đoạn lừa đảo qua mạng"
    assert article.columns[0].name == "Quốc phòng – an ninh"
    assert article.body_text.count("(Theo Báo Minh Họa)") == 2


def test_a_calendar_and_a_logo_do_not_go_with_the_article() -> None:
    article = only(cases.outlook_oddities())
    assert [photo.filename for photo in article.photos] == ["anh.jpg"]
    assert article.attachments == ()
    assert article.from_part == "Tin 20-10.docx"


def test_a_citizen_who_asks_gets_a_question_and_no_article() -> None:
    article = only(cases.a_citizen_asks())
    assert (article.kind, article.title) == (Kind.QUESTION, "Hoi ve cap doi so do")
    assert article.body_text.startswith("Kinh gui UBND xa, gia dinh toi")
    assert article.columns[0].name == "Hỏi đáp"


def test_the_same_words_from_a_contributor_are_no_question() -> None:
    case = cases.a_citizen_asks()
    known = cases.good_contributor().letter.sender
    letter = type(case.letter)(**{**case.letter.__dict__, "sender": known})
    assert shape(letter, case.body, (), SITE).articles[0].kind is Kind.ARTICLE


def test_macros_and_archives_are_never_attached() -> None:
    article = only(cases.impostor())
    assert article.attachments == ()


@pytest.mark.parametrize("make", cases.ALL, ids=lambda make: make.__name__)
@pytest.mark.parametrize("site", [SITE, None], ids=["site", "no site"])
def test_no_word_is_lost(make: Callable[[], Case], site: object) -> None:
    case = make()
    result = shape(case.letter, case.body, case.sources, SITE if site else None)
    texts = [text_of_source(source) for source in (case.body, *case.sources) if source]
    assert not missing_words(texts, result)


@pytest.mark.parametrize("make", cases.ALL, ids=lambda make: make.__name__)
def test_without_a_site_there_is_no_column(make: Callable[[], Case]) -> None:
    case = make()
    result = shape(case.letter, case.body, case.sources, None)
    assert result.articles
    assert all(article.columns == () for article in result.articles)
