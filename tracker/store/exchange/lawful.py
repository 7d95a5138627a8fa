"""The join of two copies by the rules: what both did together breaks none that neither has broken alone."""

from collections.abc import Iterable
from functools import cached_property

from tracker import errors
from tracker.model.history.documents import Documents
from tracker.model.joining.conflict import Choose
from tracker.model.joining.states import Joined, join
from tracker.model.rules.invariants import violations
from tracker.model.tracker import Tracker
from tracker.store.exchange.pair import Pair
from tracker.store.records import to_tracker
from tracker.store.state import Standing


class Lawful:
    """The join of both in which no rule is broken that neither has broken alone."""

    def __init__(self, pair: Pair, standing: Standing, ours: Tracker, choose: Choose) -> None:
        self.pair, self.standing, self.ours, self.choose = pair, standing, ours, choose
        self.base, self.contested = pair.past.base(*pair.parents), pair.past.contested(*pair.parents)

    @cached_property
    def known(self) -> set[tuple[object, ...]]:
        """The rules that a side has broken alone."""
        documents = (self.pair.state.documents, self.pair.incoming.state.documents)
        return {_words(each) for side in documents for each in violations(self._tracker(side))}

    def _tracker(self, documents: Documents) -> Tracker:
        return to_tracker(documents, self.standing.counters, self.standing.demo)

    def joined(self) -> tuple[Joined, Tracker]:
        """The join and its tracker.

        Who breaks a rule is asked about as a whole; if that does not help, the rule decides. Raises the rule that no
        answer would keep.
        """
        whole: dict[str, int | None] = {}
        while True:
            joined, after, broken = self._with(whole)
            if not broken or any(each.answer is None for each in joined.conflicts):
                return joined, after
            named = self._named(broken, after)
            new = [uid for uid in named if uid not in whole]
            whole |= dict.fromkeys(new) if new else self._left_by(broken, named, joined.touched, whole)

    def _with(self, whole: dict[str, int | None]) -> tuple[Joined, Tracker, list[errors.RuleBroken]]:
        one, other = map(self.pair.side, self.pair.parents)
        joined = join(
            *(self.base, one, other, self.choose), number=self.pair.number, contested=self.contested, whole=whole
        )
        made = (self.pair.state.documents, self.ours)
        after = to_tracker(joined.documents, self.standing.counters, self.standing.demo, made).sharing(self.ours)
        broken = list(violations(after, self.ours))
        return joined, after, [each for each in broken if _words(each) not in self.known]

    def _named(self, broken: Iterable[errors.RuleBroken], after: Tracker) -> list[str]:
        """The records that the rules name, by identity and in the same order on both desks."""
        records = {record.id: record.uid for _, record in after.records() if record.uid}
        return sorted({records[code] for each in broken for code in _codes(each) if code in records})

    def _left_by(
        self, broken: list[errors.RuleBroken], named: list[str], touched: tuple[str, ...], whole: dict[str, int | None]
    ) -> dict[str, int | None]:
        """Find the record and side with which the first rule is kept: one that it names, or else any touched one."""
        for uid in (*named, *touched):
            for side in (0, 1):
                if whole.get(uid) is None and _words(broken[0]) not in map(_words, self._with({**whole, uid: side})[2]):
                    return {uid: side}
        raise broken[0]


def _words(violation: errors.RuleBroken) -> tuple[object, ...]:
    return (type(violation), *vars(violation).values())


def _codes(violation: errors.RuleBroken) -> Iterable[str]:
    return (value for value in vars(violation).values() if isinstance(value, str))
