"""The report of `check`: findings with the command that mends each, and where and how the data is kept."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from tracker import errors
from tracker.frozen import Frozen
from tracker.message import Message, count, msg
from tracker.model.checks.finding import Finding
from tracker.model.history.revision import Change, Revision
from tracker.model.state.health import Health
from tracker.model.tracker import Tracker
from tracker.reports.answers.changed import further
from tracker.reports.answers.finding_words import command, sentence
from tracker.reports.answers.history import by_hand, machine_change, machine_revision
from tracker.reports.report import Column, Facts, Many, Note, Notes, Ref, Report, Table, Value
from tracker.reports.values import record_name

MOST = 20
"""The findings of a kind that are told one by one; programs get all."""


class Examined(Frozen):
    """The findings about the file: facts about the place, its faults, and what was changed in its records by hand.

    `mended` is the revision that has just taken such changes in.
    """

    facts: tuple[tuple[str, Message, Value], ...] = ()
    faults: tuple[Note, ...] = ()
    edits: tuple[Change, ...] = ()
    mended: Revision | None = None


def check_report(
    tracker: Tracker,
    day: date,
    found: Sequence[Finding],
    store: Examined,
    said: Callable[[errors.RuleBroken], Message],
    in_words: Callable[[Message], str],
) -> Report:
    """Findings on data, and what was found of the file.

    Broken rules are in the words of `said`; programs get the sentences `in_words`.
    """
    columns = (
        Column("record", msg("Record")),
        Column("sentence", msg("What is missing"), flexible=True, letters=30),
        Column("command", msg("What to type"), flexible=True, rank=1),
    )
    total = count("{n} finding", "{n} findings", len(found) + len(store.faults))
    edits = tuple(Note(sentence) for sentence in by_hand(tracker, store.edits))
    blocks = (
        Facts("place", msg("Where the data is"), store.facts),
        Notes("store", None, store.faults or (Note(msg("The file is sound."), Health.GREEN),)),
        *((Notes("edits", msg("Changed by hand"), edits),) if edits else ()),
        Table("findings", total, columns, tuple(_rows(found, said)), msg("Nothing to repair.")),
    )

    def data() -> dict[str, Any]:
        return {
            "data": [_finding(f, in_words(sentence(f, said))) for f in found],
            "store": [in_words(note.text) for note in store.faults],
            "edits": [machine_change(change) for change in store.edits],
            "revision": machine_revision(store.mended) if store.mended else None,
            "place": {key: _machine(value) for key, _, value in store.facts},
        }

    return Report("check", day, None, blocks, data, tracker.demo)


def _rows(found: Sequence[Finding], said: Callable[[errors.RuleBroken], Message]) -> Iterator[tuple[Value, ...]]:
    """Tell the first findings of each kind, and how many more there are: nobody reads ten thousand of them."""
    for _, kind in groupby(found, key=lambda f: f.code):
        alike = [*kind]
        for f in alike[:MOST]:
            yield record_name(f.record) if f.record else None, sentence(f, said), Ref(command(f))
        if len(alike) > MOST:
            yield None, further(len(alike) - MOST), None


def _finding(f: Finding, words: str) -> dict[str, Any]:
    told = {"code": f.code, "record": f.record, "number": f.number, "detail": f.detail}
    return told | {"sentence": words, "command": command(f)}


def _machine(value: Value) -> Any:
    match value:
        case Many(values):
            return [_machine(item) for item in values]
        case Message(text):
            return text
        case Ref(code):
            return code
    return value
