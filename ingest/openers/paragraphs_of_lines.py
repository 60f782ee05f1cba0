"""Lines of plain text to paragraphs.

Vietnamese mail is one line a paragraph; mail programs and PDF cut paragraphs into lines of about one width. Lines are
joined only where a text looks cut: many long lines of nearly one length, few of which end a sentence.
"""

import re
from collections.abc import Sequence

_LONGEST_CUT_LINE = 100  # a line longer than this was not cut by a mail program
_SHORTEST_CUT_LINE = 55
_FULL = 0.78  # of the longest line: a line this long may have been cut
_CUT_SHARE = 0.5  # of the full lines: so many must go on in the next line
_ENDS = (".", "!", "?", ":", ";", "…", "./.", "”", '"')
_STARTS_ANEW = re.compile(r"^\s*([-–—•*+>]|\d{1,3}[.)/]|[a-zđ][.)]|[IVX]+\.|(Ảnh|Tin|Bài|Nguồn|Tác giả|Người viết)\b)")


def paragraphs_of_lines(lines: Sequence[str]) -> list[str]:
    """The paragraphs of `lines`. An empty line always ends one."""
    width = _cut_width(lines)
    if width is None:
        return [line for line in lines if line.strip()]
    paragraphs: list[str] = []
    going_on = False
    for line in lines:
        text = line.strip()
        if not text:
            going_on = False
            continue
        if going_on and not _STARTS_ANEW.match(line):
            paragraphs[-1] += " " + text
        else:
            paragraphs.append(line.rstrip())
        going_on = _may_go_on(line, width)
    return paragraphs


def _cut_width(lines: Sequence[str]) -> int | None:
    """The width that the lines were cut at, or None when they were not."""
    lengths = [len(line.rstrip()) for line in lines if line.strip() and not line.lstrip().startswith(">")]
    longest = max(lengths, default=0)
    if not _SHORTEST_CUT_LINE <= longest <= _LONGEST_CUT_LINE:
        return None
    full = [index for index, line in enumerate(lines[:-1]) if len(line.rstrip()) >= _FULL * longest]
    cut = [index for index in full if lines[index + 1].strip() and _reads_on(lines[index], lines[index + 1])]
    return longest if full and len(cut) >= _CUT_SHARE * len(full) else None


def _reads_on(line: str, following: str) -> bool:
    """Whether a line clearly goes on in the next: no end of a sentence, and a small letter or figure follows."""
    return not line.rstrip().endswith(_ENDS) and following.lstrip()[:1].islower()


def _may_go_on(line: str, width: int) -> bool:
    return len(line.rstrip()) >= _FULL * width and not line.lstrip().startswith(">")
