"""The elements of a large XML part one by one, so that a sheet of a million rows is read no further than needed."""

from collections.abc import Iterator

from lxml import etree

from ingest.openers.wordml.package import Package, damaged, forbidden


def elements(package: Package, name: str, *wanted: str) -> Iterator[etree._Element]:
    """The elements of a part by their local names, each when it is complete; it is emptied when the next is asked for.

    Elements inside of one that was asked for are not given by themselves. Raises UnreadableError.
    """
    parser = etree.XMLPullParser(
        ("start", "end"),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    head, is_checked = b"", False
    try:
        for piece in package.pieces(name):
            head = head or piece
            parser.feed(piece)
            for event, element in parser.read_events():
                if not is_checked:
                    _refuse_dtd(element, package)
                    is_checked = True
                if event == "end" and local_name(element) in wanted:
                    yield element
                    _forget(element)
        parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise (forbidden if b"<!DOCTYPE" in head else damaged)(package.kind) from error


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace, which "Strict Open XML" writes differently."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _refuse_dtd(element: etree._Element, package: Package) -> None:
    if element.getroottree().docinfo.internalDTD is not None:
        raise forbidden(package.kind)


def _forget(element: etree._Element) -> None:
    """Free an element and those before it; what is around it is still being read."""
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]
