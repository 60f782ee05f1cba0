"""The fixtures that every test can ask for; each server starts when the first test asks for it."""

import gc

from hypothesis import HealthCheck, settings

pytest_plugins = [
    "tests.passwords",
    "tests.rows",
    "tests.templates",
    "tests.servers.browser",
    "tests.servers.clamd",
    "tests.servers.databases",
    "tests.servers.dovecot",
    "tests.servers.slapd",
    "tests.servers.smtp_sink",
    "tests.servers.wordpress",
    "tests.offices",  # after the servers, which it imports
]

# `make test` tries the same examples every time, so that what passed yesterday passes today; `make test-hard` looks
# for new ones. How long an example takes says more about what else the machine is doing.
settings.register_profile("same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("new", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("same")


def pytest_collection_finish() -> None:
    """The thousands of tests stay to the end: the collector of cycles need not look at them again and again."""
    gc.collect()
    gc.freeze()
