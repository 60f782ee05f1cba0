"""Which browser on which system, in two words: for a list in which somebody is to know his own again."""

from review.language import N_, _

_BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc", N_("Cốc Cốc")), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS", N_("máy Mac")),
    ("Linux", "Linux"),
)  # fmt: skip


def device_words(user_agent: str) -> str:
    """What the browser says of itself, shortened; browsers name others in their own line, so the order counts."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return _("{browser} trên {system}").format(browser=_(browser), system=_(system))
    return _(browser or system) if browser or system else _("Trình duyệt không rõ")
