"""The parsers from what was typed to values, tolerant and exact. Everything that cannot be read is refused."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from tracker import errors
from tracker.message import Message, msg
from tracker.model.records.office import Office, parse_office
from tracker.reports.report import Many, Ref
from tracker.text.input.lists import split_list
from tracker.text.input.numbers import parse_int, parse_percent

if TYPE_CHECKING:
    from tracker.cli.session import Session
    from tracker.text.input.clean import Cleaned
    from tracker.text.input.personal import Finding

E = TypeVar("E", bound=StrEnum)

LONGEST_TEXT = 4000
LONGEST_NAME = 200


class given_as:  # noqa: N801 - read as the statement that it makes: with given_as("code")
    """Notes on what is refused inside which option or argument of the command gave it, by the parameter's name.

    A plain class: of a generator made for each value, a large spreadsheet has a hundred thousand.
    """

    __slots__ = ("parameter",)

    def __init__(self, parameter: str) -> None:
        self.parameter = parameter

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if error is not None and isinstance(error, errors.TrackerError):
            error.given_as = error.given_as or self.parameter


def text(
    session: "Session",
    given: str | None,
    name: str,
    *,
    exempt: bool = False,
    force: bool | None = None,
    limit: int = LONGEST_TEXT,
) -> str | None:
    """A free text: as typed, from standard input (`-`) or from a file (`@FILE`), cleaned; what was changed is told.

    `name` is what help calls its option or argument, `force` whether --force was given; None where there is no such
    option. Raises `PersonalData` unless `exempt` (references) or forced, `CannotRead`, `TextTooLong`.
    """
    if given is None:
        return None
    source, clean, find_personal = _guards()
    said, guess = (given, "") if session.means_itself(name) else source(given, session.words.lang)
    if guess:
        session.warn(guessed(guess))
    try:
        cleaned = clean(said, limit, multiline=True)
    except errors.TextTooLong as long:
        raise errors.TextTooLong(long.length, long.limit, name) from long
    if cleaned.changes:
        session.warn(changed_text(Message(name), cleaned.changes))
    found = () if exempt else find_personal(cleaned.text)
    if found and force:
        session.forced.update(f.kind for f in found)
    elif found:
        excerpts = tuple(f.excerpt for f in found)
        raise errors.PersonalData(tuple(f.kind for f in found), excerpts, name, force is not None)
    return cleaned.text


def cleaned(given: str) -> str:
    """The text as `text` keeps it, of which nothing is told."""
    _, clean, _ = _guards()
    return clean(given, LONGEST_TEXT, multiline=True).text


def stand_as_they_are(texts: Sequence[str]) -> bool:
    """Whether `text` would give each of these as it is and tell nothing; all are looked at in one go."""
    from tracker.text.input.clean import are_clean  # noqa: PLC0415 - as in `_guards`
    from tracker.text.input.personal import are_harmless  # noqa: PLC0415 - as said

    return are_clean(texts, LONGEST_TEXT) and are_harmless(texts)


@cache  # most commands take no text, and a spreadsheet has very many
def _guards() -> tuple[
    Callable[[str, str], tuple[str, str]], Callable[..., "Cleaned"], Callable[[str], tuple["Finding", ...]]
]:
    from tracker.cli.input.sources import source  # noqa: PLC0415 - as said
    from tracker.text.input.clean import clean  # noqa: PLC0415 - as said
    from tracker.text.input.personal import find_personal  # noqa: PLC0415 - as said

    return source, clean, find_personal


def guessed(encoding: str) -> Message:
    """Tells the encoding in which a file was read that does not say its own."""
    return msg(
        "The file is not UTF-8; it was read as {encoding}. Check that its letters are right.", encoding=Ref(encoding)
    )


def changed_text(name: Message | Ref | str, changes: Sequence[str]) -> Message:
    """Tells what cleaning did to a text."""
    done = Many(tuple(CHANGED[change] for change in changes))
    return msg("{name} was changed before it was kept: {changes}.", name=name, changes=done)


CHANGED = {
    "controls": msg("control characters were removed"),
    "bidi": msg("direction controls were removed"),
    "forms": msg("presentation forms were turned back into letters"),
    "invisible": msg("invisible characters were removed"),
    "surrogates": msg("broken characters were removed"),
    "spaces": msg("unusual spaces were replaced"),
}


def new_text(
    session: "Session", given: str | None, name: str, *, exempt: bool = False, force: bool | None = None
) -> str | None:
    """Read a text, as `text` does, for a field that only `--clear` empties; raises `EmptyText` for an empty one."""
    found = text(session, given, name, exempt=exempt, force=force)
    if found == "":
        raise errors.EmptyText(name)
    return found


def required_reason(force: bool, reason: str | None, record: str = "") -> None:
    """Require a reason with `--force`, which keeps a doubtful text of a record; the revision then says it."""
    if force and not reason:
        raise errors.NeedsReason(record, "personal")


def note_and_reason(
    session: "Session", note: str | None, reason: str | None, *, force: bool = False
) -> tuple[str | None, str | None]:
    """Read `--note` and `--reason`; raises what `text` raises."""
    with given_as("note"):
        note = text(session, note, "--note", force=force)
    with given_as("reason"):
        reason = text(session, reason, "--reason", force=force)
    return note, reason


def day(session: "Session", given: str | None, name: str, *, edge: str = "start") -> date | None:
    """A date, given as the option or argument `name`; raises `BadDate`, `HijriRange`, `EmptyText`."""
    if given is None:
        return None
    if not given.strip():
        raise errors.EmptyText(name)
    from tracker.text.input.parse_date import parse_date  # noqa: PLC0415 - most commands take no date

    return parse_date(given, session.today, edge)


def partial_day(session: "Session", given: str | None, name: str) -> str | None:
    """A date as exactly as it is known: ISO, cut to the month or year; raises what `day` raises."""
    if given is None:
        return None
    if not given.strip():
        raise errors.EmptyText(name)
    from tracker.text.input.parse_date import parse_partial  # noqa: PLC0415 - most commands take no date

    return parse_partial(given, session.today)


def percent(given: str | None) -> int | None:
    """A percentage 0–100; raises `BadPercent`."""
    return None if given is None else parse_percent(given)


def number(given: str | None) -> int | None:
    """A whole number; raises `BadNumber`."""
    return None if given is None else parse_int(given)


def natural(given: str | None) -> int | None:
    """A whole number that is not below zero; raises `BadNumber`."""
    found = number(given)
    if found is not None and found < 0:
        raise errors.BadNumber(str(given), "negative")
    return found


def expected(if_rev: str | None, *codes: str) -> dict[str, int] | None:
    """Read `--if-rev` for each of the records that the command names; raises `BadNumber`."""
    with given_as("if_rev"):
        rev = natural(if_rev)
    return None if rev is None else dict.fromkeys(codes, rev)


def office(session: "Session", given: str | None, name: str, *, force: bool | None = None) -> Office | None:
    """Read `LY/liaison`, or an office like the words given; raises `UnknownParty`, `UnknownOffice`, `UnclearOffice`.

    A role that is new is the model's affair; as a text it is cleaned and guarded like any other.
    """
    if given is None:
        return None
    known = office_by_codes(session, given)
    if known:
        return known
    from tracker.cli.input.office_search import find_office  # noqa: PLC0415 - most commands name no office

    found = text(session, given, name, force=force, limit=LONGEST_NAME)
    if not found:
        raise errors.EmptyText(name)
    return find_office(session.tracker, found)


def office_by_codes(session: "Session", given: str) -> Office | None:
    """The office of these codes; None where they are none that are registered, which need neither guard nor search."""
    parties, roles = session.tracker.parties, session.tracker.roles
    office = parse_office(given)
    known = str(office) == given and office.party in parties and (office.role is None or office.role in roles)
    return office if known else None


def word(kind: type[E], given: str | None) -> E | None:
    """A member of a vocabulary, by its slug or its word in any of the three languages. Raises `BadValue`."""
    if given is None:
        return None
    from tracker.cli.input.suggestions import member_of  # noqa: PLC0415 - only where such a word was typed

    return member_of(kind, given)


def words(kind: type[E], given: str | None) -> tuple[E, ...]:
    """The members of a vocabulary, separated by commas of any script."""
    found = [word(kind, item) for item in split_list(given or "")]
    return tuple(member for member in found if member is not None)
