"""What programs and offices print below a letter: virus scanners, phones, disclaimers, and the signature."""

import re

from ingest.anatomy.words import is_shouting, words
from tinbai.blocks import Block, Paragraph, Table, text_of
from tinbai.text import fold

FOOTER = re.compile(
    r"(?:da )?(?:duoc )?gui tu (?:iphone|ipad|(?:mot )?(?:chiec )?dien thoai|samsung|thiet bi|outlook|yahoo|zalo|gmail)"
    r"|sent from (?:my|outlook|yahoo)"
    r"|(?:da )?(?:duoc )?gui (?:di )?(?:bang|qua) (?:dien thoai|outlook)|get outlook for|(?:tai|lay|nhan) outlook cho"
    r"|confidentiality\b|the information (?:contained )?in this|virus[- ]?free|khong co vi-?rut"
    r"|this e-?mail (?:and any|has been (?:scanned|checked)|is (?:confidential|intended))|avast\b"
    r"|(?:(?:thong bao|luu y|canh bao)(?: bao mat)?\s*: ?)?(?:noi dung (?:cua )?|thong tin (?:trong )?)?"
    r"(?:(?:e-?)?mail|thu(?: dien tu)?|thong diep) nay (?:va|co the|chua|duoc|da|chi (?:danh|duoc|gui))"
    r"|neu (?:ban|quy vi|ong/ba) khong phai"
    r"|ban nhan duoc (?:thu|email|tin nhan) nay (?:vi|do)\b|you (?:are receiving|received|got) this (?:e-?mail|message)"
    r"|de (?:huy dang ky|ngung nhan|xem cuoc thao luan)\b|to (?:unsubscribe|view this discussion|opt out)\b"
    r"|huy dang ky\b"
    r"|please consider the environment|hay nghi den moi truong|luu y bao mat"
    r"|(?:xin |hay )?(?:vui long )?(?:can nhac|suy nghi|nghi ky|khong) (?:truoc khi )?in (?:thu|e-?mail|mail|ra giay)\b"
)
CONTACT = re.compile(
    r"^(?:(?:nguoi|dau moi|moi chi tiet(?: xin)?|thong tin) lien he|dt|dd|sdt|tel|mobile|hotline|zalo|fax"
    r"|email|e-mail|dien thoai|di dong|dia chi|website)\b ?[:.]?"
    r"|^(?:d/c|dc|ad|add)\s*:|^\S+@\S+\.\S+$"
)
NUMBER = re.compile(r"(?:\+84|0)[\d .\-]{8,13}\b")
TITLES = re.compile(
    r"^(?:pho |truong |giam doc|chu tich|bi thu|chanh |cong chuc|can bo|hieu |ke toan|thu ky|nhan vien|uy vien"
    r"|van phong|tm\.|kt\.|t/m\b|tl\.|tuq\.|to truong|doi truong|nhom truong|thon truong|ap truong|hoi truong|chu nhiem"
    r"|tong phu trach|phu trach|chuyen vien|giao vien|quan ly|dieu phoi)"
)
RANK = re.compile(
    r"^(?:(?:thiếu|trung|thượng|đại) (?:úy|tá|tướng)|(?:bác|y|dược) sĩ|y tá|thạc sĩ|tiến sĩ|kỹ sư|cử nhân|đồng chí"
    r"|thầy|cô|ông|bà|anh|chị|em|đ/c|bs|ths|ts|ks|gv|nv)(?: giáo)?[.:]?\s+",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?!hoi (?:nghi|thao|thi|dien|cho|khoe|trai|giang|dam|xuan|lang)\b|truong hop\b|phong (?:chong|ngua)\b"
    r"|ban (?:hanh|giao)\b|doan ket\b|khoa hoc\b)"
    r"(?:hoi|truong|thon|ap|ban|to dan pho|phong|cong an|tram|van phong|doan|ubnd|hdnd|uy ban|dang uy|mttq|mat tran"
    r"|trung tam|lien doan|cong doan|chi bo|chi hoi|chi doan|ban chi huy|hop tac xa|htx|benh vien|thu vien|vp|vpub"
    r"|bch|clb|cau lac bo|ubmttq|so|khoa|cong ty|xi nghiep|nha may|ban quan ly|ttvh|cax|cap|xd doan|lien doi|khu pho)\b"
)
ABBREVIATED = re.compile(r"[A-ZĐ]{3,}[A-ZĐ&-]*\s")  # "BCHQS xã", "CAX An Mẫu"
LONGEST_ABBREVIATED = 6  # words
ACTS = re.compile(
    r"\b(?:tổ chức|phối hợp|ra mắt|khai|trao|tặng|ra quân|đã|được|là|có|về|cho|thăm|họp)\b", re.IGNORECASE
)
LONGEST_OFFICE = 12  # words
LONGEST_CONTACT = 20  # words
LONGEST_ROLE = 8  # words of a line that ends like a sentence
LONGEST_SIGNATURE_TABLE = 60  # words


def is_footer(text: str) -> bool:
    """Whether a line was added by a program, or is an office's standing warning."""
    return bool(FOOTER.match(fold(text)))


def is_contact(text: str) -> bool:
    """Whether a line says how to reach somebody, or what office they hold."""
    folded, count = fold(text), len(words(text))
    if count > LONGEST_CONTACT:
        return False
    sentence = count > LONGEST_ROLE and text.rstrip().endswith((".", "!", "…"))  # "Gọi 0900 ... để đăng ký."
    if CONTACT.match(folded):
        return ":" in text or not sentence
    return not sentence and bool(NUMBER.search(folded) or TITLES.match(folded))


def is_name(text: str) -> bool:
    """Whether a text looks like a person's name: two to six words, each with a capital, and nothing else."""
    parts = text.strip(" .").split()
    return 1 < len(parts) <= 6 and all(part[0].isupper() and part.replace(".", "").isalpha() for part in parts)


def is_person(text: str) -> bool:
    """Whether a text is a name, with or without a rank or a form of address: "Đại úy Khúc Văn Thử"."""
    return is_name(RANK.sub("", text.strip(), count=1))


def is_office(text: str) -> bool:
    """Whether a line is the name of an office and no sentence about it: many of its words have a capital."""
    spoken = words(text)
    named = 2 <= len(spoken) <= LONGEST_OFFICE and not text.rstrip().endswith((".", "!", "?", ";", ":"))
    if named and ABBREVIATED.match(text.strip()) and len(spoken) <= LONGEST_ABBREVIATED and not is_shouting(text):
        return not ACTS.search(text)
    capitals = sum(word[0].isupper() for word in spoken)
    return named and capitals >= 0.4 * len(spoken) and bool(OFFICE.match(fold(text))) and not ACTS.search(text)


def is_signature_line(block: Block) -> bool:
    """Whether a line could stand in a signature."""
    text = text_of(block)
    return isinstance(block, Paragraph) and (is_person(text) or is_office(text) or is_contact(text) or is_footer(text))


def is_signature_table(table: Table) -> bool:
    """Whether a table is only there to lay a signature out: a few short lines, one of them with an address."""
    lines = [line for line in re.split(r"[\n\t]+", text_of(table)) if line.strip()]
    short = sum(len(words(line)) for line in lines) <= LONGEST_SIGNATURE_TABLE
    return short and any(NUMBER.search(line) or "@" in line or CONTACT.match(fold(line)) for line in lines)
