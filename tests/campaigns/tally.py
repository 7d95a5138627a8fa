"""The count of what a campaign tried, and every fault that it found."""

import sys
import time
from collections import Counter
from random import Random

SHOWN = 2000  # characters of a fault; the whole of it comes with its case alone


class Tally:
    """`count` is by what became of each case; a fault names its case, by which it is repeated alone."""

    def __init__(self, name: str, seed: int, *, loud: bool = False) -> None:
        self.name, self.seed, self.loud = name, seed, loud
        self.count = Counter[str]()
        self.faults: list[str] = []
        self.tried = 0
        self._begun = time.monotonic()

    def random(self, number: int) -> Random:
        """The choices of a case, which follow from the seed and its number."""
        return Random(f"{self.name} {self.seed} {number}")

    def case(self, number: int) -> None:
        """One more case is over."""
        self.tried += 1
        if self.loud and self.tried % 1000 == 0:
            print(f"{self.line()} (last {number})", flush=True)

    def fault(self, number: int, what: str, said: object = "") -> None:
        """Something that must not be."""
        text = f"{self.name} --seed {self.seed} --only {number}: {what}"
        self.faults.append(f"{text}\n{str(said)[-SHOWN:]}".rstrip())
        if self.loud:
            print(self.faults[-1], file=sys.stderr, flush=True)

    def line(self) -> str:
        """The figures in one line."""
        counts = ", ".join(f"{what} {number:,}" for what, number in sorted(self.count.items()))
        seconds = time.monotonic() - self._begun
        return f"{self.name}: {self.tried:,} in {seconds:,.0f} s, {len(self.faults)} faults; {counts}"
