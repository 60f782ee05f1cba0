"""The limits of the process that reads a letter: the finding says which one it was, and the next letter is read."""

import pytest

from ingest import sandbox
from ingest.reading import Verdict
from ingest.sandbox import Reader
from tests.ingest import breaking_reader
from tests.ingest.openers.word_files import zipped
from tests.mail.making.mime import Multipart, attachment, letter, plain
from tinbai.errors import ReadingFailedError
from tinbai.limits import Limits

SIZE = 300_000


def with_file(name: str, content: bytes) -> bytes:
    parts = [plain("Tin của xã An Mẫu.\n"), attachment(name, "application/octet-stream", content)]
    return letter([("From", "hnd@songmau.example")], Multipart(subtype="mixed", boundary="=_b", parts=parts))


@pytest.mark.parametrize(
    ("deed", "limit", "problem"),
    [
        ("spin", {"cpu_seconds": 1}, "quá 1 giây xử lý"),
        ("sleep", {"wall_seconds": 3}, "quá 3 giây"),
        ("memory", {"memory_bytes": 600_000_000}, "quá giới hạn bộ nhớ"),
    ],
)
def test_the_finding_says_which_limit_it_was(
    deed: str, limit: dict[str, int], problem: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "_read_here", breaking_reader.read_here)
    with Reader(limits=Limits(**limit)) as reader:
        (finding,) = reader.read(deed.encode(), site=None).findings
        assert f"({problem})" in finding.message
        assert "Hãy tải tệp về" in finding.message
        assert reader.read(b"good", site=None).findings == ()


def test_what_is_unpacked_to_more_than_the_output_limit_is_left_closed_and_said_so() -> None:
    raw = with_file("tin.zip", zipped({"tin.txt": (b"tin bai " * 125 + b"\n") * (SIZE // 1000)}))
    with Reader(limits=Limits(output_bytes=SIZE + len(raw))) as reader:
        assert "attachments_not_opened" not in {finding.check for finding in reader.read(raw, site=None).findings}
    with Reader(limits=Limits(output_bytes=SIZE // 2)) as reader:
        reading = reader.read(raw, site=None)
        assert [part.filename for part in reading.letter.parts] == ["tin.zip"]
        assert reading.verdict is Verdict.HELD
        assert "(nội dung giải nén quá lớn)" in reading.findings[-1].message
        assert reader.read(with_file("a.txt", b"Tin khac"), site=None).verdict is Verdict.ARTICLES


def test_a_letter_that_is_beyond_the_output_limit_itself_fails_with_its_reason() -> None:
    with Reader(limits=Limits(output_bytes=SIZE // 2)) as reader:
        with pytest.raises(ReadingFailedError, match="quá lớn"):
            reader.read(with_file("a.bin", b"\x01" * SIZE), site=None)
        assert reader.read(with_file("a.txt", b"Tin khac"), site=None).verdict is Verdict.ARTICLES
