"""A read letter is shown to the virus scanner: its own bytes, and every file that was found in it."""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from ingest.letter import Letter, Part
from ingest.openers.unreadable import about_attachment
from ingest.reading import ReadArticle, Reading, Verdict
from tinbai.clamd import OUT_OF_TIME, Clamd, Scanned
from tinbai.finding import Finding, Severity, Where

_FOUND = (
    "Chương trình diệt virus báo có mã độc ({what}) trong {where}. Đừng tải về, đừng mở; báo người phụ trách an toàn "
    "thông tin."
)
_REFUSED = "Chương trình diệt virus không quét được {where} ({what}). Chỉ thả ra sau khi đã kiểm tra bằng cách khác."
_UNFINISHED = (
    "Chương trình diệt virus chưa quét xong {count} phần của thư trong thời gian cho phép. Chỉ thả ra sau khi đã kiểm "
    "tra bằng cách khác, hoặc bấm “Đọc lại” để quét lại."
)
_LETTER = "thư"
LONGEST_NAME = 250


def scanned(reading: Reading, letter: BinaryIO, scanner: Clamd) -> Reading:
    """The reading, held when the scanner found something or would not look. Raises ScannerError.

    The whole letter is shown because a scanner knows forms that we do not, each file because it may not know ours.
    What it names is taken out of the articles, so that even a letter that is let through does not publish it. All of
    it has one limit of time, however many files there are: what is left then counts as refused.
    """
    letter.seek(0)
    until = scanner.letter_ends()
    parts = {part.sha256: part for part in reading.letter.parts}
    answers: list[tuple[Part | None, Scanned]] = [(None, scanner.scan(letter, until=until))]
    answers += [(part, scanner.scan(BytesIO(part.content), until=until)) for part in parts.values() if part.content]
    told = [(part, answer) for part, answer in answers if answer != Scanned()]
    if not told:
        return reading
    findings = [_finding(part, answer) for part, answer in told if answer != OUT_OF_TIME]
    findings += _unfinished(sum(answer == OUT_OF_TIME for _, answer in told))
    named = {part.sha256 for part, answer in told if part is not None and answer.found}
    return replace(
        reading,
        letter=_marked(reading.letter, told),
        verdict=Verdict.HELD if reading.verdict is Verdict.ARTICLES else reading.verdict,
        reason=_reason(reading, findings),
        findings=[*reading.findings, *findings],
        articles=[_without(article, named) for article in reading.articles],
    )


def _marked(letter: Letter, told: Iterable[tuple[Part | None, Scanned]]) -> Letter:
    """With what was found noted at the letter and at its parts: nobody gets those to download."""
    names = {part.sha256 if part else None: answer.found[:LONGEST_NAME] for part, answer in told if answer.found}
    parts = [replace(part, malware=names.get(part.sha256)) for part in letter.parts]
    return replace(letter, malware=names.get(None), parts=parts)


def _reason(reading: Reading, findings: Iterable[Finding]) -> str | None:
    """The scanner's words first; what else the letter is held for stays. Of a restricted letter no file is named."""
    if reading.verdict is Verdict.NOTHING or reading.restriction is not None:
        return reading.reason
    first = next(iter(findings)).message
    return " ".join(["Tạm giữ.", first, (reading.reason or "").removeprefix("Tạm giữ.").strip()]).strip()


def _finding(part: Part | None, answer: Scanned) -> Finding:
    where = f"tệp “{part.filename}”" if part is not None else _LETTER
    message = (_FOUND if answer.found else _REFUSED).format(what=answer.found or answer.refused, where=where)
    check = "malware" if answer.found else "not_scanned"
    if part is not None:
        return about_attachment(check, message, Severity.BLOCK)
    return Finding(check=check, severity=Severity.BLOCK, where=Where(field="letter"), message=message)


def _unfinished(count: int) -> list[Finding]:
    """One finding, however many parts were left."""
    where = Where(field="letter")
    message = _UNFINISHED.format(count=count)
    return [Finding(check="not_scanned", severity=Severity.BLOCK, where=where, message=message)] if count else []


def _without(article: ReadArticle, named: set[str]) -> ReadArticle:
    return replace(
        article,
        photos=[photo for photo in article.photos if photo.sha256 not in named],
        attachments=[file for file in article.attachments if file.sha256 not in named],
    )
