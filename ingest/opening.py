"""Opening what came along, and what is inside of it, to the depth the limits allow."""

from collections import deque
from dataclasses import dataclass, field, replace
from time import monotonic

from ingest.letter import Address, Letter, Part
from ingest.nested import is_letter, open_nested
from ingest.openers import open_part
from ingest.openers.unreadable import UnreadableError
from ingest.source import Opened, Source
from tinbai.finding import Finding, Severity, Where
from tinbai.limits import Limits

_SHARE_OF_TIME = 0.8  # of the wall time of a letter; the rest is for making articles of what was opened


@dataclass(kw_only=True)
class Gathered:
    """All the parts in the order they were met, what could be read of them, and what must be said about them."""

    parts: list[Part] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    origins: dict[str, Address] = field(default_factory=dict)  # who wrote each letter inside, by its file name


def open_parts(letter: Letter, limits: Limits) -> Gathered:
    """Open the parts of a letter and everything inside them; equal bytes are opened once."""
    gathered = Gathered()
    waiting = deque((part, 0) for part in letter.parts)
    seen: dict[str, bytes] = {}
    listed = {_place(part) for part in letter.parts}  # the parser lists what is in nested letters
    end = monotonic() + limits.wall_seconds * _SHARE_OF_TIME
    size = 0
    too_deep: list[Part] = []
    while waiting:
        part, depth = waiting.popleft()
        is_new = part.sha256 not in seen
        gathered.parts.append(_sharing_bytes(part, seen))
        if not is_new:
            continue
        if depth > limits.archive_depth:
            too_deep.append(part)
            continue
        size += len(part.content) if depth else 0
        if monotonic() > end or size > limits.archive_bytes or len(gathered.parts) > limits.archive_entries:
            gathered.findings.append(_left_closed(part))
            break
        left = limits.model_copy(update={"wall_seconds": max(1, int(end - monotonic()))})  # for converters they start
        opened = _opened(part, left)
        gathered.findings.extend(each for each in opened.findings if each not in letter.findings)
        if opened.origin is not None:
            gathered.origins.setdefault(part.filename, opened.origin)
        if opened.source is not None:
            gathered.sources.append(replace(opened.source, sha256=part.sha256, inside=part.inside))
        found = [inner for inner in opened.parts if _place(inner) not in listed]
        listed.update(map(_place, found))
        waiting.extendleft((inner, depth + 1) for inner in reversed(found))
    gathered.parts.extend(part for part, _ in waiting)
    gathered.findings += [_too_deep(part, limits) for part in too_deep[:1]]
    gathered.sources = [_with_origin(source, gathered) for source in gathered.sources]
    return gathered


def _with_origin(source: Source, gathered: Gathered) -> Source:
    """With who wrote the nearest letter around a document."""
    around = {part.filename: part.inside for part in reversed(gathered.parts)}
    name, left = source.inside, len(around)
    while name is not None and left:
        if name in gathered.origins:
            return replace(source, origin=source.origin or gathered.origins[name])
        name, left = around.get(name), left - 1
    return source


def _sharing_bytes(part: Part, seen: dict[str, bytes]) -> Part:
    """The part with the bytes that an equal one already has, so that they travel to the parent process once."""
    content = seen.setdefault(part.sha256, part.content)
    return part if content is part.content else replace(part, content=content)


def _opened(part: Part, limits: Limits) -> Opened:
    """Openers catch what their libraries raise; one that fails all the same must not take the letter with it."""
    try:
        return open_nested(part, limits) if is_letter(part) else open_part(part, limits)
    except UnreadableError as error:
        return Opened(findings=[error.finding()])
    except Exception:  # noqa: BLE001 - an unknown mistake of ours in one file; the editor is told, and the rest is read
        return Opened(findings=[_unreadable(part)])


def _place(part: Part) -> tuple[str, str | None]:
    return part.sha256, part.inside


def _unreadable(part: Part) -> Finding:
    return Finding(
        check="attachment_unreadable",
        severity=Severity.WARN,
        where=Where(field="attachments"),
        message=f"Không đọc được tệp “{part.filename}”. Tệp gốc vẫn được giữ; hãy tải về xem, hoặc đề nghị gửi lại.",
    )


def _too_deep(part: Part, limits: Limits) -> Finding:
    return Finding(
        check="attachments_not_opened",
        severity=Severity.WARN,
        where=Where(field="attachments"),
        message=f"Tệp “{part.filename}” nằm trong quá nhiều lớp tệp nén hoặc thư (giới hạn: {limits.archive_depth}) "
        "nên không mở. Hãy tải về kiểm tra, hoặc đề nghị người gửi gửi thẳng tệp đó.",
    )


def _left_closed(part: Part) -> Finding:
    return Finding(
        check="attachments_not_opened",
        severity=Severity.WARN,
        where=Where(field="attachments"),
        message=f"Thư mang quá nhiều tệp nên từ tệp “{part.filename}” trở đi không mở. Hãy tải các tệp đó về kiểm tra.",
    )
