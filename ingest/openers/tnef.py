"""winmail.dat: the parcel (TNEF) that Outlook makes of attachments for others of its kind. tnefparse ends here."""

import logging
import warnings

from tnefparse import TNEF
from tnefparse.tnef import TNEFAttachment

from ingest.filenames import name_of_letter
from ingest.letter import Part
from ingest.openers.as_mail import StoredLetter, as_mail
from ingest.openers.names import MOST_TOLD, repaired_name, told_name
from ingest.openers.plain import decoded_text
from ingest.openers.rtf import html_in_rtf, text_in_rtf
from ingest.openers.sniff import form_of
from ingest.openers.tnef_counts import believe_no_count
from ingest.openers.unreadable import UnreadableError
from ingest.openers.zip_entries import most_readable
from ingest.source import Opened
from ingest.vietnamese.normal import normal
from tinbai.finding import Finding
from tinbai.limits import Limits

logging.getLogger("tnefparse").setLevel(logging.CRITICAL)  # its log lines hold pieces of the letters
believe_no_count()

_MAPI_SUBJECT = 0x0037
_DAMAGED = "Không mở được winmail.dat của Outlook. Đề nghị người gửi gửi lại dạng HTML hoặc văn bản thường."


def open_tnef(part: Part, limits: Limits) -> Opened:
    """The attachments in the parcel, and the letters among them. Raises UnreadableError."""
    found = [attachment for attachment in _parcel(part.content).attachments if attachment.data][: limits.parts]
    parts = [_part(attachment, number, part.filename) for number, attachment in enumerate(found, 1)]
    findings = map(_renamed, found, parts)
    return Opened(parts=parts, findings=tuple(each for each in findings if each is not None)[:MOST_TOLD])


def _renamed(attachment: TNEFAttachment, part: Part) -> Finding | None:
    """What its name was before it was repaired; a letter is called after its subject."""
    before = _told_name(attachment)
    is_letter = getattr(attachment, "embed", None) is not None
    return None if is_letter else told_name(before, part.filename, repaired_name(before).encoding)


def tnef_text(content: bytes) -> tuple[str | None, str | None]:
    """The letter's text that Outlook put into the parcel, plain and as HTML; None where there is none. Never raises."""
    try:
        return _texts(_parcel(content))
    except Exception:  # noqa: BLE001 - a stranger's bytes in a library that lets a dozen kinds through
        return None, None


def _texts(parcel: TNEF) -> tuple[str | None, str | None]:
    rtf = parcel.rtfbody if not parcel.htmlbody else None
    html = _text(parcel.htmlbody) or (html_in_rtf(rtf) if rtf else None)
    return _text(parcel.body) or (text_in_rtf(rtf) if rtf and not html else None), html


def _parcel(content: bytes) -> TNEF:
    """Raises UnreadableError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return TNEF(content, do_checksum=False)
    except Exception as error:
        raise UnreadableError(_DAMAGED) from error


def _part(attachment: TNEFAttachment, number: int, inside: str) -> Part:
    """A file; or a letter that was attached, which is a parcel of its own, as mail."""
    embedded = getattr(attachment, "embed", None)
    if embedded is not None:
        stored = _stored(embedded)
        name = name_of_letter(stored.subject or _filename(_told_name(attachment), number), number)
        return Part(filename=name, media_type="message/rfc822", content=as_mail(stored), inside=inside)
    content = bytes(attachment.data)
    return Part(
        filename=_filename(_told_name(attachment), number),
        media_type=form_of(content).media_type,
        content=content,
        inside=inside,
    )


def _stored(parcel: TNEF) -> StoredLetter:
    text, html = _texts(parcel)
    found = [attachment for attachment in parcel.attachments if attachment.data]
    subject = next((prop.data for prop in parcel.msgprops if prop.name == TNEF.ATTSUBJECT), None)
    subject = subject or next((prop.data for prop in parcel.mapiprops if prop.name == _MAPI_SUBJECT), None)
    return StoredLetter(
        subject=_text(subject),
        text=text,
        html=html,
        files=[_part(attachment, number, "") for number, attachment in enumerate(found, 1)],
    )


def _text(value: object) -> str | None:
    if isinstance(value, bytes):
        return decoded_text(value).strip("\0") or None
    return value.strip("\0") or None if isinstance(value, str) else None


def _told_name(attachment: TNEFAttachment) -> str:
    """The attachment's own name. tnefparse reads it as UTF-8 or fails; Outlook writes it in the sender's code page."""
    try:
        return str(attachment.long_filename() or "")
    except UnicodeDecodeError:
        return most_readable(attachment._name)  # noqa: SLF001 - the bytes are nowhere else


def _filename(name: str, number: int) -> str:
    last = normal(repaired_name(name).text).replace("\\", "/").rsplit("/", 1)[-1].strip(" .\x00")
    return last or f"winmail-{number}"
