"""`tinbai portal …`, as the command line gives it to those who learn."""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from publish.learn.learn import learn_after, learn_before
from publish.learn.recognise import Known
from tinbai.clock import local, now
from tinbai.config import Config, PortalConfig, load
from tinbai.errors import InputError

_FORM = "%d/%m/%Y %H:%M"
_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_DEFAULT = Path(os.environ.get("TINBAI_CONFIG", "config.toml"))

portal_app = typer.Typer(help="Các cổng thông tin.", no_args_is_help=True)


@portal_app.callback()
def _portal() -> None:
    """Các cổng thông tin."""


@portal_app.command()
def learn(
    portal: Annotated[str, typer.Argument(help="Cổng trong cấu hình: ban/cổng, ví dụ an-mau/cong.")],
    *,
    before: Annotated[bool, typer.Option("--before", help="Nhớ các bảng của cổng, trước khi đăng thử.")] = False,
    after: Annotated[bool, typer.Option("--after", help="So với lúc trước, đề xuất ánh xạ, thử rồi hủy.")] = False,
    title: Annotated[str, typer.Option(help="Tiêu đề của bài đã đăng bằng tay.")] = "",
    summary: Annotated[str, typer.Option(help="Tóm tắt của bài ấy.")] = "",
    words: Annotated[str, typer.Option(help="Vài chữ liền nhau trong nội dung.")] = "",
    column: Annotated[str, typer.Option(help="Tên chuyên mục như trên cổng.")] = "",
    author: Annotated[str, typer.Option(help="Tên tác giả, nếu đã điền.")] = "",
    photo: Annotated[list[str] | None, typer.Option(help="Tên tệp ảnh đã tải lên; dùng được nhiều lần.")] = None,
    caption: Annotated[list[str] | None, typer.Option(help="Chú thích ảnh, đúng thứ tự; dùng được nhiều lần.")] = None,
    at: Annotated[str, typer.Option(help="Giờ đăng: 23/11/2026 08:15.")] = "",
    config: Annotated[Path, typer.Option("--config", help="Tệp cấu hình.")] = _DEFAULT,
) -> None:
    """Học ánh xạ của một cổng tự làm từ một bài đăng bằng tay. Không ghi gì lên cổng."""
    loaded = load(config)
    section, folder = _portal_of(loaded, portal), loaded.path("var") / "learn" / portal.partition("/")[0]
    if before == after:
        raise InputError(field="before", problem="chọn một trong hai: --before (trước khi đăng thử) hoặc --after")
    if before:
        lines = learn_before(section, loaded.root, folder)
    else:
        known = Known(
            title=title or _asked("Tiêu đề"), summary=summary or _asked("Tóm tắt"),
            words=words or _asked("Vài chữ liền nhau trong nội dung"), column=column or _asked("Tên chuyên mục"),
            author=author, photos=photo or (), captions=caption or (),
            at=_moment(at or _asked("Giờ đăng", f"{local(now()):{_FORM}}")),
        )  # fmt: skip
        lines = learn_after(section, loaded.root, folder, known)
    for line in lines:
        typer.echo(line)


def _portal_of(config: Config, name: str) -> PortalConfig:
    site, _, key = name.partition("/")
    for one in config.sites:
        for section in one.portals:
            if (one.key, section.key) == (site, key):
                return section
    problem = (
        f"không có cổng “{name}” trong cấu hình; viết như an-mau/cong, theo key của [[sites]] và [[sites.portals]]"
    )
    raise InputError(field="portal", problem=problem)


def _asked(what: str, default: str = "") -> str:
    answer: str = typer.prompt(what, default=default)
    return answer.strip()


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text.strip(), _FORM).replace(tzinfo=_ZONE)
    except ValueError as error:
        raise InputError(field="at", problem=f"“{text}” không phải ngày giờ; viết như 23/11/2026 08:15") from error
