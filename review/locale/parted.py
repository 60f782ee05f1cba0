"""Words about articles that another reading of a letter parted off."""

from review.language import _


def together_again(code: str) -> str:
    """What to do instead of merging here. `code` is that of the article which the text was parted from."""
    words = _(
        "bài này được tách ra khi đọc lại thư cho bài {code}; muốn gộp lại, mở bài {code} "
        "và lấy lại bản trước khi tách trong lịch sử"
    )
    return words.format(code=code)
