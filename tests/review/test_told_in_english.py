"""What the machine wrote down about letters and articles, on every page that shows it: in English pages in English."""

import html
import re
from typing import Any

import pytest

from review.pages.preview import _preview
from tests.review.office import Office, Visit
from tests.review.route_things import put_on_portal
from tests.review.test_language import english
from tinbai.article import Article, ArticleStatus
from tinbai.event import Event
from tinbai.message import Message, MessagePart, MessageStatus
from tinbai.people import RoleName, User
from tinbai.preview import Preview
from tinbai.publication import Publication, PublicationStatus
from tinbai.rereading import Rereading

HELD = (
    "Tạm giữ. Chưa biết người gửi: người gửi a@songmau.example chưa có trong danh sách cộng tác viên. Bấm “Xác nhận "
    "người gửi” để nhận hoặc từ chối; chỉ cần trả lời một lần cho mỗi địa chỉ."
)
SAID_HELD = "Held. The sender is not known: the sender a@songmau.example is not in the register of contributors yet."
COPIED = "chép nguyên toàn văn, không tách tiêu đề, tác giả, chú thích"
STANDING = (
    "chưa có gì xác thực người gửi: máy chủ thư không cho biết kết quả xác thực. Nếu nội dung quan trọng, gọi hỏi lại "
    "người gửi."
)


def chosen(field: str, reason: str, *others: tuple[str, str]) -> dict[str, Any]:
    return {
        "field": field, "value": "", "confidence": 0.5, "reason": reason, "about": None,
        "others": [{"value": value, "label": label} for value, label in others],
    }  # fmt: skip


def read_by_machine(office: Office) -> int:
    """An article with whatever the reader of a letter says of it."""
    letter_id = office.letter(MessageStatus.DRAFTED, standing="unverified", standing_reason=STANDING)

    def change(article: Article) -> None:
        assert article.revision is not None
        article.message_id = article.revision.message_id = letter_id
        article.set_aside = [{"text": "Ảnh: khai mạc.", "why": "chú thích chưa khớp với ảnh nào"}]
        article.suggestions = [{"name": "Kinh tế", "reason": "đúng loại nội dung; có từ: mùa gặt", "confidence": 0.5}]
        article.revision.chosen = [
            chosen("title", "dòng đầu bài, chữ đậm, giống tiêu đề thư", ("Văn nghệ", "chỉ dòng đầu của tiêu đề")),
            chosen("source", "tệp a.docx; thân thư chỉ là lời thư", ("raw", COPIED)),
        ]  # fmt: skip
        article.revision.findings = [
            {"check": "attachment_unreadable", "severity": "warn", "where": {"field": "attachments"}, "repairs": [],
             "message": "Trong “a.zip” có tệp hỏng: b.docx và 2 tệp khác. Đề nghị người gửi gửi lại."}
        ]  # fmt: skip

    return office.article(ArticleStatus.APPROVED, change=change, column=None)


@pytest.fixture
def head(office: Office) -> Visit:
    return english(office.enter(RoleName.HEAD))


def words(visit: Visit, path: str) -> str:
    """What a page says, without its marks."""
    answer = visit.get(path)
    assert answer.status_code == 200
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", answer.text)).split())


def test_what_was_read_and_chosen_is_told_in_english(office: Office, head: Visit) -> None:
    article_id = read_by_machine(office)
    put_on_portal(office, article_id, PublicationStatus.FAILED)
    with office.database.writing() as session:
        session.query(Publication).filter_by(
            article_id=article_id
        ).one().error = "thư mục của cổng chưa dùng được (/srv/portal): không có thư mục"
        article = session.get_one(Article, article_id)
        session.add(
            Rereading(
                article_id=article_id, message_id=article.message_id, wish={"source": "raw"}, seen=1, made=[],
                merged=[], asked_by_id=session.query(User).limit(1).one().id, asked_at=office.clock(),
                done_at=office.clock(), problem="Máy không đọc lại được thư này, nên bài để nguyên.",
            )
        )  # fmt: skip
    page = words(head, f"/articles/{article_id}")
    for told in (
        "a caption that fits no photo yet", "the first line, bold, like the letter’s subject",
        "only the first line of the title", "the file a.docx; the letter’s own text is a note only",
        "copy the whole text as it is", "“a.zip” holds damaged files: b.docx and 2 other files.",
        "the portal’s folder cannot be used yet (/srv/portal): the folder is not there",
        "The letter could not be read again, so the article was left as it is.",
        "the right kind of content; has the words: mùa gặt", "nothing authenticates the sender: the mail server says",
    ):  # fmt: skip
        assert told in page, told


def test_why_a_letter_is_held_is_told_in_english_in_the_list_and_at_the_letter(office: Office, head: Visit) -> None:
    aside = [{"text": "Kính gửi Ban biên tập", "why": "lời chào"}]
    reading = {"message": {"text": "Tin", "to": [], "cc": [], "automatic": False}, "set_aside": aside}
    letter_id = office.letter(MessageStatus.HELD, known=False, reason=HELD, reading=reading)
    with office.database.writing() as session:
        site_id = session.get_one(Message, letter_id).site_id
        session.add(
            Event(
                site_id=site_id, noun="message", noun_id=letter_id, actor="", decision="reprocess", at=office.clock(),
                note="Đọc lại sau khi nâng cấp chương trình.",
            )
        )  # fmt: skip
    assert SAID_HELD in words(head, "/messages?status=held")
    page = words(head, f"/messages/{letter_id}")
    assert SAID_HELD in page
    assert "the greeting" in page
    assert "Read again after an upgrade of the program." in page


def test_why_a_file_cannot_be_previewed_is_told_in_english(
    office: Office, head: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = "Không mở được tệp này trong giới hạn cho phép (quá giới hạn bộ nhớ). Tải về máy để xem."
    part = MessagePart(position=0, filename="a.docx", media_type="application/x", size=1, sha256=office.blobs.put(b"a"))
    letter_id = office.letter(MessageStatus.DRAFTED, parts=[part])
    monkeypatch.setattr(f"{_preview.__module__}.{_preview.__name__}", lambda _desk, _part: Preview(problem=problem))
    page = words(head, f"/messages/{letter_id}/parts/0/preview")
    assert (
        "This file could not be opened within the limits (beyond the limit of memory). Download it to see it." in page
    )
