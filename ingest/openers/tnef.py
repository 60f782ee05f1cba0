"""winmail.dat: the parcel (TNEF) that Outlook makes of attachments for others of its kind. tnefparse ends here."""

import warnings

from tnefparse import TNEF
from tnefparse.tnef import TNEFAttachment

from ingest.letter import Part
from ingest.openers.sniff import form_of
from ingest.openers.unreadable import UnreadableError
from ingest.openers.zip_entries import most_readable
from ingest.source import Opened
from ingest.vietnamese.normal import normal
from ingest.vietnamese.repair import repair_loose
from tinbai.limits import Limits

_DAMAGED = "Không mở được winmail.dat của Outlook. Đề nghị người gửi gửi lại dạng HTML hoặc văn bản thường."


def open_tnef(part: Part, limits: Limits) -> Opened:
    """The attachments in the parcel. Raises UnreadableError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            parcel = TNEF(part.content, do_checksum=False)
    except Exception as error:
        raise UnreadableError(_DAMAGED) from error
    found = [attachment for attachment in parcel.attachments if attachment.data][: limits.parts]
    return Opened(
        parts=[
            Part(
                filename=_filename(_told_name(attachment), number),
                media_type=form_of(bytes(attachment.data)).media_type,
                content=bytes(attachment.data),
                inside=part.filename,
            )
            for number, attachment in enumerate(found, 1)
        ]
    )


def _told_name(attachment: TNEFAttachment) -> str:
    """The attachment's own name. tnefparse reads it as UTF-8 or fails; Outlook writes it in the sender's code page."""
    try:
        return str(attachment.long_filename() or "")
    except UnicodeDecodeError:
        return most_readable(attachment._name)  # noqa: SLF001 - the bytes are nowhere else


def _filename(name: str, number: int) -> str:
    last = normal(repair_loose(name).text).replace("\\", "/").rsplit("/", 1)[-1].strip(" .\x00")
    return last or f"winmail-{number}"
