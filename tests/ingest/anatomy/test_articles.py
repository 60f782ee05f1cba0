"""How articles look in Word files and letters that the acceptance letters do not show."""

import pytest

from ingest.anatomy import Shaped, shape
from ingest.anatomy.conservation import missing_words, text_of_source
from ingest.letter import Part
from ingest.reading import ReadArticle
from ingest.source import SetAside, Source
from tests.ingest.anatomy.making import (
    SITE,
    body,
    bold,
    document,
    italic,
    letter,
    other,
    photo,
    picture_of,
    rule,
    table,
)
from tinbai.blocks import Align, Block, Cell, Paragraph, Span, Table, plain
from tinbai.kind import Kind

OPENING = (
    "Sáng ngày 15/10/2026, tại Nhà văn hóa thôn Đồng Thử, Hội Nông dân xã tổ chức lớp tập huấn kỹ thuật trồng nấm rơm"
    " trong nhà cho 45 hội viên của các chi hội trên địa bàn xã."
)
MORE = (
    "Tại lớp tập huấn, các học viên được hướng dẫn cách xử lý rơm rạ, ủ meo, chăm sóc và thu hái nấm, cách phòng bệnh"
    " và cách bảo quản sản phẩm sau khi thu hái để bán được giá."
)
TITLE = "Hội Nông dân xã tập huấn trồng nấm rơm"
NOTE = "Kính gửi BBT, Hội gửi tin, nhờ BBT đăng giúp. Trân trọng!"


def shaped(
    *sources: Source, note: str | None = NOTE, parts: tuple[Part, ...] = (), subject: str | None = "tin bai"
) -> Shaped:
    own = body(note) if note else None
    result = shape(letter("hnd@songmau.example", "Hội Nông dân", subject, parts), own, sources, SITE)
    assert not missing_words([text_of_source(source) for source in (own, *sources) if source], result)
    return result


def article(*blocks: Block | str, parts: tuple[Part, ...] = (), subject: str | None = "tin bai") -> ReadArticle:
    (only,) = shaped(document("bai.docx", *blocks), parts=parts, subject=subject).articles
    return only


def test_a_title_over_two_lines_becomes_one_line() -> None:
    two = article(
        bold("HỘI NÔNG DÂN XÃ AN MẪU", Align.CENTER), bold("TẬP HUẤN TRỒNG NẤM RƠM", Align.CENTER), OPENING, MORE
    )
    assert two.title == "HỘI NÔNG DÂN XÃ AN MẪU TẬP HUẤN TRỒNG NẤM RƠM"
    broken = article(bold("Hội Nông dân xã An Mẫu\ntập huấn trồng nấm rơm", Align.CENTER), OPENING, MORE)
    assert broken.title == "Hội Nông dân xã An Mẫu tập huấn trồng nấm rơm"
    assert broken.body_text == f"{OPENING}\n{MORE}"


def test_a_bold_lead_below_a_bold_title_is_the_summary() -> None:
    read = article(bold(TITLE), bold(OPENING), MORE, "Tin: Thí Điểm")
    assert (read.title, read.summary, read.body_text) == (TITLE, OPENING, MORE)


def test_where_everything_is_italic_there_is_no_lead() -> None:
    assert article(bold(TITLE), italic(OPENING), italic(MORE)).summary is None


def test_the_letterhead_is_set_aside() -> None:
    head = table(("UBND XÃ AN MẪU\nHỘI NÔNG DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"))
    read = article(head, bold(TITLE, Align.CENTER), OPENING, MORE)
    assert read.title == TITLE
    assert [piece.why for piece in read.set_aside] == ["tên cơ quan, quốc hiệu ở đầu văn bản"]


def test_labelled_lines_are_believed() -> None:
    read = article(
        "Chuyên mục: Kinh tế", f"Tiêu đề: {TITLE}", "Sapo:", OPENING, "Nội dung:", MORE, "Tác giả: Nguyễn Văn Thử"
    )
    assert (read.title, read.summary, read.body_text) == (TITLE, OPENING, MORE)
    assert read.author == "Nguyễn Văn Thử"
    assert read.columns[0].name == "Kinh tế"
    assert read.columns[0].confidence > 0.9


@pytest.mark.parametrize(
    ("line", "author", "source", "genre"),
    [
        ("Tin: Kim Thử", "Kim Thử", None, "Tin"),
        ("Bài, ảnh: Kim Thử", "Kim Thử", None, "Bài"),
        ("Tin - Ảnh: Kim Thử", "Kim Thử", None, "Tin"),
        ("Tin: Kim Thử - Ảnh: Văn Mẫu", "Kim Thử", None, "Tin"),
        ("T/h: Lệ Mẫu", "Lệ Mẫu", None, "Sưu tầm, tổng hợp"),
        ("Nguoi viet: Mo Phong", "Mo Phong", None, "Tin"),
        ("TIN, BÀI: VĂN MẪU", "VĂN MẪU", None, "Tin"),
        ("Người viết – Kim Thử", "Kim Thử", None, "Tin"),
        ("(Theo Báo Minh Họa)", None, "Báo Minh Họa", "Sưu tầm, tổng hợp"),
        ("Nguồn: Trang mẫu", None, "Trang mẫu", "Sưu tầm, tổng hợp"),
        ("Theo TTX Mẫu", None, "TTX Mẫu", "Sưu tầm, tổng hợp"),
        ("Ảnh: Kim Thử", None, None, "Tin"),
    ],
)
def test_bylines_of_every_family(line: str, author: str | None, source: str | None, genre: str) -> None:
    read = article(bold(TITLE), OPENING, MORE, line)
    assert (read.byline, read.author, read.source, read.genre) == (line, author, source, genre)
    assert read.body_text == f"{OPENING}\n{MORE}"


def test_author_and_source_on_two_lines_are_one_byline() -> None:
    read = article(bold(TITLE), OPENING, MORE, "Sưu tầm: Kim Thử", "(Theo Báo Minh Họa)")
    assert (read.byline, read.author, read.source) == (
        "Sưu tầm: Kim Thử\n(Theo Báo Minh Họa)",
        "Kim Thử",
        "Báo Minh Họa",
    )


def test_each_source_at_the_end_of_a_paragraph_is_kept_and_the_words_stay() -> None:
    paragraphs = (f"{OPENING} (Theo Báo Minh Họa)", f"{MORE} (Nguồn: Trang mẫu)", f"{MORE} (theo báo minh họa).", MORE)
    read = article(bold(TITLE), *paragraphs)
    assert (read.source, read.genre) == ("Báo Minh Họa; Trang mẫu", "Sưu tầm, tổng hợp")
    assert read.body_text == "\n".join(paragraphs)


def test_a_source_of_the_whole_comes_before_those_of_single_paragraphs() -> None:
    read = article(bold(TITLE), f"{OPENING} (Theo Báo Minh Họa)", MORE, "Nguồn: Trang mẫu")
    assert read.source == "Trang mẫu; Báo Minh Họa"


def test_a_name_alone_at_the_right_is_the_author() -> None:
    assert article(bold(TITLE), OPENING, MORE, bold("Nguyễn Văn Thử", Align.RIGHT)).author == "Nguyễn Văn Thử"


def test_a_last_sentence_with_a_colon_stays_in_the_body() -> None:
    last = "Theo kế hoạch, lớp tập huấn tiếp theo sẽ được mở vào tháng 11/2026 tại thôn Bãi Mẫu cho hội viên còn lại."
    read = article(bold(TITLE), OPENING, last)
    assert (read.byline, read.source) == (None, None)
    assert read.body_text.endswith(last)


def test_the_centred_line_below_a_picture_is_its_caption() -> None:
    first, second = photo("image1.jpeg", 1), photo("image2.jpeg", 2)
    read = article(
        bold(TITLE),
        OPENING,
        picture_of(first),
        italic("Quang cảnh lớp tập huấn", Align.CENTER),
        MORE,
        picture_of(second),
        plain("Ảnh: Các học viên thực hành"),
        parts=(first, second),
    )
    assert [(each.caption, each.place) for each in read.photos] == [
        ("Quang cảnh lớp tập huấn", 0),
        ("Các học viên thực hành", 1),
    ]
    assert read.body_text == f"{OPENING}\n{MORE}"


def test_pictures_framed_by_a_table_keep_their_captions() -> None:
    first, second = photo("image1.jpeg", 1), photo("image2.jpeg", 2)
    frame = Table(
        rows=[
            [Cell(blocks=[picture_of(first)]), Cell(blocks=[picture_of(second)])],
            [Cell(blocks=[italic("Lớp tập huấn")]), Cell(blocks=[])],
        ]
    )
    read = article(bold(TITLE), OPENING, frame, MORE, parts=(first, second))
    assert [each.caption for each in read.photos] == ["Lớp tập huấn", "Lớp tập huấn"]
    assert "<table" not in read.body_html


def test_a_list_of_captions_at_the_end_goes_to_the_photos_by_number() -> None:
    photos = (photo("anh 2.jpg", 2), photo("Hinh 1.JPG", 1), photo("DSC_0912.jpg", 3))
    read = article(
        bold(TITLE),
        OPENING,
        MORE,
        "Chú thích ảnh:",
        "1. Khai mạc",
        "2. Thực hành",
        "3. Bế mạc",
        "Tin: Kim Thử",
        parts=photos,
    )
    assert [(each.filename, each.caption) for each in read.photos] == [
        ("Hinh 1.JPG", "Khai mạc"),
        ("anh 2.jpg", "Thực hành"),
        ("DSC_0912.jpg", "Bế mạc"),
    ]
    assert read.author == "Kim Thử"


def test_a_caption_without_a_photo_is_set_aside() -> None:
    read = article(bold(TITLE), OPENING, MORE, "Ảnh 1: Khai mạc lớp tập huấn")
    assert SetAside(text="Khai mạc lớp tập huấn", why="chú thích chưa khớp với ảnh nào") in read.set_aside


def test_the_subject_is_the_title_where_the_text_has_none() -> None:
    read = article(OPENING, MORE, subject="Fwd: Tin bài: Tập huấn trồng nấm rơm tại xã")
    assert read.title == "Tập huấn trồng nấm rơm tại xã"


@pytest.mark.parametrize("subject", ["tin bài", "gui tin 20/10", "Fwd: tin thon", None, "TIN BAI TUYEN TRUYEN NAM ROM"])
def test_a_subject_that_says_nothing_is_no_title(subject: str | None) -> None:
    assert article(OPENING, MORE, subject=subject).title is None


def test_a_word_file_and_its_pdf_are_one_article_with_the_pdf_attached() -> None:
    blocks = (bold(TITLE), OPENING, MORE)
    docx, pdf = document("bai.docx", *blocks), document("bai.pdf", TITLE, OPENING, MORE)
    parts = (other("bai.pdf", ""), other("bai.docx", ""))
    result = shaped(pdf, docx, parts=parts)
    (only,) = result.articles
    assert only.from_part == "bai.docx"
    assert [each.filename for each in only.attachments] == ["bai.pdf"]
    assert "trùng nội dung với tệp bai.docx" in {piece.why for piece in result.set_aside}


def test_a_pdf_alone_is_the_article() -> None:
    (only,) = shaped(document("bai.pdf", TITLE, OPENING, MORE)).articles
    assert (only.from_part, only.title) == ("bai.pdf", TITLE)


def test_a_table_file_is_an_attachment_and_no_article() -> None:
    sheet = Source(name="so lieu.xlsx", blocks=[table(("Thôn", "Số hộ"), ("Đồng Thử", "120"))], sha256="x")
    result = shaped(document("bai.docx", bold(TITLE), OPENING, MORE), sheet, parts=(other("so lieu.xlsx", ""),))
    (only,) = result.articles
    assert [each.filename for each in only.attachments] == ["so lieu.xlsx"]


def test_a_letter_with_an_article_in_it_and_another_attached_gives_two() -> None:
    typed = f"{TITLE.upper()}\n\n{OPENING}\n\n{MORE}\n\n{OPENING}\n\n{MORE}\n\nTin: Kim Thử"
    result = shaped(document("hai.docx", bold("Thôn Bãi Mẫu tặng quà"), OPENING, MORE), note=typed)
    assert [each.from_part for each in result.articles] == ["body", "hai.docx"]
    assert result.articles[0].author == "Kim Thử"


def test_a_line_of_asterisks_within_one_article_does_not_part_it() -> None:
    result = shaped(document("bai.docx", bold(TITLE), OPENING, rule("*****"), MORE))
    assert len(result.articles) == 1


def test_a_letter_without_anything_gives_no_article() -> None:
    assert shaped(note=None).articles == ()


def test_photos_without_a_word_still_make_an_article() -> None:
    result = shaped(note="Gửi BBT ạ.", parts=(photo("1.jpg", 1),))
    (only,) = result.articles
    assert [each.place for each in only.photos] == [-1]


def test_what_was_only_passed_on_is_read() -> None:
    forwarded = (
        f"---------- Forwarded message ---------\nFrom: Kim Thử <thu@mau.example>\nSubject: tin\n\n{OPENING}\n\n{MORE}"
    )
    (only,) = shaped(note=forwarded, subject="tin tap huan").articles
    assert OPENING in only.body_text
    assert only.forwarded_by is not None


def test_a_list_keeps_its_numbers_in_the_text() -> None:
    items = [
        Paragraph(spans=(Span(text=f"Mục {word}"),), list_level=0, ordered=True, marker=f"{number}.")
        for number, word in ((1, "một"), (2, "hai"))
    ]
    read = article(bold(TITLE), OPENING, *items)
    assert read.body_text.endswith("1. Mục một\n2. Mục hai")
    assert "<ol>" in read.body_html


def test_an_article_that_mentions_a_decision_is_no_document() -> None:
    text = f"{OPENING} Đây là hoạt động theo Kế hoạch số 45/KH-UBND ngày 07/10/2026 của UBND xã."
    read = article(bold(TITLE), text, MORE, parts=(other("ke hoach.pdf", "application/pdf"),))
    assert read.kind is Kind.ARTICLE
    assert [each.filename for each in read.attachments] == ["ke hoach.pdf"]


def test_a_sentence_about_an_email_is_no_footer() -> None:
    (only,) = shaped(note="This email has been forwarded by hand.", subject=None).articles
    assert only.body_text == "This email has been forwarded by hand."


def test_a_scanned_paper_without_a_word_file_takes_its_fields_from_the_note() -> None:
    note = (
        "Kính gửi BBT, đề nghị đăng tải Quyết định số 12/QĐ-UBND ngày 5/9/2026 của UBND xã về việc thành lập Tổ công"
        " nghệ số."
    )
    (only,) = shaped(note=note, parts=(other("12.pdf", "application/pdf"),)).articles
    assert (only.kind, only.title) == (Kind.DOCUMENT, "Quyết định thành lập Tổ công nghệ số")
    assert (only.fields["issued"], only.fields["issuer"]) == ("05/09/2026", "UBND xã An Mẫu")
    assert [each.filename for each in only.attachments] == ["12.pdf"]
