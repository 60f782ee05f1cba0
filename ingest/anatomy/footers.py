"""What programs and offices print below a letter: virus scanners, phones, disclaimers, and the signature."""

import re

from ingest.anatomy.words import words
from tinbai.blocks import Block, Paragraph, text_of
from tinbai.text import fold

FOOTER = re.compile(
    r"(?:da )?gui tu (?:iphone|ipad|dien thoai|samsung|thiet bi|outlook|yahoo|zalo|gmail)"
    r"|sent from (?:my|outlook|yahoo)"
    r"|(?:da )?(?:duoc )?gui (?:di )?(?:bang|qua) (?:dien thoai|outlook)|get outlook for|tai outlook cho"
    r"|virus[- ]?free|khong co vi-?rut"
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


def is_signature_line(block: Block) -> bool:
    """Whether a line could stand in a signature."""
    text = text_of(block)
    return isinstance(block, Paragraph) and (is_name(text) or is_contact(text) or is_footer(text))
