"""Public mail providers: an address there is somebody's own, not an office's.

Only a proposal for whoever registers a sender; the list names what contributors in Việt Nam use.
"""

_PROVIDERS = frozenset(
    """gmail.com googlemail.com yahoo.com yahoo.com.vn ymail.com outlook.com outlook.com.vn hotmail.com live.com msn.com
    icloud.com me.com mac.com aol.com proton.me protonmail.com zoho.com mail.com gmx.com yandex.com zing.vn""".split()
)


def is_free_mail(address: str) -> bool:
    """Whether the address lies with a public provider."""
    return address.rpartition("@")[2].strip().lower() in _PROVIDERS
