"""Every failure is worded, in three languages, and no English stands in the other two."""

import errno
import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from tests.foreign import foreign
from tracker import errors
from tracker.cli.say.causes import cause_of
from tracker.cli.say.error_words import worded
from tracker.errors.bases import BadUsage, InFuture, NotInstalled, RecordRefused
from tracker.locale import LANGUAGES, open_catalog
from tracker.message import Message
from tracker.views.words import Words


def classes(above: type[errors.TrackerError] = errors.TrackerError) -> Iterator[type[errors.TrackerError]]:
    for each in above.__subclasses__():
        yield each
        yield from classes(each)


for family in errors.FAMILIES:
    import_module(f"{errors.__name__}.{family}")
# Failures that are only a common ground of others, or that nobody is told of.
GROUNDS = (RecordRefused, BadUsage, InFuture, NotInstalled)
UNSAID = {errors.StoreError, errors.RuleBroken, errors.Unreadable, errors.OutputClosed, *GROUNDS}
ALL = [each for each in classes() if each not in UNSAID]

SLUGS: dict[tuple[str, str], tuple[object, ...]] = {
    ("Corrupt", "reason"): tuple(errors.Corrupt.REASONS),
    ("NeedsReason", "change"): tuple(errors.NeedsReason.REASONS),
    ("BadDate", "reason"): tuple(errors.BadDate.REASONS),
    ("BadNumber", "reason"): tuple(errors.BadNumber.REASONS),
    ("BadPercent", "reason"): tuple(errors.BadPercent.REASONS),
    ("BadEdit", "reason"): tuple(errors.BadEdit.REASONS),
    ("Irremovable", "reason"): tuple(errors.Irremovable.REASONS),
    ("NotFound", "none_of"): ("", "aspects", "roles"),
    ("BadSheet", "reason"): tuple(errors.BadSheet.REASONS),
    ("SheetRefused", "cause"): (errors.NeedsTitle(),),
    ("EditRefused", "cause"): (errors.PercentOutOfRange(140),),
    ("NotAccepted", "cause"): (errors.PercentOutOfRange(140),),
    ("TransitionRefused", "before"): ("not_started",),
    ("TransitionRefused", "after"): ("completed",),
    ("TransitionRefused", "allowed"): ("in_progress", "blocked"),
    ("ProgressRefused", "status"): ("suspended",),
    ("StepClosed", "status"): ("completed",),
    ("GatesReversed", "first"): ("approved",),
    ("GatesReversed", "second"): ("delivered",),
    ("NoParticipants", "kind"): ("visit",),
    ("ConcernTooMild", "computed"): ("red",),
    ("PersonalData", "kinds"): tuple(errors.PersonalData.REASONS),
}
DATES = {"start", "end", "day", "first", "first_on", "second_on"}
DATA = "٧٧٧"


def of(kind: Any, fields: dict[str, Any]) -> Any:
    """The failure with plausible data; `fields` are set as they are."""
    given = dict(fields)
    hints = get_type_hints(kind)
    for name in errors.fields_of(kind).keys() - given.keys():
        hint = hints[name]
        choices = SLUGS.get((kind.__name__, name), ("2026-03-31",) if name in DATES and hint is str else (DATA,))
        given[name] = {int: 7, float: 3.0, str: choices[0], errors.TrackerError: choices[0]}.get(hint, choices)
    return kind(**given)


def variants(kind: Any) -> Iterator[Any]:
    """One failure for each slug, and one whose optional fields are empty."""
    yield of(kind, {})
    for (name, field), choices in SLUGS.items():
        if name == kind.__name__:
            yield from (
                of(kind, {field: (choice,) if field == "kinds" else choice}) for choice in choices if field != "allowed"
            )
    optional = {name: usual for name, usual in errors.fields_of(kind).items() if usual in ("", (), 0)}
    yield of(kind, optional)


def texts(error: errors.TrackerError, lang: Any) -> Iterator[str]:
    words = Words(open_catalog(lang))
    for part in worded(error):
        if part is not None:
            assert isinstance(part, Message)
            yield words.bare(part)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_failure_is_a_sentence(kind: type[errors.TrackerError], lang: str) -> None:
    for error in variants(kind):
        for text in texts(error, lang):
            assert text.strip()
            assert "{" not in text, text
            assert "None" not in text, text
            assert foreign(lang, text, DATA) == [], text


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.__name__)
def test_every_failure_has_an_exit_code_and_a_name(kind: type[errors.TrackerError]) -> None:
    error = of(kind, {})
    assert error.exit_code in (1, 2)
    assert error.code.isascii()
    assert error.code == error.code.lower()


def test_the_families_are_all_there_are() -> None:
    files = {path.stem for path in Path(str(errors.__file__)).parent.glob("*.py")}
    assert files == {*errors.FAMILIES, "__init__", "bases", "places"}


def test_a_failure_that_does_not_exist_is_not_found() -> None:
    for name in ("NotFounds", "says", "count"):
        assert not hasattr(errors, name)


def test_names_of_failures_are_unique() -> None:
    names = [of(kind, {}).code for kind in ALL]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOENT, errno.EISDIR, errno.EROFS, errno.ENOSPC, errno.EIO])
def test_causes_are_in_the_language_too(lang: Any, number: int) -> None:
    text = Words(open_catalog(lang)).bare(worded(errors.CannotRead("/x", os.strerror(number)))[0])
    assert os.strerror(number) not in text
    assert foreign(lang, text, "/x") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_cause_that_has_no_words_is_told_by_its_name(lang: Any) -> None:
    text = Words(open_catalog(lang)).bare(worded(errors.CannotRead("/x", os.strerror(errno.EOVERFLOW)))[0])
    assert "EOVERFLOW" in text
    assert foreign(lang, text, "/x", "EOVERFLOW") == []


@pytest.mark.parametrize("text", ["", "embedded null byte", "Value too large"])
def test_words_of_a_library_are_no_cause(text: str) -> None:
    assert cause_of(text) == cause_of("")


def test_data_with_braces_is_no_template() -> None:
    for lang in LANGUAGES:
        for value in ("{name}", "{0}", "{", "}", "%s", "{__class__}"):
            assert value in Words(open_catalog(lang)).bare(worded(errors.NotFound(value))[0])


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("ar", "تغيّر بعده C1 (الحالة) من «معلَّق» إلى «قيد التنفيذ»"),
        ("tr", "C1 (Durum) sonradan “askıya alındı” iken “devam ediyor” oldu"),
        ("en", "C1 Status has since been changed from suspended to in progress"),
    ],
)
def test_what_was_changed_since_is_said_in_words(lang: Any, said: str) -> None:
    error = errors.ChangedSince(2, "C1", "status", "suspended", "in_progress")
    assert said in Words(open_catalog(lang)).bare(worded(error)[0])
    assert "None" not in Words(open_catalog(lang)).bare(worded(errors.ChangedSince(2, "E2", "", {"id": "E2"}, None))[0])


@pytest.mark.parametrize(
    ("args", "named"),
    [((), {}), (("a", 1.0, "b"), {}), (("a",), {"path": "a"}), (("a", 1.0), {"other": 1})],
)
def test_missing_unknown_and_double_fields_are_refused(args: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="Locked"):
        errors.Locked(*args, **named)


def test_a_failure_shows_its_fields() -> None:
    assert repr(errors.Locked("a", seconds=1.5)) == "Locked(path='a', seconds=1.5)"
    assert errors.Locked("a", 1.5).code == "locked"


@pytest.mark.parametrize(
    ("count", "named", "said"), [(20, 20, ""), (21, 21, ""), (22, 20, "and 2 more"), (900, 20, "and 880 more")]
)
def test_a_long_list_is_counted(count: int, named: int, said: str) -> None:
    codes = tuple(f"S1.{number}" for number in range(count))
    (text, hint) = texts(errors.RolledUp("S1", codes), "en")
    assert text
    assert hint.count("S1.") == named
    assert said in hint
