"""Charset labels, as letters spell them, to codecs of Python, or to tables of ours."""

import codecs
import re
from functools import lru_cache

VISCII = "viscii"
TCVN = "tcvn5712-1"

# Labels that do not mean what they say (WHATWG Encoding Standard, section 4.2), by the name that Python gives them.
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "iso2022_jp": "iso2022_jp_ext",
    "utf-8-sig": "utf-8",
}
# Labels that Python does not know, squeezed to their letters and figures.
_ALIASES = {
    "unicode11utf8": "utf-8",
    "unicode20utf8": "utf-8",
    "xunicode20utf8": "utf-8",
    "utf": "utf-8",
    "xutf8": "utf-8",
    "utf8mb4": "utf-8",
    "unicode11utf7": "utf-7",
    "xunicode20utf7": "utf-7",
    "xutf7": "utf-7",
    "utf7imap": "utf-7",
    "unicode": "utf-16",
    "ucs2": "utf-16",
    "iso10646ucs2": "utf-16",
    "csunicode": "utf-16",
    "unicodefeff": "utf-16-le",
    "unicodefffe": "utf-16-be",
    "ansi": "cp1252",
    "latin": "cp1252",
    "isolatin1": "cp1252",
    "vietnamese": "cp1258",
    "xvietnamese": "cp1258",
    "csviscii": VISCII,
    "viscii": VISCII,
    "viscii111": VISCII,
    "xviscii": VISCII,
    "tcvn": TCVN,
    "tcvn1": TCVN,
    "tcvn5712": TCVN,
    "tcvn57121": TCVN,
    "tcvn571211993": TCVN,
    "xviettcvn": TCVN,
    "xviettcvn5712": TCVN,
    "abc": TCVN,
    "tcvn3": TCVN,
    "dos874": "cp874",
    "iso885911": "cp874",
    "iso88596e": "iso8859-6",
    "iso88596i": "iso8859-6",
    "csiso88596e": "iso8859-6",
    "csiso88596i": "iso8859-6",
    "csisolatin9": "iso8859-15",
    "iso88598e": "iso8859-8",
    "iso88598i": "iso8859-8",
    "csiso88598e": "iso8859-8",
    "csiso88598i": "iso8859-8",
    "logical": "iso8859-8",
    "visual": "iso8859-8",
    "suneugreek": "iso8859-7",
    "koi": "koi8-r",
    "koi8": "koi8-r",
    "koi8ru": "koi8-u",
    "mac": "mac-roman",
    "csmacintosh": "mac-roman",
    "xmacroman": "mac-roman",
    "xmaccyrillic": "mac-cyrillic",
    "xmacukrainian": "mac-cyrillic",
    "gb231280": "gb18030",
    "gb2312": "gb18030",
    "csgb2312": "gb18030",
    "csiso58gb231280": "gb18030",
    "xgbk": "gb18030",
    "big5hkscs": "big5hkscs",
    "cnbig5": "big5hkscs",
    "xxbig5": "big5hkscs",
    "ksc5601": "cp949",
    "ksc56011987": "cp949",
    "ksc56011989": "cp949",
    "csksc56011987": "cp949",
    "isoir149": "cp949",
    "ksx1001": "cp949",
    "korean": "cp949",
    "cseuckr": "cp949",
    "cseucpkdfmtjapanese": "euc_jp",
    "xeucjp": "euc_jp",
    "xsjis": "cp932",
    "windows31j": "cp932",
    "mskanji": "cp932",
    "iso2022jpms": "iso2022_jp_ext",
    "csiso2022jp": "iso2022_jp_ext",
    "csiso2022kr": "iso2022_kr",
}  # fmt: skip
# Codecs that turn text into text, that are slow on purpose-made input (punycode, idna), or whose letters are not
# where ASCII has them (EBCDIC), are not charsets of letters.
_CHARSETS = re.compile(
    r"ascii|utf-|cp(?:437|7\d\d|8\d\d|9\d\d|1006|125\d)$|iso8859|iso2022|koi8|mac-|big5|gb|hz|euc_|shift_jis"
    r"|johab|tis-620|kz1048|ptcp|hp-roman8"
)
_UNWANTED = re.compile(r"charset\s*=\s*", re.IGNORECASE)
_GAP = re.compile(r"(?<=[A-Za-z])\s+(?=\d)")  # "ISO 8859-1"
_AFTER_IT = re.compile(r"//|[\s;,\"'()<>*]")
_SQUEEZED = re.compile(r"[^a-z0-9]")
_CODE_PAGE = re.compile(r"x?(?:windows|window|win|cp|ms|ibm|ansi|microsoftcp)(65001|125\d|\d{3})(?:\D.*|\d{4})?$")
_ISO_8859 = re.compile(r"x?(?:iso|is0|so)?8859(1[0-6]|\d)(?:\d{4})?(?:windows.*|latin\d)?$")
_UTF_8 = re.compile(r"x?utf8|utf8\w{0,10}$|unicode.?utf8$")
_LONGEST = 60


@lru_cache(maxsize=256)
def codec_of(label: str | None) -> str | None:
    """Python's codec for a label, VISCII or TCVN, or None when it names nothing that a letter may be written in."""
    bare = _GAP.sub("-", _UNWANTED.sub("", (label or "")[: 2 * _LONGEST]).strip("\"'( \t\r\n"))
    name = _AFTER_IT.split(bare, maxsplit=1)[0].lower()
    if not name or len(name) > _LONGEST or not name.isascii():
        return None
    squeezed = _SQUEEZED.sub("", name)
    return _ALIASES.get(squeezed) or _known(name) or _known_family(squeezed)


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return _MEANT.get(found, found) if _CHARSETS.match(found) else None


def _known_family(squeezed: str) -> str | None:
    """Names such as "win-1258", "ISO 8859-1:1987" and "utf8lias", whatever stands between letters and figures."""
    if page := _CODE_PAGE.match(squeezed):
        return _known(f"cp{page[1]}")
    if part := _ISO_8859.match(squeezed):
        return _known(f"iso8859-{part[1]}")
    return "utf-8" if _UTF_8.match(squeezed) else None
