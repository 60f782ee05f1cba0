"""A plain text split as the letters' own texts are: first into blocks, then what its writer wrote from the rest."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.anatomy.mail_headers import Forwarded
from ingest.anatomy.quoted import split_blocks
from ingest.openers.plain import plain_source
from ingest.source import SetAside
from tinbai.blocks import text_of


@dataclass(frozen=True, kw_only=True)
class Split:
    """What was kept, block by block, and what was set aside."""

    kept: Sequence[str]
    set_aside: Sequence[SetAside]
    forwarded: Forwarded | None

    @property
    def text(self) -> str:
        return "\n".join(self.kept)


def split_text(text: str, subject: str | None = None) -> Split:
    reply = split_blocks(plain_source(text).blocks, subject)
    kept = [text_of(block) for block in reply.blocks]
    return Split(kept=kept, set_aside=reply.set_aside, forwarded=reply.forwarded)
