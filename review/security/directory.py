"""The authority's directory (LDAP): whom it knows by a name and a password. It makes nobody a user."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import BoundedSemaphore

from review.security.ldap_connection import LdapConnection, connected
from review.security.ldap_message import Entry
from tinbai.config_ldap import NAME, LdapConfig
from tinbai.errors import DirectoryError
from tinbai.ldap_text import Filter, Item, escape_in_filter, escape_in_name, parse_filter
from tinbai.secret import secret

_ANYTHING = Item(kind="present", attribute="objectClass")
_slots = BoundedSemaphore(4)  # a directory that does not answer must not hold up every thread of the site
_SLOT_SECONDS = 2


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody whom the directory knows; `addresses` are what it says his are."""

    addresses: tuple[str, ...]


class Directory:
    """The configured directory. Every question is a connection of its own, within `timeout_seconds`."""

    def __init__(self, config: LdapConfig) -> None:
        self._config = config

    def person(
        self, name: str, password: str, is_expected: Callable[[Person], bool] = lambda _person: True
    ) -> Person | None:
        """Who has this name and this password; None: nobody, or more than one. Raises DirectoryError, SecretError.

        Whoever is found must be able to bind as the entry that was found: so the address is never somebody else's,
        whatever the search finds. The password of somebody whom `is_expected` denies is not tried, where an account
        searches: otherwise those of the whole directory could be guessed here, and its people locked out there.
        """
        if not name or not password:
            return None
        with self._connection() as server:
            own = self._own_name(name)
            if own:
                if not server.bind(own, password):
                    return None
            elif not server.bind(self._config.username, secret(self._config.password)):
                raise DirectoryError(problem="the account that searches is refused")
            found = self._entries(server, name)
            if len(found) != 1:
                return None
            person = Person(addresses=_texts(found[0], self._config.address_attribute))
            return person if is_expected(person) and server.bind(found[0].name, password) else None

    def look(self) -> int | None:
        """Try to connect, and where people are searched for, to search; returns how many entries a search may see.

        None where people bind themselves. It stops counting at two. Raises DirectoryError, SecretError.
        """
        with self._connection() as server:
            if self._config.bind_name:
                return None
            if not server.bind(self._config.username, secret(self._config.password)):
                raise DirectoryError(problem="the account that searches is refused")
            anybody = parse_filter(f"({self._config.address_attribute}=*)")
            return len(self._search(server, self._config.base, anybody, whole_subtree=True))

    def _own_name(self, name: str) -> str:
        """What `name` binds with by itself; "" where an account searches."""
        put_in = escape_in_name(name) if self._config.binds_by_dn else name
        return self._config.bind_name.replace(NAME, put_in)

    def _entries(self, server: LdapConnection, name: str) -> list[Entry]:
        if not self._config.base:  # the entry is the one that the name says
            return self._search(server, self._own_name(name), _ANYTHING, whole_subtree=False)
        wanted = parse_filter(self._config.filter.replace(NAME, escape_in_filter(name)))
        return self._search(server, self._config.base, wanted, whole_subtree=True)

    def _search(self, server: LdapConnection, base: str, wanted: Filter, *, whole_subtree: bool) -> list[Entry]:
        attributes = [self._config.address_attribute]
        return server.search(base, wanted, attributes, whole_subtree=whole_subtree, most=2)

    @contextmanager
    def _connection(self) -> Iterator[LdapConnection]:
        if not _slots.acquire(timeout=_SLOT_SECONDS):
            raise DirectoryError(problem="busy: too many log-ins at once")
        try:
            with connected(self._config) as server:
                yield server
        finally:
            _slots.release()


def _texts(entry: Entry, attribute: str) -> tuple[str, ...]:
    """The values that are text; a file among them is none of our addresses."""
    values = entry.attributes.get(attribute.lower(), ())
    return tuple(value.decode(errors="replace").strip() for value in values)
