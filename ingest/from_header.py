"""The From header, doubted: whether every program that reads it sees the one sender whom we see.

Programs differ in which of several addresses they take, what they decode, and where they believe an address to end.
A letter on which they could differ shows its editor another sender than the mail server checked (RFC 5322, sections
3.4 and 3.6.2; RFC 2047, section 5, which allows no encoded word in an address).
"""

import re
import unicodedata
from collections.abc import Sequence

from ingest.addresses import parse_addresses
from ingest.alignment import domain_of
from ingest.encoded_words import decode_words
from ingest.header_lines import HeaderLine, count_from
from tinbai.site_data import SiteData

_ADDRESS = re.compile(r"[^\s<>\"'(),;:@\[\]]{1,200}@[^\s<>\"'(),;:@\[\]]{1,255}")
_ANGLE = re.compile(r"<([^<>]{0,500}@[^<>]{0,500})>")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_LONGEST = 4_096  # characters of the header that are looked at; a longer one is in doubt

ASK = "Hỏi lại người gửi qua điện thoại trước khi dùng."


def from_domain(lines: Sequence[HeaderLine]) -> str | None:
    """The domain of the first address in the From header, for knowing whose keys to ask for; None without one."""
    line = next((line for line in lines if line.name == b"from" and len(line.value) <= _LONGEST), None)
    mailboxes = parse_addresses(_text(line)) if line else ()
    return next((domain_of(one.address) for one in mailboxes if one.address), None)


def from_doubt(raw: bytes, lines: Sequence[HeaderLine], address: str, name: str, site: SiteData) -> str | None:
    """What is wrong with the From header, for the editor; None when nothing is.

    `address` (in lower case) and `name` are the sender as the letter's reader understood it.
    """
    count = count_from(raw)
    own = [line for line in lines if line.name == b"from"]
    if count > 1 or len(own) > 1:
        return f"thư có nhiều dòng From, không rõ ai gửi. {ASK}"
    if not own:
        return f"thư không có dòng From hợp lệ, không rõ ai gửi. {ASK}"
    text = _text(own[0])
    if not own[0].plain or len(text) > _LONGEST:
        return f"dòng From có ký tự lạ (ký tự điều khiển, xuống dòng sai), mỗi chương trình hiểu một khác. {ASK}"
    return _several(text) or _disguised(text, address) or _other_address(text, address, name, site)


def _text(line: HeaderLine) -> str:
    return unicodedata.normalize("NFC", line.value.decode("utf-8", "replace"))


def _several(text: str) -> str | None:
    """More than one mailbox: one program shows the first, another checks the last."""
    bare = _QUOTED.sub('""', text)
    found = {one.address.lower() for one in parse_addresses(text) if one.address}
    if len(found) > 1 or len(_ANGLE.findall(bare)) > 1:
        return f"dòng From ghi nhiều địa chỉ cùng lúc, không rõ ai gửi. {ASK}"
    return None


def _disguised(text: str, address: str) -> str | None:
    """An address that does not stand in the header letter by letter: encoded, interrupted, or with invisible signs."""
    inside = _ANGLE.search(_QUOTED.sub('""', text))
    stands = inside[1].strip().lower() == address if inside else address in text.lower()
    if not address or stands:
        return None
    return f"địa chỉ trong dòng From bị mã hóa hoặc chèn ký tự lạ nên không tin được ({address}). {ASK}"


def _other_address(text: str, address: str, name: str, site: SiteData) -> str | None:
    """Another address where people look for a name: in the display name, in a comment, before the real one."""
    shown = f"{name} {decode_words(text)}".lower()
    registered = {each.lower() for one in site.contributors for each in one.addresses}
    for other in dict.fromkeys(_ADDRESS.findall(shown)):
        if other == address or other.strip(".'") == address:
            continue
        if domain_of(other) != domain_of(address) or other in registered:
            true = address or "nơi không rõ"
            return f"tên người gửi giả làm địa chỉ {other}, thư thật ra từ {true}. Không dùng thư này."
    return None
