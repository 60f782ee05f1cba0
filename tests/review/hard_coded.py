"""Where a Vietnamese text of the pages stands outside of gettext: `review/language.py` says what translates one.

Vietnamese is known by its marks; a word without any ("Thay", "Trang") is not noticed here.
"""

import ast
import re
import unicodedata
from collections.abc import Iterator

from babel.messages.jslexer import Token, tokenize
from jinja2 import Environment, nodes

TRANSLATED = frozenset({"_", "N_", "counted", "ngettext", "gettext", "pgettext", "Words", "kept"})
_MARKED = re.compile(r"[\u00c0-\u1ef9]")


def is_vietnamese(text: str) -> bool:
    """Whether a letter of it is one that English has not: "ơ", "đ", "ế"."""
    return any(unicodedata.category(sign).startswith("L") for sign in _MARKED.findall(text))


def in_template(source: str) -> Iterator[str]:
    """The texts of a Jinja template that nobody translates."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    yield from filter(is_vietnamese, _of_node(environment.parse(source)))


def _of_node(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in TRANSLATED:
        for other in (*node.args[2:], *node.kwargs):  # what is put in
            yield from _of_node(other)
        return
    if isinstance(node, nodes.TemplateData):
        yield node.data.strip()
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _of_node(child)


def in_code(source: str) -> Iterator[str]:
    """The texts of a Python module that nobody translates; what documents the code is no text of a page."""
    yield from filter(is_vietnamese, _of_code(ast.parse(source)))


def _of_code(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATED:
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    body = getattr(node, "body", None)
    for child in ast.iter_child_nodes(node):
        alone = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if not (alone and isinstance(body, list)):
            yield from _of_code(child)


def in_script(source: str) -> Iterator[str]:
    """The texts of a script that nobody translates."""
    tokens = [token for token in tokenize(source) if token.type not in {"linecomment", "multilinecomment"}]
    for place, token in enumerate(tokens):
        says = token.type in {"string", "template_string"} and is_vietnamese(_without_calls(token.value))
        if says and not _is_argument(tokens[:place]):
            yield token.value


def _is_argument(before: list[Token]) -> bool:
    return len(before) > 1 and before[-1].value == "(" and before[-2].value in TRANSLATED


def _without_calls(literal: str) -> str:
    """A template literal may say `${_("…")}`."""
    return re.sub(r'\b(?:_|counted)\("[^"]*"', "", literal)


def in_sheet(source: str) -> Iterator[str]:
    """The words that a style sheet puts in for Vietnamese pages and for no others."""
    contents = re.compile(r'^(.*?)::(before|after) \{ content: "([^"]*)";', re.MULTILINE).findall(source)
    english = {(what, where) for what, where, _words in contents if what.startswith('html[lang="en"] ')}
    for what, where, words in contents:
        if is_vietnamese(words) and (f'html[lang="en"] {what}', where) not in english:
            yield words
