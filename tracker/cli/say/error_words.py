"""The sentence and the hint of a failure, with its values as cells; the failures say them (`tracker.errors`)."""

from collections.abc import Callable
from enum import StrEnum
from string import Formatter
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

from tracker.cli.say.causes import cause_of, known_cause
from tracker.errors import TrackerError, places
from tracker.errors.records import NotFound
from tracker.errors.sheets import SheetRefused
from tracker.errors.values import BadValue
from tracker.message import Message, msg
from tracker.model.records.activities import ActivityType, Gate
from tracker.model.records.codes import table_of
from tracker.model.records.status import Status
from tracker.model.state.health import Health
from tracker.model.tracker import Tracker
from tracker.reports.field_names import field_name, field_value
from tracker.reports.kinds import kind_of
from tracker.reports.report import Choice, Day, Many, Ref, Value, Word
from tracker.reports.values import record_name

Worded = tuple[Message, Message | None]
MOST = 20
"""The values of a list that a sentence names; it counts the others."""


def worded(error: TrackerError) -> Worded:
    """The sentence and the hint for a failure."""
    said = _sentence(error, error.says)
    if error.of and error.of not in [getattr(error, name) for name in said.values]:
        said = msg("{place}: {fault}", place=Ref(error.of), fault=said)
    return said, _hint(error)


def _hint(error: TrackerError) -> Message | None:
    if isinstance(error, SheetRefused):
        return _hint(error.cause)
    if isinstance(error, BadValue):
        return _possible(error)
    if isinstance(error, NotFound) and error.none_of:
        added_by = kind_of(error.none_of).added_by
        return (
            msg("There are none yet; to add one: {command}", command=Ref(f"tracker {added_by}")) if added_by else None
        )
    return _sentence(error, error.hint) if error.hint else None


def _possible(error: BadValue) -> Message | None:
    if not error.allowed:
        return None
    allowed = msg("Possible: {allowed}.", allowed=_choices(error))
    if error.close:
        return msg("Did you mean {near}? {allowed}", near=Ref(error.close), allowed=allowed)
    return allowed


def _choices(error: BadValue) -> Value:
    """The slugs, with the words for them where they are of a vocabulary."""
    from tracker.reports.vocabulary import MASCULINE, WORDS  # noqa: PLC0415 - only for a value that is not known

    masculine = error.kind == "Status" and error.gender == "masculine"
    words = MASCULINE if masculine else WORDS.get(error.kind, {})
    known = {value.replace("_", "-"): word for value, word in words.items()}
    return Many(tuple(Choice(slug, known[slug]) if slug in known else Ref(slug) for slug in error.allowed))


def _choice(record: str, status: str) -> Choice:
    """A status as it is typed, with the word for it in the gender of what it describes."""
    from tracker.reports.vocabulary import word_for  # noqa: PLC0415 - as above

    return Choice(status.replace("_", "-"), word_for(Status(status), _gender(record)))


def _sentence(error: TrackerError, text: str) -> Message:
    names = [name for _, name, _, _ in Formatter().parse(text) if name]
    return Message(text, {name: _shown(error, _annotation(type(error), name), getattr(error, name)) for name in names})


def _annotation(kind: type[TrackerError], name: str) -> Any:
    found = getattr(kind, name, None)
    if isinstance(found, property):
        return get_type_hints(found.fget, include_extras=True)["return"]
    return get_type_hints(kind, include_extras=True)[name]


def _shown(error: TrackerError, annotation: Any, value: Any) -> Value:
    """A value as its annotation says; a constant may name fields, which are filled in."""
    if get_origin(annotation) is ClassVar:
        filled = value.format_map(vars(error)) if isinstance(value, str) else value
        return _shown(error, get_args(annotation)[0], filled)
    if get_origin(annotation) is tuple:
        rest = len(value) - MOST if len(value) > MOST + 1 else 0
        shown = [_shown(error, get_args(annotation)[0], each) for each in value[: MOST if rest else None]]
        return Many((*shown, *([msg("and {n} more", n=rest)] if rest else [])))
    return _CELLS[annotation](error, value)


def _place(name: str) -> Message | Ref:
    if name.startswith("--") or "/" in name:
        return Ref(name)
    return Message(name) if name else msg("the text")


def _state(record: str, state: str) -> Word:
    """A status in the gender of what it describes; plain text is one of the status machine."""
    return Word(state if isinstance(state, StrEnum) else Status(state), _gender(record))


def _gender(record: str) -> str:
    table = table_of(record)
    return kind_of(table).gender if table else "masculine"


def _held(record: str, field: str, value: Any) -> Value:
    return field_value(Tracker({}), table_of(record) or "parties", field, value)


_CELLS: dict[Any, Callable[[Any, Any], Value]] = {
    str: lambda _, text: text,
    int: lambda _, number: number,
    Message: lambda _, message: message,
    TrackerError: lambda _, cause: worded(cause)[0],
    places.Code: lambda _, code: Ref(code),
    places.Slug: lambda _, slug: Ref(slug.replace("_", "-")),
    places.Number: lambda _, number: Ref(str(number)),
    places.Iso: lambda _, day: Day(day),
    places.Cause: lambda _, text: cause_of(text),
    places.Answer: lambda _, text: known_cause(text) or Ref(text),
    places.Reason: lambda error, slug: _sentence(error, error.REASONS[slug]),
    places.Place: lambda _, name: _place(name),
    places.Usage: lambda _, name: Ref(" ".join(("tracker", *name.split(), "--help"))),
    places.RecordName: lambda _, code: record_name(code),
    places.FieldName: lambda _, name: field_name(name),
    places.Held: lambda error, value: _held(error.record, error.field, value),
    places.State: lambda error, state: _state(error.record, state),
    places.Status: lambda error, state: _choice(error.record, state),
    places.GateSlug: lambda _, slug: Word(Gate(slug)),
    places.HealthSlug: lambda _, slug: Word(Health(slug)),
    places.ActivitySlug: lambda _, slug: Word(ActivityType(slug)),
}
