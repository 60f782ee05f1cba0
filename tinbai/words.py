"""Errors in the words of whoever installs this: what is wrong, and what to do next. In Vietnamese."""

import smtplib
import socket
import ssl

from tinbai.backup_words import explain_backup
from tinbai.errors import (
    BackupError,
    BrokenReferencesError,
    ConfigError,
    DirectoryError,
    ForbiddenMoveError,
    MailboxError,
    MailSendError,
    MigrationBusyError,
    NewerDatabaseError,
    OutdatedDatabaseError,
    PortalError,
    ScannerError,
    SecretError,
    SiteDataError,
    TinbaiError,
)

CONFIG_PROBLEMS = {
    "unknown key": "không có khóa này; hãy kiểm tra chính tả theo tệp config.toml mẫu",
    "Field required": "còn thiếu",
    "Input should be a valid integer": "phải là số nguyên",
    "Input should be a valid boolean": "phải là true hoặc false",
    "Input should be a valid string": "phải là chữ, đặt trong dấu ngoặc kép",
    "Input should be greater": "số quá nhỏ",
    "Input should be less": "số quá lớn",
    "Input should be '": "không phải là một trong các giá trị cho phép",
    "String should match": "không đúng dạng; xem chú thích của khóa này trong config.toml mẫu",
    "plain is allowed": "chỉ được dùng plain trên chính máy này; hãy dùng tls hoặc starttls",
    "security: plain": "chỉ được dùng plain trên chính máy này; hãy dùng tls hoặc starttls",
    "after_name": "chọn keyword hoặc move thì phải ghi tên ở after_name",
    "after: a mailbox": "loại hộp thư này không làm được việc ghi ở after; hãy xem chú thích trong config.toml mẫu",
    "since: a mailbox": "hộp thư POP3 không cho biết ngày nhận nên không dùng được khóa since",
    "auth: a mailbox": "oauth2 chỉ dùng được với hộp thư IMAP",
    "since: no such day": "không phải một ngày có thật; viết như 2026-01-31",
    "holds a password": "không ghi mật khẩu trong địa chỉ; hãy ghi password = env:TÊN hoặc file:/đường/dẫn",
    "says nobody": "thiếu {name}, là chỗ điền tên mà người dùng gõ khi đăng nhập",
    "is no filter": "không đúng cách viết bộ lọc LDAP; viết như (mail={name})",
    "is too deep a filter": "bộ lọc LDAP lồng nhau quá nhiều tầng",
    "is no database address": "không phải địa chỉ cơ sở dữ liệu; viết như sqlite:///var/tinbai.db",
}

SERVERS = {
    MailSendError: "Máy chủ gửi thư",
    ScannerError: "Chương trình diệt virus",
    DirectoryError: "Máy chủ tài khoản (LDAP)",
}


def explain(error: BaseException) -> str:
    """One or two sentences about `error`."""
    match error:
        case SiteDataError(key=None):
            return f"Không đọc được tệp dữ liệu {error.path}: {error.problem}"
        case ConfigError(key=None):
            return f"Không đọc được tệp cấu hình {error.path}: {error.problem}"
        case ConfigError():
            return f"Tệp {error.path}, khóa “{error.key}”: {_config_problem(error.problem)}"
        case SecretError():
            return f"Không lấy được mật khẩu ghi ở “{error.reference}”: {error.problem}"
        case OutdatedDatabaseError() | NewerDatabaseError() | MigrationBusyError() | BrokenReferencesError():
            return _migration_problem(error)
        case BackupError():
            return explain_backup(error)
        case ForbiddenMoveError():
            return f"Không làm được: {error.noun} số {error.key} đang ở trạng thái “{error.status}”."
        case MailboxError():
            return f"Hộp thư “{error.mailbox}”: {_connection_problem(error)}"
        case PortalError():
            return f"Cổng “{error.portal}”: {_connection_problem(error)}"
        case MailSendError() | ScannerError() | DirectoryError():
            return f"{SERVERS[type(error)]}: {_connection_problem(error)}"
        case _:
            return str(error)


def _migration_problem(error: TinbaiError) -> str:
    match error:
        case OutdatedDatabaseError(found=None):
            return "Cơ sở dữ liệu chưa được tạo. Hãy chạy: tinbai migrate"
        case OutdatedDatabaseError():
            return "Cơ sở dữ liệu chưa được nâng cấp theo phiên bản này. Hãy sao lưu rồi chạy: tinbai migrate"
        case NewerDatabaseError():
            return (
                f"Cơ sở dữ liệu do phiên bản tinbai mới hơn tạo ra ({error.found}; chương trình này chỉ biết đến "
                f"{error.known}). Hãy cài lại phiên bản mới, hoặc phục hồi bản sao lưu của phiên bản này."
            )
        case MigrationBusyError():
            return (
                "Một tiến trình khác đang nâng cấp hoặc đang giữ cơ sở dữ liệu; chưa có gì thay đổi. "
                "Hãy dừng chương trình (sudo systemctl stop tinbai), đợi ít phút rồi chạy lại."
            )
        case BrokenReferencesError():
            return (
                f"Nâng cấp đã dừng và mọi thứ giữ nguyên như cũ: dữ liệu ở {', '.join(error.tables)} không khớp nhau. "
                "Hãy giữ bản sao lưu và báo cho người phát triển."
            )
        case _:
            return str(error)


def _config_problem(problem: str) -> str:
    """The checks of types and values speak English; the usual ones are said in Vietnamese."""
    for beginning, words in CONFIG_PROBLEMS.items():
        if problem.startswith(beginning):
            return f"{words} (chi tiết: {problem})"
    return problem


def _connection_problem(error: TinbaiError) -> str:
    problem = str(getattr(error, "problem", error))
    for cause in _causes(error):
        words = _cause(cause)
        if words is not None:
            return f"{words} (chi tiết: {problem})"
    if problem.startswith("disk full"):
        return f"đĩa gần đầy nên tạm ngừng lấy thư; thư vẫn còn trên máy chủ. Hãy dọn đĩa. (chi tiết: {problem})"
    if problem.startswith("open folder"):
        return f"không mở được thư mục thư; hãy kiểm tra khóa folder. (chi tiết: {problem})"
    if problem.startswith("the account that searches"):
        return "tài khoản dùng để tìm người không đăng nhập được; hãy kiểm tra username và password ở [ldap]"
    if problem.startswith("search: result 32"):
        return f"không có nhánh ghi ở khóa base của [ldap]. (chi tiết: {problem})"
    if problem.startswith("log in"):
        return f"máy chủ từ chối đăng nhập; hãy kiểm tra username, password và quyền dùng IMAP. (chi tiết: {problem})"
    return problem


def _causes(error: BaseException) -> list[BaseException]:
    causes: list[BaseException] = []
    cause = error.__cause__
    while cause is not None and len(causes) < 10:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    return causes


def _cause(cause: BaseException) -> str | None:
    match cause:
        case SecretError():
            return explain(cause)
        case socket.gaierror():
            return "không tìm thấy máy chủ có tên này; hãy kiểm tra khóa host và đường mạng"
        case ConnectionRefusedError():
            return "máy chủ không nhận kết nối ở cổng này; hãy kiểm tra khóa port và tường lửa"
        case ssl.SSLCertVerificationError():
            return (
                "không kiểm chứng được chứng thư của máy chủ; nếu đơn vị dùng chứng thư nội bộ, "
                "hãy ghi tệp chứng thư gốc vào khóa ca_file"
            )
        case ssl.SSLError():
            return "không thiết lập được kết nối mã hóa; hãy kiểm tra khóa security (tls hay starttls) và port"
        case TimeoutError():
            return (
                "máy chủ không trả lời kịp; hãy kiểm tra đường mạng, tường lửa, "
                "khóa security (tls hay starttls) và port"
            )
        case smtplib.SMTPAuthenticationError():
            return "máy chủ từ chối đăng nhập; hãy kiểm tra username và password"
        case smtplib.SMTPNotSupportedError():
            return "máy chủ không hỗ trợ cách bảo vệ này; hãy kiểm tra khóa security"
        case smtplib.SMTPRecipientsRefused():
            return "máy chủ không nhận thư cho địa chỉ này; hãy kiểm tra địa chỉ người nhận"
        case smtplib.SMTPSenderRefused():
            return "máy chủ không cho gửi thư với địa chỉ gửi đi này; hãy kiểm tra khóa sender"
        case PermissionError() | FileNotFoundError():
            return "không đọc được tệp hoặc thư mục; hãy kiểm tra đường dẫn và quyền"
        case _:
            return None
