"""Letters to users about their accounts: a link to set the password with, and what was changed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from tinbai.account import LinkPurpose
from tinbai.clock import local
from tinbai.config import WebConfig
from tinbai.outbox import LetterKind, LetterStatus, OutgoingLetter, own_message_id
from tinbai.people import User
from tinbai.site import Site

_KIND: Mapping[LinkPurpose, LetterKind] = {
    LinkPurpose.INVITATION: LetterKind.INVITATION,
    LinkPurpose.RESET: LetterKind.RESET,
}


def base_address(web: WebConfig) -> str:
    """Where people reach the site, as configured: never what a request says of its host, which anybody can write."""
    return (web.public_url or f"http://{web.host}:{web.port}").rstrip("/")


def with_link(
    user: User, site: Site, purpose: LinkPurpose, *, link: str, until: datetime, sender: str, at: datetime
) -> OutgoingLetter:
    """The letter with the link in it. The outbox forgets its text once it is sent. `user` must have an address."""
    day = local(until).strftime("%H:%M ngày %d/%m/%Y")
    if purpose is LinkPurpose.INVITATION:
        subject = "Mời sử dụng trang biên tập"
        lines = [
            f"Đồng chí có tài khoản trên trang biên tập của {site.name}.",
            "",
            f"Tên đăng nhập: {user.username}",
            "",
            "Mở địa chỉ dưới đây để đặt mật khẩu và bắt đầu sử dụng:",
        ]
    else:
        subject = "Đặt lại mật khẩu trang biên tập"
        lines = [
            f"Có yêu cầu đặt lại mật khẩu của tài khoản {user.username} trên trang biên tập của {site.name}.",
            "Mở địa chỉ dưới đây để đặt mật khẩu mới:",
        ]
    lines += [
        "", link, "",
        f"Địa chỉ này dùng được một lần, đến {day}. Không chuyển tiếp thư này cho người khác.",
        "Nếu không phải đồng chí yêu cầu, xin bỏ qua thư này và báo cho người quản trị.",
    ]  # fmt: skip
    return _letter(user, site, _KIND[purpose], f"{purpose}:{user.id}:{uuid4()}", subject, lines, sender, at)


def changed(user: User, site: Site, *, to: str, what: Sequence[str], sender: str, at: datetime) -> OutgoingLetter:
    """The letter that says what was changed about an account, to where its owner was reached before."""
    when = local(at).strftime("%H:%M ngày %d/%m/%Y")
    lines = [
        f"Tài khoản {user.username} trên trang biên tập của {site.name} đã thay đổi lúc {when}:", "",
        *(f"- {each}" for each in what), "",
        "Nếu không phải đồng chí thay đổi, xin báo ngay cho người quản trị.",
    ]  # fmt: skip
    key = f"account:{user.id}:{uuid4()}"
    letter = _letter(user, site, LetterKind.ACCOUNT, key, "Tài khoản đã thay đổi", lines, sender, at)
    letter.to = to
    return letter


def _letter(
    user: User, site: Site, kind: LetterKind, once: str, subject: str, lines: Sequence[str], sender: str, at: datetime
) -> OutgoingLetter:
    text = [f"Kính gửi: {user.name}", "", *lines, "", "Thư này được lập tự động.", "", f"Ban biên tập {site.name}"]
    return OutgoingLetter(
        site_id=site.id, kind=kind, once=once, to=user.email or "", subject=subject, text="\n".join(text),
        message_id=own_message_id(sender), in_reply_to=None, status=LetterStatus.WAITING, not_before=at, created_at=at,
        attempts=0,
    )  # fmt: skip
