"""The report of `show`: everything about records: fields, links both ways, evidence, last changes, explanations."""

from collections.abc import Sequence
from datetime import date

from tracker.message import msg
from tracker.model.history.notes import notes_on
from tracker.model.history.revision import Revision
from tracker.model.records.record import Record
from tracker.model.state.assessment import assess
from tracker.model.tracker import Tracker
from tracker.reports.answers.explain import explanations
from tracker.reports.answers.history import machine_revision, revision_rows
from tracker.reports.answers.notes import machine_note, note_rows
from tracker.reports.kinds import kind_of
from tracker.reports.kinds.kind import Seen, refs
from tracker.reports.labels import FIELDS
from tracker.reports.report import Block, Day, Facts, Ref, Report
from tracker.reports.values import filled, heading

_ONLY = {"initiative": msg("Initiative"), "thresholds": msg("Thresholds")}
"""The headings of records of which there is only one."""


def show_report(
    tracker: Tracker,
    codes: Sequence[str],
    day: date,
    changes: dict[str, list[Revision]],
    notes: Sequence[Revision] = (),
    *,
    explain: bool,
) -> Report:
    """The records with these codes; `changes` are the last revisions of each, `notes` all notes. Raises `NotFound`."""
    assessment = assess(tracker, day)
    seen, data = Seen(tracker, assessment), []
    blocks: list[Block] = []
    for code in codes:
        table, record = tracker.find(code)
        blocks += _blocks(seen, table, record)
        if explain:
            blocks += explanations(seen, record)
        written = notes_on(record.id, record.uid, notes)
        if written:
            blocks.append(note_rows(tracker, written))
        revisions = changes.get(record.id, [])
        if revisions:
            blocks.append(revision_rows(tracker, revisions, msg("Last changes"), of=record.id))
        beside = {"notes": list(map(machine_note, written)), "changes": list(map(machine_revision, revisions))}
        data.append(kind_of(table).data(seen, record) | beside)
    return Report("records", day, heading(tracker, assessment), tuple(blocks), lambda: {"data": data}, tracker.demo)


def _blocks(seen: Seen, table: str, record: Record) -> list[Block]:
    found: list[Block] = [facts_of(seen, table, record), *kind_of(table).blocks(seen, record)]
    papers = [paper.id for paper in seen.tracker.evidence_of(record.id)]
    return [*found, kind_of("evidence").table(seen, papers)] if papers else found


def facts_of(seen: Seen, table: str, record: Record) -> Facts:
    """The filled fields of a record of a table, and what is computed of it."""
    items = list(kind_of(table).items(seen, record))
    if record.former:
        items.append(("former", FIELDS["former"], refs(record.former)))
    if record.updated_on:
        items.append(("updated", msg("Last update"), Day(record.updated_on)))
    name = _ONLY.get(table) or msg("Record {code}", code=Ref(record.id))
    return Facts(record.id, name, tuple(i for i in items if filled(i[2])))
