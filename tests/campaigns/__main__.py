"""Runs a campaign at length: `python -m tests.campaigns mutations --count 50000 --seed 1`.

It prints what became of the cases, and each fault with the line that repeats it alone; the code is 1 if there are any.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.campaigns import edges, forgeries, injection, lines, mutations, writers
from tests.campaigns.tally import Tally

Campaign = Callable[[Path, Tally, range], None]
CAMPAIGNS: dict[str, tuple[Campaign, int]] = {
    "mutations": (mutations.run, 50_000),
    "lines": (lines.run, 20_000),
    "writers": (writers.run, 100),
    "forgeries": (forgeries.run, 1_000),
    "edges": (edges.run, 250),
    "injection": (injection.run, len(injection.TEXTS)),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns", description=__doc__.splitlines()[0])
    parser.add_argument("campaign", choices=CAMPAIGNS)
    parser.add_argument("--count", type=int, help="how many cases")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--only", type=int, help="the number of one case")
    given = parser.parse_args()
    run, usual = CAMPAIGNS[given.campaign]
    first, count = (given.first, given.count or usual) if given.only is None else (given.only, 1)
    tally = Tally(given.campaign, given.seed, loud=True)
    with tempfile.TemporaryDirectory() as folder:
        run(Path(folder), tally, range(first, first + count))
    print(tally.line())
    return int(bool(tally.faults))


if __name__ == "__main__":
    sys.exit(main())
