"""The profile that LibreOffice works in: made for it in a folder of ours, strict about what documents may do."""

import os
from hashlib import md5
from pathlib import Path

_PIPES = Path("/tmp")  # noqa: S108 - LibreOffice puts them there and nowhere else
_NAMESPACES = (
    'xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
# Macros are off besides, and nothing is fetched for a document: neither linked pictures nor other linked files.
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
    ("org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
)


def office_options(folder: Path) -> list[str]:
    """What every LibreOffice of ours is started with. Writes the profile into `folder` first."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<oor:items {_NAMESPACES}>{items}</oor:items>\n'
    (user / "registrymodifications.xcu").write_text(text, encoding="utf-8")
    options = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    return [f"-env:UserInstallation={_installation(folder)}", *options]


def office_pipes(folder: Path) -> list[Path]:
    """The two sockets of a LibreOffice with its profile in `folder`, which it leaves behind when it is killed."""
    digest = md5(_installation(folder).encode("utf-16-le"), usedforsecurity=False).digest()
    single = "SingleOfficeIPC_" + "".join(f"{byte:x}" for byte in digest)
    return [_PIPES / f"OSL_PIPE_{os.getuid()}_{name}" for name in (single, folder.name)]


def _installation(folder: Path) -> str:
    return (folder / "profile").as_uri()
