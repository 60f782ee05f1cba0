"""Letters with a mark of secrecy and petitions are kept from the board; news about either is news."""

import re
from collections.abc import Callable

import pytest

from ingest import petitions
from ingest import restricted as module
from ingest.contract import as_json
from ingest.petitions import is_petition
from ingest.read import read
from ingest.reading import Reading, Verdict
from tests.ingest.openers.sheet_files import rows, xlsx
from tests.mail.making.docx import document, paragraph
from tests.mail.making.mime import Multipart, attachment, encoded, html, letter, plain
from tests.mail.making.zips import Entry, archive
from tinbai.limits import Limits
from tinbai.restriction import Restriction
from tinbai.secrecy_marks import has_mark

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MARKS = [
    "MẬT",
    "TỐI MẬT",
    "  TUYỆT MẬT  ",
    "“MẬT”",
    "[TỐI MẬT]",
    "(MẬT)",
    "M Ậ T",
    "T U Y Ệ T M Ậ T",
    "MẬT\tSông Mẫu, ngày 03 tháng 10 năm 2026",
    "MẬT      Sông Mẫu, ngày 03 tháng 10 năm 2026",
    "Số: 12/BC-UBND | TUYỆT MẬT",
    "BÁO CÁO – TỐI MẬT",
    "Độ mật: Mật",
    "Mức độ mật: TỐI MẬT",
    "độ mật : tuyệt mật",
    "TUYET MAT",
    "Lưu hành nội bộ",
    "(LƯU HÀNH NỘI BỘ)",
    "TÀI LIỆU LƯU HÀNH NỘI BỘ",
    "Tài liệu này chỉ lưu hành nội bộ, không gửi ra ngoài cơ quan.",
    "- Chỉ lưu hành nội bộ -",
    "KHÔNG PHỔ BIẾN",
]
FALSE_FRIENDS = [
    "Mật ong rừng xã An Mẫu được công nhận OCOP 3 sao",
    "MẬT ONG RỪNG AN MẪU ĐẠT OCOP 3 SAO",
    "Mật",
    "mật",
    "Email này có thể chứa thông tin bảo mật. Nếu không phải người nhận, vui lòng xóa.",
    "TẬP HUẤN CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC",
    "Mật độ dân số 450 người/km²",
    "Không chia sẻ mật khẩu, mã OTP cho người lạ",
    "Tài liệu được chia ba độ mật gồm Tuyệt mật, Tối mật và Mật.",
    "Văn bản đóng dấu TUYỆT MẬT phải được gửi hai lớp phong bì.",
    "Cuốn lịch sử Đảng bộ xã được in lưu hành nội bộ 500 cuốn.",
    "Bệnh này không phổ biến ở địa phương.",
    "TOI MAT SO DO, XIN HOI THU TUC CAP LAI",
    "toi mat",
    "VIETNAM AIRLINES MAT 123",
    "Mở rộng lưu hành nội bộ xe điện trong khu du lịch",
]
PETITIONS = [
    "ĐƠN TỐ CÁO",
    "ĐƠN KHIẾU NẠI",
    "Đơn khiếu nại, tố cáo",
    "ĐƠN KHIẾU NẠI (lần 2)",
    "ĐƠN KIẾN NGHỊ",
    "Đơn kêu cứu",
    "DON TO CAO",
    "Nay tôi làm đơn này tố cáo ông Bùi Văn Giả Sử thu quỹ sai quy định.",
    "Gia đình tôi xin khiếu nại việc thu hồi đất.",
    "Chúng tôi tố cáo cán bộ thôn.",
    "Nội dung tố cáo như sau:",
]
NEWS = [
    "Tiếp công dân, giải quyết đơn thư khiếu nại, tố cáo 9 tháng đầu năm",
    "Xã An Mẫu tiếp nhận 12 đơn khiếu nại, đã giải quyết 11 đơn",
    "Tập huấn Luật Khiếu nại, Luật Tố cáo cho cán bộ thôn",
    "Đơn vị quân đội giúp dân gặt lúa",
    "Đơn giản hóa thủ tục hành chính",
    "Ông Nguyễn Văn Mẫu nói: “Tôi khiếu nại đã lâu, nay được giải quyết thỏa đáng.”",
    "Không khiếu nại, tố cáo vượt cấp là tiêu chí thi đua",
    "Người dân gửi đơn đề nghị cấp giấy chứng nhận qua mạng",
]


@pytest.mark.parametrize("line", MARKS)
def test_a_mark_that_stands_alone_is_found(line: str) -> None:
    assert has_mark(["Dòng thường", line])


@pytest.mark.parametrize("line", FALSE_FRIENDS)
def test_words_that_only_look_like_a_mark_are_none(line: str) -> None:
    assert not has_mark([line])


@pytest.mark.parametrize("line", PETITIONS)
def test_a_petition_is_told_by_its_heading_or_by_who_speaks(line: str) -> None:
    assert is_petition(subject="Kính gửi UBND xã", names=[], lines=["Kính gửi", line], asks=False)


@pytest.mark.parametrize("line", NEWS)
def test_news_about_petitions_is_news(line: str) -> None:
    assert not is_petition(subject=line, names=["Tin 1"], lines=[line], asks=False)


@pytest.mark.parametrize(
    "subject",
    ["Đơn tố cáo", "Fwd: Đơn khiếu nại về việc thu hồi đất", "Don to cao ong A", "Gửi đơn tố cáo cán bộ thôn"],
)
def test_a_petition_is_told_by_its_subject_and_by_the_name_of_a_file(subject: str) -> None:
    assert is_petition(subject=subject, names=[], lines=[], asks=False)
    assert is_petition(subject=None, names=[subject.replace(" ", "_")], lines=[], asks=False)


def test_of_a_question_the_words_alone_are_enough() -> None:
    line = "Trước đây cha tôi có việc khiếu nại chưa xong, xin hỏi bao giờ có kết quả?"
    assert is_petition(subject="Hỏi", names=[], lines=[line], asks=True)
    assert not is_petition(subject="Hỏi", names=[], lines=[line], asks=False)


def reading(*parts: object, subject: str = "Tin bai", sender: str = "hnd@songmau.example") -> Reading:
    headers = [("From", sender), ("Subject", encoded(subject)), ("Message-ID", "<1@songmau.example>")]
    body = [plain("Kính gửi Ban biên tập, xin gửi tin."), *parts]
    raw = letter(headers, Multipart(subtype="mixed", boundary="phan", parts=body))  # type: ignore[arg-type]
    return read(raw, site=None, limits=Limits())


def a_document(*lines: str) -> bytes:
    return document([paragraph(line) for line in lines])


LAYERS: dict[str, Callable[[], Reading]] = {
    "tiêu đề": lambda: reading(subject="TỐI MẬT - báo cáo tháng 10"),
    "nội dung thư": lambda: reading(html("<table><tr><td>UBND</td><td><b>MẬT</b></td></tr></table>")),
    "tên tệp": lambda: reading(attachment("BC 12 (MẬT).docx", DOCX, a_document("Báo cáo"))),
    "Word": lambda: reading(attachment("a.docx", DOCX, a_document("UBND XÃ", "TUYỆT MẬT", "Báo cáo"))),
    "Excel": lambda: reading(attachment("a.xlsx", XLSX, xlsx(rows(["MẬT", "UBND xã"], ["Số liệu", 5])))),
    "Zip": lambda: reading(
        attachment("a.zip", "application/zip", archive([Entry(name="b.docx", content=a_document("MẬT", "Nội dung"))]))
    ),
}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_mark_in_any_layer_holds_the_letter_and_its_reason_quotes_nothing(layer: str) -> None:
    read = LAYERS[layer]()
    assert (read.verdict, read.restriction) == (Verdict.HELD, Restriction.SECRET)
    assert read.reason is not None
    assert not any(word in read.reason for word in ("MẬT", "Báo cáo", "báo cáo", ".docx"))


def test_what_a_machine_sent_is_kept_from_the_board_too() -> None:
    headers = [("From", "a@b.example"), ("Subject", encoded("TUYỆT MẬT")), ("Auto-Submitted", "auto-replied")]
    answer = read(letter(headers, plain("Tôi đi vắng.")), site=None, limits=Limits())
    assert (answer.verdict, answer.restriction) == (Verdict.NOTHING, Restriction.SECRET)


def test_a_citizen_s_petition_is_held_and_the_result_of_a_proceeding_is_not() -> None:
    petition = reading(attachment("don.docx", DOCX, a_document("ĐƠN TỐ CÁO", "Kính gửi: UBND xã", "Tôi là Tạ Thị Mẫu")))
    assert (petition.verdict, petition.restriction) == (Verdict.HELD, Restriction.PETITION)
    result = reading(
        attachment("Don to cao.docx", DOCX, a_document("KẾT LUẬN nội dung tố cáo", "UBND xã kết luận như sau.")),
        subject="Đăng công khai Kết luận nội dung tố cáo",
    )
    assert result.restriction is None


def test_without_the_look_at_documents_a_mark_in_one_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_lines_of", lambda _source: iter(()))
    assert LAYERS["Word"]().verdict is Verdict.ARTICLES
    assert LAYERS["tiêu đề"]().restriction is Restriction.SECRET


NOTHING = re.compile("(?!)")
# What each look finds that no other does; without it, the petition would lie in the board's queue.
LOOKS = {
    "_HEADING": {"subject": "Kính gửi UBND xã", "lines": ["ĐƠN TỐ CÁO"]},
    "_FIRST_PERSON": {"subject": "Kính gửi UBND xã", "lines": ["Chúng tôi tố cáo cán bộ thôn."]},
    "_SUBJECT": {"subject": "Đơn tố cáo", "lines": ["Kính gửi UBND xã"]},
}


@pytest.mark.parametrize("look", LOOKS)
def test_without_any_one_look_a_petition_would_pass(look: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_petition(names=[], asks=False, **LOOKS[look])  # type: ignore[arg-type]
    monkeypatch.setattr(petitions, look, NOTHING)
    assert not is_petition(names=[], asks=False, **LOOKS[look])  # type: ignore[arg-type]


def test_without_the_look_for_petitions_one_would_be_drafted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A variant that holds for marks of secrecy alone."""
    don = attachment("bai.docx", DOCX, a_document("ĐƠN TỐ CÁO", "Kính gửi: UBND xã", "Tôi là Tạ Thị Mẫu"))
    assert reading(don).verdict is Verdict.HELD
    monkeypatch.setattr(module, "is_petition", lambda **_given: False)
    assert reading(don).verdict is Verdict.ARTICLES


def test_a_restricted_reading_can_be_printed() -> None:
    assert as_json(LAYERS["Word"](), file="a.eml", site=None)["verdict"] == "held"
