"""From what was typed to values: one parser each, tolerant and exact. Everything that cannot be read is refused."""

import errno
import os
import sys
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from tracker.cli.session import Session
from tracker.cli.suggestions import nearest
from tracker.errors import BadNumber, BadValue, CannotRead, EmptyText, NeedsReason, PersonalData
from tracker.locale import LANGUAGES, open_catalog
from tracker.model.localized import Localized
from tracker.model.office import Office, parse_office
from tracker.model.status import Status
from tracker.reports.message import mark, msg
from tracker.text.fold import fold
from tracker.text.lists import split_list
from tracker.text.numbers import parse_int, parse_percent
from tracker.views.vocabulary import word_for
from tracker.views.words import Words

E = TypeVar("E", bound=StrEnum)

LONGEST_TEXT = 4000
LARGEST_FILE = 1 << 20  # bytes; a text option is a text, not a document


def text(session: Session, given: str | None, *, exempt: bool = False, force: bool = False) -> str | None:
    """A free text: as typed, from standard input (`-`) or from a file (`@FILE`), cleaned; what was taken out is told.

    Raises `PersonalData` unless `exempt` (references) or `force`, `CannotRead`, `TextTooLong`.
    """
    if given is None:
        return None
    from tracker.text.clean import clean  # noqa: PLC0415 - most commands take no text
    from tracker.text.personal import find_personal  # noqa: PLC0415 - as above

    cleaned = clean(_source(given), LONGEST_TEXT, multiline=True)
    for change in cleaned.changes:
        session.warn(TAKEN_OUT[change])
    found = () if exempt or force else find_personal(cleaned.text)
    if found:
        raise PersonalData(tuple(f.kind for f in found), tuple(f.excerpt for f in found))
    return cleaned.text


TAKEN_OUT = {
    "controls": msg("Control characters were taken out of the text."),
    "bidi": msg("Direction controls were taken out of the text."),
    "forms": msg("Presentation forms were turned back into letters."),
    "invisible": msg("Invisible characters were taken out of the text."),
    "surrogates": msg("Broken characters were taken out of the text."),
    "spaces": msg("Unusual spaces were replaced in the text."),
}


def _source(given: str) -> str:
    if given != "-" and (not given.startswith("@") or given == "@"):
        return given
    name = given if given == "-" else given[1:]
    try:
        return (standard_input(LARGEST_FILE) if given == "-" else _beginning(Path(name))).decode("utf-8-sig")
    except OSError as error:
        raise CannotRead(name, error.strerror or "") from error
    except ValueError as error:  # not UTF-8, or a name that no file has
        raise CannotRead(name, os.strerror(errno.EILSEQ)) from error


def standard_input(limit: int = -1) -> bytes:
    """What comes through the pipe, at most `limit` bytes; raises `CannotRead`."""
    try:
        if sys.stdin is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return sys.stdin.buffer.read(limit)
    except OSError as error:
        raise CannotRead("-", error.strerror or "") from error


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE)


def required_text(session: Session, given: str, name: str) -> str:
    """As `text`, for what cannot be empty; raises `EmptyText` with the `name` it has in the help."""
    found = text(session, given)
    if not found:
        raise EmptyText(name)
    return found


def required_reason(force: bool, reason: str | None, code: str) -> None:
    """`--force` keeps a doubtful text only with a reason, which the revision then says."""
    if force and not reason:
        raise NeedsReason(code, "personal")


def day(session: Session, given: str | None, *, edge: str = "start") -> date | None:
    """A date in any form of CLI.md; raises `BadDate`, `HijriRange`."""
    if given is None:
        return None
    from tracker.text.parse_date import parse_date  # noqa: PLC0415 - most commands take no date

    return parse_date(given, session.today, edge)


def percent(given: str | None) -> int | None:
    """0–100; raises `BadPercent`."""
    return None if given is None else parse_percent(given)


def number(given: str | None) -> int | None:
    """A whole number; raises `BadNumber`."""
    return None if given is None else parse_int(given)


def natural(given: str | None) -> int | None:
    """A whole number that is not below zero; raises `BadNumber`."""
    found = number(given)
    if found is not None and found < 0:
        raise BadNumber(str(given))
    return found


def expected(if_rev: str | None, *codes: str) -> dict[str, int] | None:
    """`--if-rev` for each of the records that the command names; raises `BadNumber`."""
    rev = natural(if_rev)
    return None if rev is None else dict.fromkeys(codes, rev)


def office(given: str | None) -> Office | None:
    """`LY/liaison`; whether it is known is the model's affair."""
    return None if given is None else parse_office(given)


def localized(session: Session, ar: str, tr: str | None, en: str | None) -> Localized:
    """A text in up to three languages."""
    return Localized(required_text(session, ar, mark("NAME")), text(session, tr), text(session, en))


def word(kind: type[E], given: str | None) -> E | None:
    """A member of a vocabulary, by its slug or its word in any of the three languages. Raises `BadValue`."""
    if given is None:
        return None
    wanted = fold(given).replace("_", "-").replace(" ", "-")
    for member in kind:
        if wanted == member.value.lower().replace("_", "-"):
            return member
    names = {name: member for member in kind for name in _names(member)}
    if wanted in names:
        return names[wanted]
    slugs = [member.value.replace("_", "-") for member in kind]
    close = nearest(wanted, [*slugs, *names])
    if close in names:
        close = names[close].value.replace("_", "-")
    raise BadValue(given, kind.__name__, tuple(slugs), close)


def words(kind: type[E], given: str | None) -> tuple[E, ...]:
    """Several members, separated by commas of any script."""
    found = [word(kind, item) for item in split_list(given or "")]
    return tuple(member for member in found if member is not None)


def _names(member: StrEnum) -> Iterable[str]:
    """The words for a member in every language and gender, folded."""
    genders = ("feminine", "masculine") if isinstance(member, Status) else ("feminine",)
    for lang in LANGUAGES:
        language = Words(open_catalog(lang))
        for gender in genders:
            yield fold(language.bare(word_for(member, gender))).replace(" ", "-")
