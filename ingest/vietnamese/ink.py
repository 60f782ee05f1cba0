"""Ink: a span as its source has it, before any repair."""

from dataclasses import dataclass

from tinbai.blocks import Span


@dataclass(frozen=True, kw_only=True)
class Ink(Span):
    """A run of characters with the same marks, with the font it was written in, because that decides its encoding."""

    font: str | None = None
