"""The codes of joined records: where both sides gave one to a record of their own, one of the two gets another."""

import re
from collections.abc import Mapping
from typing import Any

from tracker.frozen import Frozen
from tracker.model.records.codes import block_of, counter_of, order_of

Place = tuple[str, str]
"""The table and code of a record."""
Places = Mapping[str, Place]
"""The places of a state's records by their identity."""
_COUNTED = re.compile(r"(.*?)([0-9]+)")


class Renumbered(Frozen):
    """A record whose code went to another: `old` is that of the record `now`, or of none, from then on."""

    uid: str
    table: str
    old: str
    new: str
    now: str


class Codes:
    """The codes of a join, given out one after the other.

    `states` are the places in the base and on both sides, `born` the numbers of the revisions that made new records,
    `counters` the highest numbers that either side has given out.
    """

    def __init__(self, states: tuple[Places, Places, Places], born: Mapping[str, int], counters: Mapping[str, int]):
        self.states, self.born = states, born
        self.counters = dict(counters)
        self.places: dict[str, Place] = {}
        self.renumbered: list[Renumbered] = []
        self._holders: dict[Place, str] = {}

    def give(self, records: Mapping[str, Mapping[str, Any]]) -> None:
        """Give each of the records its code.

        Who was made at the lower number keeps the code, then the smaller identity: no clock has a say, so both copies
        come to the same codes. An activity follows its step.
        """
        for uid in sorted(records, key=self._rank):
            table, code = self._wanted(uid)
            wanted = code
            if table == "activities":
                step = self.places.get(records[uid]["step"])
                code = f"{step[1]}.{code.rpartition('.')[2]}" if step else code
            if (table, code) in self._holders:
                code = self._next(code)
            if code != wanted:
                self.renumbered.append(Renumbered(uid, table, wanted, code, self._holders.get((table, wanted), "")))
            self.places[uid] = (table, code)
            self._holders[table, code] = uid

    def _rank(self, uid: str) -> tuple[bool, int, str]:
        """Rank steps before what hangs on them, then who was there or was made first."""
        return self._wanted(uid)[0] == "activities", 0 if uid in self.states[0] else self.born.get(uid, 0), uid

    def _wanted(self, uid: str) -> Place:
        """Give the place that a record has; where a side has moved it since, the new one."""
        base, *sides = (state.get(uid) for state in self.states)
        known = sorted({place for place in sides if place}, key=lambda place: order_of(place[1]))
        moved = [place for place in known if place != base]
        return next(iter((*moved, *known)), base or ("", ""))

    def _next(self, code: str) -> str:
        """Give the number after the highest that such a code ever had in its block."""
        counted = _COUNTED.fullmatch(code)
        letter, block = (counted[1], block_of(int(counted[2]), self.counters)) if counted else (code, 0)
        codes = (place[1] for state in (*self.states, self.places) for place in state.values())
        numbers = [int(each[len(letter) :]) for each in codes if _is_of(letter, each)]
        counter = counter_of(letter, block)
        highest = max((each for each in numbers if block_of(each, self.counters) == block), default=block)
        self.counters[counter] = max(highest, self.counters.get(counter, 0)) + 1
        return f"{letter}{self.counters[counter]}"


def _is_of(letter: str, code: str) -> bool:
    return code.startswith(letter) and code[len(letter) :].isdecimal()
