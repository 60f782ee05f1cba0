"""The running program keeps letters out of the heap, its heaps few, and gives back what is free in them."""

import json
import subprocess
import sys


def allocated(*how: str) -> tuple[int, int, float]:
    """Heaps, letters outside of them, and the share that was given back, in a process of its own."""
    command = [sys.executable, "-m", "tests.tinbai.allocating", *how]
    heaps, outside, share = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return heaps, outside, share


def test_a_running_program_has_two_heaps_and_its_letters_outside_of_them() -> None:
    assert allocated("hold-little")[:2] == (2, 1)


def test_by_itself_each_thread_would_have_one_and_letters_would_stand_in_them() -> None:
    heaps, outside, _ = allocated()
    assert heaps > 2
    assert outside == 0


def test_what_is_free_between_pieces_that_stay_is_given_back_when_it_is_asked_for() -> None:
    *_, by_itself = allocated("hold-little")
    *_, asked = allocated("hold-little", "give-back")
    assert by_itself < 0.3
    assert asked > 0.7


def test_a_running_program_does_not_walk_its_libraries_for_garbage() -> None:
    program = (
        "import gc, json; from tinbai.memory import collect_seldom; collect_seldom();"
        "print(json.dumps([gc.get_freeze_count(), len(gc.get_objects()), gc.get_threshold()[0]]))"
    )
    answer = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    frozen, walked, between = json.loads(answer)
    assert frozen > 100 * walked
    assert between > 700
