"""VISCII's no-break space: a long word without one is looked through once."""

import time

from tinbai.vietnamese.viscii import decode


def seconds(text: str) -> float:
    spent = []
    for _ in range(3):
        started = time.process_time()
        decode(text)
        spent.append(time.process_time() - started)
    return min(spent)


def test_four_times_the_letters_cost_nowhere_near_sixteen_times_the_time() -> None:
    assert seconds("x" * 400_000) < 8 * max(seconds("x" * 100_000), 0.005)


def test_a_word_is_found_from_its_first_letter() -> None:
    assert decode("H\u00a0 x\u00a0y CH\u00a0") == "HÕ x\u00a0y CHÕ"
