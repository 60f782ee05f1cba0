"""An official document as an article: its fields, and a body that says what it is. The PDF is what gets published."""

import re
from collections.abc import Mapping

from ingest.anatomy import papers
from ingest.anatomy.byline import Byline
from ingest.anatomy.footers import is_name
from ingest.anatomy.letter_text import NOTE
from ingest.anatomy.piece import Piece
from ingest.anatomy.words import one_line, words
from ingest.letter import Letter
from tinbai.blocks import Picture, plain, text_of
from tinbai.finding import Finding, Severity, Where
from tinbai.site_data import SiteData

INTERNAL = "bản Word để dùng nội bộ, không đăng"
SIGNATORY = "tên ở cuối văn bản"
OWN_TITLE = "tiêu đề trong bản Word"
TAIL_LINES = 25
ABOVE = 4  # lines between an office and the name below it: the seal, the signature
LETTERHEAD = 400  # characters
LONGEST_NOTE = 120  # words
BLANK_DATE = re.compile(r"ngày[\s….]*tháng", re.IGNORECASE)
OFFICE = re.compile(
    r"(?:(?:TM|KT|TL|TUQ|Q)\.?\s*)?((?:PHÓ\s+)?(?:CHỦ TỊCH|BÍ THƯ|TRƯỞNG BAN|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG))",
    re.IGNORECASE,
)
COMMUNE = re.compile(r"(.*\b(?:xã|phường|đặc khu|thị trấn))", re.IGNORECASE)


def fields_of(piece: Piece, letter: Letter, note: str, site: SiteData | None) -> dict[str, str]:
    """The fields of a document, from subject and covering note first, then from the text itself."""
    fields = papers.fields_of([note, letter.subject or "", f"{piece.letterhead}\n{piece.text[:4000]}"])
    if "issuer" in fields:
        fields["issuer"] = _with_place(fields["issuer"], site)
    if signatory := _signatory(piece.text, site):
        fields["signatory"] = signatory
    return fields


def compose(piece: Piece, fields: Mapping[str, str]) -> None:
    """Title and body from the fields; the document's own text is set aside when it is a Word file beside the PDF."""
    kind, abstract = fields.get("type"), fields.get("abstract")
    sheet, source = piece.candidate.sheet, piece.candidate.source
    if piece.byline.text:  # the name at the end is that of the signatory
        sheet.note(len(sheet.blocks), piece.byline.text, SIGNATORY)
    piece.byline = Byline()
    composed = f"{kind} {abstract[0].lower()}{abstract[1:]}" if kind and abstract else None
    if source is None:
        piece.title = composed if composed and not piece.titled else piece.title
        if composed and "number" in fields and not piece.titled:
            _replace_note(piece, fields)
        return
    if composed and piece.title and piece.titled:
        sheet.note(-1, piece.title, OWN_TITLE)
    piece.title = composed or piece.title
    for place, block in sheet.left():
        if not isinstance(block, Picture):
            sheet.set_aside([place], INTERNAL)
    if piece.summary:
        sheet.note(0, piece.summary, INTERNAL)
        piece.summary = None
    sheet.blocks.append(plain(_sentence(fields)) if "number" in fields else None)


def _replace_note(piece: Piece, fields: Mapping[str, str]) -> None:
    """Of a letter that only asks to publish its PDF, nothing but the document's fields is for readers."""
    sheet = piece.candidate.sheet
    left = sheet.left()
    if sum(len(words(text_of(block))) for _, block in left) > LONGEST_NOTE:
        return
    sheet.set_aside([place for place, block in left if not isinstance(block, Picture)], NOTE)
    sheet.blocks.append(plain(_sentence(fields)))


def findings(piece: Piece) -> list[Finding]:
    """A Word file whose date line was never filled in."""
    if piece.candidate.source is None or not BLANK_DATE.search(piece.letterhead or piece.text[:LETTERHEAD]):
        return []
    return [
        Finding(
            check="paper_date_blank",
            severity=Severity.WARN,
            where=Where(field="fields"),
            message="Ngày trong bản Word để trống: hãy đối chiếu ngày ban hành với bản ký.",
        )
    ]


def _sentence(fields: Mapping[str, str]) -> str:
    parts = [f"{fields.get('type', 'Văn bản')} số {fields['number']}"]
    if "issued" in fields:
        parts.append(f"ngày {fields['issued']}")
    if "issuer" in fields:
        parts.append(f"của {fields['issuer']}")
    if abstract := fields.get("abstract"):
        parts.append(f"về việc {abstract[0].lower()}{abstract[1:]}")
    return " ".join(parts) + "."


def _with_place(issuer: str, site: SiteData | None) -> str:
    """The issuer with its place: of a site in xã An Mẫu, "UBND xã" is "UBND xã An Mẫu"."""
    place = (site.place or "").split(",")[0].strip() if site else ""
    match = COMMUNE.fullmatch(issuer)
    own = COMMUNE.match(place)
    return f"{issuer} {place[own.end() :].strip()}" if match and own and place[own.end() :].strip() else issuer


def _signatory(text: str, site: SiteData | None) -> str | None:
    """Who signed: a leader of the site named at the end, as what the paper says above, else whom an office names."""
    lines = [one_line(line) for line in re.split(r"[\n\t]", text) if line.strip()][-TAIL_LINES:]
    for leader in site.leaders if site else ():
        named = next((n for n, line in enumerate(lines) if line.casefold() == leader.name.casefold()), None)
        if named is not None:
            above = (OFFICE.fullmatch(line) for line in reversed(lines[max(0, named - ABOVE) : named]))
            office = next((match for match in above if match), None)
            return f"{leader.name} – {office[1].capitalize() if office else leader.title}"
    for order, line in enumerate(lines):
        office = OFFICE.fullmatch(line)
        name = next((each for each in lines[order + 1 : order + 1 + ABOVE] if is_name(each)), None)
        if office and name:
            return f"{name} – {office[1].capitalize()}"
    return None
