"""What the editor must know of a letter's form: signed, encrypted, incomplete, or with a file that is elsewhere.

A signature is noted and not checked: who sent a letter is judged by `ingest/trust.py`.
"""

from tinbai.finding import Finding, Severity, Where

ENCRYPTED, PARTIAL, ELSEWHERE = "letter_encrypted", "letter_partial", "file_elsewhere"
HELD = frozenset({ENCRYPTED, PARTIAL, ELSEWHERE})  # a person must look first: what was sent is not all there

S_MIME, PGP = "S/MIME", "PGP"


def signed(how: str) -> Finding:
    """A digital signature came with the letter."""
    return _finding("letter_signed", Severity.HINT, f"Thư có chữ ký số ({how}); hệ thống chưa kiểm tra chữ ký này.")


def encrypted(how: str) -> Finding:
    """The letter, or a part of it, cannot be read without a key."""
    message = f"Thư được mã hóa ({how}) nên không đọc được. Đề nghị người gửi gửi lại, không mã hóa."
    return _finding(ENCRYPTED, Severity.WARN, message)


def partial(number: str, total: str) -> Finding:
    """RFC 2046 section 5.2.2: one of several letters that make up one. Held, and never joined with the others.

    Joined, it would be a letter that no mail server has seen: cutting up is how viruses were brought past the scanners,
    so that servers turn such letters away. Programs that still cut do it by a setting that the sender can switch off.
    """
    which = f"phần {number}" + (f"/{total}" if total else "") if number else "một phần"
    message = (
        f"Đây chỉ là {which} của một thư đã bị chương trình thư của người gửi chia nhỏ; hệ thống không ghép các phần. "
        "Đề nghị người gửi tắt chế độ chia nhỏ thư lớn rồi gửi lại thành một thư, hoặc gửi tệp làm nhiều thư riêng."
    )
    return _finding(PARTIAL, Severity.WARN, message)


def elsewhere(name: str | None) -> Finding:
    """RFC 2046 section 5.2.3: a reference to a file that did not come along; it is never fetched."""
    which = f"tệp “{name}”" if name else "một tệp"
    message = f"Thư không mang theo {which} mà chỉ dẫn tới nơi khác để lấy. Đề nghị người gửi đính kèm tệp đó."
    return _finding(ELSEWHERE, Severity.WARN, message)


def _finding(check: str, severity: Severity, message: str) -> Finding:
    return Finding(check=check, severity=severity, where=Where(field="letter"), message=message)
