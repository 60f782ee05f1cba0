"""How mail programs mark in HTML what their user did not write: quotations, what leads them in, and signatures.

Only what the programs themselves mark; what the words say is told in `ingest.anatomy.quote_marks`. Outlook on the web
writes "x_" before every name of the letter it quotes.
"""

import re
from collections.abc import Mapping

from lxml import etree

from tinbai.blocks import Role

_BAR = re.compile(r"border-left(?:-style)?:\s*(?!none|0|medium none)")
_TOP_RULE = re.compile(  # Outlook's line above the headers, in the colours of its versions since 2007
    r"border-top:\s*(?:solid\s*(?:#e1e1e1|#b5c4df)\s*1\.0pt|1(?:\.0)?pt\s*solid\s*"
    r"(?:#e1e1e1|#b5c4df|rgb\(225, ?225, ?225\)|rgb\(181, ?196, ?223\)))"
)
_NAMES: Mapping[str, Role] = {
    "gmail_attr": Role.ATTRIBUTION,
    "moz-cite-prefix": Role.ATTRIBUTION,
    "outlookmessageheader": Role.HEADER,
    "divrplyfwdmsg": Role.HEADER,
    "__headers__": Role.HEADER,
    "gmail_signature": Role.SIGNATURE,
    "moz-signature": Role.SIGNATURE,
    "applemailsignature": Role.SIGNATURE,
    "ms-outlook-mobile-signature": Role.SIGNATURE,
    "signature": Role.SIGNATURE,
    "__sig_pre__": Role.SIGNATURE,
    "__sig_post__": Role.SIGNATURE,
    "msocaption": Role.CAPTION,
}
_QUOTES = ("gmail_quote", "yahoo_quoted", "protonmail_quote", "tutanota_quote", "ydp")


def is_quoted_mail(element: etree._Element) -> bool:
    """Whether an element holds what a program quoted, or what looks so.

    Gmail's `div.gmail_quote` is none: answers between the quotations stand in it.
    """
    if element.tag == "blockquote":
        return _is_surely_quoted(element) or _is_set_off(element)
    return "yahoo_quoted" in _names_of(element)


def role_of(element: etree._Element, inherited: Role | None) -> Role | None:
    """The role of the text in an element that stands in text of the role `inherited`."""
    for name in _names_of(element):
        if name in _NAMES:
            return _NAMES[name]
    if _TOP_RULE.search(element.get("style", "").lower()):
        return Role.HEADER
    if element.tag == "blockquote" and _is_surely_quoted(element):
        return None
    return Role.BARRED if element.tag == "blockquote" and _is_set_off(element) else inherited


def _names_of(element: etree._Element) -> list[str]:
    if not element.attrib:
        return []
    said = f"{element.get('class', '')} {element.get('id', '')} {element.get('data-marker', '')}"
    return [name.removeprefix("x_") for name in said.lower().split()]


def _is_surely_quoted(element: etree._Element) -> bool:
    return element.get("type") == "cite" or any(name.startswith(_QUOTES) for name in _names_of(element))


def _is_set_off(element: etree._Element) -> bool:
    """A bar at the left or a name such as "wp-block-quote": so Zimbra quotes, and so people set off quotations."""
    barred = _BAR.search(element.get("style", "").lower()) is not None
    return barred or any("quote" in name for name in _names_of(element))
