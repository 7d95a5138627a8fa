"""Random runs of three desks that work and hand each other files, and what must hold after each."""

import random
from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from unittest.mock import patch

from tests.store.desks import SECRET, Desk
from tests.store.places import stored
from tests.store.stores import DAY, act
from tracker.model.history.chain import content
from tracker.model.history.graph import ancestors, graph_of
from tracker.model.history.revision import Revision
from tracker.model.history.texts import ERASED
from tracker.model.joining.conflict import Conflict
from tracker.model.rules.invariants import violations
from tracker.store.exchange.joining import MERGED, NOTHING, OPEN, Comparison
from tracker.store.exchange.pair import Incoming
from tracker.store.exchange.revealing import Half, exchanged
from tracker.store.template import template_state
from tracker.store.verify import verify_chain

SINGLE = ("declared", "weight", "priority", "planned_end", "response", "severity")
"""Fields that are a question of their own."""


class Programme:
    """One random run of three desks."""

    def __init__(self, folder: Path, seed: int, *, withholding: bool, address: str = "") -> None:
        self.rnd, self.withholding = random.Random(seed), withholding
        first = Desk(folder / "ly.json", "LY", withholding=withholding, address=address)
        first.store.create(act("init", by="LY"), template_state("article"))
        others = (("tr.json", "TR"), ("third.json", "LY/liaison"))
        self.desks = [first, *(Desk(folder / name, by, first, withholding=withholding) for name, by in others)]
        self.files: list[Incoming] = []
        self.asked: set[tuple[str, str]] = set()
        self.day = DAY
        self.merged = self.questions = 0

    def choose(self, conflict: Conflict) -> int:
        self.asked.add(conflict.unit)
        return self.rnd.randrange(2)

    def exchange(self, taker: Desk, incoming: Incoming) -> Comparison:
        before = taker.store.load()
        taken = taker.take(incoming, self.choose, self.day)
        assert taken.result != OPEN
        if taken.result == NOTHING and not taken.given:
            assert taker.store.load() == before
        self.merged += taken.result == MERGED
        self.questions += len(taken.conflicts)
        self.asked |= {each.unit for each in taken.conflicts}  # also where a rule has left only one answer
        found = verify_chain(taker.store)
        assert (found.broken, found.odd) == (None, ())
        assert not list(violations(taker.store.load()))
        return taken

    def run(self, acts: int) -> None:
        for _ in range(acts):
            self.day += timedelta(1)
            desk = self.rnd.choice(self.desks)
            if self.rnd.random() < 0.7:
                desk.work(self.rnd, self.day)
                continue
            other = self.rnd.choice([each for each in self.desks if each is not desk])
            if self.rnd.random() < 0.3:
                self.cross(desk, other)
            elif self.files and self.rnd.random() < 0.25:
                self.exchange(other, self.rnd.choice(self.files))
            else:
                self.files.append(desk.file())
                self.exchange(other, self.files[-1])
                assert other.take(self.files[-1], self.choose).result == NOTHING

    def cross(self, one: Desk, other: Desk) -> None:
        """Both hand over their file at one table: without a question they have one head at once."""
        first, second = one.file(), other.file()
        known = self.questions
        self.exchange(one, second)
        self.exchange(other, first)
        assert self.questions > known or one.head == other.head

    def settle(self) -> None:
        """Everybody takes in everybody's newest file, until nobody has news or texts for another."""
        for _ in range(6):
            found = [self.exchange(taker, giver.file()) for giver, taker in permutations(self.desks, 2)]
            if all(each.result == NOTHING and not each.given for each in found):
                break
        assert len({desk.head for desk in self.desks}) == 1, "the desks do not come to one head"


def assert_one_state(programme: Programme) -> None:
    first, *others = programme.desks
    for other in others:
        if programme.withholding:
            assert content(other.file().state.documents) == content(first.file().state.documents)
        else:
            assert other.store.load() == first.store.load()
        assert other.store.state().standing.counters == first.store.state().standing.counters


def assert_nothing_lost_or_doubled(desk: Desk, asked: Iterable[tuple[str, str]]) -> None:
    revisions = desk.revisions().values()
    tracker = desk.store.load()
    there = [record.uid for _, record in tracker.records()]
    assert len(set(there)) == len(there)
    known = {*there, *(uid for paper in tracker.evidence.values() for uid in paper.same)}
    removed = {c.uid for each in revisions for c in each.changes if c.after is None}
    made = {c.uid for each in revisions for c in each.changes if c.before is None}
    assert made <= known | removed or any(question == "removed" for _, question in asked)  # who names it goes with it
    # Who takes the removal of a paper back has it beside the one that was attached in its place.
    undone = {c.uid for each in revisions if each.command == "undo" for c in each.changes if c.before is None}
    public = [p for p in tracker.evidence.values() if p.confidentiality == "public" and p.uid not in undone]
    assert len({(p.reference, p.date) for p in public}) == len(public), public


def assert_nothing_stale(desk: Desk, asked: Iterable[tuple[str, str]]) -> None:
    """Each field holds what one of its newest acts has said: those that no other act on it knew of."""
    revisions = desk.revisions()
    graph = graph_of(revisions.values())
    up = {name: ancestors(graph, name) for name in revisions}
    acts: dict[tuple[str, str], dict[str, object]] = {}
    found: dict[tuple[str, str], dict[str, object]] = {}
    for name, revision in revisions.items():
        if len(revision.parents) > 1:
            continue
        for uid, field, before, after in said(revision):
            if ERASED in (before, after):
                continue
            acts.setdefault((uid, field), {})[name] = after
            found.setdefault((uid, field), {})[name] = before
    gone = [(name, c.uid) for name, each in revisions.items() for c in each.changes if c.after is None]
    records = {record.uid: record for _, record in desk.store.load().records()}
    for (uid, field), values in acts.items():
        newest = [name for name in values if not any(name != other and name in up[other] for other in values)]
        if any(removed == uid and act in up[name] for name, removed in gone for act in values):
            continue  # whoever brings a removed record back says what it was then
        if uid not in records or any((uid, question) in asked for question in (field, "status", "rule", "removed")):
            continue
        if any(values[name] in earlier(found[uid, field], up[name]) for name in newest):
            continue  # who puts a value back to what it was has said nothing new
        held = getattr(records[uid], field)
        held = held.isoformat() if hasattr(held, "isoformat") else held
        assert held in [values[name] for name in newest], (records[uid].id, field, held, values)
        assert len({repr(values[name]) for name in newest}) == 1, ("decided silently", records[uid].id, field, values)


def earlier(found: Mapping[str, object], names: set[str]) -> list[object]:
    """The values that a field had before any of the acts of these names."""
    return [before for name, before in found.items() if name in names]


def said(revision: Revision) -> Iterable[tuple[str, str, object, object]]:
    """The single fields that a revision changed, by the identity of the record, with the values before and after."""
    for change in revision.changes:
        if change.before is not None and change.after is not None:
            known = (name for name in SINGLE if name in change.after)
            yield from ((change.uid, name, change.before.get(name), change.after[name]) for name in known)


def assert_each_keeps_its_texts(programme: Programme) -> None:
    """What is internal is in the copy of the desk that wrote it, and in no other."""
    for desk in programme.desks:
        held = (stored(desk.store) or b"").decode()
        others = [each for each in programme.desks if each is not desk]
        assert not [each.office for each in others if f"{SECRET}{each.office} " in held]
        half = Half(desk.store.state(), tuple(desk.store.revisions()))
        given, _ = exchanged(half, half)
        assert given.state.documents == half.state.documents
        assert tuple(given.revisions) == half.revisions


def play(folder: Path, seed: int, *, withholding: bool = False, address: str = "") -> Programme:
    # Identities and salts come from the seed too, so that what fails once fails again.
    with patch("os.urandom", random.Random(seed).randbytes):
        return _played(folder, seed, withholding=withholding, address=address)


def _played(folder: Path, seed: int, *, withholding: bool, address: str) -> Programme:
    programme = Programme(folder, seed, withholding=withholding, address=address)
    programme.run(programme.rnd.randrange(10, 40))
    programme.settle()
    assert_one_state(programme)
    assert_nothing_lost_or_doubled(programme.desks[0], programme.asked)
    assert_nothing_stale(programme.desks[0], programme.asked)
    if withholding:
        assert_each_keeps_its_texts(programme)
    return programme
