"""Titles of office, and who bears one in a text."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tinbai.checks.vocabulary.letters import LOWER, UPPER
from tinbai.text import fold

# Longest first: "Phó Chủ tịch" before "Chủ tịch".
_RANKS = (
    "Phó Bí thư", "Bí thư", "Phó Chủ tịch", "Chủ tịch", "Phó Chánh Văn phòng", "Chánh Văn phòng", "Phó Trưởng phòng",
    "Trưởng phòng", "Phó Trưởng ban", "Trưởng ban", "Phó Trưởng Công an", "Trưởng Công an", "Phó Chỉ huy trưởng",
    "Chỉ huy trưởng", "Phó Giám đốc", "Giám đốc", "Phó Hiệu trưởng", "Hiệu trưởng", "Phó Trưởng thôn", "Trưởng thôn",
    "Phó Trưởng trạm", "Trưởng trạm",
)  # fmt: skip
_OFFICE_WORDS = frozenset(
    "ubnd hđnd mttq mặt trận tổ quốc ủy uỷ ban nhân dân hội đồng đảng bộ chi đoàn công thanh niên phụ nữ nông cựu"
    " chiến binh liên hiệp văn phòng kinh tế hóa xã phường tỉnh thôn thành phố và thường trực các việt nam"
    " lao động".split()
)
_SYLLABLE = rf"[{UPPER}][{LOWER}]{{0,7}}"
_NAME = re.compile(rf"{_SYLLABLE}(?: {_SYLLABLE}){{1,4}}(?!\w)")
_ADDRESS = re.compile(r"\b(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô giáo|[Tt]hầy giáo|[Tt]hầy|[Cc]ô) ")
_RANK = re.compile(rf"\b(?:{'|'.join(_RANKS)})\b", re.IGNORECASE)
_LINK = re.compile(r"(?: ?[-–,:] ?| \(| là | làm )")
_FORMER = re.compile(
    r"\b(?:nguyên|cựu|trước đây là|khi đó là|từng là|bầu|làm|giữ chức|giữ chức vụ|chức danh)\s*$", re.IGNORECASE
)
_OFFICE_WORD = re.compile(r" ?([\w/]+)")
_MOST_WORDS = 10
_ABBREVIATED = (("uy ban nhan dan", "ubnd"), ("hoi dong nhan dan", "hdnd"), ("mat tran to quoc", "mttq"))
_PLACE = re.compile(r"\b(?:xa|phuong|tinh|thon|thanh pho)\b.*$")


@dataclass(frozen=True, kw_only=True)
class Holder:
    """A name and a title that a text puts beside it; `start` and `end` are the title's characters."""

    name: str
    rank: str
    office: str
    start: int
    end: int

    @property
    def title(self) -> str:
        """Rank and office, as printed."""
        return f"{self.rank} {self.office}".strip()


def names(text: str) -> Iterator[re.Match[str]]:
    """Names of people behind a form of address: "đồng chí", "ông", "bà"."""
    for address in _ADDRESS.finditer(text):
        if name := _NAME.match(text, address.end()):
            yield name


def holders(text: str, known: Collection[str]) -> Iterator[Holder]:
    """Who bears which title: behind the name after a form of address, or before one of the `known` names."""
    taken: set[int] = set()
    for name in names(text):
        link = _LINK.match(text, name.end())
        rank = _RANK.match(text, link.end()) if link else None
        if rank:
            taken.add(rank.start())
            yield _holder(name[0], rank, text)
    for rank in _RANK.finditer(text):
        if rank.start() not in taken and not _FORMER.search(text, max(0, rank.start() - 30), rank.start()):
            rest = text[rank.end() : rank.end() + 90]
            at = min((place for each in known if (place := _found(each, rest)) >= 0), default=-1)
            if at >= 0 and _is_office(rest[:at]):
                right = next(each for each in sorted(known, key=len, reverse=True) if rest.startswith(each, at))
                yield _holder(right, rank, rest[:at], rest[:at])


def holder_of(title: str, name: str) -> Iterator[Holder]:
    """The titles of a list of leaders: "Chánh Văn phòng HĐND và UBND, Trưởng Ban biên tập" are two."""
    for part in title.split(","):
        if rank := _RANK.match(part.strip()):
            yield _holder(name, rank, part.strip())


def same_office(one: Holder, other: Holder) -> bool:
    """Whether two titles may be of one office: an office left out may be any."""
    return not one.office or not other.office or _office(one.office) == _office(other.office)


def base(rank: str) -> str:
    """The rank without "Phó": of "Phó Chủ tịch", that of the chairman."""
    return fold(rank).removeprefix("pho ")


def is_deputy(rank: str) -> bool:
    """Whether a rank is that of a deputy."""
    return fold(rank).startswith("pho ")


def _found(name: str, rest: str) -> int:
    at = rest.find(name)
    return at if at >= 0 and not rest[at + len(name) : at + len(name) + 2].strip(" ,.;:-–()")[:1].isupper() else -1


def _is_office(between: str) -> bool:
    """Whether nothing but an office and a form of address stands there."""
    words = between.replace("đồng chí", "").replace(" ông", "").replace(" bà", "").split()
    return (
        between[:1] == " "
        and not set(",.;:(") & set(between)
        and all(word[:1].isupper() or word.lower() in _OFFICE_WORDS for word in words)
    )


def _holder(name: str, rank: re.Match[str], text: str, office: str | None = None) -> Holder:
    office = _office_behind(text, rank.end()) if office is None else office.replace("đồng chí", "").strip()
    return Holder(name=name, rank=rank[0], office=office, start=rank.start(), end=rank.end())


def _office_behind(text: str, at: int) -> str:
    start = at
    for _ in range(_MOST_WORDS):
        word = _OFFICE_WORD.match(text, at)
        if word is None or not (word[1][:1].isupper() or word[1].lower() in _OFFICE_WORDS):
            break
        at = word.end()
    return text[start:at].strip()


def _office(office: str) -> str:
    folded = fold(office)
    for long, short in _ABBREVIATED:
        folded = folded.replace(long, short)
    return _PLACE.sub("", folded).strip()
