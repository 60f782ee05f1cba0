"""Every portal of the configuration, ready to be written to."""

from publish.due import PortalKey
from publish.portal import Portal
from publish.portals import open_portal
from tinbai.config import Config


def open_portals(config: Config) -> dict[PortalKey, Portal]:
    """The enabled portals by site and key; connects to nothing yet. Raises SecretError, PortalError."""
    return {
        PortalKey(site.key, portal.key): open_portal(portal, config.root)
        for site in config.sites
        for portal in site.portals
        if portal.enabled
    }
