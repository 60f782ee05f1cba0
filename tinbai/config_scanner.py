"""The `[scanner]` section: the virus scanner that letters and their files are shown to."""

import re

from pydantic import field_validator

from tinbai.config_connection import Seconds, Section

_ADDRESS = re.compile(r"unix:/\S+|tcp:[A-Za-z0-9.:_-]+:\d{1,5}")


class ScannerConfig(Section):
    """ClamAV's clamd. Without an address nothing is scanned."""

    address: str = ""
    timeout_seconds: Seconds = 60
    letter_seconds: Seconds = 180

    @field_validator("address")
    @classmethod
    def _is_address(cls, address: str) -> str:
        if address and not _ADDRESS.fullmatch(address):
            raise ValueError("write it like unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310, or leave it empty")
        return address
