"""Pictures written into the HTML itself (`data:` addresses) become parts; the HTML refers to them by `cid:`.

Left inside they would be lost to the photos of the article, and cost every later reader of the HTML dearly.
"""

import re
from hashlib import sha256
from urllib.parse import unquote_to_bytes

from ingest.filenames import name_for
from ingest.letter import Part
from ingest.transfer import decode_base64

_SOURCE = re.compile(
    r"""(src\s*=\s*)(["'])\s*data:(image/[\w.+-]{1,60})[^,"']{0,100};base64,([^"']*)\2""", re.IGNORECASE
)


def take_pictures(html: str, first_position: int) -> tuple[str, list[Part]]:
    """The HTML with `cid:` addresses in place of its base64 pictures, and these as parts."""
    parts: list[Part] = []

    def refer(match: re.Match[str]) -> str:
        content = decode_base64(unquote_to_bytes(match[4]))
        if not content:
            return match[0]
        media_type = match[3].lower()
        content_id = f"{sha256(content).hexdigest()[:32]}@data"
        name = name_for(first_position + len(parts), media_type)
        parts.append(Part(filename=name, media_type=media_type, content=content, inline=True, content_id=content_id))
        return f"{match[1]}{match[2]}cid:{content_id}{match[2]}"

    return _SOURCE.sub(refer, html), parts
