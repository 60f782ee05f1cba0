"""The result of a denunciation: what came with it may show who denounced, and is kept out of the article.

Luật Tố cáo 2018 and Nghị định 31/2019/NĐ-CP, điều 6: the conclusion is made public, the denouncer never.
"""

import re
from collections.abc import Sequence

from ingest.letter import Part
from tinbai.finding import Finding, Severity, Where
from tinbai.text import fold

RESULT = re.compile(r"\b(?:kl|ket luan|qd|quyet dinh|tb|thong bao)\b")
DENUNCIATION = re.compile(r"\bdon\b|to cao ban|khieu nai ban")


def sort_out(attachments: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """The attachments that may go with a settlement, and those withheld: only what is named as the result may."""
    withheld = [part for part in attachments if not _is_result(part.filename)]
    return [part for part in attachments if part not in withheld], withheld


def findings(withheld: Sequence[Part]) -> list[Finding]:
    """One blocking finding for each part that was withheld."""
    return [
        Finding(
            check="settlement_part_withheld",
            severity=Severity.BLOCK,
            where=Where(field="letter"),
            message=f"Tệp {part.filename} gửi kèm kết quả giải quyết đơn thư có thể làm lộ người tố cáo:"
            " không đưa vào bài, chỉ Trưởng ban được xem.",
        )
        for part in withheld
    ]


def _is_result(filename: str) -> bool:
    name = re.sub(r"[^a-z0-9]+", " ", fold(filename))
    return bool(RESULT.search(name)) and not DENUNCIATION.search(name)
