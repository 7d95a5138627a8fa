"""The texts of an import, cleaned and guarded like those that are typed (rules 14.2, 14.7)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tracker import errors
from tracker.cli.input.values import LONGEST_TEXT, changed_text
from tracker.cli.say.error_words import worded
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import count, msg
from tracker.model.history.documents import Document, Documents
from tracker.model.history.revision import Change
from tracker.model.history.withheld import is_withheld
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref
from tracker.store.accepted import check_accepted, place_of
from tracker.store.records import to_tracker
from tracker.store.state import State
from tracker.text.input.clean import clean
from tracker.text.input.personal import find_personal
from tracker.text.input.target_topics import forbidden_topic
from tracker.text.input.zone import is_zone

TOLD = 10  # texts that are named one by one
_WORDED = ("/ar", "/tr", "/en", "_reason", "/response", "/note", "/justification")
"""The ends of places where somebody's words stand; those in Arabic alone stand there without a language."""


class Changed(NamedTuple):
    """The place of a text, and what cleaning did to it."""

    place: str
    changes: tuple[str, ...]


def fit_to_keep(session: Session, state: State, file: str, known: Documents, *, force: bool) -> State:
    """The state with its texts cleaned, which is told; what stands in `known` was let in before.

    Raises `PersonalData` unless `force`, `TextTooLong`, and `Corrupt` for two records that cleaning makes one.
    """
    changed: list[Changed] = []
    documents: dict[str, dict[str, Document]] = {}
    for table, rows in state.documents.items():
        cleaned = [_walked(row, f"{table}/{code}", _cleaner(changed)) for code, row in rows.items()]
        documents[table] = {row["id"]: row for row in cleaned}
        if len(documents[table]) != len(rows):
            raise errors.Corrupt(file, "duplicate_key", table)
    _tell(session, changed)
    _guard(session, documents, frozenset(text for _, text in _texts(known, "")), "", force=force)
    fit = replace(state, documents=documents)
    check_typable(to_tracker(fit.documents, fit.standing.counters, fit.standing.demo))
    return fit


def told_faults(session: Session, found: Iterable[errors.TrackerError], *, force: bool) -> None:
    """Tell what breaks a rule of commands; with `force` the revision says so, without the first is `NotAccepted`."""
    faults = list(found)
    told = faults if force else faults[1:]
    for each in told[:TOLD]:
        place = place_of(each)
        session.warn(msg("{place}: {fault}", place=Ref(place), fault=worded(each)[0]) if place else worded(each)[0])
    if len(told) > TOLD:
        session.warn(count("There is {n} more fault.", "There are {n} more faults.", len(told) - TOLD))
    if force:
        session.forced.update(each.code for each in faults)
    else:
        check_accepted(faults)


def check_typable(tracker: Tracker) -> None:
    """Raise `ValueOutOfBounds` for a time zone, and `ForbiddenTarget`, as commands do; no force overcomes them."""
    if not is_zone(tracker.thresholds.timezone):
        raise errors.ValueOutOfBounds("thresholds", "timezone", tracker.thresholds.timezone)
    for each in tracker.indicators.values():
        if each.targets and any(map(forbidden_topic, each.title.wordings().values())):
            raise errors.ForbiddenTarget()


def check_unchanged(before: State, after: State, revisions: list[Document], file: str) -> None:
    """Raises `Corrupt` where a history would be adopted whose texts are not fit to be kept.

    Cleaning them would break the chain; our own exports never need it.
    """
    if (revisions or before.standing.genesis) and after.documents != before.documents:
        raise errors.Corrupt(file, "bad_value", "tables")
    check_clean(revisions, file)


def check_clean(revisions: list[Document], file: str) -> None:
    """Raises `Corrupt` for a revision whose texts cleaning would change."""
    for revision in revisions:
        found: list[Changed] = []
        _walked(revision, "", _cleaner(found))
        if found:
            raise errors.Corrupt(file, "bad_value", f"revisions/{revision['number']}")


def fit_changes(session: Session, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Give what was changed by hand with its texts cleaned, which is told. Raises `PersonalData`."""
    told: list[Changed] = []
    cleaned = tuple(
        replace(change, after=change.after and _walked(change.after, f"{change.table}/{change.code}", _cleaner(told)))
        for change in changes
    )
    _tell(session, told)
    for change in cleaned:
        known = frozenset(text for _, text in _texts(change.before or {}, change.code))
        _guard(session, change.after or {}, known, change.code, forcible=False)
    return cleaned


def _cleaner(changed: list[Changed]) -> Callable[[str, str], str]:
    def cleaned(text: str, place: str) -> str:
        if is_withheld(text):
            return text
        try:
            found = clean(text, LONGEST_TEXT, multiline=True)
        except errors.TextTooLong as long:
            raise errors.TextTooLong(long.length, long.limit, place) from long
        if found.changes:
            changed.append(Changed(place, found.changes))
        return found.text

    return cleaned


def _walked(value: Any, place: str, on_text: Callable[[str, str], str]) -> Any:
    """The value with every text in it replaced."""
    if isinstance(value, str):
        return on_text(value, place)
    if isinstance(value, dict):
        return {key: _walked(each, f"{place}/{key}", on_text) for key, each in value.items()}
    if isinstance(value, list):
        return [_walked(each, place, on_text) for each in value]
    return value


def _tell(session: Session, changed: list[Changed]) -> None:
    for each in changed[:TOLD]:
        session.warn(changed_text(Ref(each.place), each.changes))
    if len(changed) > TOLD:
        session.warn(count("{n} more text was changed.", "{n} more texts were changed.", len(changed) - TOLD))


def _guard(
    session: Session,
    texts: Mapping[str, Any],
    known: frozenset[str],
    place: str,
    *,
    force: bool = False,
    forcible: bool = True,
) -> None:
    for where, text in _texts(texts, place):
        found = () if text in known or is_withheld(text) else find_personal(text)
        if found and force:
            session.forced.update(f.kind for f in found)
        elif found:
            kinds, excerpts = tuple(f.kind for f in found), tuple(f.excerpt for f in found)
            raise errors.PersonalData(kinds, excerpts, where, forcible)


def _texts(value: Any, place: str) -> Iterator[tuple[str, str]]:
    """The free texts with their places; references, numbers and codes are exempt."""
    if isinstance(value, list):
        for each in value:
            yield from _texts(each, place)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(each, f"{place}/{key}" if place else key)
    elif isinstance(value, str) and place.endswith(_WORDED):
        yield place, value
