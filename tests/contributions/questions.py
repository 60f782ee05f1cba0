"""Citizens who ask and report: never an article."""

from tests.contributions.contribution import Contribution, Truth, paragraphs
from tests.contributions.sending import NGUOI_DAN, Sender, both, sent
from tinbai.kind import Kind


def about_a_birth_certificate() -> Contribution:
    body = paragraphs("""
        Tôi tên là Kiều Thị Giả Thiết, trú tại thôn Xóm Mới. Con tôi sinh ngày 02/8/2026 tại bệnh viện tỉnh, do vợ
        chồng tôi đi làm ăn xa nên chưa đăng ký khai sinh.

        Xin hỏi nay gia đình tôi đăng ký khai sinh quá hạn 60 ngày thì có bị phạt không, hồ sơ gồm những giấy tờ gì
        và có thể nộp qua mạng được không?
    """)
    text = (
        "Kính gửi UBND xã An Mẫu,\n\n"
        + "\n\n".join(body)
        + "\n\nXin chân thành cảm ơn.\nKiều Thị Giả Thiết\nĐT: 0900 000 041\n"
    )
    return Contribution(
        why="câu hỏi về khai sinh, có lời chào, cảm ơn, tên và số điện thoại",
        raw=sent(NGUOI_DAN, "Hỏi về đăng ký khai sinh quá hạn", text),
        articles=[Truth(kind=Kind.QUESTION, title="Hỏi về đăng ký khai sinh quá hạn", body=body, genre="Hỏi đáp")],
        never=("0900", "chân thành cảm ơn", "Kính gửi"),
    )


def a_complaint_about_a_street_light() -> Contribution:
    body = paragraphs("""
        Tôi là người dân ở ngõ 3 thôn Cầu Giả. Tôi xin phản ánh việc bốn bóng đèn đường trước cổng trường mầm non đã
        hỏng từ giữa tháng 9, buổi tối rất tối, đã có hai người đi xe đạp bị ngã.

        Đề nghị UBND xã trả lời bao giờ thì sửa và số điện thoại của người phụ trách để bà con báo tin khi đèn hỏng.
    """)
    page = "".join(f"<div>{text}</div><div><br></div>" for text in ["Kính gửi Ủy ban nhân dân xã", *body, "Xin cảm ơn"])
    citizen = Sender(name="Nông Văn Ngõ Nhỏ", address="ngo.nho@thu-ca-nhan.example")
    return Contribution(
        why="phản ánh đèn đường hỏng, thư Gmail",
        raw=sent(
            citizen,
            "Phản ánh đèn đường hỏng",
            both("\n\n".join(["Kính gửi Ủy ban nhân dân xã", *body, "Xin cảm ơn"]), page),
        ),
        articles=[Truth(kind=Kind.QUESTION, title="Phản ánh đèn đường hỏng", body=body)],
        never=("Kính gửi", "Xin cảm ơn"),
    )


def without_diacritics() -> Contribution:
    body = [
        (
            "cho toi hoi gia dinh toi co 2 nguoi gia tren 80 tuoi chua duoc nhan tro cap thi phai lam don nop o dau, "
            "can nhung giay to gi, bao lau thi co ket qua?"
        )
    ]
    citizen = Sender(name="Hoang Van Tham", address="tham.hoang@thu-ca-nhan.example")
    return Contribution(
        why="câu hỏi không dấu, viết liền một đoạn",
        raw=sent(citizen, "hoi tro cap nguoi gia", body[0] + "\n\nGui tu dien thoai Samsung\n"),
        articles=[Truth(kind=Kind.QUESTION, title="hoi tro cap nguoi gia", body=body)],
        never=("Samsung",),
    )


ALL = (about_a_birth_certificate, a_complaint_about_a_street_light, without_diacritics)
