"""The questions about a sheet whose meaning cannot be seen; in a pipe nothing asks, it is refused and named."""

from collections.abc import Callable, Mapping, Sequence

from tracker import errors
from tracker.cli.input.kind_words import words_in
from tracker.cli.say.error_words import worded
from tracker.cli.session import Session
from tracker.cli.sheets.headings import Headings, columns_taken, heading_in_words, key_of
from tracker.cli.sheets.kinds import KINDS
from tracker.cli.sheets.pages import Own
from tracker.frozen import replace
from tracker.message import Message, msg
from tracker.reports.labels import FIELDS
from tracker.reports.report import Ref

Label = Message | str


def asked_kind(session: Session, unclear: "errors.BadSheet") -> str:
    """The kind that a person names; raises `unclear` where nobody does."""
    if not session.can_ask:
        raise unclear
    lang = session.words.lang
    offered: dict[str, Label] = {kind: words_in(lang, kind)[0] if lang != "en" else "" for kind in KINDS}
    _offer(session, msg("Choose the kind of records that the sheet holds."), offered)
    answer = _answer(session, msg("{name}:", name=Ref("--kind")), KINDS, lambda word: word)
    if not answer:
        raise unclear
    return answer


def asked_columns(session: Session, unknown: Sequence[str], there: set[str], headings: Headings) -> dict[str, str]:
    """The columns that a person gives to these headings, by their keys, one by one.

    Those that are `there` already are not offered. Raises `UnknownHeadings` where nobody answers.
    """
    possible = columns_taken(headings.kind)
    refused = errors.UnknownHeadings(tuple(unknown), possible)
    if not session.can_ask:
        raise refused
    offered = {name: _label(headings, name) for name in possible if name not in there}
    _offer(session, msg("Choose the column that each heading means; Enter leaves the heading out."), offered)
    found: dict[str, str] = {}
    for heading in unknown:
        answer = _answer(
            session, msg("{name}:", name=heading), list(offered), headings.meant, frozenset(found.values())
        )
        if answer is None:
            raise refused
        found[key_of(heading)] = answer
    return found


def _label(headings: Headings, column: str) -> Label:
    label = heading_in_words(headings.kind, column)
    return FIELDS.get(column, "") if label == column else label


def asked_values(session: Session, own: Own, there: set[str], headings: Headings) -> Own:
    """The meaning with what a person gives for all new rows, where each needs something that the sheet lacks."""
    kind = headings.kind
    lacking = [name for name in kind.arguments if name not in {*there, *own.every, *kind.key}]
    if not lacking or not own.columns or not there.isdisjoint(kind.key):
        return own
    _say(
        session, msg("Each new row needs a value that the sheet does not give; what you type is used for all of them.")
    )
    found = {name: answer for name in lacking if (answer := session.ask(msg("{name}:", name=Ref(name))))}
    return replace(own, every={**own.every, **found})


def _say(session: Session, message: Message) -> None:
    session.err.write_text(session.words.message(message))


def _offer(session: Session, invitation: Message, offered: Mapping[str, Label]) -> None:
    """The choice before the question, each by its number."""
    _say(session, invitation)
    for number, (name, label) in enumerate(offered.items(), 1):
        named = {"number": Ref(str(number)), "code": Ref(name), "title": label}
        _say(session, msg("{number}. {code} {title}", **named))


def _answer(
    session: Session,
    question: Message,
    names: Sequence[str],
    meant: Callable[[str], str | None],
    taken: frozenset[str] = frozenset(),
) -> str | None:
    """The answer by number or name, empty for none; None where nobody answers any more."""
    while answer := session.ask(question):
        number = int(answer) if answer.isdecimal() else 0
        name = names[number - 1] if 0 < number <= len(names) else meant(answer)
        if name in names and name not in taken:
            return name
        _say(session, worded(errors.UnknownColumn(answer, tuple(each for each in names if each not in taken)))[0])
    return answer
