"""Forged files: each is noticed, or says the same (rules 15.2 and 15.7, and tracker/store/README.md)."""

from pathlib import Path

from tests.campaigns.tally import Tally
from tests.store.forged import KINDS, files, forged


def run(folder: Path, tally: Tally, numbers: range) -> None:
    """The forgeries of these numbers, by turns of a history in one line and of copies that were joined."""
    for place, kind in enumerate(KINDS):
        home = folder / kind.replace(" ", "-")
        home.mkdir()
        seeds = [tally.seed * 1_000_000 + number for number in numbers if number % len(KINDS) == place]
        found, missed = forged(files(home, kind), seeds)
        tally.count[f"{kind}, noticed"] += found
        tally.count[f"{kind}, say the same"] += len(seeds) - found - len(missed)
        for seed in seeds:
            tally.case(seed)
        for each in missed:
            tally.fault(numbers.start, f"{kind}: {each} was not noticed")
