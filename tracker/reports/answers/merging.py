"""The comparison of two copies before and after they are joined: their news, ours, and what both have changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tracker.frozen import replace
from tracker.message import Message, count, msg
from tracker.model.history.revision import Change, Revision
from tracker.model.joining.codes import Renumbered
from tracker.model.joining.conflict import REMOVED, RULE, Conflict, Stays, Values
from tracker.model.joining.doubles import Double, Likeness
from tracker.model.joining.mended import Mended
from tracker.model.joining.records import DERIVED
from tracker.model.records.thresholds import as_told
from tracker.model.tracker import Tracker
from tracker.reports.answers.history import described, machine_revision
from tracker.reports.field_names import field_name, field_value
from tracker.reports.report import Block, Column, Many, Moment, Note, Notes, Ref, Report, Table, Value, Word
from tracker.reports.values import title_of

SHOWN = 12
"""The sentences that are shown of one side; JSON has all."""


def merge_report(
    tracker: Tracker,
    day: date,
    result: str,
    news: tuple[Sequence[Revision], Sequence[Revision]],
    conflicts: Sequence[Conflict] = (),
    renumbered: Sequence[Renumbered] = (),
    head: str = "",
    file: Iterable[Message] = (),
    doubles: Sequence[Double] = (),
    mended: Sequence[Mended] = (),
) -> Report:
    """The comparison; `news` are the revisions that we lack and those that they lack, `head` that of the join.

    `file` are sentences about the file that was taken in, `doubles` records that may be one,
    `mended` what had to follow from both sides.
    """
    theirs, ours = news
    blocks: list[Block] = [
        Notes("file", None, tuple(map(Note, file))),
        _side(tracker, "theirs", msg("What they bring"), _unasked(theirs, conflicts)),
        _side(tracker, "ours", msg("What only you have changed (it stays)"), _unasked(ours, conflicts)),
    ]
    if conflicts:
        blocks.append(conflict_table(tracker, conflicts, news))
    if renumbered:
        blocks.append(Notes("renumbered", msg("Codes"), tuple(Note(each) for each in _codes(tracker, renumbered))))
    if mended:
        blocks.append(Notes("mended", msg("What follows from both"), tuple(Note(_followed(each)) for each in mended)))
    if doubles:
        blocks.append(Notes("findings", msg("Possible duplicates"), tuple(Note(_twice(each)) for each in doubles)))
    data = {
        "result": result,
        "head": head or None,
        "theirs": [machine_revision(each) for each in theirs],
        "ours": [machine_revision(each) for each in ours],
        "both": [_machine(each) for each in conflicts],
        "renumbered": [{"from": each.old, "to": each.new, "uid": each.uid} for each in renumbered],
        "mended": [{"record": each.code, "field": each.field} for each in mended],
        "findings": [
            {"code": "twice", "record": each.later, "other": each.earlier, "command": _removal(each)}
            for each in doubles
        ],
    }
    return Report("merge", day, None, tuple(blocks), lambda: {"data": data}, tracker.demo)


def _unasked(revisions: Iterable[Revision], conflicts: Iterable[Conflict]) -> list[Revision]:
    """The revisions without what is told among the questions."""
    asked: dict[str, set[str]] = {}
    for each in conflicts:
        whole = each.question in (REMOVED, RULE)
        fields = {""} if whole else {*(each.sides[0] or {}), *(each.sides[1] or {})}
        asked.setdefault(each.uid, set()).update(fields)
    return [replace(each, changes=tuple(_left(each.changes, asked))) for each in revisions]


def _left(changes: Iterable[Change], asked: Mapping[str, set[str]]) -> Iterator[Change]:
    for change in changes:
        gone = asked.get(change.uid, set())
        if change.before is None or change.after is None or not gone:
            if "" not in gone:
                yield change
            continue
        before, after = (
            {name: value for name, value in side.items() if name not in gone} for side in (change.before, change.after)
        )
        if "" not in gone and after.keys() - DERIVED:
            yield replace(change, before=before, after=after)


def _side(tracker: Tracker, key: str, heading: Message, revisions: Sequence[Revision]) -> Notes:
    sentences = [Note(each) for each in _sentences(tracker, revisions)]
    more = len(sentences) - SHOWN
    if more > 0:
        rest = count("… and {n} more change: --json", "… and {n} more changes: --json", more)
        sentences = [*sentences[:SHOWN], Note(rest)]
    return Notes(key, heading, tuple(sentences), msg("Nothing."))


def _sentences(tracker: Tracker, revisions: Iterable[Revision]) -> Iterator[Message]:
    for revision in revisions:
        who = Many(tuple(filter(None, (revision.by, Moment(revision.at)))))
        for sentence in described(tracker, revision):
            yield Message("{change} ({who})", {"change": sentence, "who": who})


def conflict_table(
    tracker: Tracker, conflicts: Sequence[Conflict], news: tuple[Sequence[Revision], Sequence[Revision]]
) -> Table:
    """The questions with what both knew, ours and theirs, and who said it when."""
    columns = (
        Column("take", msg("Question")),
        Column("field", msg("Field"), flexible=True),
        Column("base", msg("At your last meeting"), flexible=True, rank=1),
        Column("ours", msg("Ours"), flexible=True),
        Column("theirs", msg("Theirs"), flexible=True),
        Column("kept", msg("Kept")),
    )
    theirs, ours = news
    rows = tuple(
        (
            Ref(each.name),
            question_name(each),
            _told(tracker, each, each.base),
            Many((*_lines(tracker, each, each.sides[0]), *_who(each, ours)), stacked=True),
            Many((*_lines(tracker, each, each.sides[1]), *_who(each, theirs)), stacked=True),
            None if each.answer is None else Word(tuple(Stays)[each.answer]),
        )
        for each in conflicts
    )
    return Table("both", msg("Changes made on both sides"), columns, rows)


def question_name(conflict: Conflict) -> Value:
    """The question in words."""
    if conflict.question == REMOVED:
        return msg("whether it is kept")
    if conflict.question == RULE:
        return msg("the record as a whole")
    field, *parts = (conflict.told or conflict.question).split("/", 1)
    name = field_name(field)
    return Many((name, Ref(parts[0]))) if parts else name


def _lines(tracker: Tracker, conflict: Conflict, values: Values | None) -> Iterator[Value]:
    told = _told(tracker, conflict, values)
    yield from told.values if isinstance(told, Many) else (told,)


def _told(tracker: Tracker, conflict: Conflict, values: Values | None) -> Value:
    """Give what a side says: nothing but that it removed the record, or the fields that are not empty."""
    if values is None:
        return msg("removed") if conflict.question in (REMOVED, RULE) else msg("(empty)")
    if conflict.question == REMOVED:
        return msg("changed")
    values = as_told(conflict.table, values)
    field = (conflict.told or conflict.question).partition("/")[0]
    if set(values) == {field}:
        return field_value(tracker, conflict.table, field, values[field])
    differing = {name for name in values if any((side or {}).get(name) != values[name] for side in conflict.sides)}
    cells = {name: field_value(tracker, conflict.table, name, value) for name, value in values.items()}
    shown = (
        Message("{field}: {value}", {"field": field_name(name), "value": cell})
        for name, cell in cells.items()
        if name in differing or not differing
    )
    return Many(tuple(shown), stacked=True)


def _who(conflict: Conflict, revisions: Iterable[Revision]) -> Iterator[Value]:
    """Give the office and the day of the last revision of a side that touched the record."""
    last = latest(conflict, revisions)
    if last is not None:
        yield Many(tuple(filter(None, (last.by, Moment(last.at)))))


def latest(conflict: Conflict, revisions: Iterable[Revision]) -> Revision | None:
    """The last of the revisions that touched the record of a question; of its own field where one did."""
    touching = [each for each in revisions if any(change.uid == conflict.uid for change in each.changes)]
    fields = {*(conflict.sides[0] or {}), *(conflict.sides[1] or {})}
    named = [
        each
        for each in touching
        if any(change.uid == conflict.uid and fields & {*(change.after or {})} for change in each.changes)
    ]
    return next(reversed(named or touching), None)


def _codes(tracker: Tracker, renumbered: Iterable[Renumbered]) -> Iterator[Message]:
    records = {record.uid: record for _, record in tracker.records()}
    for each in renumbered:
        if each.uid in records:
            moved = {"new": Ref(each.new), "old": Ref(each.old), "title": title_of(records[each.uid])}
            if each.now in records:
                holder = title_of(records[each.now])
                yield msg("“{title}” is {new} from now on; {old} is “{holder}”.", **moved, holder=holder)
            else:
                yield msg("“{title}” is {new} from now on, it was {old}.", **moved)


def _twice(double: Double) -> Message:
    """Say what two records have in common, and what to do if they are one."""
    words = {"later": Ref(double.later), "earlier": Ref(double.earlier), "command": Ref(_removal(double))}
    match double.likeness:
        case Likeness.REFERENCE:
            return msg(
                "{later} has the reference number of {earlier}. If they are the same document, attach {earlier} "
                "to what {later} supports, and then: {command}",
                **words,
            )
        case Likeness.PERIOD:
            return msg("{later} evaluates the period of {earlier}. If one of them is enough: {command}", **words)
        case Likeness.SERIES:
            return msg(
                "{later} and {earlier} are coming meetings of the same series. If they are the same meeting: {command}",
                **words,
            )
    return msg("{later} has the same text as {earlier}. If they are the same record: {command}", **words)


def _followed(mended: Mended) -> Message:
    if mended.reason:
        code, reason = Ref(mended.code), Ref(mended.reason)
        return msg("{activity} is recorded as cancelled, since {step} is completed.", activity=code, step=reason)
    return msg("{paper} has since become another document, which nobody has verified.", paper=Ref(mended.code))


def _removal(double: Double) -> str:
    return f"tracker remove {double.later}"


def _machine(conflict: Conflict) -> dict[str, Any]:
    answer = None if conflict.answer is None else tuple(Stays)[conflict.answer].value
    base, ours, theirs = (values and as_told(conflict.table, values) for values in (conflict.base, *conflict.sides))
    return {
        "take": conflict.name,
        "uid": conflict.uid,
        "base": base,
        "ours": ours,
        "theirs": theirs,
        "answer": answer,
    }
