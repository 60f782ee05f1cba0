"""What kind of thing an article is. Its rules and its fields on the portal depend on it."""

from enum import StrEnum


class Kind(StrEnum):
    """The kinds of content a board publishes."""

    ARTICLE = "article"  # tin, bài
    DOCUMENT = "document"  # văn bản chỉ đạo điều hành, QPPL
    QUESTION = "question"  # hỏi đáp, phản ánh
    SETTLEMENT = "settlement"  # kết quả giải quyết đơn thư
