"""Cleaning by length, measured and drawn: `python -m tests.benchmarks.cleaning_plot FILE.svg` prints the tables too."""

import sys
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.cleaning import SIZES, as_table, by_length, cleaning

WIDTH, HEIGHT, LEFT, TOP = 640, 320, 60, 20
COLOURS = ("#0b5cad", "#b57700", "#2f7d4f", "#a3302c")


def drawn(spent: Mapping[str, Mapping[int, float]]) -> str:
    """A picture: a line for each kind of text, milliseconds over kB."""
    most = max(value for each in spent.values() for value in each.values()) * 1.05
    shapes = [_grid(most)]
    for number, (name, values) in enumerate(spent.items()):
        points = " ".join(f"{_x(size):.0f},{_y(value, most):.0f}" for size, value in values.items())
        colour = COLOURS[number % len(COLOURS)]
        shapes.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        shapes.append(f'<text x="{LEFT + 12}" y="{TOP + 16 + 18 * number}" fill="{colour}">{name}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 30} {TOP + HEIGHT + 40}">'
        "<style>text{font:13px sans-serif}</style><rect width='100%' height='100%' fill='white'/>"
        f"{''.join(shapes)}</svg>\n"
    )


def _grid(most: float) -> str:
    lines = [f'<path d="M{LEFT},{TOP}V{TOP + HEIGHT}H{LEFT + WIDTH}" fill="none" stroke="#555"/>']
    lines += [
        f'<text x="{_x(size):.0f}" y="{TOP + HEIGHT + 18}" text-anchor="middle">{size // 1000}</text>' for size in SIZES
    ]
    steps = [most * part / 4 for part in range(5)]
    lines += [
        f'<text x="{LEFT - 6}" y="{_y(step, most) + 4:.0f}" text-anchor="end">{step:.0f}</text>' for step in steps
    ]
    lines.append(f'<text x="{LEFT + WIDTH}" y="{TOP + HEIGHT + 34}" text-anchor="end">kB; ms of processor time</text>')
    return "".join(lines)


def _x(size: int) -> float:
    return LEFT + WIDTH * size / 1_000_000


def _y(value: float, most: float) -> float:
    return TOP + HEIGHT * (1 - value / most)


def main(target: str) -> None:
    """Measure, print and draw."""
    for pair in cleaning(5):
        median, least, largest = pair.ratio("cpu")
        print(f"| {pair.name} | {median:.2f} ({least:.2f}–{largest:.2f}) |")
    spent = by_length(2)
    print(as_table(spent))
    Path(target).write_text(drawn(spent), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
