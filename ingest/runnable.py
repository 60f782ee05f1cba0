"""What would run on somebody's computer when it is opened, by its first bytes or by its name."""

import re
from pathlib import PurePosixPath

from ingest.letter import Part

_ENDINGS = frozenset(
    """.ade .adp .apk .app .application .appref-ms .appx .asp .aspx .bas .bat .chm .class .cmd .com .command .cpl .deb
    .desktop .diagcab .dll .dmg .exe .gadget .hlp .hta .img .inf .ins .iqy .iso .isp .jar .jnlp .js .jse .jsp .ksh
    .library-ms .lnk .mde .mjs .msc .msi .msix .msp .mst .one .phtml .php .pif .pkg .ps1 .ps1xml .psm1 .py .pyc .pyw .rb
    .reg .rpm .run .scf .scr .sct .search-ms .settingcontent-ms .sh .shb .shs .slk .sys .url .vb .vbe .vbs .vhd .vhdx
    .website .wim .wsc .wsf .wsh .xbap .xlam .xll""".split()
)
_BEGINNINGS = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xcf\xfa\xed\xfe",
    b"L\0\0\0\x01\x14\x02\0",  # a shortcut of Windows
    b"dex\n",
    b"\xed\xab\xee\xdb",
    b"conectix",
    b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d\xae\xb1\x53\x78\xd0\x29\x96\xd3",  # OneNote, which opens what lies in it
    b"#!/",
    b"<?php",
    b"[InternetShortcut]",
)
_DISC = (0x8001, b"CD001")  # ISO 9660
_ENDS_THAT_WINDOWS_DROPS = re.compile(r"(?:::?\$data|[. ])+$")


def is_program(part: Part) -> bool:
    """Whether a part would run on somebody's computer, by its first bytes or by its name."""
    name = _ENDS_THAT_WINDOWS_DROPS.sub("", part.filename.lower())
    at, mark = _DISC
    return (
        PurePosixPath(name).suffix in _ENDINGS
        or part.content.startswith(_BEGINNINGS)
        or part.content[at : at + len(mark)] == mark
    )
