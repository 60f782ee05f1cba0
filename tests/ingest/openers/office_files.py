"""Files of other office programs, saved by LibreOffice."""

from ingest.openers.libreoffice import converted
from tinbai.limits import Limits

FILTERS = {"doc": "MS Word 97", "rtf": "Rich Text Format", "odt": "writer8"}
_OTHERS = {"xls": "MS Excel 97", "ods": "calc8", "ppt": "MS PowerPoint 97"}
_READERS = {"docx": "MS Word 2007 XML", "xlsx": "Calc MS Excel 2007 XML", "odp": "impress8"}


def saved_as(extension: str, content: bytes, *, was: str = "docx") -> bytes:
    """`content`, a .docx or what `was` says, in another form."""
    target = f"{extension}:{(FILTERS | _OTHERS)[extension]}"
    return converted(content, extension=was, reader=_READERS[was], target=target, limits=Limits())
