"""All contributions, by name."""

from collections.abc import Callable, Mapping

from tests.contributions import (
    byline_sources,
    bylines,
    caption_lists,
    captions,
    forwarded,
    habits_at_the_end,
    habits_in_mail,
    habits_in_word,
    habits_of_boards,
    html_copied,
    html_mail,
    odd_encodings,
    papers,
    papers_to_read,
    phones,
    plain_mail,
    questions,
    rare_in_mail,
    rare_in_word,
    several_items,
    tables_and_boxes,
    word_by_programs,
    word_layouts,
    word_titles,
)
from tests.contributions.contribution import Contribution

THEMES = (
    plain_mail,
    phones,
    html_mail,
    html_copied,
    word_layouts,
    word_titles,
    captions,
    caption_lists,
    bylines,
    byline_sources,
    tables_and_boxes,
    several_items,
    papers,
    papers_to_read,
    questions,
    odd_encodings,
    forwarded,
    word_by_programs,
    habits_in_word,
    habits_at_the_end,
    habits_in_mail,
    habits_of_boards,
    rare_in_word,
    rare_in_mail,
)
ALL: Mapping[str, Callable[[], Contribution]] = {
    f"{theme.__name__.rpartition('.')[2]}.{make.__name__}": make for theme in THEMES for make in theme.ALL
}
