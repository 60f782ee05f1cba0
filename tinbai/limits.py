"""How far a letter is read. One place for all the figures; `config.toml` overrides them under `[limits]`.

A letter is stored whole up to `max_raw_bytes` and read as far as the other limits allow; what a limit cuts off
becomes a finding. The figures follow from measurements of what the libraries do with hostile input.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(ge=1)]


class Limits(BaseModel):
    """Limits of one letter. Sizes are in bytes, times in seconds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_raw_bytes: Count = 100_000_000  # above: a held stub stands for the letter, which stays on the server
    read_bytes: Count = 60_000_000  # above: stored, but only its headers are read
    header_bytes: Count = 262_144
    headers: Count = 1_000
    encoded_words: Count = 200  # in one header value
    parts: Count = 300
    part_depth: Count = 20
    html_bytes: Count = 1_000_000
    html_depth: Count = 256
    archive_entries: Count = 2_000
    archive_bytes: Count = 100_000_000
    archive_ratio: Count = 100
    archive_depth: Count = 3
    document_xml_bytes: Count = 20_000_000
    document_blocks: Count = 20_000
    pixels: Count = 50_000_000
    cpu_seconds: Count = 20
    wall_seconds: Count = 60
    memory_bytes: Count = 1_500_000_000
