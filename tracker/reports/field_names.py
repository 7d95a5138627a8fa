"""The fields of records as people read them, for history and differences."""

from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_type_hints

from tracker.message import Message, msg
from tracker.model.records.activities import Participants
from tracker.model.records.codes import table_of
from tracker.model.records.localized import Localized, plain_texts
from tracker.model.records.office import Office
from tracker.model.records.reviews import Criterion
from tracker.model.records.steps import Strength
from tracker.model.records.tables import TABLES
from tracker.model.tracker import Tracker
from tracker.reports.kinds import kind_of
from tracker.reports.labels import FIELDS
from tracker.reports.report import Day, Many, Percent, Ref, Value, Word
from tracker.reports.values import gate_days, office_name, participants, theme_names, told

_DAYS = ("date", "due", "original_due", "target_resolution")


def field_name(name: str) -> Message | str:
    """The field's name in words; a field without one shows its key."""
    return FIELDS.get(name, name)


def field_value(tracker: Tracker, table: str, name: str, value: Any) -> Value:
    """A stored value of a record in `table` as a cell; offices, links and supports by the names in the tracker."""
    if value is None:
        return msg("(empty)")
    if isinstance(value, bool):
        return msg("yes") if value else msg("no")
    if isinstance(value, int):
        return Percent(value) if name == "declared" else int(value)
    if isinstance(value, str):
        return _text(table, name, value)
    if name == "gate_dates":
        passed = gate_days(value)
        return passed if passed.values else msg("(empty)")
    if isinstance(value, dict):
        return _object(tracker, value)
    if name == "themes":
        return theme_names(value)
    return Many(tuple(_item(tracker, item) for item in value)) if isinstance(value, list) else str(value)


@cache
def _vocabulary(table: str, name: str) -> type[StrEnum] | None:
    """The fixed words that a field of these records has, if any: as its type says."""
    hint = get_type_hints(TABLES[table]).get(name)
    kinds = (kind for kind in (hint, *get_args(hint)) if isinstance(kind, type) and issubclass(kind, StrEnum))
    return next(kinds, None)


def _text(table: str, name: str, value: str) -> Value:
    if name in plain_texts(TABLES[table]):
        return told(value)
    if name.endswith(("_start", "_end", "_on")) or name in _DAYS:
        try:
            return Day(date.fromisoformat(value))
        except ValueError:
            return Day(value)
    words = _vocabulary(table, name)
    if words is not None and value in list(words):
        return Word(words(value), kind_of(table).gender)
    return Ref(value) if table_of(value) else value


def _object(tracker: Tracker, value: dict[str, Any]) -> Value:
    match value:
        case {"ar": str()} | {"tr": str()} | {"en": str()}:
            return Localized(**value)
        case {"party": str(party)}:
            return office_name(tracker, Office(party, value.get("role")))
        case {"aspect": str(code), "strength": str(strength)}:
            return msg("{code} ({strength})", code=Ref(code), strength=Word(Strength(strength)))
        case {"office": {"party": str(party), "role": role}, "count": int(number)}:
            return Message("{office}: {n}", {"office": office_name(tracker, Office(party, role)), "n": number})
        case {"ly": int(ly), "tr": int(tr), "women": int(women)}:
            return participants(Participants(ly=ly, tr=tr, women=women))
        case {"country": str(code), **rest}:
            city = rest.get("city") or {}
            return Localized(**city) if city else Ref(code)
        case {"period_end": str(day), "value": str(amount)} | {"date": str(day), "value": str(amount)}:
            return Message("{day}: {value}", {"day": Day(day), "value": Ref(amount)})
        case {"step": str(code), "criterion": str(criterion), "value": grade}:
            judged = "–" if grade is None else int(grade)
            return Message(
                "{step} {word}: {value}", {"step": Ref(code), "word": Word(Criterion(criterion)), "value": judged}
            )
        case {"type": str(), "signed": bool(signed), **rest}:
            known = (rest.get("number"), Day(rest["date"]) if rest.get("date") else None)
            return Many((msg("signed") if signed else msg("not signed"), *filter(None, known)))
        case {"record": str(code), "progress": int(percent)}:
            return msg("{code} at {percent}", code=Ref(code), percent=Percent(percent))
    return "/".join(str(part) for part in value.values() if not isinstance(part, dict | list))


def _item(tracker: Tracker, value: Any) -> Value:
    return _object(tracker, value) if isinstance(value, dict) else str(value)
