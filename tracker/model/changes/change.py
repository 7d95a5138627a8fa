"""Changes that commands ask of records, and the one way in which their fields are put.

What a change and a record have under one name `apply_fields` puts, so that an ordinary field is a line in each. The
module of a kind has only what its rules ask for.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, get_type_hints

from tracker import errors
from tracker.frozen import Frozen, replace
from tracker.model.changes.office import known_office
from tracker.model.records.localized import LANGS, Lang, Localized, Text, as_text, in_languages, plain_texts
from tracker.model.records.office import Office
from tracker.model.records.record import ANY, Record
from tracker.model.records.tables import TABLES
from tracker.model.tracker import Tracker

R = TypeVar("R", bound=Record)


class Change(Frozen, kw_only=True):
    """A change asked of a record: None leaves a field as it is, `clear` names those to be emptied.

    A text is asked for by language, as `title_ar`, `title_tr` and `title_en`; a `reason` comes in those that it was
    given in. A list is added to, unless it is among those `replaced`; what is `ruled` is left to the rules of the kind.
    """

    ruled: ClassVar[frozenset[str]] = frozenset()
    replaced: ClassVar[frozenset[str]] = frozenset()
    reason: Text | None = None
    clear: frozenset[str] = frozenset()

    def result(self, record: Record, field: str) -> Any:
        """Give what a field of the record holds after the change."""
        new = getattr(self, field)
        return None if field in self.clear else getattr(record, field) if new is None else new

    def words(self, name: str) -> dict[Lang, str]:
        """The wordings that are asked for of the text of that name, by language."""
        return {lang: words for lang, part in _by_language(name) if (words := getattr(self, part))}

    def text(self, name: str) -> Localized:
        """The text of that name for a new record; raises `NeedsText` where it is asked for in no language."""
        found = self.words(name)
        if not found:
            raise errors.NeedsText("", name)
        return Localized(**found)


@cache
def _by_language(name: str) -> tuple[tuple[Lang, str], ...]:
    """Give the names under which a change asks for a text, by language."""
    return tuple((lang, f"{name}_{lang}") for lang in LANGS)


class NameChange(Change, kw_only=True):
    """A change asked of a record with a name."""

    name_ar: str | None = None
    name_tr: str | None = None
    name_en: str | None = None


class TextChange(Change, kw_only=True):
    """A change asked of a record that is a text."""

    text_ar: str | None = None
    text_tr: str | None = None
    text_en: str | None = None


class TitleChange(Change, kw_only=True):
    """A change asked of a record with a title."""

    title_ar: str | None = None
    title_tr: str | None = None
    title_en: str | None = None


def apply_fields(tracker: Tracker, record: R, change: Change, on: date) -> tuple[Tracker, R]:
    """The record with the fields of the change that no rule puts, and the tracker with the roles it names anew.

    Raises `UnknownParty`, `NotFound`.
    """
    parts, values = _shared_fields(record.__class__, change.__class__)
    fields: dict[str, Any] = {}
    for (name, _, looked_up), value in zip(parts, values(change), strict=False):
        if value is not None:  # as most are not, of ten thousand rows
            fields[name] = _LOOK_UP if looked_up or value.__class__ in _NEVER_PLAIN else value
    if change.clear:
        emptied = {name for name, part, _ in parts if not change.clear.isdisjoint((name, part))}
        fields = {name: _LOOK_UP for name, _, _ in parts if name in fields or name in emptied}
    for name in [name for name, value in fields.items() if value is _LOOK_UP]:
        tracker, fields[name] = _value(tracker, record, change, name, on)
    return tracker, replace(record, **fields) if fields else record


_LOOK_UP = object()
"""The mark that stands for the value of a field until more is known than what was asked for."""
_NEVER_PLAIN = frozenset({Office, tuple})


@cache
def _shared_fields(
    record: type[Record], change: type[Change]
) -> tuple[list[tuple[str, str, bool]], Callable[[Change], tuple[Any, ...]]]:
    """Give the fields of a record that such a change may ask for, each with the name under which it does, one for each
    language of a text, and whether it is a text or a code; and what gives of a change all that it has under the names.
    """
    parts = [
        (name, part, part != name or name in _tables(record))
        for name in record.__struct_fields__
        if name not in change.ruled
        for part in (name, *(f"{name}_{lang}" for lang in LANGS))
        if part in change.__struct_fields__
    ]
    # Two more names, so that what is gotten is a tuple even of a single field.
    return parts, attrgetter(*(part for _, part, _ in parts), "reason", "clear")


def _value(tracker: Tracker, record: Record, change: Change, name: str, on: date) -> tuple[Tracker, Any]:
    """A field after the change: a text, a list as `_list` has it, an office that is known, a code as it is stored."""
    if f"{name}_ar" in change.__struct_fields__:
        return tracker, _text(record, change, name)
    asked, table = getattr(change, name), _tables(record.__class__).get(name)
    if isinstance(getattr(record, name), tuple):
        return tracker, _list(record, change, name)
    if isinstance(asked, Office):
        return known_office(tracker, asked, on)
    if asked and table is not None:
        return tracker, referred_to(tracker, table, asked)
    return tracker, change.result(record, name)


def referred_to(tracker: Tracker, table: str, asked: str) -> str:
    """The code as it is stored of a record in that table, or in any; raises `NotFound`."""
    return (tracker.find(asked)[1] if table == ANY else tracker.get(TABLES[table], asked)).id


@cache
def _tables(kind: type[Record]) -> dict[str, str]:
    """Give the tables of the records that the fields of a kind name."""
    return dict(kind.refers)


def _text(record: Record, change: Change, name: str) -> Text | None:
    """A text in its new wordings, and the old ones where there is none; raises `NeedsText` for one that must stay."""
    old: Text | None = getattr(record, name)
    if name in change.clear:
        return None
    found = {**(in_languages(old).wordings() if old else {}), **(change.words(name))}
    if change.clear:
        found = {lang: words for lang, words in found.items() if f"{name}_{lang}" not in change.clear}
    if not found and name in _required(record.__class__):
        raise errors.NeedsText(record.id, name)
    text = Localized(**found) if found else None
    return as_text(text) if text and name in plain_texts(record.__class__) else text


@cache
def _required(kind: type[Record]) -> frozenset[str]:
    """Give the texts that every record of a kind has."""
    return frozenset(name for name, hint in get_type_hints(kind).items() if hint is Localized)


def _list(record: Record, change: Change, name: str) -> tuple[Any, ...]:
    """A list with what is not in it yet, or another one; emptied first where that was asked for."""
    old = () if name in change.clear else getattr(record, name)
    new = getattr(change, name)
    if name in change.replaced:
        return old if new is None or name in change.clear else new
    return (*old, *(each for each in new or () if each not in old))


def take_over(tracker: Tracker, record: R, like: str | None, fields: tuple[str, ...]) -> R:
    """The record with those fields of another of its kind, if it is to be like one (rule 1.11); raises `NotFound`."""
    if like is None:
        return record
    other = tracker.get(type(record), like)
    return replace(record, **{name: getattr(other, name) for name in fields})
