"""Reasons for returning an article: sentences that an editor ticks instead of writing them again."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from tinbai.site_text import TextKey, text_of

USUAL: Sequence[str] = (
    "Ghi rõ họ tên tác giả và đơn vị gửi ở cuối bài.",
    "Bổ sung ảnh minh họa: ít nhất 01 ảnh rõ nét, gửi kèm thành tệp riêng.",
    "Bổ sung chú thích cho từng ảnh: ai, làm gì, ở đâu.",
    "Kiểm tra lại số liệu: các con số trong bài chưa khớp nhau.",
    "Bổ sung thời gian, địa điểm và thành phần tham dự.",
    "Kiểm tra lại họ tên, chức danh của các đại biểu nêu trong bài.",
    "Nội dung chưa đúng chuyên mục; đề nghị gửi lại và ghi rõ chuyên mục phù hợp.",
    "Trùng với tin đã đăng; đề nghị chỉ gửi phần nội dung mới, nếu có.",
    "Gửi bài bằng tệp Word (.docx), không gửi bản chụp hoặc bản quét.",
)


def reasons_of(session: Session, site_id: int) -> Sequence[str]:
    """The board's own sentences, one a line of its text; the usual ones where it has none."""
    own = [line.strip().lstrip("-•").strip() for line in text_of(session, site_id, TextKey.RETURN_REASONS).splitlines()]
    return list(dict.fromkeys(line for line in own if line)) or USUAL
