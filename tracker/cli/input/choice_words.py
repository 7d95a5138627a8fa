"""The words of help and completion for closed sets of values."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tracker.cli.parser import Choice
from tracker.message import Message, msg
from tracker.reports.report import Many, Ref

if TYPE_CHECKING:
    from tracker.views.words import Words


class Candidate(NamedTuple):
    """A word that may stand at the cursor, and what it means to the reader."""

    value: str
    meaning: str = ""


def offered(kind: Choice, words: "Words", before: Sequence[str]) -> Iterator[Candidate]:
    """The values that fit, with the reader's words; and these words themselves, for those who type them."""
    held = kind.of(before)
    found = [Candidate(choice, held.meaning(choice, words)) for choice in held.choices]
    yield from found
    for value, meaning in found:
        if not meaning.isascii() and " " not in meaning:
            yield Candidate(meaning, value)


def possible(found: Iterable[Candidate]) -> Message:
    """The sentence that names these values, each with its meaning where it has one."""
    named = tuple(
        msg("{value} ({meaning})", value=Ref(each.value), meaning=each.meaning) if each.meaning else Ref(each.value)
        for each in found
    )
    return msg("Possible: {allowed}.", allowed=Many(named))


def explained(kind: Choice, words: "Words", before: Sequence[str]) -> Message:
    """The same for help, of all values of the set; in English their words would say the same again."""
    held, english = kind.of(before), words.lang == "en"
    named = possible(Candidate(each, "" if english else held.meaning(each, words)) for each in held.choices)
    if before or held is kind:
        return named
    return msg("{possible} For another kind: {command}", possible=named, command=Ref("tracker list meetings --help"))
