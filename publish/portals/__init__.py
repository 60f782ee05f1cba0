"""The kinds of portals. A new one is a folder here, a copy of its neighbour, and a line in `KINDS`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from publish.portal import Portal
from publish.portals.folder.portal import open_folder
from publish.portals.mapped.portal import open_mapped
from publish.portals.reference.portal import open_reference
from publish.portals.wordpress.portal import open_wordpress
from tinbai.config import PortalConfig

KINDS: Mapping[str, Callable[[PortalConfig, Path], Portal]] = {
    "reference": open_reference,
    "folder": open_folder,
    "wordpress": open_wordpress,
    "mapped": open_mapped,
}


def open_portal(config: PortalConfig, root: Path) -> Portal:
    """The portal that `config` describes; relative paths start from `root`. Connects to nothing yet.

    Raises SecretError when its password cannot be read, PortalError (not retryable) when it has no usable address.
    """
    return KINDS[config.kind](config, root)
