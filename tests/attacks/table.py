"""All attacks, numbered, so that whatever one does can be laid at its door."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.attacks import addresses, foreign, loading, markup, recent, words

_TABLES = {
    "script": markup.SCRIPTS,
    "handler": markup.HANDLERS,
    "form": markup.FORMS,
    "page": markup.PAGES,
    "comment": markup.COMMENTS,
    "svg": foreign.VECTOR_PICTURES,
    "math": foreign.FORMULAS,
    "mutation": foreign.MUTATIONS,
    "image": loading.IMAGES,
    "link": loading.LINKS,
    "style": loading.STYLES,
    "address": tuple(addresses.LINK.format(address) for address in addresses.ADDRESSES),
    "elsewhere": addresses.ELSEWHERE,
    "recent": recent.RECENT,
    "deep": recent.DEEP,
}


@dataclass(frozen=True, kw_only=True)
class Attack:
    """`text` carries `number` wherever it calls, asks or says something. `kind` is "words" for what is no HTML."""

    number: int
    kind: str
    text: str


def _numbered() -> Sequence[Attack]:
    templates = [(kind, text) for kind, texts in _TABLES.items() for text in texts]
    templates += [("words", text) for text in words.WORDS]
    return [
        Attack(number=number, kind=kind, text=text.replace("§", str(number)))
        for number, (kind, text) in enumerate(templates, start=1001)
    ]


ATTACKS = _numbered()
DEEP = [attack for attack in ATTACKS if attack.kind == "deep"]
HTML = [attack for attack in ATTACKS if attack.kind not in {"deep", "words"}]  # those that can stand in one text
WORDS = [attack for attack in ATTACKS if attack.kind == "words"]


def those(*beginnings: str) -> list[Attack]:
    """The HTML attacks that begin so, one for each beginning."""
    return [next(attack for attack in HTML if attack.text.startswith(beginning)) for beginning in beginnings]


# Ends whatever an attack before it left open, so that many of them can stand in one text.
_END = (
    "-->]]>'\"></style></script></textarea></title></noscript></noembed></noframes></xmp></iframe></listing></template>"
    "</select></svg></math></object></video></audio></dialog></form></a></b></i></nobr></table>"
)


def together(attacks: Sequence[Attack]) -> str:
    """A body with these attacks, each after a paragraph that must stay: "Đoạn 1001."."""
    return "".join(f"<p>Đoạn {attack.number}.</p>\n{attack.text}{_END}\n" for attack in attacks)
