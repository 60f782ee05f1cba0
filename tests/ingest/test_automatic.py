import pytest

from ingest.automatic import automatic_reason
from ingest.parse import parse
from tinbai.limits import Limits

LIMITS = Limits()


def reason_of(headers: str, body: str = "Kính gửi Ban biên tập") -> str | None:
    letter = parse(f"From: a@x.example\r\n{headers}\r\n\r\n{body}".encode(), LIMITS)
    reason = automatic_reason(letter)
    assert letter.automatic == (reason is not None)
    return reason


@pytest.mark.parametrize(
    "headers",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated; owner-email=x@x.example",
        "Precedence: bulk",
        "Precedence: list",
        "List-Id: Ban tin <tin.x.example>",
        "X-Autoreply: yes",
        "X-Auto-Response-Suppress: All\r\nPrecedence: junk",
        "Return-Path: <>",
        "X-Tinbai: 1",
        "Subject: Trả lời tự động: Tin bài",
        "Subject: Re: Out of Office",
        "Subject: =?utf-8?B?VHLhuqMgbOG7nWkgdOG7sSDEkeG7mW5n?=: x",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=B",
    ],
)
def test_a_machines_letter_is_known_with_its_reason(headers: str) -> None:
    assert reason_of(headers)


@pytest.mark.parametrize(
    "headers",
    [
        "Auto-Submitted: no",
        "Subject: Tin bài: Tập huấn trả lời tự động viên",
        "Return-Path: <a@x.example>",
        "X-Auto-Response-Suppress: All",  # Exchange puts it on letters of people too
        "Precedence: first-class",
    ],
)
def test_a_persons_letter_is_not_taken_for_a_machines(headers: str) -> None:
    assert reason_of(headers) is None


def test_an_invitation_alone_is_automatic_and_one_with_an_article_is_not() -> None:
    invitation = "--B\r\nContent-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\r\n"
    article = '--B\r\nContent-Type: application/msword; name="tin.doc"\r\n\r\nx\r\n'
    headers = "Content-Type: multipart/mixed; boundary=B"
    assert reason_of(headers, f"{invitation}--B--") == "lịch họp, không có tin bài kèm theo"
    assert reason_of(headers, f"{invitation}{article}--B--") is None


def test_a_bounce_inside_a_forwarded_letter_is_no_bounce_of_ours() -> None:
    inner = "Content-Type: message/delivery-status\r\n\r\nStatus: 5.1.1"
    body = f"--B\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--B--"
    assert reason_of("Content-Type: multipart/mixed; boundary=B", body) is None
