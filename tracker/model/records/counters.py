"""The counters of codes: the last number given out of each kind, so that no code is given twice (rule 1.2)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tracker.model.records.codes import LAST_NUMBER, block_of, counter_of, table_of

_DIGITS, _LONGEST = "0123456789", len(str(LAST_NUMBER))


def codes_of(documents: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Every code of a state."""
    for rows in documents.values():
        yield from rows


def known_counters(counters: Mapping[str, int], codes: Iterable[str]) -> dict[str, int]:
    """The counters, raised where they do not know one of these codes, and without those past the last number."""
    found = {name: number for name, number in counters.items() if number < LAST_NUMBER}
    blocks = _blocks(counters)
    for code in set(codes):
        letter = code.rstrip(_DIGITS)
        known, digits = found.get(letter, 0), code[len(letter) :]
        if 0 < len(digits) <= _LONGEST and 0 < int(digits) <= known:  # as most are, of ten thousand codes
            continue
        if table_of(code) is None:
            continue
        number = int(digits)
        if not any(_knows(found, letter, number, block) for block in blocks):
            counter = counter_of(letter, block_of(number, counters))
            found[counter] = max(found.get(counter, 0), number)
    return found


def _blocks(counters: Mapping[str, int]) -> set[int]:
    return {0, *(int(name.partition("@")[2]) for name in counters if "@" in name)}


def _knows(counters: Mapping[str, int], letter: str, number: int, block: int) -> bool:
    """Whether a copy that numbers in that block would give out only higher numbers."""
    return block < number <= counters.get(counter_of(letter, block), 0)
