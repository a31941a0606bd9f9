"""The kernel's share of each click, alone in its process: `python -m bench.explore_kernel PROJECT`.

Prints, as JSON, the seconds of each round by what was clicked.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from itaanalysis.explore.explorer import Explorer

ROUNDS, WARMING = 15, 2


def main(root: Path) -> None:
    """Click everything and print how long it took."""
    explorer = Explorer(2568, root=root)
    first = _seconds(_clicks(explorer)["choose a unit"], 1)
    print(json.dumps({"first click": [first]} | {name: _rounds(click) for name, click in _clicks(explorer).items()}))


def _clicks(explorer: Explorer) -> dict[str, Callable[[int], None]]:
    """What is clicked, by name: each takes the number of its round and chooses otherwise than the round before."""
    units = tuple(value for _, value in explorer.units.options)
    measures = [value for _, value in explorer.measures.options]
    unit = explorer.what_if.sliders[next(iter(explorer.what_if.sliders))]

    def choose(control: object, *values: object) -> Callable[[int], None]:
        return lambda number: setattr(control, "value", values[number % len(values)])

    return {
        "choose a unit": choose(explorer.units, units, units[1:]),
        "choose a year": choose(explorer.years, (2568,), (2567,)),
        "choose an indicator": choose(explorer.measures, (measures[-1],), (measures[0],)),
        "move the mark": choose(explorer.threshold, 85.0, 90.0),
        "change the language": choose(explorer.language, "th", "en"),
        "move a what-if slider": choose(unit, 80.0, 90.0),
    }


def _rounds(click: Callable[[int], None]) -> list[float]:
    return [_seconds(click, number) for number in range(ROUNDS + WARMING)][WARMING:]


def _seconds(click: Callable[[int], None], number: int) -> float:
    started = time.perf_counter()
    click(number)
    return time.perf_counter() - started


if __name__ == "__main__":
    main(Path(sys.argv[1]))
