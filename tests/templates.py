"""The pages' templates are compiled once in a process: each test has an app of its own, which would do it anew."""

from collections.abc import Iterator
from functools import partial

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from review import templating


class Compiled(BytecodeCache):
    """What was compiled, by a template's name and its source: a changed one is compiled again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._kept.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def templates_compiled_once() -> Iterator[None]:
    """Compiling takes most of the time of a test that opens one page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templating, "Environment", partial(Environment, bytecode_cache=Compiled()))
        yield
