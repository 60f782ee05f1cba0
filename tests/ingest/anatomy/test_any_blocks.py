"""Whatever the blocks are, anatomy answers, and keeps every word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.anatomy import shape
from ingest.anatomy.conservation import missing_words, text_of_source
from ingest.source import Source
from tests.ingest.anatomy.making import SITE, letter, other, photo
from tinbai.blocks import Align, Block, Cell, Paragraph, Picture, Rule, Span, Table
from tinbai.text import clean_text

PHRASES = (
    "Kính gửi: Ban biên tập", "Trân trọng cảm ơn!", "--", "*****", "____", "Tiêu đề:", "Tiêu đề: Hội nghị", "Sapo:",
    "Nội dung: Sáng nay", "Ảnh 1: Đồng chí", "Ảnh: Quang cảnh buổi lễ", "Chú thích ảnh:", "Tin, ảnh: Văn Mẫu",
    "(Theo Báo Minh Họa)", "Nguồn: Trang mẫu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Đã gửi từ iPhone của tôi",
    "Chuyên mục: Kinh tế", "HỘI NGHỊ SƠ KẾT 9 THÁNG", "Số: 45/KH-UBND",
    "đề nghị đăng Kế hoạch số 45/KH-UBND về việc mẫu",
    "Nguyễn Văn Mẫu", "🙏 1️⃣ xin hỏi", "Kết luận nội dung tố cáo", "Sáng ngày 15/10/2026, tại thôn Mẫu, " * 5, "o0o",
)  # fmt: skip
words = st.one_of(st.sampled_from(PHRASES), st.text(max_size=60).map(clean_text))
spans = st.builds(Span, text=words, bold=st.booleans(), italic=st.booleans())
paragraphs = st.builds(
    Paragraph,
    spans=st.lists(spans, max_size=3),
    align=st.sampled_from([None, *Align]),
    heading=st.sampled_from([None, None, None, 1, 6]),
    list_level=st.sampled_from([None, None, None, 0, 3]),
    ordered=st.booleans(),
    marker=st.sampled_from([None, "1.", "-"]),
)
PHOTO = photo("1.jpg", 3)
pictures = st.builds(Picture, sha256=st.sampled_from([PHOTO.sha256, "none"]))
rules = st.builds(Rule, text=words)


def tables(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    cells = st.builds(Cell, blocks=st.lists(inner, max_size=2))
    return st.builds(Table, rows=st.lists(st.lists(cells, max_size=3), max_size=3))


simple = st.one_of(paragraphs, pictures, rules)
blocks = st.lists(st.one_of(simple, simple, simple, tables(simple), tables(tables(simple))), max_size=12)
names = st.sampled_from(["bai.docx", "bai.pdf", "bang.xlsx", "1. Thôn Mẫu - Tin.docx"])
sources = st.lists(st.builds(Source, name=names, blocks=blocks), max_size=3)


@settings(max_examples=150, deadline=None)
@given(body=blocks, documents=sources, subject=st.one_of(st.none(), words), pdf=st.booleans())
def test_any_blocks_give_a_shape_and_keep_their_words(
    body: list[Block], documents: list[Source], subject: str | None, pdf: bool
) -> None:
    parts = (PHOTO, *([other("45.pdf", "application/pdf")] if pdf else []))
    source = Source(name="body", blocks=body)
    result = shape(letter("dan@mau.example", None, subject, parts), source, documents, SITE)
    assert not missing_words([text_of_source(each) for each in (source, *documents)], result)
    for article in result.articles:
        assert all(photo.place is None or photo.place >= -1 for photo in article.photos)
