"""The phrases of a covering note, matched on folded text: people write them with and without diacritics."""

import re

from ingest.anatomy.words import words
from tinbai.text import fold

LONGEST_GREETING = 18  # words; a longer line that begins with a greeting goes on to its matter
LONGEST_LINE = 30  # words of a line that is courtesy and nothing else
LONGEST_REQUEST = 60  # words of a line that asks for publication and says what it sends
BOARD = r"(?:bbt|ban bien tap|trang (?:ttdt|thong tin)|cong (?:ttdt|thong tin)|quy ban)"
GREETING = re.compile(
    r"(?:kinh gui|kinh chao|kinh thua|than gui|than chao|thua)\b"
    rf"|(?:gui|chao|xin chao)(?: cac)? (?:{BOARD}|anh|chi|dong chi|d/c|ban|em)\b"
    r"|(?:em|toi|chau|chung toi) (?:xin )?(?:kinh )?chao\b"
)
CLOSING = re.compile(
    r"(?:xin )?(?:tran trong|chan thanh cam on|cam on|kinh thu|kinh chao|kinh bao|kinh mong|kinh de nghi)\b"
    rf"|(?:rat )?(?:mong|nho|de nghi|kinh nho|mong duoc) (?:duoc )?(?:{BOARD}|anh|chi|dong chi|cac anh|cac dong chi)\b"
    rf"|[\w ]{{1,40}} (?:xin )?(?:chan thanh )?cam on (?:{BOARD}|anh|chi|cac|a\b|nhieu)"
    r"|xin loi\b.{0,20}\b(?:bbt|ban bien tap|vi su bat tien)"
)
REQUEST = re.compile(
    r"\b(?:gui|chuyen)(?: lai| toi| den| kem)?(?: \w+){0,6} (?:\d+ )?(?:tin|bai|anh|file|tep|tai lieu|van ban)\b"
    rf"|\bgui {BOARD}|\b(?:gui|chuyen) (?:cac )?(?:anh|chi|dong chi|em)\b"
    r"|\b(?:kinh mong|rat mong|mong|nho|de nghi|kinh de nghi)\b.{0,60}"
    r"\b(?:dang|duyet|xem xet|sua|viet|bien tap|thay)\b"
    r"|\b(?:file|tep|bai|tin|anh|tai lieu)\b.{0,25}\b(?:dinh kem|kem theo)\b"
    r"|^\(?(?:co )?\d* ?(?:file|tep)\b"
)
OPENS_ARTICLE = re.compile(r"(?:nhu sau|sau day|duoi day)[\w ]{0,12}[:.]?$|:$")


def is_greeting(text: str) -> bool:
    """Whether a line addresses the board, or announces the article that follows."""
    count = len(words(text))
    if count > LONGEST_LINE:
        return False
    folded = fold(text)
    requests = bool(REQUEST.search(folded))
    if GREETING.match(folded):
        return count <= LONGEST_GREETING or requests
    return requests and bool(OPENS_ARTICLE.search(folded))


def is_closing(text: str) -> bool:
    """Whether a line thanks, asks for publication or takes leave."""
    return len(words(text)) <= LONGEST_LINE and bool(CLOSING.match(fold(text)))


def is_courtesy(text: str) -> bool:
    """Whether a line is what one writes to a board, and not for its readers."""
    if len(words(text)) > LONGEST_REQUEST:
        return False
    return is_greeting(text) or is_closing(text) or bool(REQUEST.search(fold(text)))
