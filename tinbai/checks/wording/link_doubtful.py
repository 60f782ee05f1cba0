"""Links that hide where they lead, that lead nowhere, or to somebody's private store."""

import re
from collections.abc import Iterator

from tinbai.checks.checked import Checked
from tinbai.checks.found import Found
from tinbai.finding import Severity, Where
from tinbai.site_data import SiteData

_LINK = re.compile(
    r"(?<![\w@])(?:tt?ps?:/{2,3}|htt?ps?:/{0,3}|www\.|file:/{1,3}|[A-Z]:\\)[^\s<>\"“”]{0,2000}", re.IGNORECASE
)
_BARE = re.compile(
    r"(?<![\w@./])(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|cutt\.ly|forms\.gle|is\.gd|s\.id|shorturl\.at)/[\w-]{1,80}"
)
_HREF = re.compile(r"href=\"([^\"]{1,2000})\"")
_HOST = re.compile(r"(?:https?://)?([^/?#:\s]{1,253})", re.IGNORECASE)
_SHORT = frozenset(
    {
        "bit.ly",
        "tinyurl.com",
        "goo.gl",
        "t.co",
        "cutt.ly",
        "ow.ly",
        "is.gd",
        "s.id",
        "rb.gy",
        "shorturl.at",
        "by.com.vn",
        "forms.gle",
    }
)
_STORES = frozenset(
    {"drive.google.com", "docs.google.com", "1drv.ms", "onedrive.live.com", "dropbox.com", "we.tl", "mega.nz"}
)
_OWN = (".vn", ".example")
_PRIVATE = re.compile(r"localhost|127\.|10\.\d|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.")


def check(article: Checked, _site: SiteData | None) -> Iterator[Found]:
    """Links lead, in the open, to a page that readers can reach."""
    for passage in article.passages:
        for pattern in (_LINK, _BARE):
            for link in pattern.finditer(passage.text):
                written = link[0].rstrip(".,;:!?)…")
                if found := _problem(written):
                    message, milder = found
                    yield Found(
                        where=passage.where(link.start(), link.start() + len(written)), message=message, milder=milder,
                        confidence=0.9,
                    )  # fmt: skip
    text = "\n".join(passage.text for passage in article.passages)
    for href in _HREF.finditer(article.body_html):
        address = href[1].replace("&amp;", "&")
        if not address.startswith(("mailto:", "tel:")) and address not in text and (found := _problem(address)):
            message, milder = found
            yield Found(where=Where(field="body"), message=message, milder=milder, confidence=0.9)


def _problem(link: str) -> tuple[str, Severity | None] | None:
    """What is wrong with a link, and how mild it is."""
    lowered = link.lower()
    if lowered.startswith("file:") or lowered[1:3] == ":\\":
        return f"Liên kết “{link}” trỏ vào máy của người viết, người đọc không mở được.", None
    host = _HOST.match(lowered.removeprefix("www.")) if lowered.startswith(("http://", "https://", "www.")) else None
    bare = _HOST.match(lowered) if _BARE.match(link) else None
    name = (host or bare)[1].removeprefix("www.") if host or bare else ""  # type: ignore[index]
    if not name or ("." not in name and name != "localhost") or ".." in name:
        return f"Liên kết “{link}” bị hỏng: hãy kiểm tra lại địa chỉ.", None
    if name in _SHORT:
        return f"Liên kết rút gọn “{link}” không cho biết dẫn tới đâu: hãy thay bằng địa chỉ đầy đủ.", None
    if name in _STORES:
        return f"Liên kết “{link}” dẫn tới kho tệp riêng: nên đính kèm tệp vào bài.", None
    if _PRIVATE.match(name):
        return f"Liên kết “{link}” chỉ mở được trong mạng nội bộ.", None
    if not name.endswith(_OWN):
        return f"Liên kết “{link}” dẫn ra trang nước ngoài hoặc trang lạ: hãy xem lại nguồn.", Severity.HINT
    return None
