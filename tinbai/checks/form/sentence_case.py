"""A title in capitals as an ordinary sentence.

In capitals, Vietnamese does not tell "mẫu" (model) from "Mẫu" (a name). The text below the title does, and so do the
site's own names; the longest run of words that they write in some way wins. What nobody writes otherwise becomes
lower case. The result is a proposal and never put in place by itself.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from tinbai.site_data import SiteData

LONGEST_RUN = 8  # words
LONGEST_ABBREVIATION = 5  # letters, when it is none of the known ones
MOST_TEXT = 40_000  # characters of the body that are looked at
TOKEN = re.compile(r"\w+")
SENTENCE_START = re.compile(r"(?:^|[.!?…:;\n\"“(\-–•]\s*)$")
OPENING_QUOTES = (' "', "“", "«", "‘")
ABBREVIATIONS = frozenset(
    "UBND HĐND MTTQ UBMTTQ BCH BTV BTC BBT BCĐ PCT KT XH QP AN NTM THCS THPT TH TTHC ANTT ATGT CCCD LLVT TTĐT ĐVTN TDP"
    " CLB HTX VHXH VH KTXH CCB LHPN HND TNCS TNHH PCCC PCCCR BHXH BHYT CNTT CĐS CAND QĐND KHKT TW NĐ CP QĐ KH NQ TT BNV"
    " OCOP II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX".split()
)
KINDS_OF_PLACE = frozenset("xã phường tỉnh huyện thôn ấp bản khối buôn làng thị thành đặc ông bà".split())
WELL_KNOWN = (
    "Việt Nam", "Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Phụ nữ", "Hội Cựu chiến binh", "Hội Người cao tuổi",
    "Hội Chữ thập đỏ", "Hội Khuyến học", "Hội Liên hiệp Thanh niên", "Đoàn Thanh niên", "Đoàn TNCS Hồ Chí Minh",
    "Đội Thiếu niên Tiền phong", "Hồ Chí Minh", "Mặt trận Tổ quốc", "Ủy ban Mặt trận Tổ quốc", "Ủy ban nhân dân",
    "Uỷ ban nhân dân", "Hội đồng nhân dân", "Đảng ủy", "Đảng bộ", "Đảng Cộng sản", "Công đoàn", "Liên đoàn Lao động",
    "Quốc hội", "Chính phủ", "Bác Hồ", "Trạm Y tế", "Phòng Kinh tế", "Phòng Văn hóa", "Ban Chỉ huy Quân sự",
    "Ngày thành lập", "Quốc khánh", "Cách mạng tháng Tám", "Nhà nước", "Đại hội Đảng", "Tết Nguyên đán", "Trung thu",
)  # fmt: skip


def sentence_case(title: str, text: str, site: SiteData | None) -> str:
    """`title` in sentence case, names and abbreviations as `text` and the site write them."""
    tokens = list(TOKEN.finditer(title))
    written = _ways_of_writing(text, site)
    cased: list[str] = []
    while len(cased) < len(tokens):
        cased += _longest_known([token[0] for token in tokens[len(cased) :][:LONGEST_RUN]], written)
    parts: list[str] = []
    end = 0
    for token, word in zip(tokens, cased, strict=True):
        between = title[end : token.start()]
        opens = not parts or between.rstrip().endswith((".", "!", "?")) or between.endswith(OPENING_QUOTES)
        parts += [between, word[:1].upper() + word[1:] if opens else word]
        end = token.end()
    return "".join(parts) + title[end:]


def _longest_known(words: list[str], written: dict[tuple[str, ...], tuple[str, ...]]) -> list[str]:
    """The longest run at the start of `words` that is known, else the first word by itself."""
    for length in range(len(words), 0, -1):
        if known := written.get(tuple(word.casefold() for word in words[:length])):
            return list(known)
    return [words[0] if words[0] in ABBREVIATIONS or any(map(str.isdigit, words[0])) else words[0].lower()]


def _ways_of_writing(text: str, site: SiteData | None) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Every run of words with how it is written; what the site says outweighs the text, the text what is well known.

    Of several ways in one text the one with fewer capitals wins: a name stays capital wherever it stands.
    """
    written: dict[tuple[str, ...], tuple[str, ...]] = {}
    for phrase in WELL_KNOWN:
        _learn(phrase.split(), written)
    for run, ways in _runs(text[:MOST_TEXT]).items():
        written[run] = min(ways, key=lambda way: (sum(word != word.lower() for word in way), way))
    for phrase in _site_names(site):
        _learn(TOKEN.findall(phrase), written)
    return written


def _learn(words: list[str], written: dict[tuple[str, ...], tuple[str, ...]]) -> None:
    """Learn a name; of "Thôn Đồng Thử" the first word is lower case within a sentence, and the rest is a name too."""
    if len(words) > 1 and words[0].casefold() in KINDS_OF_PLACE:
        words = [words[0].lower(), *words[1:]]
        _learn(words[1:], written)
    if len(words) > 1:
        written[tuple(word.casefold() for word in words)] = tuple(words)


def _runs(text: str) -> dict[tuple[str, ...], set[tuple[str, ...]]]:
    """Runs of words as the text writes them. At the start of a sentence the first capital says nothing."""
    runs: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for words in _sentences(text):
        for start in range(len(words)):
            for run in _runs_from(words[start : start + LONGEST_RUN]):
                runs[tuple(word.casefold() for word in run)].add(run)
    return runs


def _runs_from(words: list[tuple[str, bool]]) -> Iterator[tuple[str, ...]]:
    """The runs that begin with the first of these words and do not reach into another sentence."""
    run: tuple[str, ...] = ()
    for word, opens in words:
        if opens or _shouts(word):
            return
        run = (*run, word)
        if len(run) > 1 or word.islower() or word.isupper():  # one capital syllable alone may be any part of a name
            yield run


def _shouts(word: str) -> bool:
    """Whether a word is in capitals and too long for an abbreviation: a heading within the text, perhaps."""
    return word.isupper() and word not in ABBREVIATIONS and len(word) > LONGEST_ABBREVIATION


def _sentences(text: str) -> Iterator[list[tuple[str, bool]]]:
    """The words line by line, each with whether it opens a sentence."""
    for line in text.split("\n"):
        end = 0
        words: list[tuple[str, bool]] = []
        for match in TOKEN.finditer(line):
            between = line[end : match.start()]
            words.append((match[0], bool(SENTENCE_START.search(between)) if end else True))
            end = match.end()
        yield words


def _site_names(site: SiteData | None) -> Iterator[str]:
    """The names that the site knows: its place, units, people and ended places."""
    if site is None:
        return
    yield from (part.strip() for part in (site.place or "").split(","))
    for unit in site.units:
        yield from (unit.name, *unit.names)
    yield from (leader.name for leader in site.leaders)
    yield from (contributor.name for contributor in site.contributors)
    yield from (place.name for place in site.ended_places)
