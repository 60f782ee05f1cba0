"""Long texts of HTML in pieces that a parser keeps apart.

html5ever, which nh3 stands on, copies a whole text anew at each character reference in it. An empty comment makes it
begin a new text; nh3 drops the comment again and writes both texts as one.
"""

import re

from tinbai.html_size import between_tags

_MOST = 1_000  # character references of one text
_APART = "<!---->"
_TAG_BEGINS = re.compile("<[a-zA-Z/!?]")  # no text holds one


def in_pieces(html: str) -> str:
    """The same HTML for nh3, with empty comments in texts of very many character references."""
    if html.count("&") <= _MOST or all(piece.count("&") <= _MOST for piece in _TAG_BEGINS.split(html)):
        return html
    return "".join(piece if is_tag else _text_in_pieces(piece) for piece, is_tag in between_tags(html))


def _text_in_pieces(text: str) -> str:
    """A comment stands before an "&" only, so that it never falls into a reference."""
    if text.count("&") <= _MOST:
        return text
    first, *references = text.split("&")
    groups = ["&".join(["", *references[start : start + _MOST]]) for start in range(0, len(references), _MOST)]
    return first + _APART.join(groups)
