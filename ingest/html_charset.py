"""The charset that an HTML document names in itself."""

import re

from ingest.charset_labels import codec_of

_HEAD = 8_192  # HTML says 1,024; Word writes its styles first
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.DOTALL)
_NAMED = (
    re.compile(rb"<\?xml[^>]{0,100}\sencoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE),
    re.compile(rb"<meta\s[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE),
)


def html_label(content: bytes, declared: str | None) -> str | None:
    """The label to read `content` by: the letter's own, unless it says nothing that the bytes agree with.

    "us-ascii" on bytes beyond ASCII, and a label that nobody knows, are what programs put where they do not know.
    """
    codec = codec_of(declared)
    says_nothing = codec is None or ("ascii" in (declared or "").lower() and not content.isascii())
    if not says_nothing:
        return declared
    head = content[:_HEAD]
    for shown in (_COMMENT.sub(b"", head), head):
        for named in _NAMED:
            found = named.search(shown)
            if found and codec_of(found[1].decode("ascii", "replace")):
                return found[1].decode("ascii", "replace")
    return declared
