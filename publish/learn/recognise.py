"""Which part of an article a value of a row is, and in what form: what a mapping says of one column."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from html import escape, unescape
from pathlib import PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from slugify import slugify
from sqlalchemy import Column

from publish.portals.mapped.values import plain

LONGEST_WRAP = 40  # characters that a portal puts around a text
NEAR = timedelta(minutes=30)
ZONES = ("Asia/Ho_Chi_Minh", "UTC")
FORMS = (
    "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y", "%H:%M:%S %d/%m/%Y",
    "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M", "%Y%m%d%H%M%S", "%Y-%m-%d %H:%M:%S.%f", "%d/%m/%Y",
    "%Y-%m-%d", "%Y%m%d",
)  # fmt: skip
_CHANGED = re.compile(r"sua|cap_?nhat|updat|modif|edit|chinh", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_TOLD_BY = re.compile(r"[&<>\"]")  # a text with one of these shows whether the portal escapes it
_UNTOLD = (
    'chữ mẫu không có & < > " nên chưa biết cổng có mã hóa không. Trang của cổng in cột này ra nguyên văn như HTML? '
    "Nếu có thì thêm escape = true"
)
_MONTH_FOLDER = re.compile(r"\d{4}[/_-]?\d{1,2}(/\d{1,2})?/$")


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the person who posted the article says of it. `at` is when it was posted."""

    title: str
    summary: str
    words: str  # some that stand in its body
    column: str
    author: str
    photos: Sequence[str]  # names of files as they were uploaded
    captions: Sequence[str]
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Guess:
    """What a column gets, and why. Not `sure`: a person must look."""

    mapping: Mapping[str, Any]
    why: str
    sure: bool = True
    ask: str = ""  # what the sample could not tell, for whoever made the portal


def text_guess(value: Any, known: Known) -> Guess | None:
    """Title, summary, body, slug, author, column, cover: what is known by its words."""
    if not isinstance(value, str) or not value.strip():
        return None
    for source, words, said in (
        ("title", known.title, "đúng là tiêu đề"), ("summary", known.summary, "đúng là tóm tắt"),
        ("author", known.author, "đúng là tên tác giả"), ("category", known.column, "đúng là tên chuyên mục"),
    ):  # fmt: skip
        if words and (guess := _wrapped(value, words, source, said)):
            return guess
    if known.words and _words(known.words) in _words(value):
        return Guess(mapping={"from": "body_html"}, why="có những chữ của nội dung")
    base = slugify(known.title)
    if base and re.fullmatch(rf"{re.escape(base)}(-\d+)?", value):
        return Guess(mapping={"from": "slug"}, why="tiêu đề không dấu (slug)")
    if base and len(value) >= 10 and base.startswith(value):  # shorter ones say nothing
        return Guess(mapping={"from": "slug"}, why="đầu của tiêu đề không dấu (slug)", sure=False)
    return None


def photo_guess(value: Any, known: Known, source: str) -> Guess | None:
    """The path of a photo: by the name that it was uploaded under."""
    if not isinstance(value, str) or photo_of(value, known) is None:
        return None
    folder = value[: len(value) - len(PurePosixPath(value).name)]
    before = _MONTH_FOLDER.sub("", folder)
    mapping: dict[str, Any] = {"from": source} | ({"before": before} if before else {})
    return Guess(mapping=mapping, why=f"tên tệp ảnh; media_path là thư mục ứng với “{before}”, hãy kiểm tra")


def caption_guess(values: Sequence[Any], known: Known) -> Guess | None:
    """The captions of the photos, one of each row."""
    said = [value for value in values if isinstance(value, str) and value]
    if not said or any(value not in known.captions for value in said):
        return None
    ask = "" if any(_TOLD_BY.search(value) for value in said) else _UNTOLD
    return Guess(mapping={"from": "caption"}, why="đúng là chú thích ảnh", ask=ask)


def photo_of(value: Any, known: Known) -> int | None:
    """Which of the photos a path names."""
    if not isinstance(value, str) or "<" in value:
        return None
    name = slugify(PurePosixPath(value).stem)
    stems = [slugify(PurePosixPath(photo).stem) for photo in known.photos]
    return next((number for number, stem in enumerate(stems) if stem and stem in name), None)


def moment_guess(name: str, value: Any, known: Known) -> Guess | None:
    """A date, in the form and the time zone that make it the moment of posting."""
    source = "updated_at" if _CHANGED.search(name) else "published_at"
    if isinstance(value, datetime):
        for zone in ZONES:
            aware = value if value.tzinfo else value.replace(tzinfo=ZoneInfo(zone))
            if abs(aware - known.at) <= NEAR:
                return Guess(mapping={"from": source, "zone": zone}, why=f"ngày giờ đăng, giờ {zone}")
        return None
    if isinstance(value, date):
        same = value == known.at.astimezone(ZoneInfo(ZONES[0])).date()
        return Guess(mapping={"from": source}, why="ngày đăng") if same else None
    if isinstance(value, int) and not isinstance(value, bool):
        if abs(value - known.at.timestamp()) <= NEAR.total_seconds():
            return Guess(mapping={"from": source, "as": "unix"}, why="giờ đăng, số giây từ năm 1970")
        return None
    return _moment_in_text(source, value, known) if isinstance(value, str) else None


def constant_guess(column: Column[Any], value: Any, neighbours: Sequence[Mapping[str, Any]]) -> Guess | None:
    """The same as in the rows before it, or at least something: None is left out."""
    if value is None or isinstance(value, bytes | bytearray):
        return None
    said = value if isinstance(value, bool | int | float | str) else plain(value)
    others = [row.get(column.name) for row in neighbours]
    same = sum(other == value for other in others)
    if others and same * 2 >= len(others):
        return Guess(mapping={"value": said}, why=f"giống {same} trong {len(others)} dòng trước")
    why = "khác các dòng trước; giữ giá trị của bài đăng thử" if others else "chưa có dòng nào để so"
    return Guess(mapping={"value": said}, why=why, sure=False)


def _wrapped(value: str, words: str, source: str, said: str) -> Guess | None:
    for text in (words, escape(words), escape(words, quote=False)):
        if text in value and len(value) <= len(text) + LONGEST_WRAP:
            before, _, after = value.partition(text)
            if (before or after) and len(text) < LONGEST_WRAP:
                continue  # a short text stands in many others
            around = {name: part for name, part in (("before", before), ("after", after)) if part}
            more = {"escape": True} if text != words else {}
            ask = "" if _TOLD_BY.search(words) else _UNTOLD
            return Guess(mapping={"from": source, **around, **more}, why=said, ask=ask)
    return None


def _moment_in_text(source: str, value: str, known: Known) -> Guess | None:
    for form in FORMS:
        for zone in ZONES:
            try:
                told = datetime.strptime(value.strip(), form).replace(tzinfo=ZoneInfo(zone))
            except ValueError:
                continue
            has_time = "%H" in form
            near = abs(told.astimezone(UTC) - known.at) <= NEAR
            if near if has_time else told.date() == known.at.astimezone(ZoneInfo(zone)).date():
                mapping = {"from": source, "as": "text", "format": form, "zone": zone}
                return Guess(mapping=mapping, why=f"ngày giờ đăng dạng chữ, giờ {zone}", sure=has_time)
    return None


def _words(text: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", text)).split()).casefold()
