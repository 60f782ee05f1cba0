"""The phrases of a covering note, matched on folded text: people write them with and without diacritics."""

import re
import unicodedata
from dataclasses import dataclass

from ingest.anatomy.words import words
from tinbai.text import fold

LONGEST_GREETING = 18  # words; a longer line that begins with a greeting goes on to its matter
LONGEST_THANKS = 12  # words; a longer one that thanks nobody at the board is a sentence of the article
LONGEST_LINE = 30  # words of a line that is courtesy and nothing else
LONGEST_REQUEST = 80  # words of a line that asks for publication and says what it sends
BOARD = r"(?:bbt|ban bien tap|trang (?:ttdt|thong tin|dien tu|tin dien tu)|cong (?:ttdt|thong tin)|quy ban)"
FALSE_FRIENDS = re.compile(  # words that are others without their diacritics: of "chuyển", "bài", "mong", "đăng" ...
    r"\b(?:bậc|bắc|chuyện|chuyên|chuyến|bãi|bái|tín|móng|mỏng|đang|đảng|đáng|đặng|dáng|dạng|việt|sữa|thầy|thấy|nhỏ|nho|nhớ"
    r"|(?:tiếng|nước) anh|giữ)\b"
)
GREETING = re.compile(
    r"(?:kinh gui|kinh chuyen|kinh chao|kinh thua|than gui|than chao|thua)\b"
    r"|(?:cac )?(?:anh|chi|em|co|chu|bac|bbt|ban)(?: \w+)? oi\b"
    r"|(?:quy )?(?:bbt|ban bien tap)(?: oi| than men| kinh men)?\s*[,!:]*$"
    rf"|(?:gui|chao|xin chao)\s*:?(?: cac)? (?:{BOARD}|anh|chi|dong chi|d/c|ban|em)\b"
    r"|(?:em|toi|chau|chung toi) (?:xin )?(?:kinh )?chao\b"
    rf"|(?:dear|hi|hello|good (?:morning|afternoon|day))(?: (?:the|all|team|ca nha|moi nguoi|{BOARD}|anh|chi"
    rf"|ac|a/c|ban|em|c|a|ms|mr|sir)\b|\W*$)"
)
FOREIGN_GREETING = re.compile(r"dear\b[^.:]{0,40}[,!]?$")  # beside Vietnamese text; in an English letter it is its text
FOREIGN_WISH = re.compile(r"have a (?:nice|good|great|lovely)\b|looking forward to\b")
TO_BOARD = re.compile(
    rf"(?:(?:kinh|xin|than) )*(?:gui|chao|thua|dear|hi)\b.{{0,30}}\b(?:{BOARD}|anh|chi|em|dong chi|d/c|ca nha"
    rf"|quy ban)\b|(?:bbt|chi|anh|em)(?: \w+)? oi\b"
)
ADDRESS = re.compile(r"(?:kinh (?:gui|chuyen|chao)|dear|than gui)\b")
SENDS_ONLY = re.compile(  # "TRƯỜNG THCS AN MẪU GỬI TIN": a letter's heading and no title
    r"\W*[\w .&/-]{0,60}\b(?:gui|chuyen)(?: bbt)?(?: \d+)? (?:tin|bai|tin,? bai|tin anh|bai viet)(?: (?:tuan"
    r"|thang|ngay|quy|hoat dong)\b.{0,15})?\W*"
)
LONGEST_FOREIGN = 8  # words
LONGEST_NAME_OF_BOARD = 3  # words: "Ban biên tập" alone signs
SHORTEST_REST = 12  # words of an article beside a greeting or leave in the same paragraph
THE_PIECE = r"(?:tin|bai|bai viet|tin bai|noi dung bai)"
FOREIGN_CLOSING = re.compile(
    r"(?:many )?(?:thanks|thank you|tks|thks)\b|(?:with )?(?:best|kind|warm(?:est)?) (?:regards|wishes)\b"
    r"|regards\W*$|br\W*$"
    r"|(?:yours )?(?:sincerely|faithfully)\b"
)
CLOSING = re.compile(
    r"(?:xin )?(?:chan thanh |tran trong )?cam on(?=\W*$| (?:rat )?(?:nhieu|anh|chi|em|cac (?:anh|chi|ban|bac"
    r"|dong chi|d/c|co|em)|dong chi"
    r"|d/c|quy|ac|a/c|ca nha|moi nguoi|bbt|ban bien tap|toa soan|vi|a|nhe|da (?:quan tam|ho tro|giup|dang)"
    r"|su (?:quan tam|hop tac|giup do|ho tro|phoi hop))\b)"
    r"|(?:xin )?(?:kinh (?:thu|chao|bao|mong|de nghi|chuc)|than (?:ai|men)|tran quy)\b"
    r"|(?:xin )?tran trong(?=\W*$| (?:cam on|kinh|de nghi|chao|gui|bao cao|thong bao|cac|quy|ban)\b)"
    r"|(?:em|e|toi|minh|chau|ben em) (?:xin )?(?:chan thanh )?cam on\b"
    rf"|(?:rat )?(?:mong|nho|de nghi|kinh nho|mong duoc) (?:duoc )?(?:{BOARD}|anh|chi|dong chi|cac anh|cac dong chi)\b"
    rf"|[\w ]{{1,40}} (?:xin )?(?:chan thanh )?cam on (?:{BOARD}|anh|chi|cac (?:anh|chi|ban|bac|dong chi)|a|nhieu)\b"
    r"|(?:rat )?(?:kinh )?mong (?:som )?(?:nhan )?(?:duoc )?(?:su )?(?:quan tam|ho tro|giup do|phan hoi|hoi am"
    r"|dang (?:tin|bai|tai))"
    r"|(?:em|toi|chau|minh|chung toi) (?:se |xin )?(?:doi|cho) (?:phan hoi|hoi am|y kien"
    r"|tin (?:cua )?(?:bbt|anh|chi))\b"
    r"|\W*het\W*$"
    r"|(?:mot lan nua|cuoi cung),? .{0,60}\b(?:cam on|kinh chuc|chuc)\b"
    r"|.{0,60}\b(?:xin |kinh )?(?:tran trong|chan thanh) (?:cam on|de nghi|kinh chao|cam ta)(?: .{0,20}(?:bbt"
    r"|ban bien tap))?\W*$"
    rf"|(?:ghi chu|luu y|nhan|nho)\s*:.{{0,60}}\b{BOARD}\b"
    r"|(?:kinh|than|than chao|chao|tran trong)\W*$"
    rf"|(?:xin )?chao (?:tam biet|than ai|cac|{BOARD}|anh|chi|dong chi|quy|ca nha)\b.{{0,25}}$"
    rf"|(?:xin |kinh )*chuc (?!cac em\b)(?:cac )?(?:{BOARD}|anh|chi|em|co|chu|ca nha|moi nguoi|ac|a/c|ban|dong chi)\b"
    r"|(?:co gi|co van de|co thac mac|neu (?:can|co|thieu|duoc)|moi thac mac)\b.{0,60}"
    r"\b(?:goi|lien he|bao|nhan|alo)(?: lai| cho| voi| giup)* (?:em|e|chi|toi|minh|chau|thon|don vi|bbt|so)\b"
    r"|\(?(?:co |em |toi |xin )?(?:gui |dinh )?kem(?: theo)?\b.{0,20}\b(?:anh|file|tep|video|hinh)\b[^:]*$"
    r"|\(?(?:co )?(?:\d+ )?(?:anh|file|tep|video|hinh anh)(?: \w+){0,3} (?:dinh kem|gui kem|kem theo)\b[^:]*$"
    r"|(?:p/?s|tai but|tb|n\.?b)\s*[:.]\s"
    r"|xin loi\b.{0,20}\b(?:bbt|ban bien tap|vi su bat tien)"
    r"|(?:rat )?(?:vui|mong|hy vong) (?:neu )?(?:som |nhan )*duoc\b.{0,20}\b(?:phan hoi|hoi am|gop y|chi bao)\W*$"
    r"|.{0,40}\b(?:hop thu|e-?mail|mail|thu) nay\W*$"
    r"|(?:cac )?(?:anh|hinh|file|tep)?\W*.{0,60}\.(?:jpe?g|png|heic|docx?|pdf)\b.{0,20}\b(?:la|cua|cho|thuoc|kem)\b"
    r".{0,20}\b(?:tin|bai)\b"
    rf"|{THE_PIECE}(?: nay| tren)? (?:da|chua|do|duoc|don vi|thon|truong|em|toi)\b.{{0,40}}"
    r"\b(?:duyet|tu viet|viet|thong qua|gui|xac nhan)\b.{0,40}$"
    r"|.{0,30}\b(?:chiu trach nhiem|cam ket|cam doan)\b.{0,20}"
    rf"\b(?:noi dung|so lieu|thong tin|{THE_PIECE})\b.{{0,30}}$"
    r"|neu (?:ban|anh|chi|quy vi) (?:can|muon)\b.{0,90}\b(?:cho (?:toi|minh|em) biet|(?:toi|minh) (?:se|co the))\b"
    r"|neu (?:khong )?(?:dang|dung|su dung)\b.{0,40}\b(?:bao|goi|nhan)\b"
    r"|(?:xin |kinh )*chuc (?:suc khoe|thanh cong|vui ve|may man|an lanh|binh an|ngay moi|cuoi tuan|mot ngay)\b"
)
REQUEST = re.compile(
    r"\b(?:gui|chuyen)(?: lai| toi| den| kem)?(?: \w+){0,6} (?:\d+ )?(?:tin|bai|anh|file|tep|tai lieu|van ban|noi dung"
    r"|mau chuyen|cau chuyen|ban thao"
    r"|ban (?:moi|sua|chinh|cap nhat|hoan chinh|word))\b"
    rf"|\bgui {BOARD}|\b(?:gui|chuyen) (?:cac )?(?:anh|chi|dong chi|d/c|a/c|em)\b"
    r"|\b(?:kinh mong|rat mong|mong|nho|de nghi|kinh de nghi)\b.{0,60}"
    r"\b(?:dang|duyet|xem xet|sua|viet|bien tap|thay)\b"
    r"|\b(?:file|tep|bai|tin|anh|tai lieu)\b.{0,25}\b(?:dinh kem|kem theo)\b"
    r"|\b(?:dang|duyet|xem|sua) (?:giup|ho|dum)\b|\bxem (?:co |the |dung )*duoc (?:khong|chua)\b"
    r"|^\(?(?:co )?\d* ?(?:file|tep)\b|^(?:tin|bai|bai viet|tin bai) (?:xin )?(?:gui|gui dang|cong tac|dang)"
    r"(?: (?:len|cho|toi|voi|tren))? (?:trang|cong|bbt|ban bien tap|chuyen muc)\b"
    r"|\bneu (?:\w+ ){0,3}duoc\b.{0,20}\b(?:dang|dung)\b"
)
THANKS = re.compile(r"(?:xin )?(?:chan thanh )?cam on\b")
TO_THE_BOARD = re.compile(rf"\b(?:{BOARD}|anh chi|quy|dang|cac anh|cac chi|duyet)\b")
SPOKEN = re.compile(  # how one speaks to somebody one knows, and never writes for readers: "Em gửi chị ạ"
    r"^\W*dạ\b|\b(?:ạ|nhé|nha|nhá|ah)(?=\W*$|[,.!]| (?:bbt|chị|anh|em|cô|chú|các|mọi|c|a)\b)", re.IGNORECASE
)
POLITE_END = re.compile(r"\bạ\W*$", re.IGNORECASE)  # nobody ends a sentence for readers so
TO_SOMEBODY = re.compile(
    r"\b(?:em|e|chị|c|anh|a|bbt|ban biên tập|mình|cháu|cô|chú|bác|bên|thầy|đ/c|mọi người|xã|thôn|trường|phòng"
    r"|tin|bài)\b",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"\b(?:cảm ơn|cám ơn|thanks|giúp|hộ|dùm|đăng|sửa|xem|gọi|liên hệ|alo|báo|nhắn|gửi|duyệt|chúc|chào|mong|nhờ"
    r"|chỉnh|biên tập"
    r"|kèm|viết|chuyển|nhận)\b",
    re.IGNORECASE,
)
LONGEST_SPOKEN = 25  # words
NAMED_BOARD = re.compile(r"\b(?:bbt|ban bien tap|quy ban)\b")
ABOUT_BOARD = re.compile(
    r"\b(?:truong|pho|pho truong|pho ban|thanh vien|thu ky|cuoc hop|hop|cua) (?:ban )?(?:bbt|ban bien tap)\b"
    r"|\b(?:thanh lap|kien toan|ra mat|hoi nghi|tap huan|quy che)\b.{0,30}\b(?:bbt|ban bien tap)\b"
    r"|^\W*(?:bbt|ban bien tap)\b.{0,40}\b(?:to chuc|trien khai|hop|giao ban|phat dong|yeu cau|ra mat|thong bao)\b"
)
TO_READERS = re.compile(
    r"\b(?:thong bao|bao tin|kinh moi)\b.{0,40}\b(?:nhan dan|ba con|nguoi dan|to chuc|ca nhan|cong dan"
    r"|hoi vien|doan vien|phu huynh"
    r"|cac ho|co quan|doanh nghiep|khach hang|moi nguoi|toan the)\b"
)
OPENS_ARTICLE = re.compile(r"(?:nhu sau|sau day|duoi day)[\w ]{0,12}[:.]?$|:$")


@dataclass(frozen=True, kw_only=True)
class Manners:
    """Which courtesies are taken for such in one letter: what is only spoken politely, and what is foreign."""

    spoken: bool = True
    foreign: bool = True

    def greets(self, text: str) -> bool:
        """Whether a line addresses the board, or announces the article that follows."""
        if self.foreign and len(words(text)) <= LONGEST_FOREIGN and FOREIGN_GREETING.match(_folded(text)):
            return True
        return (self.spoken and is_spoken(text)) or _greets(text)

    def closes(self, text: str) -> bool:
        """As `is_closing`."""
        if self.foreign and len(words(text)) <= LONGEST_FOREIGN and FOREIGN_WISH.match(_folded(text)):
            return True
        return (self.spoken and is_spoken(text)) or _closes(text, foreign=self.foreign)


def _greets(text: str) -> bool:
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
    return is_spoken(text) or _closes(text)


def _closes(text: str, *, foreign: bool = True) -> bool:
    count, folded = len(words(text)), _folded(text)
    if foreign and count <= LONGEST_FOREIGN and FOREIGN_CLOSING.match(folded):
        return True
    if TO_READERS.search(folded):
        return False
    if count > LONGEST_LINE or not CLOSING.match(folded):
        return False
    return count <= LONGEST_THANKS or not THANKS.match(folded) or bool(TO_THE_BOARD.search(folded))


def is_spoken(text: str) -> bool:
    """Whether a line speaks to somebody at the board: particles of politeness, and no quotation of what others said."""
    line = unicodedata.normalize("NFC", text).strip()
    if len(words(line)) > LONGEST_SPOKEN or not SPOKEN.search(line) or re.search(r"^[-–—]|[\"“”]", line):
        return False
    return bool(POLITE_END.search(line)) or bool(TO_SOMEBODY.search(line) and ASKING.search(line))


def greeting_before(text: str) -> int:
    """Where a greeting ends that an article follows in the same paragraph: "Kính gửi BBT. Sáng nay ..."; 0 for none."""
    match = re.match(r"[^.!,:\n]{4,80}[.!,:]\s+(?=[^\W\d_a-z])", text)
    if match is None or not TO_BOARD.match(_folded(match[0])) or len(words(match[0])) > LONGEST_GREETING:
        return 0
    rest = text[match.end() :]
    whole = len(words(rest)) >= SHORTEST_REST and rest.rstrip().endswith((".", "!", "?", "…", "”"))
    return match.end() if whole and not is_courtesy(_first_sentence(rest)) else 0


def leave_after(text: str) -> int:
    """Where a leave begins that ends an article's last paragraph: "... vui tươi. Trân trọng!"; 0 for none."""
    sentences = list(re.finditer(r"(?<=[.!?…”\"])\s+(?=[^\W\d_a-z])", text))
    if not sentences or len(words(text[: sentences[-1].start()])) < SHORTEST_REST:
        return 0
    last = text[sentences[-1].end() :]
    return sentences[-1].end() if _closes(last) and len(words(last)) <= LONGEST_THANKS else 0


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?])\s", text, maxsplit=1)[0]


def is_all_courtesy(text: str) -> bool:
    """Whether every sentence of a long line is written to the board."""
    return all(is_courtesy(sentence) for sentence in re.split(r"(?<=[.!?])\s+", text.strip()))


def addresses_board(text: str) -> bool:
    """Whether a short line names the board as somebody spoken to, and not as those whom an article is about."""
    fits = LONGEST_NAME_OF_BOARD < len(words(text)) <= LONGEST_LINE and not text.rstrip().endswith(":")
    return fits and _names_board(_folded(text))


def names_board(text: str) -> bool:
    """Whether a line of any length up to a long sentence speaks to the board by name."""
    return len(words(text)) <= LONGEST_LINE and _names_board(_folded(text))


def _names_board(folded: str) -> bool:
    return NAMED_BOARD.search(folded) is not None and ABOUT_BOARD.search(folded) is None


def speaks_to_board(text: str) -> bool:
    """Whether a line takes leave of the board by name, which no article does."""
    return addresses_board(text) or (is_closing(text) and re.search(rf"\b{BOARD}\b", _folded(text)) is not None)


def is_courtesy(text: str) -> bool:
    """Whether a line is what one writes to a board, and not for its readers."""
    return is_spoken(text) or is_formal_courtesy(text)


def is_formal_courtesy(text: str) -> bool:
    """The same without what is only spoken politely, which a poem's title may be as well."""
    if len(words(text)) > LONGEST_REQUEST:
        return False
    return _greets(text) or _closes(text) or bool(REQUEST.search(_folded(text)))


def is_address(text: str) -> bool:
    """Whether a line names the board or those it goes to, which not even a line in a title's dress does otherwise."""
    folded = _folded(text)
    if (ADDRESS.match(folded) and _greets(text)) or SENDS_ONLY.fullmatch(folded):
        return True
    return len(words(text)) <= LONGEST_LINE and is_formal_courtesy(text) and _names_board(folded)


def _folded(text: str) -> str:
    """Folded for comparing, without the words that only look like those of a courtesy once they are folded."""
    return fold(FALSE_FRIENDS.sub("_", unicodedata.normalize("NFC", text).lower()))
