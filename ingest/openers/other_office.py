"""Old spreadsheets and presentations (.xls, .xlsb, .ppt, .odp): LibreOffice makes new ones of them, which are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from ingest.letter import Part
from ingest.openers.beyond_repair import refuse_beyond_repair
from ingest.openers.libreoffice import ConversionError, converted, is_installed
from ingest.openers.slides import open_slides
from ingest.openers.sniff import Form, form_of
from ingest.openers.spreadsheet import open_spreadsheet
from ingest.openers.unreadable import UnreadableError, about_attachment
from ingest.source import Opened
from tinbai.finding import Severity
from tinbai.limits import Limits

_VBA_STREAM = "_VBA_PROJECT".encode("utf-16-le")
_MISSING = (
    "Chưa đọc được tệp “{name}” vì máy chủ chưa cài LibreOffice. "
    "Đề nghị người gửi lưu lại dạng {new}, hoặc báo quản trị cài gói {package}."
)
_FAILED = (
    "Không chuyển được tệp “{name}” ({why}). Đề nghị người gửi lưu lại dạng {new} rồi gửi lại; nếu tệp vẫn mở được "
    "bình thường, báo quản trị kiểm tra gói {package}."
)
_MACRO = "Tệp “{name}” có macro. Macro không được chạy; đề nghị người gửi lưu lại dạng {new}."


@dataclass(frozen=True, kw_only=True)
class _Kind:
    """How one form is read: its extension, LibreOffice's reader, what it becomes, and the package it needs."""

    extension: str
    reader: str
    target: str
    open: Callable[[Part, Limits], Opened]
    package: str


_TO_XLSX = "xlsx:Calc MS Excel 2007 XML"
_TO_PPTX = "pptx:Impress MS PowerPoint 2007 XML"
_CALC, _IMPRESS = "libreoffice-calc", "libreoffice-impress"
_KINDS: Mapping[Form, _Kind] = {
    Form.XLS: _Kind(extension="xls", reader="MS Excel 97", target=_TO_XLSX, open=open_spreadsheet, package=_CALC),
    Form.XLSB: _Kind(
        extension="xlsb", reader="Calc MS Excel 2007 Binary", target=_TO_XLSX, open=open_spreadsheet, package=_CALC
    ),
    Form.PPT: _Kind(extension="ppt", reader="MS PowerPoint 97", target=_TO_PPTX, open=open_slides, package=_IMPRESS),
    Form.ODP: _Kind(extension="odp", reader="impress8", target=_TO_PPTX, open=open_slides, package=_IMPRESS),
}


def open_other_office(part: Part, limits: Limits) -> Opened:
    """What an old spreadsheet or presentation holds. Raises UnreadableError."""
    form = form_of(part.content)
    kind = _KINDS[form]
    told = {"name": part.filename, "new": f".{kind.target[:4]}", "package": kind.package}
    if not is_installed():
        raise UnreadableError(_MISSING.format(**told), check="libreoffice_missing")
    try:
        refuse_beyond_repair(part.content, form)
        content = converted(
            part.content, extension=kind.extension, reader=kind.reader, target=kind.target, limits=limits
        )
    except ConversionError as error:
        raise UnreadableError(_FAILED.format(why=error.why, **told)) from error
    opened = kind.open(replace(part, content=content), limits)
    if _VBA_STREAM not in part.content:
        return opened
    macro = about_attachment("macro", _MACRO.format(**told), Severity.BLOCK)
    return replace(opened, findings=[*(each for each in opened.findings if each.check != "macro"), macro])
