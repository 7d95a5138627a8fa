"""The report of `history`: who, when, from what to what, why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from tracker.frozen import NODEFAULT, asdict, replace, to_builtins
from tracker.message import Message, count, msg
from tracker.model.history.revision import Change, Revision
from tracker.model.records.localized import LANGS, plain_texts
from tracker.model.records.tables import TABLES
from tracker.model.state.health import Health
from tracker.model.tracker import Tracker
from tracker.reports.field_names import field_name, field_value
from tracker.reports.known_fields import known
from tracker.reports.report import Column, Many, Moment, Note, Notes, Ref, Report, Table, Value
from tracker.reports.values import record_name, span

# They change with every change and say nothing by themselves.
SILENT = frozenset({"id", "created_on", "updated_on", "order", "verbatim"})
BY_HAND = "check"


def history_report(
    tracker: Tracker,
    revisions: Sequence[Revision],
    day: date,
    footer: tuple[Message, ...] = (),
    *,
    none: Message | None = None,
    names: Mapping[str, str] = {},
    of: str = "",
) -> Report:
    """Revisions as a table, newest first; `none` is said where there are none, if some were looked for.

    `names` are the labels, by hash, of revisions that a number alone does not name; `of` is as for `revision_rows`.
    """
    table = revision_rows(tracker, revisions, None, none, names, of)
    data = [machine_revision(r) for r in revisions]
    return Report("history", day, None, (table,), lambda: {"data": data}, tracker.demo, footer)


def verification_report(
    tracker: Tracker, day: date, number: int, head: str, broken: int | None, odd: Sequence[tuple[str, str, str]] = ()
) -> Report:
    """The report of `history --verify`: whether the chain is whole, and its head for both sides to note.

    `odd` are the places beside the records, with what the file says there and what its history tells.
    """
    if broken is None:
        note = Note(
            count("The chain of {n} revision is intact.", "The chain of {n} revisions is intact.", number), Health.GREEN
        )
        notes: tuple[Note, ...] = (note, Note(msg("Head: {hash}", hash=Ref(head)))) if head else (note,)
    else:
        notes = (Note(broken_chain(broken), Health.RED),)
    notes += tuple(Note(said_otherwise(*each), Health.RED) for each in odd)
    places = [dict(zip(("place", "said", "told"), each, strict=True)) for each in odd]
    data = {"data": {"whole": broken is None, "revisions": number, "head": head, "broken": broken, "odd": places}}
    return Report("verification", day, None, (Notes("verification", None, notes),), lambda: data, tracker.demo)


def said_otherwise(place: str, said: str, told: str) -> Message:
    """Say where the file says otherwise than its history, and both."""
    return msg(
        "{place}: the file has {said}, its history has {told}.", place=Ref(place), said=Ref(said), told=Ref(told)
    )


def broken_chain(number: int) -> Message:
    """Say where the chain does not hold; below its first revision it is what the records began with."""
    if not number:
        return msg("The records do not match the state the history began from.")
    return msg("Revision {number} does not belong to the chain.", number=Ref(str(number)))


def machine_revision(revision: Revision) -> dict[str, Any]:
    """A revision under stable keys; salts stay in the store."""
    document = asdict(revision) | {"changes": [machine_change(change) for change in revision.changes]}
    for secret in ("salt", "salts", "erased", "withheld"):
        document.pop(secret)
    about, public = document.pop("about"), document.pop("public")
    if about:
        document |= {"about": [code for code, _ in about], "public": public}
    undone = revision.undoes and revision.undoes.number
    return {**document, "undoes": undone, "redacted": bool(revision.erased)}


def machine_change(change: Change) -> dict[str, Any]:
    """A change under stable keys; the first schema has told no identity."""
    return {name: value for name, value in asdict(known(change)).items() if name != "uid" or value}


def revision_rows(
    tracker: Tracker,
    revisions: Iterable[Revision],
    heading: Message | None,
    none: Message | None = None,
    names: Mapping[str, str] = {},
    of: str = "",
) -> Table:
    """A table of revisions; for the record `of` that code without others of its kind that changed beside it."""
    columns = (
        Column("number", msg("Revision")),
        Column("at", msg("When")),
        Column("by", msg("Office"), rank=2),
        Column("command", msg("Command"), rank=1),
        Column("changes", msg("What changed"), flexible=True, letters=36),
        Column("note", msg("Why"), flexible=True, rank=3),
    )
    rows = tuple(
        (
            Ref(names.get(r.hash, str(r.number))),
            Moment(r.at),
            r.by or msg("not stated"),
            Ref(r.command),
            Many(tuple(described(tracker, _without_others(r, of))), stacked=True),
            r.note,
        )
        for r in revisions
    )
    return Table("revisions", heading, columns, rows, none or msg("No changes yet."))


def _without_others(revision: Revision, code: str) -> Revision:
    own = {change.table for change in revision.changes if change.code == code}
    kept = tuple(change for change in revision.changes if change.code == code or change.table not in own)
    return replace(revision, changes=kept) if own else revision


def described(tracker: Tracker, revision: Revision) -> Iterable[Message]:
    """Say what a revision did, a sentence for each field."""
    if revision.undoes is not None:
        number = Ref(str(revision.undoes.number))
        if revision.command == "redo":
            yield msg("brings back what revision {number} took back", number=number)
        else:
            yield msg("revision {number} taken back", number=number)
    if len(revision.parents) > 1:
        yield msg("merges the work of two copies")
        return
    if revision.command == BY_HAND:
        yield from by_hand(tracker, revision.changes)
        return
    yield from _noted(revision)
    for change in revision.changes:
        yield from _change(tracker, change, SILENT)
    if revision.forced:
        yield msg("a text that looks like personal data was kept ({option})", option=Ref("--force"))
    only = revision.changes[0] if len(revision.changes) == 1 else None
    if only and only.before and only.after and set(only.after) <= SILENT:
        yield msg("{code} confirmed", code=record_name(only.code))


def _noted(revision: Revision) -> Iterator[Message]:
    """Say on what a note is, and whether the other side reads it."""
    for code, _ in revision.about:
        name = record_name(code)
        if revision.undoes is not None:
            yield msg("the note on {code}", code=name)
        elif revision.public:
            yield msg("a public note on {code}; nothing else changed", code=name)
        else:
            yield msg("a note on {code}; nothing else changed", code=name)


def by_hand(tracker: Tracker, changes: Iterable[Change]) -> Iterator[Message]:
    """Say what was changed by hand, a sentence for each field: also days and order, which nobody else changes."""
    for change in changes:
        yield from _change(tracker, change, frozenset())


def _change(tracker: Tracker, change: Change, silent: frozenset[str]) -> Iterator[Message]:
    code = record_name(change.code)
    if change.after is None:
        yield msg("{code} removed", code=code)
        return
    if change.before is None:
        yield msg("{code} added: {title}", code=code, title=_title(tracker, change.table, change.after))
        return
    change = known(change)
    for name in change.after or ():
        stood, stands = (_stood(change.table, name, (each or {}).get(name)) for each in (change.before, change.after))
        if name in silent or stood == stands:
            continue
        if isinstance(stood, list) and isinstance(stands, list):
            yield _of_list(tracker, change, name, stood, stands)
            continue
        plain = name in plain_texts(TABLES[change.table])
        for field, old, now in _by_language(field_name(name), stood, stands, plain=plain):
            before, after = (field_value(tracker, change.table, name, value) for value in (old, now))
            yield msg("{code} {field}: {before} → {after}", code=code, field=field, before=before, after=after)


def _of_list(tracker: Tracker, change: Change, name: str, stood: list[Any], stands: list[Any]) -> Message:
    """Say what came to a list or went from it; what stays is not repeated."""
    gone, new = ([item for item in one if item not in other] for one, other in ((stood, stands), (stands, stood)))
    named = {"code": record_name(change.code), "field": field_name(name)}
    if not gone and new:
        return msg("{code} {field}: {items} added", **named, items=field_value(tracker, change.table, name, new))
    if not new and gone:
        return msg("{code} {field}: {items} removed", **named, items=field_value(tracker, change.table, name, gone))
    before, after = (gone, new) if new else (stood, stands)
    old, now = (field_value(tracker, change.table, name, value) for value in (before, after))
    return msg("{code} {field}: {before} → {after}", **named, before=old, after=now)


def _by_language(
    field: Message | str, before: Any, after: Any, *, plain: bool
) -> Iterator[tuple[Message | str, Any, Any]]:
    """A text with translations, one by one: who reads in one language would not see what changed in another."""
    texts = [{"ar": value} if plain and isinstance(value, str) else value for value in (before, after)]
    if not all(isinstance(text, dict) and text.keys() <= set(LANGS) for text in texts):
        yield field, before, after
        return
    old, new = texts
    if old.keys() == new.keys() and len(old) == 1:
        yield field, before, after
        return
    for lang in LANGS:
        if old.get(lang) != new.get(lang):
            yield Message("{field} ({lang})", {"field": field, "lang": Ref(lang)}), old.get(lang), new.get(lang)


def _stood(table: str, name: str, stored: Any) -> Any:
    """The value that stood there: a stored form may lack a field that has its default, and what is empty is none."""
    if stored is None:
        kind = TABLES[table]
        defaults = dict(zip(reversed(kind.__struct_fields__), reversed(kind.__struct_defaults__), strict=False))
        stored = to_builtins(defaults[name]) if defaults.get(name, NODEFAULT) is not NODEFAULT else None
    return None if stored in ("", [], (), {}) else stored


def _title(tracker: Tracker, table: str, document: dict[str, Any]) -> Value:
    for name in ("title", "name", "text", "reference"):
        value = document.get(name)
        if value is not None:
            return field_value(tracker, table, name, value)
    if "period_start" in document:
        days = {name: field_value(tracker, table, name, document[name]) for name in ("period_start", "period_end")}
        return span(days["period_start"], days["period_end"])
    return ""
