"""Imported by the server of the children: `ingest.warm`, where its letter cannot be read."""

from unittest import mock

from ingest import read

with mock.patch.object(read, "read", side_effect=OSError):
    import ingest.warm  # noqa: F401 - for what it does when it is imported
