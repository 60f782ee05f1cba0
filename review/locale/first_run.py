"""The words of the first-run wizard: steps, what is wrong with what was typed, and what trials say."""

from collections.abc import Mapping, Sequence

from review.language import N_, Words, _, kept
from review.locale import vi
from review.sentences import said

STEPS: Mapping[str, str] = Words(
    {
        "site": "Trang và chuyên mục",
        "mailbox": "Hộp thư nhận tin, bài",
        "portal": "Cổng thông tin điện tử",
        "mail": "Gửi thư trả lời",
        "administrator": "Người quản trị",
    }
)
ENTER_FIRST = N_("Phiên cài đặt đã hết. Nhập mã mới nhất trên màn hình dòng lệnh rồi làm tiếp.")
CODE_WRONG = N_("Mã không đúng. Xem lại mã mới nhất trên màn hình dòng lệnh rồi nhập lại.")
FOLDER = N_(
    "Chương trình không ghi được vào thư mục cấu hình {folder} ({problem}), nên chưa thể lưu cài đặt. "
    "Cho người dùng đang chạy chương trình quyền ghi, ví dụ: sudo chown {user} {folder}, rồi tải lại trang. "
    "Với systemd, thêm thư mục này vào ReadWritePaths."
)
CODE_ON_TERMINAL = kept("Cài đặt lần đầu: mở {address} bằng trình duyệt, nhập mã {code}")
CODE_USED = kept("Đã nhận mã. Muốn tiếp tục ở trình duyệt khác thì nhập mã mới: {code}")
DATABASE_AWAY = kept(
    "Không dùng được cơ sở dữ liệu của chương trình ({problem}). Kiểm tra mục [database] trong tệp cấu hình rồi chạy "
    "lại."
)
PORT_TAKEN = kept(
    "Không mở được cổng {port} ({problem}). Dừng chương trình đang dùng cổng ấy, hoặc đặt port khác ở mục [web]."
)
FINISHED = kept("Đã cài đặt xong. Trang biên tập bắt đầu chạy.")
LEFT = kept("Chưa cài đặt xong; lần chạy sau sẽ hỏi tiếp từ chỗ đang dừng.")

UNITS = kept((
    "Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa – Xã hội", "Công an", "Ban Chỉ huy Quân sự",
    "Ủy ban Mặt trận Tổ quốc", "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Đoàn Thanh niên",
    "Trạm Y tế",
))  # fmt: skip

PROBLEM: Mapping[str, str] = Words(
    {
        **vi.PROBLEM,
        "site_name_missing": "Nhập tên trang.",
        "code_wrong": "Ký hiệu gồm 1 đến 8 chữ cái không dấu hoặc chữ số, ví dụ AM.",
        "web_address_wrong": "Địa chỉ trang phải bắt đầu bằng http:// hoặc https://, không có dấu cách.",
        "names_too_many": "Nhiều nhất 100 dòng, mỗi dòng một tên không quá 250 ký tự.",
        "host_missing": "Nhập tên hoặc địa chỉ của máy chủ.",
        "username_missing": "Nhập tên đăng nhập.",
        "password_missing": "Nhập mật khẩu.",
        "password_lines": "Mật khẩu phải nằm trên một dòng.",
        "port_wrong": "Cổng là một số từ 1 đến 65535; để trống thì dùng cổng thông thường.",
        "security_wrong": (
            "Chỉ được chọn “Không mã hóa” khi máy chủ thư chạy trên chính máy này. Chọn TLS, hoặc STARTTLS."
        ),
        "ca_file_missing": "Không có tệp chứng thư gốc ở đường dẫn này trên máy chủ.",
        "mail_address_wrong": "Đây chưa phải một địa chỉ thư. Viết như bbt.anmau@songmau.example.",
        "media_path_wrong": "Ghi đường dẫn đầy đủ của thư mục, bắt đầu bằng dấu /.",
        "database_name_missing": "Nhập tên cơ sở dữ liệu; với SQLite thì nhập đường dẫn tệp.",
        "database_file_wrong": "Với SQLite, ghi đường dẫn đầy đủ của tệp, bắt đầu bằng dấu /.",
        "passwords_differ": "Hai lần nhập mật khẩu không giống nhau.",
        "other": "Có một ô chưa đúng. Xem lại các ô rồi thử lại.",
    }
)
PORTAL_READY = N_("Kết nối được cơ sở dữ liệu của cổng, đủ bảng và quyền, ghi được vào thư mục ảnh")
FAILED: Mapping[str, str] = Words(
    {
        "already": "Đã có người dùng được thêm vào bằng cách khác. Chạy lại chương trình rồi đăng nhập.",
        "config": "Tệp {path} đang có nội dung không dùng được ({problem}). Sửa hoặc đổi tên tệp ấy rồi bấm lại.",
        "database": (
            "Không dùng được cơ sở dữ liệu của chương trình ({problem}). Kiểm tra mục [database] trong tệp cấu hình "
            "rồi bấm lại; chưa có gì được ghi."
        ),
        "disk": "Không ghi được tệp ({problem}). Kiểm tra quyền ghi và dung lượng đĩa rồi bấm lại.",
    }
)
# In the configuration a mistake is under a key, in the wizard in a field.
_FIELDS = (
    (
        N_("username, password và quyền dùng IMAP"),
        N_("tên đăng nhập, mật khẩu và xem hộp thư đã được bật IMAP hoặc POP3 chưa"),
    ),
    (N_("username và password"), N_("tên đăng nhập và mật khẩu")),
    (N_("khóa host"), N_("ô “Máy chủ”")),
    (N_("khóa port"), N_("ô “Cổng”")),
    (N_("khóa security (tls hay starttls) và port"), N_("các ô “Bảo mật kết nối” và “Cổng”")),
    (N_("khóa security"), N_("ô “Bảo mật kết nối”")),
    (N_("khóa ca_file"), N_("ô “Chứng thư gốc”")),
    (N_("khóa folder"), N_("ô “Thư mục thư”")),
    (N_("khóa sender"), N_("ô “Địa chỉ gửi đi”")),
    (N_("sửa media_path"), N_("ghi thư mục khác vào ô “Thư mục ảnh”")),
)
_REACH = N_(
    "Kiểm tra loại, máy chủ, cổng, tên cơ sở dữ liệu, tên đăng nhập và mật khẩu; máy chủ cơ sở dữ liệu phải cho phép "
    "máy này kết nối."
)
_TABLES = N_(
    "Đây có đúng là cơ sở dữ liệu của cổng không? Nếu đúng, nhờ đơn vị quản lý cổng tạo các bảng và cột còn thiếu (tài "
    "liệu “Lược đồ cổng tham chiếu”)."
)
_PORTAL_ADVICE = (
    (kept("Không kết nối được"), _REACH),
    (kept("Thiếu bảng"), _TABLES),
    (kept("Cần quyền"), N_("Nhờ đơn vị quản lý cổng cấp đúng quyền này cho tên đăng nhập ở trên.")),
    (
        kept("Không ghi được vào thư mục"),
        N_("Tạo thư mục ấy và cho người dùng đang chạy chương trình quyền ghi."),
    ),
)


_WHERE = kept(("Hộp thư “chung”: ", "Cổng “cong”: ", "Máy chủ gửi thư: "))  # the page is about nothing else


def shown(words: str) -> str:
    """What a trial said, as the page says it: in its language, of its fields, with what to do about a portal."""
    advice = next((advice for beginning, advice in _PORTAL_ADVICE if words.startswith(beginning)), "")
    told = in_fields(words)
    return f"{told.rstrip('.')}. {_(advice)}" if advice else told


def in_fields(words: str) -> str:
    """What an error says of keys of the configuration, said of the wizard's fields."""
    for where in _WHERE:
        words = words.removeprefix(where)
    words = said(words)
    for key, field in _FIELDS:
        words = words.replace(_(key), _(field))
    return words[:1].upper() + words[1:]


_KINDS: Mapping[str, str] = Words(
    {
        "reference": "Cơ sở dữ liệu có các bảng theo lược đồ tham chiếu",
        "folder": "Một thư mục (không cần cơ sở dữ liệu)",
    }
)


def kind_names(kinds: Sequence[str]) -> list[tuple[str, str]]:
    """The kinds of portals with their names, as a field of choices wants them."""
    return [(kind, _KINDS.get(kind, kind)) for kind in kinds]
