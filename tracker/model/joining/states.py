"""The join of two whole states: records by their identity, their codes, and what they name."""

import re
from collections.abc import Mapping

from tracker.frozen import Frozen, replace
from tracker.model.history.documents import Document, Documents
from tracker.model.history.identity import LENGTH
from tracker.model.history.revision import without_bookkeeping
from tracker.model.joining.codes import Codes, Renumbered
from tracker.model.joining.conflict import REMOVED, RULE, Choose, Conflict, Values
from tracker.model.joining.fields import TOLD
from tracker.model.joining.records import Fields, Record
from tracker.model.joining.references import named, renamed
from tracker.model.joining.state import State

_IDENTITY = re.compile(rf"[0-9a-f]{{{LENGTH}}}")


class Side(Frozen):
    """A state to be joined: its documents and counters, and the number of the revision that made each new record."""

    documents: Documents
    counters: Mapping[str, int] = {}
    born: Mapping[str, int] = {}


class Joined(Frozen):
    """The state after a join, the questions it met, the codes that moved, and the papers that became one.

    The state is whole only where every question is answered. `touched` are the identities of records that a side has
    changed.
    """

    documents: Documents
    counters: Mapping[str, int]
    conflicts: tuple[Conflict, ...]
    renumbered: tuple[Renumbered, ...]
    papers: Mapping[str, str]
    touched: tuple[str, ...]


def join(
    base: Documents,
    one: Side,
    other: Side,
    choose: Choose | None,
    *,
    number: int = 0,
    same: Mapping[str, str] = {},
    contested: frozenset[tuple[str, str]] = frozenset(),
    whole: Mapping[str, int | None] = {},
) -> Joined:
    """Join two states that began as `base`, in a revision of that number; without `choose` what is open stays open.

    Nothing but the order of lists depends on which of the two comes first.

    `same` are the papers that are another one, by identity. `contested` are the questions, by record and name, that
    were answered on both sides; `whole` are the identities of records that are asked for as a whole, since their parts
    together break a rule, or the side that the rule leaves.
    """
    return _Join(base, one, other, choose, number, same, contested, whole).joined()


class _Join:
    """One run; what is asked is remembered, since a record may be looked at again after another was brought back."""

    def __init__(
        self,
        base: Documents,
        one: Side,
        other: Side,
        choose: Choose | None,
        number: int,
        same: Mapping[str, str],
        contested: frozenset[tuple[str, str]],
        whole: Mapping[str, int | None],
    ) -> None:
        self.choose, self.number, self.contested, self.whole = choose, number, contested, whole
        self.same, self.sides = same, (one, other)
        self.states = [State(documents, self.same) for documents in (base, one.documents, other.documents)]
        self.asked: dict[tuple[str, str], Conflict] = {}
        self.kept: dict[str, Fields | None] = {}

    def joined(self) -> Joined:
        base, *states = self.states
        touched = [state.touched(base) for state in states]
        steady = all(state.names_as(base) for state in states)
        asked = {uid for uid, _ in self.contested} | self.whole.keys()
        for uid in sorted(touched[0] | touched[1]):
            # A record that one side alone has changed is as that side has it.
            alone = steady and uid not in asked and (uid in touched[0]) != (uid in touched[1])
            self.kept[uid] = states[uid in touched[1]].record(uid) if alone else self._record(uid)
        while self._families():
            pass
        codes = self._codes()
        conflicts = tuple(self.asked[unit] for unit in sorted(self.asked))
        return Joined(
            self._documents(codes),
            codes.counters,
            conflicts,
            tuple(codes.renumbered),
            self.same,
            tuple(sorted(self.kept)),
        )

    def _record(self, uid: str) -> Fields | None:
        base, one, other = (state.record(uid) for state in self.states)
        table = self._table(uid)

        def ask(question: str, *values: Values | None) -> int | None:
            return self._answer(uid, table, question, *values)

        def contested(question: str) -> bool:
            return (uid, question) in self.contested

        return Record(table, (base, one, other), ask).joined(contested=contested, whole=uid in self.whole)

    def _table(self, uid: str) -> str:
        return next(state.places[uid][0] for state in self.states if uid in state.places)

    def _answer(
        self, uid: str, table: str, question: str, base: Values | None, one: Values | None, other: Values | None
    ) -> int | None:
        found = self.asked.get((uid, question))
        if found is None:
            code = next(state.places[uid][1] for state in reversed(self.states) if uid in state.places)
            told = [state.told(table, values) for state, values in zip(self.states, (base, one, other), strict=True)]
            found = Conflict(uid, table, code, question, told[0], (told[1], told[2]), self._as_typed(question))
            left = self.whole.get(uid) if question == RULE else None
            answer = left if left is not None else self.choose and self.choose(found)
            found = replace(found, answer=answer, asked=left is None)
            self.asked[uid, question] = found
        # What nobody has answered yet stands as on the first side, and is not written.
        return 0 if found.answer is None and self.choose else found.answer

    def _as_typed(self, question: str) -> str:
        """Give the name of a question as people know it, with the codes of records whose identities stand in a key."""

        def code(found: re.Match[str]) -> str:
            return next((state.codes[found[0]] for state in self.states if found[0] in state.codes), found[0])

        return _IDENTITY.sub(code, TOLD.get(question, question))

    def _families(self) -> bool:
        """Ask about a record that goes while another that stays names it; True if something changed by that.

        Both stay, or both go: who names it goes with it where the removal is chosen.
        """
        for uid, record in list(self.kept.items()):
            if record is None:
                continue
            for name in named(self._table(uid), record):
                if name in self.kept and self.kept[name] is None and name != uid:
                    return self._family(name, uid)
        return False

    def _family(self, gone: str, naming: str) -> bool:
        base, one, other = (state.record(gone) for state in self.states)
        table = self._table(gone)
        if table == "evidence" or self._only_supports(naming, gone):
            return self._dropped(naming, gone)
        if one is None and other is None:
            return self._dropped(naming, gone) or self._goes(naming)
        answer = self._answer(gone, table, REMOVED, base, one, other)
        if answer is None or (one, other)[answer] is not None:
            self.kept[gone] = one or other
        else:
            self.kept[naming] = None
        return True

    def _only_supports(self, naming: str, gone: str) -> bool:
        record = self.kept[naming] or {}
        others = {name: value for name, value in record.items() if name != "supports"}
        return "supports" in record and gone not in named(self._table(naming), others)

    def _dropped(self, naming: str, gone: str) -> bool:
        """Take what no longer is there out of the lists of a record that stays."""
        record, table = self.kept[naming] or {}, self._table(naming)
        fields = {name: value for name, value in record.items() if gone in named(table, {name: value})}
        lists = {name: value for name, value in fields.items() if isinstance(value, list)}
        if fields.keys() != lists.keys():
            return False
        kept = {
            name: [item for item in value if gone not in named(table, {name: [item]})] for name, value in lists.items()
        }
        self.kept[naming] = {k: v for k, v in {**record, **kept}.items() if v != []}
        return True

    def _goes(self, naming: str) -> bool:
        self.kept[naming] = None
        return True

    def _codes(self) -> Codes:
        base, one, other = self.states
        counters = [side.counters for side in self.sides]
        highest = {name: max(each.get(name, 0) for each in counters) for name in {*counters[0], *counters[1]}}
        codes = Codes((base.places, one.places, other.places), {**self.sides[0].born, **self.sides[1].born}, highest)
        codes.give({uid: record for uid, record in self.kept.items() if record is not None})
        return codes

    def _documents(self, codes: Codes) -> Documents:
        """The joined documents by table and code, the records that nobody touched as they are on the first side."""
        one = self.states[1]
        names = {**one.codes, **{uid: code for uid, (_, code) in codes.places.items()}}
        result = {table: dict(rows.items()) for table, rows in one.documents.items()}
        for uid in self.kept.keys() & one.places.keys():
            table, code = one.places[uid]
            del result[table][code]
        former = {each.uid: each.old for each in codes.renumbered}
        for uid, (table, code) in codes.places.items():
            record = renamed(table, self.kept[uid] or {}, names)
            result.setdefault(table, {})[code] = self._document(uid, code, record, former.get(uid))
        return result

    def _document(self, uid: str, code: str, record: Document, former: str | None) -> Document:
        document: Document = {"id": code, "uid": uid, **record}
        same = {old for old, kept in self.same.items() if kept == uid}
        for name, more in (("former", {former} if former else set()), ("same", same)):
            if more:
                document[name] = sorted({*document.get(name, ()), *more})
        # On either side the number of the revision that made a record what it is: both copies stamp the same.
        known = [row for state in self.states[1:] if (row := state.whole(uid)) is not None]
        revs = [row.get("rev", 0) for row in known if without_bookkeeping(row) == without_bookkeeping(document)]
        return {**document, "rev": max(revs, default=self.number)}
