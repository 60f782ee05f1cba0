"""Words about articles that another reading of a letter parted off."""


def together_again(code: str) -> str:
    """What to do instead of merging here. `code` is that of the article which the text was parted from."""
    return (
        f"bài này được tách ra khi đọc lại thư cho bài {code}; muốn gộp lại, mở bài {code} "
        "và lấy lại bản trước khi tách trong lịch sử"
    )
