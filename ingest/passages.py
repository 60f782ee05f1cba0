"""Where the pictures stood that a mail program showed between the texts of a letter, as Apple Mail sends them."""

from collections.abc import Sequence

from ingest.bodies import Body
from ingest.letter import Part, Passage


def passages_of(flow: Sequence[Body | Part]) -> tuple[Passage | Part, ...]:
    """The texts with the pictures between them; empty where no picture stands before a text.

    Pictures after the last text are as much at the end as attached ones are. One that a text shows by itself, by
    its content id, stands where that text has it.
    """
    last = max((place for place, one in enumerate(flow) if isinstance(one, Body) and one.text.strip()), default=0)
    shown = "\n".join(one.html for one in flow if isinstance(one, Body) and one.html is not None)
    passages: list[Passage | Part] = []
    for place, one in enumerate(flow):
        if isinstance(one, Body):
            passages.append(Passage(text=one.text, html=one.html))
        elif place < last and not (one.content_id and f"cid:{one.content_id}" in shown):
            passages.append(one)
    return tuple(passages) if any(isinstance(one, Part) for one in passages) else ()
