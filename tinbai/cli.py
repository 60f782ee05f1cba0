"""The `tinbai` command: where everything is put together. Each command is short; what it does lives elsewhere."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from ingest import parse_files
from publish.learn.command import portal_app
from review.locale.vi import PROBLEM
from tinbai import __version__, backup_commands, check_commands, commands, log
from tinbai.config import load
from tinbai.errors import InputError, TinbaiError
from tinbai.people import RoleName
from tinbai.words import explain

DEFAULT = Path(os.environ.get("TINBAI_CONFIG", "config.toml"))

app = typer.Typer(
    help="Từ hộp thư công vụ đến cổng thông tin điện tử.", no_args_is_help=True, add_completion=False,
    pretty_exceptions_enable=False, rich_markup_mode=None,
)  # fmt: skip
user_app = typer.Typer(help="Người dùng của trang biên tập.", no_args_is_help=True)
site_app = typer.Typer(help="Dữ liệu của một ban biên tập.", no_args_is_help=True)
app.add_typer(user_app, name="user")
app.add_typer(site_app, name="site")
app.add_typer(portal_app, name="portal")

ConfigPath = Annotated[Path, typer.Option("--config", help="Tệp cấu hình.")]
AsJson = Annotated[bool, typer.Option("--json", help="In JSON, mỗi dòng một đối tượng.")]
Most = Annotated[int, typer.Option("--limit", min=1, help="Nhiều nhất bao nhiêu dòng.")]


def main() -> None:
    """Run the command; an error of ours becomes a sentence and exit status 1."""
    try:
        app()
    except TinbaiError as error:
        words = PROBLEM.get(error.problem, error.problem) if isinstance(error, InputError) else explain(error)
        Console(stderr=True, highlight=False).print(words, style="red", markup=False, soft_wrap=True)
        sys.exit(1)


@app.command()
def run(config: ConfigPath = DEFAULT) -> None:
    """Chạy cả hai: lịch làm việc (nhận thư, đăng bài, gửi thư) và trang biên tập. Lần đầu: trang cài đặt."""
    log.set_up(load(config).log)
    go_on, listening = commands.first_run(config, with_timetable=True)
    if go_on:
        with _office(config) as office:
            commands.run(office, listening)


@app.command()
def web(config: ConfigPath = DEFAULT) -> None:
    """Chỉ chạy trang biên tập. Lần đầu: trang cài đặt."""
    log.set_up(load(config).log)
    go_on, listening = commands.first_run(config, with_timetable=False)
    if go_on:
        with _office(config) as office:
            commands.web(office, listening)


@app.command()
def poll(
    config: ConfigPath = DEFAULT,
    read: Annotated[bool, typer.Option("--read/--no-read", help="Đọc luôn các thư vừa nhận.")] = True,
) -> None:
    """Nhận thư mới từ mọi hộp thư, một lượt."""
    with _office(config) as office:
        if not commands.poll(office, read=read):
            raise typer.Exit(1)


@app.command()
def publish(
    config: ConfigPath = DEFAULT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Chỉ in những gì sẽ ghi lên cổng, không ghi gì.")] = False,
) -> None:
    """Đăng những gì đã đến giờ, một lượt."""
    with _office(config) as office:
        if dry_run:
            commands.dry_run(office)
        else:
            commands.publish(office)


@app.command()
def migrate(config: ConfigPath = DEFAULT) -> None:
    """Tạo hoặc nâng cấp cơ sở dữ liệu, nạp các ban biên tập trong cấu hình."""
    log.set_up(load(config).log)
    commands.migrate(config)


@app.command()
def backup(
    folder: Annotated[Path, typer.Argument(help="Thư mục sao lưu; lần sau chỉ chép thêm những gì mới.")],
    keep: Annotated[int, typer.Option(min=1, help="Giữ bao nhiêu bản sao cơ sở dữ liệu mới nhất.")] = 14,
    config: ConfigPath = DEFAULT,
) -> None:
    """Sao lưu cơ sở dữ liệu và kho tệp, không phải dừng chương trình."""
    log.set_up(load(config).log)
    if not backup_commands.back_up(config, folder, keep=keep):
        raise typer.Exit(1)


@app.command()
def restore(
    folder: Annotated[Path, typer.Argument(help="Thư mục sao lưu.")],
    verify: Annotated[bool, typer.Option("--verify", help="Chỉ kiểm tra bản sao lưu, không thay đổi gì.")] = False,
    copy: Annotated[str | None, typer.Option(help="Tên bản sao trong copies/; không ghi là bản mới nhất.")] = None,
    partial: Annotated[bool, typer.Option("--partial", help="Vẫn phục hồi khi bản sao lưu thiếu tệp.")] = False,
    config: ConfigPath = DEFAULT,
) -> None:
    """Phục hồi từ bản sao lưu vào cơ sở dữ liệu còn trống, hoặc kiểm tra bản sao lưu."""
    if not verify:
        log.set_up(load(config).log)
        backup_commands.bring_back(config, folder, copy, partial=partial)
    elif not backup_commands.check_backup(folder, copy):
        raise typer.Exit(1)


@app.command("recount-checks")
def recount_checks(config: ConfigPath = DEFAULT) -> None:
    """Đếm lại từ đầu số lần mỗi kiểm tra lên tiếng, được sửa theo, bị bỏ qua."""
    with _office(config) as office:
        check_commands.recount(office)


@app.command()
def check(config: ConfigPath = DEFAULT) -> None:
    """Thử mọi kết nối trong cấu hình và nói rõ chỗ nào chưa đúng."""
    if not commands.check(load(config)):
        raise typer.Exit(1)


@app.command()
def messages(
    config: ConfigPath = DEFAULT,
    status: Annotated[str | None, typer.Option(help="Chỉ những thư ở trạng thái này.")] = None,
    as_json: AsJson = False,
    limit: Most = 100,
    reprocess: Annotated[list[int] | None, typer.Option(help="Đọc lại thư số này; dùng được nhiều lần.")] = None,
) -> None:
    """Liệt kê thư đến, hoặc cho đọc lại."""
    with _office(config) as office:
        if reprocess:
            commands.reprocess(office, reprocess)
        else:
            commands.list_messages(office, status=status, as_json=as_json, limit=limit)


@app.command()
def articles(
    config: ConfigPath = DEFAULT,
    status: Annotated[str | None, typer.Option(help="Chỉ những tin, bài ở trạng thái này.")] = None,
    as_json: AsJson = False,
    limit: Most = 100,
) -> None:
    """Liệt kê tin, bài."""
    with _office(config) as office:
        commands.list_articles(office, status=status, as_json=as_json, limit=limit)


@app.command()
def parse(
    files: Annotated[list[Path], typer.Argument(help="Các tệp .eml.")],
    site: Annotated[Path | None, typer.Option(help="Dữ liệu của ban biên tập (TOML).")] = None,
) -> None:
    """Đọc tệp thư và in kết quả, mỗi thư một dòng JSON. Không cần cấu hình, cơ sở dữ liệu hay mạng."""
    raise typer.Exit(parse_files.run(files, site_file=site))


@user_app.command("add")
def user_add(
    username: Annotated[str, typer.Argument(help="Tên đăng nhập.")],
    name: Annotated[str, typer.Option(help="Họ và tên.")],
    site: Annotated[str, typer.Option(help="Khóa của ban biên tập.")],
    role: Annotated[list[RoleName], typer.Option(help="Vai trò; dùng được nhiều lần.")],
    column: Annotated[str | None, typer.Option(help="Chỉ trong chuyên mục này (khóa).")] = None,
    title: Annotated[str, typer.Option(help="Chức vụ.")] = "",
    email: Annotated[str | None, typer.Option(help="Địa chỉ thư.")] = None,
    config: ConfigPath = DEFAULT,
) -> None:
    """Thêm người dùng. Mật khẩu được hỏi, hoặc lấy từ biến môi trường TINBAI_USER_PASSWORD."""
    password = _new_password()
    with _office(config) as office:
        commands.add_user(
            office, username=username, name=name, password=password, site=site, roles=role, column=column, title=title,
            email=email,
        )  # fmt: skip


@user_app.command("password")
def user_password(
    username: Annotated[str, typer.Argument(help="Tên đăng nhập.")],
    without_code: Annotated[bool, typer.Option("--without-code", help="Tắt cả xác thực hai bước.")] = False,
    config: ConfigPath = DEFAULT,
) -> None:
    """Đặt lại mật khẩu; mọi phiên đăng nhập của người đó kết thúc. Mật khẩu được hỏi như ở “user add”."""
    password = _new_password()
    with _office(config) as office:
        commands.set_password(office, username, password, without_code=without_code)


@user_app.command("lock")
def user_lock(
    username: Annotated[str, typer.Argument(help="Tên đăng nhập.")],
    unlock: Annotated[bool, typer.Option("--unlock", help="Mở lại.")] = False,
    config: ConfigPath = DEFAULT,
) -> None:
    """Khóa người dùng: không đăng nhập được nữa, các phiên đang mở kết thúc. Lịch sử vẫn giữ tên."""
    with _office(config) as office:
        commands.lock_user(office, username, locked=not unlock)


@site_app.command("load")
def site_load(
    site: Annotated[str, typer.Argument(help="Khóa của ban biên tập.")],
    file: Annotated[Path, typer.Argument(help="Tệp TOML: chuyên mục, đơn vị, cộng tác viên, lãnh đạo.")],
    config: ConfigPath = DEFAULT,
) -> None:
    """Nạp dữ liệu của một ban biên tập."""
    with _office(config) as office:
        commands.load_site(office, site, file)


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=1024, max=65500, help="Cổng của trang biên tập.")] = 8080,
    keep: Annotated[bool, typer.Option("--keep", help="Giữ dữ liệu của lần chạy trước.")] = False,
) -> None:
    """Chạy thử trọn vẹn với hộp thư mẫu trên máy này."""
    from tinbai.demo.run import demo as run_demo  # noqa: PLC0415 - needs packages that only the demo has

    run_demo(port=port, keep=keep)


@app.command()
def version() -> None:
    """In số phiên bản."""
    typer.echo(json.dumps({"tinbai": __version__}))


def _new_password() -> str:
    given: str = os.environ.get("TINBAI_USER_PASSWORD") or typer.prompt(
        "Mật khẩu", hide_input=True, confirmation_prompt=True
    )
    return given


@contextmanager
def _office(config: Path) -> Iterator["commands.Office"]:
    log.set_up(load(config).log)
    with commands.office(config) as opened:
        yield opened
