"""The words of two languages at once, for sheets that both sides sign."""

from typing import Any

from tracker.message import Message
from tracker.model.records.localized import Lang, Localized
from tracker.reports.report import Choice, Colour, Day, OfficeName, Report, TheOne, Verbatim, Word
from tracker.text.printable import FSI, PDI
from tracker.views.words import Words

_TRANSLATED = (Message, Word, Choice, Localized, Verbatim, OfficeName, TheOne, Day, Colour)
"""The values that read otherwise in another language; numbers and codes are the same, and days in figures."""


def bilingual_words(report: Report, words: Words) -> Words:
    """The words of a report: the reader's, and those of a second language that it is to be in too."""
    return BilingualWords(words, report.beside) if report.beside and report.beside != words.lang else words


class BilingualWords(Words):
    """The words of the first language and behind them those of the second, unless they are the same."""

    def __init__(self, first: Words, second: Lang) -> None:
        super().__init__(first.catalog, first.digits, first.calendar, first.timezone)
        self._first, self._second = first, first.in_language(second)

    @property
    def both(self) -> tuple[Words, Words]:
        """The words of each language by itself."""
        return self._first, self._second

    def text(self, value: Any) -> str:
        """The text of a value in both; what consists of several has each of them in both."""
        if isinstance(value, Localized | Verbatim):
            return self._text(value, value if isinstance(value, Localized) else value.text)
        if isinstance(value, _TRANSLATED):
            return self._beside(self._first.text(value), self._second.text(value))
        return super().text(value)

    def _text(self, value: Localized | Verbatim, text: Localized) -> str:
        """A text in both, or once in what it has, without the mark that it is that language where one of both is."""
        first, second = self._first, self._second
        if text.within(first.lang) != text.within(second.lang):
            return self._beside(first.text(value), second.text(value))
        return (second if text.is_foreign(first.lang) else first).text(value)

    def message(self, message: Message) -> str:
        """A sentence in both."""
        return self._beside(self._first.message(message), self._second.message(message))

    def in_language(self, lang: Lang) -> Words:
        """One of the two by itself, or a third."""
        return self._first.in_language(lang)

    def _beside(self, here: str, there: str) -> str:
        return here if self.seen(here) == self.seen(there) else f"{here} / {FSI}{there}{PDI}"
