"""The phrases of a covering note, matched on folded text: people write them with and without diacritics."""

import re
import unicodedata

from ingest.anatomy.words import words
from tinbai.text import fold

LONGEST_GREETING = 18  # words; a longer line that begins with a greeting goes on to its matter
LONGEST_THANKS = 12  # words; a longer one that thanks nobody at the board is a sentence of the article
LONGEST_LINE = 30  # words of a line that is courtesy and nothing else
LONGEST_REQUEST = 60  # words of a line that asks for publication and says what it sends
BOARD = r"(?:bbt|ban bien tap|trang (?:ttdt|thong tin)|cong (?:ttdt|thong tin)|quy ban)"
FALSE_FRIENDS = re.compile(  # words that are others without their diacritics: of "chuyển", "bài", "mong", "đăng" ...
    r"\b(?:chuyện|chuyên|chuyến|bãi|bái|tín|móng|mỏng|đang|đảng|đáng|đặng|dáng|dạng|việt|sữa|thầy|thấy|nhỏ|nho|nhớ"
    r"|(?:tiếng|nước) anh|giữ)\b"
)
GREETING = re.compile(
    r"(?:kinh gui|kinh chuyen|kinh chao|kinh thua|than gui|than chao|thua)\b"
    r"|(?:cac )?(?:anh|chi|em|co|chu|bac|bbt|ban)(?: \w+)? oi\b"
    r"|(?:quy )?(?:bbt|ban bien tap)(?: oi| than men| kinh men)?\s*[,!:]*$"
    rf"|(?:gui|chao|xin chao)(?: cac)? (?:{BOARD}|anh|chi|dong chi|d/c|ban|em)\b"
    r"|(?:em|toi|chau|chung toi) (?:xin )?(?:kinh )?chao\b"
)
CLOSING = re.compile(
    r"(?:xin )?(?:chan thanh cam on|cam on|kinh (?:thu|chao|bao|mong|de nghi|chuc)|than (?:ai|men)|tran quy)\b"
    r"|(?:xin )?tran trong(?=\W*$| (?:cam on|kinh|de nghi|chao|gui|bao cao|thong bao|cac|quy|ban)\b)"
    r"|(?:em|e|toi|minh|chau|ben em) (?:xin )?(?:chan thanh )?cam on\b"
    rf"|(?:rat )?(?:mong|nho|de nghi|kinh nho|mong duoc) (?:duoc )?(?:{BOARD}|anh|chi|dong chi|cac anh|cac dong chi)\b"
    rf"|[\w ]{{1,40}} (?:xin )?(?:chan thanh )?cam on (?:{BOARD}|anh|chi|cac (?:anh|chi|ban|bac|dong chi)|a|nhieu)\b"
    r"|(?:rat )?(?:kinh )?mong (?:som )?(?:nhan )?(?:duoc )?(?:su )?(?:quan tam|ho tro|giup do|phan hoi|hoi am)"
    r"|xin loi\b.{0,20}\b(?:bbt|ban bien tap|vi su bat tien)"
)
REQUEST = re.compile(
    r"\b(?:gui|chuyen)(?: lai| toi| den| kem)?(?: \w+){0,6} (?:\d+ )?(?:tin|bai|anh|file|tep|tai lieu|van ban)\b"
    rf"|\bgui {BOARD}|\b(?:gui|chuyen) (?:cac )?(?:anh|chi|dong chi|em)\b"
    r"|\b(?:kinh mong|rat mong|mong|nho|de nghi|kinh de nghi)\b.{0,60}"
    r"\b(?:dang|duyet|xem xet|sua|viet|bien tap|thay)\b"
    r"|\b(?:file|tep|bai|tin|anh|tai lieu)\b.{0,25}\b(?:dinh kem|kem theo)\b"
    r"|\b(?:dang|duyet|xem|sua) (?:giup|ho|dum)\b"
    r"|^\(?(?:co )?\d* ?(?:file|tep)\b"
)
THANKS = re.compile(r"(?:xin )?(?:chan thanh )?cam on\b")
TO_THE_BOARD = re.compile(rf"\b(?:{BOARD}|anh chi|quy|dang|cac anh|cac chi|duyet)\b")
OPENS_ARTICLE = re.compile(r"(?:nhu sau|sau day|duoi day)[\w ]{0,12}[:.]?$|:$")


def is_greeting(text: str) -> bool:
    """Whether a line addresses the board, or announces the article that follows."""
    count = len(words(text))
    if count > LONGEST_LINE:
        return False
    folded = _folded(text)
    requests = bool(REQUEST.search(folded))
    if GREETING.match(folded):
        return count <= LONGEST_GREETING or requests
    return requests and bool(OPENS_ARTICLE.search(folded))


def is_closing(text: str) -> bool:
    """Whether a line thanks, asks for publication or takes leave."""
    count, folded = len(words(text)), _folded(text)
    if count > LONGEST_LINE or not CLOSING.match(folded):
        return False
    return count <= LONGEST_THANKS or not THANKS.match(folded) or bool(TO_THE_BOARD.search(folded))


def is_courtesy(text: str) -> bool:
    """Whether a line is what one writes to a board, and not for its readers."""
    if len(words(text)) > LONGEST_REQUEST:
        return False
    return is_greeting(text) or is_closing(text) or bool(REQUEST.search(_folded(text)))


def _folded(text: str) -> str:
    """Folded for comparing, without the words that only look like those of a courtesy once they are folded."""
    return fold(FALSE_FRIENDS.sub("_", unicodedata.normalize("NFC", text).lower()))
