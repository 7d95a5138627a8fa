"""The two commands of a kind of records, as its fields have them: what Typer reads of them, and their carrying out."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from inspect import Parameter
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker import errors
from tracker.cli import options
from tracker.cli.edit.clearing import clear_option, cleared
from tracker.cli.input import languages, values
from tracker.cli.noun import A, Given, Noun
from tracker.cli.nouns import noun_of
from tracker.cli.parameters import ADD, UPDATE, Field, parameter, with_parameters
from tracker.cli.session import Session
from tracker.message import mark, msg
from tracker.model.records.localized import LANGS, Text, in_languages
from tracker.model.records.tables import table_of_type
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref
from tracker.text.input.fold import fold

if TYPE_CHECKING:
    from tracker.store.act import Outcome

LIKE = Annotated[
    str | None,
    typer.Option("--like", metavar=mark("CODE"), help=mark("Copy the details of another record of the same kind.")),
]


def command_of(name: str) -> Callable[..., None]:
    """The command that adds or changes a record; its signature, which Typer reads, has the fields of its kind."""
    noun, carry_out = noun_of(name), carrying_out(name)
    assert noun is not None

    def command(ctx: typer.Context, **typed: Any) -> None:
        carry_out(ctx.obj, {name: value for name, value in typed.items() if value is not None})

    verb = name.partition("-")[0]
    return with_parameters(parameter("ctx", typer.Context), *_parameters(noun, verb))(command)


def carrying_out(name: str) -> Callable[[Session, Given], None]:
    """The carrying out of that command on a session, with what was typed by the names of its parameters."""
    noun = noun_of(name)
    assert noun is not None
    return partial(_update if name.partition("-")[0] == UPDATE else _add, noun)


def _parameters(noun: Noun[A], verb: str) -> Iterator[Parameter]:
    if verb == UPDATE and not noun.only_code:
        yield parameter("codes", options.Codes)
    yield from (field.parameter(noun.default(field) if verb == ADD else "") for field in noun.of(verb))
    if verb == UPDATE:
        yield parameter("clear", Annotated[list[str] | None, clear_option(noun.clearable)], None)
    elif noun.likes:
        yield parameter("like", LIKE, None)
    yield parameter("note", options.Note, None)
    yield parameter("reason", options.Reason, None)
    yield parameter("force", options.Force, False)
    if verb == UPDATE:
        yield parameter("if_rev", options.IfRev, None)


def _add(noun: Noun[A], session: Session, typed: Given) -> None:
    add = noun.add
    assert add is not None
    note, reason = _why(session, typed)
    given, asked = _read(noun, session, typed, ADD, {"reason": _text(session, reason, note)})
    change = noun.settle(session, given, asked)
    act = session.act(f"add-{noun.name}", note or reason)
    today = session.today
    outcome = session.change(act, lambda tracker: add(tracker, given, change, today))
    noun.after(session, outcome)
    if outcome.revision is not None:
        _warn_of_twice(noun, session, outcome)


def _warn_of_twice(noun: Noun[A], session: Session, outcome: "Outcome") -> None:
    """Name an older record in the same words, for the new one may be there twice."""
    table = table_of_type(noun.record)
    before = outcome.before.tables.get(table, {})
    for new in outcome.after.made_since(outcome.before, table):
        said = _known_by(new)
        older = next((each.id for each in before.values() if each.id != new.id and said & _known_by(each)), "")
        if older:
            named = {"code": Ref(new.id), "older": Ref(older), "command": Ref(f"tracker show {older} {new.id}")}
            session.warn(
                msg("{code} has the same text as {older}; to see whether it was recorded twice: {command}", **named)
            )


def _known_by(record: Any) -> set[tuple[str, Any]]:
    """The words of a record in each language, with the step or the day beside which they may stand again."""
    text = next((found for name in ("title", "name", "text") if (found := getattr(record, name, None))), None)
    beside = getattr(record, "date", None) or (getattr(record, "step", None) if record.id[:1] == "S" else None)
    return {(fold(words), beside) for words in in_languages(text).wordings().values()} if text else set()


def _update(noun: Noun[A], session: Session, typed: Given) -> None:
    note, reason = _why(session, typed, noun.only_code or typed["codes"][0])
    with values.given_as("codes"):
        codes = tuple(record.id for record in noun.found(session.tracker, typed))
    if len(codes) > 1:
        _check_shared(noun, typed)
    clear = cleared(typed["clear"], noun.clearable) if "clear" in typed else frozenset()
    given, asked = _read(noun, session, typed, UPDATE, {"reason": _text(session, reason, note), "clear": clear})
    changes = {code: noun.settle(session, _Given({**given, "code": code}), asked) for code in codes}
    act = session.act(f"update-{noun.name}", note or reason, values.expected(typed.get("if_rev"), *codes), about=codes)
    noun.after(session, session.change(act, _all_changed(noun, changes, session.today)))


def _all_changed(noun: Noun[A], changes: Mapping[str, A], today: date) -> Callable[[Tracker], Tracker]:
    """Gives the change of all records; of several, a refusal says of which it is."""

    def changed(tracker: Tracker) -> Tracker:
        for code, change in changes.items():
            try:
                tracker = noun.update(tracker, code, change, today)
            except errors.TrackerError as error:
                error.of = code if len(changes) > 1 else ""
                raise
        return tracker

    return changed


def _check_shared(noun: Noun[A], typed: Given) -> None:
    """Raises `OfOneRecord` for an option that says something of one record, where several are named."""
    alone = [field.called for field in noun.of(UPDATE) if field.single and typed.get(field.name)]
    for option in (*alone, *(["--if-rev"] if typed.get("if_rev") else ())):
        raise errors.OfOneRecord(option)


def _text(session: Session, reason: str | None, note: str | None) -> Text | None:
    """The reason, or else the note, in the language of its words."""
    if reason is None and note is None:
        return None
    return languages.text_in_its_language(session, reason or note, "--reason" if reason else "")


def _why(session: Session, typed: Given, record: str = "") -> tuple[str | None, str | None]:
    """The note and the reason; `--force` needs one."""
    note, reason, force = typed.get("note"), typed.get("reason"), typed.get("force", False)
    if note is None and reason is None and not force:
        return None, None  # as of most rows of a spreadsheet
    values.required_reason(force, reason, record)
    return values.note_and_reason(session, note, reason, force=force)


class _Given(dict[str, Any]):
    """The values that were given: None for all others."""

    def __missing__(self, name: str) -> None:
        pass


def _given(noun: Noun[A], verb: str, typed: Given) -> list[tuple[str, Field, dict[Any, Any]]]:
    """Give the fields that something was typed for, each with room for what its readings have given."""
    return [(field.name, field, {}) for field in noun.of(verb) if field.name in typed]


def _value(field: Field, known: dict[Any, Any], session: Session, typed: Any, verb: str, force: bool) -> Any:
    """The value that was typed for a field; what stays the same is read once, however many rows say it."""
    if not field.steady:
        return field.value(session, typed, verb, force=force)
    value = known.get(typed)
    if value is None:
        value = known[typed] = field.value(session, typed, verb, force=force)
    return value


def _read(noun: Noun[A], session: Session, typed: Given, verb: str, beside: dict[str, Any]) -> tuple[dict[str, Any], A]:
    """The values that were given, and the change that they ask for together with what is said `beside` them."""
    given = _Given({"like": typed.get("like")})
    set_fields: dict[str, Any] = {}
    called: dict[str, str] = {}
    force = typed.get("force", False)
    clear = beside.get("clear")
    for name, field, known in session.once((noun.name, verb, *typed), lambda: _given(noun, verb, typed)):
        value = given[name] = _value(field, known, session, typed[name], verb, force)
        if value is None or not field.sets:
            continue
        sets = f"{field.sets}_{languages.language(session, value, field.called)}" if field.spoken else field.sets
        if sets in called:
            raise errors.Contradictory((called[sets], field.called))
        if clear:
            _check_kept(field, sets, clear)
        set_fields[sets], called[sets] = value, field.called
    return given, noun.change(**set_fields, **beside)


def _check_kept(field: Field, sets: str, clear: frozenset[str]) -> None:
    """Raises `Contradictory` where what a field sets is emptied at once, in its language or in all."""
    text, _, lang = sets.rpartition("_")
    if not clear.isdisjoint({sets, field.clears} - {""}) or (lang in LANGS and text in clear):
        raise errors.Contradictory((field.called, "--clear"))
