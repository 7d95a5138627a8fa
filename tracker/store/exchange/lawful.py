"""The join of two copies by the rules: what both did together breaks none that neither has broken alone."""

from collections.abc import Iterable
from functools import cached_property

from tracker import errors
from tracker.frozen import replace
from tracker.model.history.documents import Documents
from tracker.model.joining.conflict import Choose
from tracker.model.joining.references import named
from tracker.model.joining.states import Joined, join
from tracker.model.records.status import Status
from tracker.model.rules.invariants import violations
from tracker.model.tracker import Tracker
from tracker.store.exchange.pair import Pair
from tracker.store.records import to_tracker
from tracker.store.state import Standing


class Lawful:
    """The join of both in which no rule is broken that neither has broken alone.

    `cancelled` are new activities, by identity, of a step that stays completed, with its code: they are taken in as
    cancelled for that reason.
    """

    def __init__(self, pair: Pair, standing: Standing, ours: Tracker, choose: Choose) -> None:
        self.pair, self.standing, self.ours, self.choose = pair, standing, ours, choose
        self.cancelled: dict[str, str] = {}
        self.base, self.contested = pair.past.base(*pair.parents), pair.past.contested(*pair.parents)

    @cached_property
    def known(self) -> set[tuple[object, ...]]:
        """The rules that a side has broken alone."""
        documents = (self.pair.state.documents, self.pair.incoming.state.documents)
        return {each.case for side in documents for each in violations(self._tracker(side))}

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
            about = self._named(broken, after)
            new = [uid for uid in about if uid not in whole]
            whole |= dict.fromkeys(new) if new else self._left_by(broken, about, joined, whole)

    def _with(self, whole: dict[str, int | None]) -> tuple[Joined, Tracker, list[errors.RuleBroken]]:
        one, other = map(self.pair.side, self.pair.parents)
        joined = join(
            self.base,
            one,
            other,
            self.choose,
            number=self.pair.number,
            same=self.pair.past.same,
            contested=self.contested,
            whole=whole,
        )
        joined = replace(joined, documents=self._with_cancelled(joined.documents))
        made = (self.pair.state.documents, self.ours)
        after = to_tracker(joined.documents, self.standing.counters, self.standing.demo, made).sharing(self.ours)
        broken = list(violations(after, self.ours))
        return joined, after, [each for each in broken if each.case not in self.known]

    def _named(self, broken: Iterable[errors.RuleBroken], after: Tracker) -> list[str]:
        """The records that the rules name, by identity and in the same order on both desks."""
        records = {record.id: record.uid for _, record in after.records() if record.uid}
        return sorted({records[code] for each in broken for code in _codes(each) if code in records})

    def _left_by(
        self, broken: list[errors.RuleBroken], about: list[str], joined: Joined, whole: dict[str, int | None]
    ) -> dict[str, int | None]:
        """Find the record and side with which the first rule is kept, or take in as cancelled what it does not allow.

        Records that hang on those of the rule come first, so that no answer is taken back if it can hold; where
        several of them can keep the rule, people are asked.
        """
        answered = {each.uid for each in joined.conflicts if each.asked}
        hanging = [uid for uid in self._hanging(broken[0], joined.touched) if uid not in answered]
        found = self._kept_by(broken[0], hanging, whole)
        if len(found) > 1 and whole.keys().isdisjoint(found):
            return dict.fromkeys(found)
        if not found and isinstance(broken[0], errors.OpenActivities):
            rows = joined.documents["activities"]
            new = {rows[code]["uid"] for code in broken[0].activities} - self.cancelled.keys()
            if new:
                self.cancelled |= dict.fromkeys(new, broken[0].record)
                return {}
        found = found or self._kept_by(broken[0], (*about, *joined.touched), whole, enough=1)
        if not found:
            raise broken[0]
        return dict([next(iter(found.items()))])

    def _kept_by(
        self, broken: errors.RuleBroken, uids: Iterable[str], whole: dict[str, int | None], enough: int = 2
    ) -> dict[str, int | None]:
        """Give the first records, as many as are `enough`, with a side by which the rule is kept."""
        found: dict[str, int | None] = {}
        for uid in uids:
            for side in (0, 1):
                if whole.get(uid) is None and not self._breaks(broken, {**whole, uid: side}):
                    found[uid] = side
                    break
            if len(found) == enough:
                break
        return found

    def _breaks(self, broken: errors.RuleBroken, whole: dict[str, int | None]) -> bool:
        """Whether the join with those answers still breaks the rule."""
        return broken.case in {each.case for each in self._with(whole)[2]}

    def _hanging(self, broken: errors.RuleBroken, touched: Iterable[str]) -> list[str]:
        """The touched records that name, or named, one of those that a rule is about."""
        states = (self.base, self.pair.state.documents, self.pair.incoming.state.documents)
        codes = set(_codes(broken))
        found = {
            row["uid"]
            for documents in states
            for table, rows in documents.items()
            for row in rows.values()
            if not codes.isdisjoint(named(table, dict(row.items())))
        }
        return [uid for uid in touched if uid in found]

    def _with_cancelled(self, documents: Documents) -> Documents:
        """The documents with the activities cancelled that a step does not allow which stays completed."""
        if not self.cancelled:
            return documents
        rows = dict(documents["activities"].items())
        for code, row in rows.items():
            if row["uid"] in self.cancelled:
                cancelled = {"status": Status.CANCELLED.value, "status_reason": self.cancelled[row["uid"]]}
                rows[code] = {**row, **cancelled, "rev": self.pair.number}
        return {**documents, "activities": rows}


def _codes(violation: errors.RuleBroken) -> Iterable[str]:
    return (value for value in vars(violation).values() if isinstance(value, str))
