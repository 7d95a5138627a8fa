"""A small share of each campaign; at length they are run by `python -m tests.campaigns`."""

from functools import partial
from pathlib import Path

import pytest

from tests.campaigns import edges, forgeries, injection, lines, mutations, writers
from tests.campaigns.__main__ import Campaign
from tests.campaigns.tally import Tally

pytestmark = pytest.mark.slow
SHARES: dict[str, tuple[Campaign, range]] = {
    "mutations": (mutations.run, range(250)),
    "lines": (lines.run, range(300)),
    "writers": (partial(writers.run, writers=4), range(6)),
    "forgeries": (forgeries.run, range(60)),
    "edges": (edges.run, range(0, 250, 25)),
    "injection": (injection.run, range(1)),
}


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
@pytest.mark.parametrize("name", SHARES)
def test_a_share_of_the_campaign_finds_nothing(tmp_path: Path, name: str) -> None:
    run, numbers = SHARES[name]
    tally = Tally(name, 7)
    run(tmp_path, tally, numbers)
    assert tally.faults == [], tally.line()
    assert tally.tried >= len(numbers)
    if name == "lines":  # half of them are such as somebody types
        done = sum(number for what, number in tally.count.items() if what.startswith("done"))
        assert 0.35 < done / tally.tried < 0.65, tally.line()
