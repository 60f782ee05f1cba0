"""What programs and offices print below a letter: virus scanners, phones, disclaimers, and the signature."""

import re

from ingest.anatomy.words import words
from tinbai.blocks import Block, Paragraph, text_of
from tinbai.text import fold

FOOTER = re.compile(
    r"(?:da )?(?:duoc )?gui tu (?:iphone|ipad|(?:mot )?(?:chiec )?dien thoai|samsung|thiet bi|outlook|yahoo|zalo|gmail)"
    r"|sent from (?:my|outlook|yahoo)"
    r"|(?:da )?(?:duoc )?gui (?:di )?(?:bang|qua) (?:dien thoai|outlook)|get outlook for|tai outlook cho"
    r"|confidentiality\b|the information (?:contained )?in this|virus[- ]?free|khong co vi-?rut"
    r"|this e-?mail (?:and any|has been (?:scanned|checked)|is (?:confidential|intended))|avast\b"
    r"|(?:e-?mail|thu(?: dien tu)?|thong diep) nay (?:va|co the|chua|duoc|da)|neu (?:ban|quy vi|ong/ba) khong phai"
    r"|please consider the environment|hay nghi den moi truong|luu y bao mat"
)
CONTACT = re.compile(
    r"^(?:dt|dd|sdt|tel|mobile|hotline|zalo|fax|email|e-mail|dien thoai|di dong|dia chi|website)\b ?[:.]?"
)
NUMBER = re.compile(r"(?:\+84|0)[\d .\-]{8,13}\b")
TITLES = re.compile(
    r"^(?:pho |truong |giam doc|chu tich|bi thu|chanh |cong chuc|can bo|hieu |ke toan|thu ky|nhan vien|uy vien"
    r"|van phong|tm\.|kt\.)"
)
RANK = re.compile(
    r"(?:(?:thiếu|trung|thượng|đại) (?:úy|tá|tướng)|(?:bác|y|dược) sĩ|y tá|thạc sĩ|tiến sĩ|kỹ sư|cử nhân|đồng chí"
    r"|thầy|cô|ông|bà|anh|chị|em|đ/c|bs|ths|ts|ks|gv|nv)(?: giáo)?[.:]?\s+",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"(?:hoi|truong|thon|ap|ban|to dan pho|phong|cong an|tram|van phong|doan|ubnd|hdnd|uy ban|dang uy|mttq|mat tran"
    r"|trung tam|lien doan|cong doan|chi bo|chi hoi|chi doan|ban chi huy|hop tac xa|htx|benh vien|thu vien)\b"
)
ACTS = re.compile(
    r"\b(?:tổ chức|phối hợp|ra mắt|khai|trao|tặng|ra quân|đã|được|là|có|về|cho|thăm|họp)\b", re.IGNORECASE
)
LONGEST_OFFICE = 12  # words


def is_footer(text: str) -> bool:
    """Whether a line was added by a program, or is an office's standing warning."""
    return bool(FOOTER.match(fold(text)))


def is_contact(text: str) -> bool:
    """Whether a line says how to reach somebody, or what office they hold."""
    folded = fold(text)
    return len(words(text)) <= 20 and bool(CONTACT.match(folded) or NUMBER.search(folded) or TITLES.match(folded))


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
    capitals = sum(word[0].isupper() for word in spoken)
    return named and capitals >= 0.4 * len(spoken) and bool(OFFICE.match(fold(text))) and not ACTS.search(text)


def is_signature_line(block: Block) -> bool:
    """Whether a line could stand in a signature."""
    text = text_of(block)
    return isinstance(block, Paragraph) and (is_person(text) or is_office(text) or is_contact(text) or is_footer(text))
