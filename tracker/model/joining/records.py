"""The join of one record: every question that it answers, asked once, and the record that comes of it."""

from collections.abc import Callable, Mapping
from typing import Any

from tracker.model.joining.conflict import OPEN, REMOVED, RULE, Values
from tracker.model.joining.fields import QUESTIONS, UNION, questions
from tracker.model.joining.values import Ask as Asking
from tracker.model.joining.values import Three, joined, one_of
from tracker.model.joining.wordings import with_translations
from tracker.model.records.localized import plain_texts
from tracker.model.records.tables import TABLES

Fields = dict[str, Any]
Ask = Callable[[str, Values | None, Values | None, Values | None], int | None]
"""Gives the side, 0 or 1, that stays for a question, after base and both sides; None leaves it open."""

DERIVED = frozenset({"created_on", "updated_on"})
"""Fields that say nothing of their own: a record that differs in them alone was not changed."""
APPROVED = "approved"


class Record:
    """A record in three states, with references by identity, and the way to ask about it."""

    def __init__(self, table: str, three: tuple[Fields | None, Fields | None, Fields | None], ask: Ask) -> None:
        self.table = table
        self.base, self.one, self.other = three
        self._ask = ask

    def joined(self, *, contested: Callable[[str], bool], whole: bool = False) -> Fields | None:
        """The record after the join, None where it goes; from some lists nothing goes, whatever is answered.

        `contested` tells whether a question was answered on both sides before, so that it is open again; `whole` asks
        for all of the record at once, where the answers together break a rule.
        """
        kept = self._kept(contested=contested, whole=whole)
        return kept and {**{name: value for name, value in kept.items() if name not in UNION}, **self._lists()}

    def _lists(self) -> Fields:
        sides = [side for side in (self.one, self.other) if side]
        found = {name: sorted({item for side in sides for item in side.get(name) or ()}) for name in UNION}
        return {name: items for name, items in found.items() if items}

    def _kept(self, *, contested: Callable[[str], bool], whole: bool) -> Fields | None:
        if self.one is None or self.other is None:
            return self._there(whole=whole)
        base = self.base or {}
        if whole or self._approved(base):
            kept = self._chosen(RULE if whole else "approval", self.base, self.one, self.other)
            return None if kept is None else dict(kept)
        found: Fields = {}
        for question, fields in questions(self.table, base, (self.one, self.other)).items():
            found |= self._answered(question, fields, base, contested)
        return _mended(self.table, {k: v for k, v in found.items() if v not in (None, [], {})}, self)

    def _chosen(self, question: str, base: Values | None, one: Values | None, other: Values | None) -> Values | None:
        side = self._ask(question, base, one, other)
        return dict.fromkeys({**(one or {}), **(other or {})}, OPEN) if side is None else (one, other)[side]

    def _there(self, *, whole: bool) -> Fields | None:
        """Tell whether a record stays that a side has not, and as what; a new one always does."""
        kept = self.one or self.other
        if self.base is None or kept is None:
            return kept
        if same(kept, self.base) and not whole:
            return None
        stays = self._chosen(RULE if whole else REMOVED, self.base, self.one, self.other)
        return None if stays is None else dict(stays)

    def _approved(self, base: Fields) -> bool:
        """Whether one side has approved an evaluation that the other has changed."""
        sides = [side for side in (self.one, self.other) if side and not same(side, base)]
        approved = any(side.get("status") == APPROVED != base.get("status") for side in sides)
        return self.table == "reviews" and len(sides) == 2 and approved and not same(*sides)

    def _answered(
        self, question: str, fields: tuple[str, ...], base: Fields, contested: Callable[[str], bool]
    ) -> Fields:
        states = [{field: state.get(field) for field in fields} for state in (base, self.one or {}, self.other or {})]
        if question in QUESTIONS.get(self.table, {}):
            states = list(with_translations(plain_texts(TABLES[self.table]) & set(fields), *states))
            kept: Fields = one_of(question, Three(*states), Asking(self._chosen, contested))
            return kept
        (field,) = fields

        def named(path: str) -> str:
            return question if path == field else f"{question}/{path}"

        def chosen(path: str, *values: Any) -> Any:
            kept = self._chosen(named(path), *({field: value} for value in values))
            return kept and kept[field]

        three = Three(*(state[field] for state in states))
        return {field: joined(field, three, Asking(chosen, lambda path: contested(named(path))))}


def same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two states of a record say the same."""
    names = {*one, *other} - DERIVED
    return all((one.get(name) or None) == (other.get(name) or None) for name in names)


def _mended(table: str, found: Fields, record: Record) -> Fields:
    """The record with what follows from the join: a reason that a count needs, and no verification of other words."""
    sides = [side or {} for side in (record.one, record.other)]
    if found.get("reschedules") and not found.get("reschedule_reason"):
        reason = next((side["reschedule_reason"] for side in sides if side.get("reschedule_reason")), None)
        found |= {"reschedule_reason": reason} if reason else {}
    before = (record.base or {}).get("reference")
    if table == "evidence" and record.base and any(side.get("reference") != before for side in sides):
        return {name: value for name, value in found.items() if name not in ("verified_on", "verified_by")}
    return found
