"""Pictures that only Windows programs draw (EMF, WMF): LibreOffice makes PNG files of them, all in one run."""

from collections.abc import Mapping

from ingest.openers.libreoffice import ConversionError, all_converted
from ingest.openers.metafile_page import metafile_page
from ingest.openers.sniff import Form, form_of
from ingest.openers.wordml.package import Package
from tinbai.limits import Limits

_EXTENSIONS = (".emf", ".wmf", ".emz", ".wmz")
_MOST = 30  # of one document


def rendered(package: Package, limits: Limits) -> Mapping[str, bytes]:
    """PNG files for the metafiles of a package, by the names of their parts. What cannot be rendered is not there.

    Raises UnreadableError for a package that cannot be read.
    """
    named = [name for name in package.names if name.endswith(_EXTENSIONS)][:_MOST]
    pages = {name: page for name in named if (page := metafile_page(package.read(name)))}
    if not pages:
        return {}
    try:
        files = {f"{number}.odg": page for number, page in enumerate(pages.values())}
        made = all_converted(files, reader="draw8", target="png:draw_png_Export", limits=limits)
    except ConversionError:
        return {}
    pictures = {name: made.get(str(number), b"") for number, name in enumerate(pages)}
    return {name: picture for name, picture in pictures.items() if form_of(picture) is Form.PNG}
