"""What `tinbai backup` and `tinbai restore` say, with their progress on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress as Bars

from tinbai.backup import Progress, backup
from tinbai.backup_folder import BackupFolder, Manifest
from tinbai.backup_words import say
from tinbai.clock import now
from tinbai.config import load
from tinbai.restore import restore
from tinbai.restore_check import verify

STEPS = {
    "database": "Cơ sở dữ liệu",
    "blobs": "Thư, ảnh, tệp",
    "check": "Kiểm tra",
}
MEGABYTE = 1_000_000

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def back_up(config_path: Path, folder: Path, *, keep: int) -> bool:
    """Back up, and say where to; False when the store lacks something that rows refer to."""
    with _progress() as progress:
        done = backup(config_path, load(config_path), folder, keep=keep, clock=now, progress=progress)
    out.print(f"Đã sao lưu vào {done.copy}: {_counted(done.manifest)}", markup=False)
    out.print(f"Chép mới {done.blobs.copied} tệp, đã có sẵn {done.blobs.known} tệp.")
    if done.same_disk:
        out.print("Thư mục sao lưu ở cùng ổ đĩa với dữ liệu: ổ hỏng thì mất cả hai. Hãy chép sang ổ hoặc máy khác.")
    if done.manifest.kept_apart:
        out.print(f"Phải cất giữ riêng: {', '.join(done.manifest.kept_apart)}", markup=False)
    for name in done.manifest.missing:
        err.print(f"Kho tệp thiếu hoặc hỏng tệp {name}: bản sao lưu không có tệp này.", style="red")
    return not done.manifest.missing


def check_backup(folder: Path, copy: str | None) -> bool:
    """Whether a backup is whole; what is not is named."""
    with _progress() as progress:
        found = verify(BackupFolder(root=folder.resolve()), copy, progress=progress)
    for finding in found.findings:
        err.print(say(finding), style="red", markup=False)
    out.print(f"Bản sao lưu {found.copy.name}: {_counted(found.manifest)}", markup=False)
    out.print("Có lỗi, xem ở trên." if found.findings else "Đã kiểm tra: đầy đủ, đúng từng byte.")
    return not found.findings


def bring_back(config_path: Path, folder: Path, copy: str | None, *, partial: bool) -> None:
    """Restore, and say what to do next."""
    with _progress() as progress:
        done = restore(
            load(config_path), BackupFolder(root=folder.resolve()), copy, partial=partial, clock=now, progress=progress
        )
    for finding in done.findings:
        err.print(say(finding), style="yellow", markup=False)
    out.print(f"Đã phục hồi bản sao lưu {done.copy.name}: {_counted(done.manifest)}", markup=False)
    if done.manifest.kept_apart:
        out.print(f"Hãy đặt lại các tệp, mật khẩu cất riêng: {', '.join(done.manifest.kept_apart)}", markup=False)
    if done.needs_migration:
        out.print("Bản sao lưu cũ hơn chương trình. Hãy chạy: tinbai migrate")


@contextmanager
def _progress() -> Iterator[Progress]:
    with Bars(console=err, transient=True, disable=not err.is_terminal) as bars:
        tasks = {step: bars.add_task(words, total=None, start=False, visible=False) for step, words in STEPS.items()}

        def show(step: str, done: int, total: int) -> None:
            bars.start_task(tasks[step])
            bars.update(tasks[step], completed=done, total=total or None, visible=True)

        yield show


def _counted(manifest: Manifest) -> str:
    rows = manifest.rows
    size = manifest.database_bytes / MEGABYTE
    return (
        f"{rows.get('message', 0)} thư, {rows.get('article', 0)} tin, bài, {manifest.blobs} tệp, "
        f"cơ sở dữ liệu {size:.1f} MB."
    )
