"""Where one text becomes several articles, and where it must not."""

from ingest.anatomy.items import split_items
from ingest.anatomy.sheet import Sheet
from tinbai.blocks import Align, Block, Paragraph, Rule, Span, plain, text_of

LONG = "Sáng nay bà con trong thôn cùng nhau đắp đường, trồng hoa và dọn vệ sinh quanh nhà văn hóa, đến trưa thì xong."


def bold(text: str, align: Align | None = Align.CENTER) -> Paragraph:
    return Paragraph(spans=(Span(text=text, bold=True),), align=align)


def starts(*blocks: Block) -> list[str]:
    """The first line of every item."""
    return [text_of(sheet.left()[0][1]) for sheet in split_items(Sheet.of(blocks))]


def test_numbered_items_lose_their_labels_and_keep_their_words() -> None:
    sheet = Sheet.of([bold("Tin 1: Đắp đường"), plain(LONG), bold("Tin 2:"), bold("Trồng hoa"), plain(LONG)])
    items = split_items(sheet)
    assert [text_of(item.left()[0][1]) for item in items] == ["Đắp đường", "Trồng hoa"]
    assert [piece.text for item in items for piece in item.pieces()] == ["Tin 1:", "Tin 2:"]


def test_a_number_that_does_not_begin_at_one_parts_nothing() -> None:
    assert len(starts(bold("Đắp đường"), plain(LONG), plain("Tin 2: xem ở trang sau"), plain(LONG))) == 1


def test_a_byline_and_a_title_in_its_dress_part_two_items() -> None:
    one = (bold("Đắp đường"), plain(LONG), bold("Tin: Thí Điểm", Align.RIGHT))
    two = (bold("Trồng hoa"), plain(LONG), bold("Tin: Phỏng Theo", Align.RIGHT))
    assert starts(*one, *two) == ["Đắp đường", "Trồng hoa"]


def test_what_follows_a_byline_is_no_item_without_a_title_or_a_text() -> None:
    one = (bold("Đắp đường"), plain(LONG), bold("Tin: Thí Điểm", Align.RIGHT))
    assert len(starts(*one, bold("Chú thích ảnh:"), plain("Ảnh 1: " + LONG))) == 1
    assert len(starts(*one, plain("Bài dự thi viết về quê hương"), plain(LONG))) == 1
    assert len(starts(*one, bold("Số tài khoản"), plain("0000 111 122"))) == 1


def test_a_line_between_sections_of_one_article_parts_nothing() -> None:
    article = (bold("Đắp đường"), plain(LONG), Rule(text="-----"), plain("và rồi hôm sau " + LONG))
    assert len(starts(*article)) == 1


def test_what_was_set_aside_stays_with_the_item_it_stood_in() -> None:
    sheet = Sheet.of(
        [plain("Chào BBT"), bold("Đắp đường"), plain(LONG), Rule(text="***"), bold("Trồng hoa"), plain(LONG)]
    )
    sheet.set_aside([0], "lời chào")
    first, second = split_items(sheet)
    assert [piece.text for piece in first.pieces()] == ["Chào BBT", "***"]
    assert second.pieces() == ()


def test_an_empty_text_is_one_item() -> None:
    assert len(split_items(Sheet.of([]))) == 1
    assert len(split_items(Sheet.of([Rule(text="***"), Rule(text="***")]))) == 1


def told(note: str, *blocks: Block) -> list[str]:
    """The first line of every item, the letter saying `note`."""
    return [text_of(sheet.left()[0][1]) for sheet in split_items(Sheet.of(blocks), note)]


def test_undressed_titles_part_items_only_where_the_letter_says_how_many_there_are() -> None:
    for first, second in (
        ("1. Bà con đắp đường", "2. Chi hội trồng hoa"),
        ("* Bà con đắp đường", "* Chi hội trồng hoa"),
    ):
        blocks = (plain(first), plain(LONG), plain(second), plain(LONG))
        assert told("Hội gửi BBT hai tin tuần này", *blocks) == ["Bà con đắp đường", "Chi hội trồng hoa"]
        assert len(told("Hội gửi BBT 03 tin tuần này", *blocks)) == 1
        assert len(told("Hội gửi BBT tin tuần này", *blocks)) == 1


def test_points_of_a_list_are_no_items_whatever_the_letter_says() -> None:
    points = (plain("* Bà con đắp đường;"), plain(LONG), plain("* Chi hội trồng hoa."), plain(LONG))
    assert len(told("Hội gửi BBT 2 tin", *points)) == 1
    short = (plain("- Bà con đắp đường"), plain("- Chi hội trồng hoa"), plain(LONG))
    assert len(told("Hội gửi BBT 2 tin", *short)) == 1


def alone(note: str, *blocks: Block) -> list[str]:
    """The same where all that the letter sends is in this text."""
    return [text_of(sheet.left()[0][1]) for sheet in split_items(Sheet.of(blocks), note, alone=True)]


def test_titles_without_any_mark_part_items_where_there_are_just_as_many_as_the_letter_says() -> None:
    blocks = (plain("Bà con đắp đường"), plain(LONG), plain("Chi hội trồng hoa"), plain(LONG), plain(LONG))
    assert alone("Hội gửi 2 tin", *blocks) == ["Bà con đắp đường", "Chi hội trồng hoa"]
    assert len(alone("Hội gửi 3 tin", *blocks)) == 1
    assert len(alone("Hội gửi tin", *blocks)) == 1
    assert len(told("Hội gửi 2 tin", *blocks)) == 1  # the other may be in another file
    assert len(alone("Hội gửi 2 tin", plain(LONG), *blocks)) == 1


def test_items_are_counted_in_letters_and_as_the_romans_did() -> None:
    for first, second in (("a) ", "b) "), ("I. ", "II. "), ("1/ ", "2/ ")):
        blocks = (plain(f"{first}Bà con đắp đường"), plain(LONG), plain(f"{second}Chi hội trồng hoa"), plain(LONG))
        assert told("Hội gửi 2 tin", *blocks) == ["Bà con đắp đường", "Chi hội trồng hoa"]
        assert len(told("Hội gửi tin", *blocks)) == 1
