"""The `[dns]` section: whom we ask for the public keys of signers (DKIM, ARC)."""

import ipaddress

from pydantic import field_validator

from tinbai.config_connection import Port, Seconds, Section


class DnsConfig(Section):
    """One DNS server, by its address: a name would have to be looked up first. Empty: nothing is ever asked."""

    server: str = ""
    port: Port = 53
    timeout_seconds: Seconds = 3

    @field_validator("server")
    @classmethod
    def _is_address(cls, server: str) -> str:
        if server:
            try:
                ipaddress.ip_address(server)
            except ValueError as error:
                raise ValueError("must be the IP address of a DNS server, or empty") from error
        return server
