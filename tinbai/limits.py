"""How far a letter is read. One place for all the figures; `config.toml` overrides them under `[limits]`.

A letter is stored whole up to `max_raw_bytes` and read as far as the other limits allow; what a limit cuts off
becomes a finding. The figures follow from measurements of what the libraries do with hostile input.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Count = Annotated[int, Field(ge=1)]

# Not for the configuration: standards give them, and no letter that means well needs more.
COMBINING_MARKS = 30  # on one letter: UAX #15, stream-safe text; longer runs make NFC quadratic
PARAMETERS = 64  # of one header


class Limits(BaseModel):
    """Limits of one letter. Sizes are in bytes, times in seconds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    max_raw_bytes: Count = 100_000_000  # above: a held stub stands for the letter, which stays on the server
    read_bytes: Count = 60_000_000  # above: stored, but only its headers are read
    header_bytes: Count = 262_144
    header_line_bytes: Count = 65_536  # of one header, unfolded
    headers: Count = 1_000
    encoded_words: Count = 200  # in one header value
    parts: Count = 300
    part_depth: Count = 20  # of parts, and of letters in letters
    multiparts: Count = 100  # the parser holds every line against the boundaries of all that are open
    text_bytes: Count = 500_000  # of a text typed into the letter: some 200 pages
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
    converter_seconds: Count = 30  # of these, for LibreOffice or an unpacker with one file
    memory_bytes: Count = 1_500_000_000
    output_bytes: Count = 400_000_000  # all the parts that a child hands back
