"""The closed sets of values: declared once, with an option or argument, to be read, shown and completed."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import typer

from tracker import errors
from tracker.cli.input import values
from tracker.cli.parser import VALUE, Choice

if TYPE_CHECKING:
    from tracker.views.words import Words


class Vocabulary(Choice):
    """A vocabulary of the model: a member, by its slug or its words in any of the three languages.

    `gender` is that of the Arabic noun which the word describes.
    """

    def __init__(self, kind: type[StrEnum], gender: str = "feminine") -> None:
        super().__init__(member.value.replace("_", "-") for member in kind)
        self.kind, self.gender = kind, gender

    def read(self, given: str) -> Any:
        """The member; raises `BadValue`."""
        try:
            return values.word(self.kind, given)
        except errors.BadValue as error:
            error.gender = self.gender
            raise

    def meaning(self, choice: str, words: "Words") -> str:
        """The reader's word."""
        from tracker.reports.vocabulary import word_for  # noqa: PLC0415 - only where it is shown

        return words.bare(word_for(self.kind(choice.replace("-", "_")), self.gender))


def word_option(
    kind: type[StrEnum], name: str, meaning: str, metavar: str = VALUE, default: StrEnum | None = None
) -> Any:
    """An option that takes a word of a vocabulary; `default` is the one that holds without it."""
    return typer.Option(name, click_type=Vocabulary(kind), metavar=metavar, help=meaning, show_default=default or False)


class Listed(Choice):
    """A short list of words, which is called `name` where other words for them are known; raises `BadValue`."""

    def __init__(self, name: str, choices: Iterable[str]) -> None:
        super().__init__(choices)
        self.list = name

    def read(self, given: str) -> str:
        """The word of the list that was meant."""
        from tracker.cli.input.suggestions import one_of  # noqa: PLC0415 - only where such a word was typed

        return one_of(given, self.list, self.choices)


class Kinds(Listed):
    """The kinds of records or reports, by their words in any of the three languages."""

    def read(self, given: str) -> str:
        """The kind that was meant."""
        from tracker.cli.input.kind_words import kind_of  # noqa: PLC0415 - most lists name no kind

        return kind_of(given, self.list, self.choices)

    def meaning(self, choice: str, words: "Words") -> str:
        """The reader's word, where that is another."""
        from tracker.cli.input.kind_words import words_in  # noqa: PLC0415 - only where it is shown

        return next(iter(words_in(words.lang, choice)), "") if words.lang != "en" else ""


class ByKind(Choice):
    """A set that depends on the kind named before; several of it with commas, which are read with that kind.

    It has no `choices` by itself: `of` makes those of a kind when somebody asks.
    """

    def __init__(self, kinds: Sequence[str], of_kind: Callable[[str], Choice]) -> None:
        super().__init__((), many=True)
        self.kinds, self.of_kind = kinds, of_kind

    def of(self, before: Sequence[str]) -> Choice:
        """The set of the kind that is named."""
        from tracker.cli.input.kind_words import kind_of  # noqa: PLC0415 - as above

        try:
            return self.of_kind(kind_of(before[0], "kind", self.kinds) if before else self.kinds[0])
        except errors.BadValue:
            return self.of_kind(self.kinds[0])
