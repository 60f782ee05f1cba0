"""Word 97 files, RTF, OpenDocument and Word 2003 XML: LibreOffice makes a .docx of them, `docx.py` reads that.

LibreOffice keeps the fonts, and with them what is needed to repair TCVN3 and VNI.
"""

from dataclasses import replace

from ingest.letter import Part
from ingest.openers.beyond_repair import refuse_beyond_repair
from ingest.openers.described import described
from ingest.openers.doc_descriptions import descriptions_in_doc
from ingest.openers.docx import open_docx
from ingest.openers.libreoffice import ConversionError, converted, is_installed
from ingest.openers.rtf_binary import honest_binaries
from ingest.openers.rtf_descriptions import descriptions_in_rtf
from ingest.openers.rtf_pictures import without_stubs
from ingest.openers.sniff import Form, form_of
from ingest.openers.text_only import text_only
from ingest.openers.unreadable import UnreadableError, about_attachment
from ingest.source import Opened, Source
from tinbai.finding import Finding, Severity
from tinbai.limits import Limits

# The extension and LibreOffice's name of the reader for each form.
_KINDS = {
    Form.DOC: ("doc", "MS Word 97"),
    Form.RTF: ("rtf", "Rich Text Format"),
    Form.ODT: ("odt", "writer8"),
    Form.WORD_XML: ("xml", "MS Word 2003 XML"),
}
_VBA_STREAM = "_VBA_PROJECT".encode("utf-16-le")
_MISSING = (
    "Máy chủ chưa cài LibreOffice nên tệp “{name}” {read}. "
    "Đề nghị người gửi lưu lại dạng .docx, hoặc báo quản trị cài gói libreoffice-writer."
)
_FAILED = "Không chuyển được tệp “{name}” ({why}). Đề nghị người gửi mở bằng Word, lưu lại dạng .docx rồi gửi lại."


def open_office(part: Part, limits: Limits) -> Opened:
    """The text of an older office file. Raises UnreadableError."""
    form = form_of(part.content)
    if not is_installed():
        return _without_libreoffice(part, form, limits)
    try:
        content = _converted(part, form, limits)
    except UnreadableError as error:
        text = text_only(part, form, limits)
        if text is None:
            raise
        return Opened(source=text, findings=[error.finding()])
    opened = open_docx(replace(part, content=content), limits)
    return Opened(
        source=_described(opened, part, form),
        parts=opened.parts,
        findings=[*opened.findings, *_macros(part, form)],
    )


def _described(opened: Opened, part: Part, form: Form) -> Source | None:
    """The source with its pictures' alternative texts, which LibreOffice passes on from OpenDocument alone."""
    read = {Form.RTF: descriptions_in_rtf, Form.DOC: descriptions_in_doc}.get(form)
    found = read(part.content) if read and opened.parts else []
    if opened.source is None or not found:
        return opened.source
    return replace(opened.source, blocks=described(opened.source.blocks, opened.parts, found))


def _converted(part: Part, form: Form, limits: Limits) -> bytes:
    extension, reader = _KINDS[form]
    content = without_stubs(honest_binaries(part.content)) if form is Form.RTF else part.content
    try:
        refuse_beyond_repair(content, form)
        return converted(content, extension=extension, reader=reader, target="docx:MS Word 2007 XML", limits=limits)
    except ConversionError as error:
        raise UnreadableError(_FAILED.format(name=part.filename, why=error.why)) from error


def _macros(part: Part, form: Form) -> list[Finding]:
    """A Word 97 file keeps its macros in a stream with this name."""
    if form is not Form.DOC or _VBA_STREAM not in part.content:
        return []
    message = f"Tệp “{part.filename}” có macro. Macro không được chạy; đề nghị người gửi lưu lại dạng .docx."
    return [about_attachment("macro", message, Severity.BLOCK)]


def _without_libreoffice(part: Part, form: Form, limits: Limits) -> Opened:
    text = text_only(part, form, limits)
    read = "chưa đọc được" if text is None else "chỉ đọc được phần chữ, không có ảnh và định dạng"
    message = _MISSING.format(name=part.filename, read=read)
    return Opened(source=text, findings=[about_attachment("libreoffice_missing", message)])
