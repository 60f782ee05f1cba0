"""Backups in the words of whoever keeps them: what is wrong, and what to do next. In Vietnamese."""

from tinbai.backup_trouble import Finding, Trouble
from tinbai.errors import BackupError

SHOWN = 10  # so many names stand in one sentence

WORDS: dict[Trouble, str] = {
    Trouble.NO_BACKUP: "Không có bản sao lưu nào ở {0}.",
    Trouble.UNFINISHED: "Bản sao lưu {0} chưa xong (bị dừng giữa chừng, hoặc đang chạy): không dùng được. "
    "Hãy chạy lại tinbai backup.",
    Trouble.MANIFEST: "Tệp {0} bị hỏng hoặc do phiên bản khác tạo ra: không dùng được bản sao lưu này.",
    Trouble.DATABASE_MISSING: "Thiếu bản sao cơ sở dữ liệu {0}.",
    Trouble.DATABASE_DAMAGED: "Bản sao cơ sở dữ liệu {0} bị hỏng: nội dung đã khác lúc sao lưu. "
    "Hãy dùng bản sao lưu khác.",
    Trouble.DATABASE_UNREADABLE: "Không đọc được bản sao cơ sở dữ liệu: {0}",
    Trouble.DATABASE_DIFFERS: "Bản sao cơ sở dữ liệu không khớp với bản kê (manifest.json): {0}.",
    Trouble.REVISION_NEWER: "Bản sao lưu do phiên bản tinbai mới hơn tạo ra: {0}. "
    "Hãy cài phiên bản ghi trong ngoặc hoặc mới hơn rồi phục hồi.",
    Trouble.BLOB_MISSING: "Thiếu tệp {0} (thư, ảnh hoặc tệp đính kèm).",
    Trouble.BLOB_DAMAGED: "Tệp {0} bị hỏng: nội dung không khớp với tên.",
    Trouble.NO_DATABASE: "Cơ sở dữ liệu chưa được tạo, chưa có gì để sao lưu. Hãy chạy: tinbai migrate",
    Trouble.BUSY: "Một tiến trình khác đang sao lưu. Hãy đợi tiến trình ấy xong.",
    Trouble.NO_SPACE: "Không đủ chỗ trống ở {0}: cần {1} MB, chỉ còn {2} MB. Hãy dọn bớt hoặc dùng ổ đĩa khác.",
    Trouble.DISK: "Không đọc hoặc ghi được: {0}. Hãy kiểm tra ổ đĩa và quyền của thư mục.",
    Trouble.PROGRAM_MISSING: "Thiếu chương trình {0}, cần cho cơ sở dữ liệu PostgreSQL. Hãy chạy: "
    "sudo apt-get install -y postgresql-client",
    Trouble.PROGRAM_FAILED: "Chương trình {0} báo lỗi: {1}",
    Trouble.DATABASE_UNREACHABLE: "Không kết nối hoặc không đọc được cơ sở dữ liệu: {0}",
    Trouble.OTHER_ENGINE: "Bản sao lưu là của cơ sở dữ liệu {0}, khác loại ghi ở [database] url ({1}). "
    "Hãy phục hồi vào cơ sở dữ liệu cùng loại.",
    Trouble.TARGET_FULL: "Cơ sở dữ liệu đích đang có {0} thư và {1} tin, bài: phục hồi không ghi đè. ",
    Trouble.TARGET_IN_USE: "Một tiến trình khác đang dùng cơ sở dữ liệu đích ({0}). "
    "Hãy dừng chương trình (sudo systemctl stop tinbai) rồi chạy lại.",
    Trouble.INCOMPLETE: "Bản sao lưu thiếu hoặc hỏng các tệp sau nên chưa phục hồi cơ sở dữ liệu: {names}. "
    "Hãy thử bản sao lưu khác; hoặc thêm --partial để phục hồi phần còn lại, các tệp này sẽ thiếu.",
}
EMPTY_TARGET = {
    "sqlite": "Nếu thật sự muốn thay: dừng chương trình, chuyển tệp cơ sở dữ liệu cùng các tệp -wal, -shm cạnh nó "
    "sang chỗ khác (giữ lại), rồi chạy lại.",
    "postgresql": "Hãy tạo một cơ sở dữ liệu trống mới (createdb), ghi nó vào [database] url, rồi chạy lại.",
}

README = """Thư mục sao lưu của tinbai. Trong đây có thư, ảnh và dữ liệu cá nhân: cất giữ như hồ sơ mật của cơ quan.

  copies/   mỗi thư mục con là một bản sao cơ sở dữ liệu (tên là giờ UTC lúc bắt đầu) cùng cấu hình của lúc ấy.
            Có tệp manifest.json là bản đã xong; không có là bản bị dừng giữa chừng, không dùng được.
  blobs/    thư gốc, ảnh, tệp đính kèm, dùng chung cho mọi bản sao. Không xóa tệp nào ở đây.

Không có trong đây, phải cất giữ riêng: mật khẩu và các tệp ghi ở khóa kept_apart của manifest.json; cơ sở dữ liệu
và thư mục ảnh của cổng.

Kiểm tra:  tinbai restore THƯ_MỤC_NÀY --verify
Phục hồi:  tinbai restore THƯ_MỤC_NÀY        (vào cơ sở dữ liệu còn trống, sau khi dừng chương trình)
"""


def explain_backup(error: BackupError) -> str:
    """One or two sentences about `error`."""
    trouble = Trouble(error.trouble)
    names = (*error.names, "", "", "")
    words = WORDS[trouble].format(*names, names=_listed(error.names))
    return words + EMPTY_TARGET.get(names[2], "") if trouble is Trouble.TARGET_FULL else words


def say(finding: Finding) -> str:
    """A sentence about one thing that is wrong with a backup."""
    return WORDS[finding.trouble].format(finding.name, "", "", names=finding.name)


def _listed(names: tuple[str, ...]) -> str:
    more = f" … và {len(names) - SHOWN} tệp nữa" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
