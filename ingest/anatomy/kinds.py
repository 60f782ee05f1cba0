"""What kind of thing came: an article, an official document, a question, the settlement of a denunciation."""

import re
from collections.abc import Sequence

from ingest.anatomy import papers
from ingest.anatomy.people import is_registered
from ingest.letter import Letter, Part
from tinbai.kind import Kind
from tinbai.site_data import SiteData
from tinbai.text import fold

SETTLEMENT = re.compile(
    r"ket luan (?:\w+ ){0,3}noi dung to cao|ket luan (?:giai quyet |ve )?(?:don )?to cao"
    r"|(?:quyet dinh|ket qua) (?:ve viec )?giai quyet (?:don thu|don|khieu nai|to cao)"
)
ASKS = re.compile(
    r"\b(?:xin|cho|muon|can) (?:toi |em |chau |duoc )?(?:hoi|biet)\b|^hoi (?:ve|dap|thu tuc)\b"
    r"|\bde nghi (?:ubnd|xa|co quan) (?:tra loi|giai dap)"
    r"|\b(?:phan anh|kien nghi|thac mac|khieu nai|to cao)\b|\bkhi nao (?:co|duoc|xong)\b|\?\s*$"
)
TO_THE_OFFICE = re.compile(
    r"kinh gui:? (?:ubnd|uy ban|chu tich|lanh dao|cong an|bo phan|trung tam phuc vu|cac co quan)"
)
FROM_A_CITIZEN = re.compile(r"\b(?:gia dinh toi|toi ten|toi la|em la|chau la|nha toi|nguoi dan|cong dan)\b")


def is_settlement(title: str | None, subject: str | None) -> bool:
    """Whether a text is the result of a denunciation or complaint."""
    return any(SETTLEMENT.search(fold(text)) for text in (title, subject) if text)


def is_paper(letter: Letter, note: str) -> bool:
    """Whether the letter sends an official document to be published: it names it, and a PDF is there."""
    return has_pdf(letter) and any(papers.announces_paper(text) for text in (letter.subject or "", note))


def has_pdf(letter: Letter) -> bool:
    """Whether a PDF came along: the document as it was signed."""
    return any(map(is_pdf, letter.parts))


def is_pdf(part: Part) -> bool:
    """Whether a part says that it is a PDF."""
    return part.filename.lower().endswith(".pdf") or part.media_type == "application/pdf"


def is_question(letter: Letter, text: str, site: SiteData | None) -> bool:
    """Whether somebody who is no contributor asks or reports something. Without a site's register the text decides."""
    if is_registered(letter.sender, site):
        return False
    subject, body = fold(letter.subject or ""), fold(text)
    signs: Sequence[bool] = (
        bool(ASKS.search(subject)),
        bool(ASKS.search(body)),
        bool(TO_THE_OFFICE.match(body)),
        bool(FROM_A_CITIZEN.search(body)),
    )
    return sum(signs) >= 2


def kind_of(letter: Letter, title: str | None, note: str, site: SiteData | None, *, alone: bool) -> Kind:
    """The kind of one article. `alone`: the letter's own text is the only text there is."""
    if is_settlement(title, letter.subject):
        return Kind.SETTLEMENT
    if is_paper(letter, note):
        return Kind.DOCUMENT
    if alone and is_question(letter, note, site):
        return Kind.QUESTION
    return Kind.ARTICLE
