"""What is said politely is courtesy beside an article, and the letter's text where there is nothing else."""

import pytest

from ingest.read import read
from ingest.reading import Verdict
from tinbai.limits import Limits

NEWS = "Sáng 14/10/2026, Hội Nông dân xã An Mẫu tổ chức lớp tập huấn kỹ thuật trồng nấm rơm cho 45 hội viên của xã."


def shown(text: str) -> str:
    """The words of the articles that a letter with this text gives."""
    header = "From: hnd@songmau.example\r\nSubject: Re: Tin\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    reading = read((header + text.replace("\n", "\r\n")).encode(), site=None, limits=Limits())
    if reading.verdict is not Verdict.ARTICLES:
        return ""
    return "\n".join(f"{article.title or ''}\n{article.body_text}" for article in reading.articles)


@pytest.mark.parametrize(
    "spoken", ["Em đã sửa lại số liệu như Ban biên tập yêu cầu ạ.", "Em gửi chị xem giúp em nhé chị ạ."]
)
def test_a_letter_that_is_only_spoken_says_it(spoken: str) -> None:
    assert spoken in shown(spoken)
    assert spoken not in shown(f"{NEWS}\n\n{spoken}")


@pytest.mark.parametrize("thanks", ["Thanks", "Thank you!", "Best regards,"])
def test_foreign_courtesy_is_courtesy_in_a_vietnamese_letter_only(thanks: str) -> None:
    assert thanks not in shown(f"{NEWS}\n\n{thanks}")
    assert thanks in shown(f"The meeting is moved to nine o'clock on Monday morning.\n\n{thanks}")


def test_greetings_and_leave_alone_are_still_nothing() -> None:
    assert shown("Kính gửi Ban biên tập!\n\nTrân trọng cảm ơn!") == ""
