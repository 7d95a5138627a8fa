"""The values in words: the one place where cells and sentences become text of a language.

Texts come out in logical order. Codes, dates, numbers and whatever a user typed stand in directional isolates, so
that nothing around them can turn them over; `bare` gives them without.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tracker.message import Message, count, msg
from tracker.model.history.documents import WITHHELD
from tracker.model.records.localized import Lang, Localized
from tracker.reports.document_cells import BothCalendars, InLanguage, Light, Spark, Strip
from tracker.reports.numbers import Amount, Numeral, Share
from tracker.reports.report import (
    Choice,
    Colour,
    Day,
    Due,
    Many,
    Moment,
    OfficeName,
    Percent,
    Points,
    Progress,
    Ref,
    TheOne,
    Verbatim,
    Word,
)
from tracker.reports.vocabulary import THE_ONE, word_for
from tracker.text.input import dates
from tracker.text.input.zone import in_zone
from tracker.text.output.wrap import NO_BREAK
from tracker.text.printable import FSI, LRI, PDI, harmless, printable, without_controls
from tracker.views import numbers
from tracker.views.separators import BESIDE, SEPARATOR
from tracker.views.typed import numbers_in_order, whole_sentence

if TYPE_CHECKING:
    from decimal import Decimal

    from tracker.locale import Catalog


DEMO = msg("Sample data – not for official use")
"""The banner of a fictional tracker."""
COPIES = {"counterpart": msg("Copy for the counterpart")}
"""The banner of a document that leaves one's own side, by its audience."""
IN_LANGUAGE: dict[Lang, Message] = {"ar": msg("[in Arabic]"), "tr": msg("[in Turkish]"), "en": msg("[in English]")}
"""The mark behind a text that is shown in another language than the reader's."""


def as_of(day: date) -> Message:
    """The day that a report is of."""
    return msg("As of {day}", day=Day(day))


class Words:
    """The words of one language with the reader's digits (`latn`/`arab`) and calendar (`gregorian`/`hijri`/`both`)."""

    def __init__(
        self, catalog: "Catalog", digits: str = "latn", calendar: str = "gregorian", timezone: str = ""
    ) -> None:
        self.catalog = catalog
        self.lang: Lang = catalog.lang
        self.digits = digits if catalog.lang == "ar" else "latn"
        self.calendar = calendar
        self.timezone = timezone
        self._others: dict[Lang, Words] = {}
        self._known: dict[tuple[str, str], str] = {}

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return self.catalog.direction == "rtl"

    def bare(self, value: Any) -> str:
        """The text of a value without directional controls, for machines and for searching."""
        return self.seen(self.text(value))

    def seen(self, text: str) -> str:
        """A text that was made here, without directional controls."""
        return without_controls(text).replace(NO_BREAK, " ")

    def text(self, value: Any) -> str:
        """The text of any value of a report, or of a sentence."""
        if value is None:
            return "–"
        if isinstance(value, str) and type(value) is str:
            return self.typed(value) if value else ""
        return _TEXTS[type(value)](self, value)

    def typed(self, text: str) -> str:
        """A text that somebody typed, or a word in its place where the other side withholds it."""
        if text.startswith(WITHHELD):
            return self.message(msg("[withheld by the other side]"))
        return f"{FSI}{numbers_in_order(harmless(text))}{PDI}"

    def _localized(self, text: Localized) -> str:
        """A text in the reader's language, or in the one that it has, which is then named (rule 1.3)."""
        words, lang = self.typed(text.within(self.lang)), text.shown_in(self.lang)
        return f"{words} {self.message(IN_LANGUAGE[lang])}" if text.is_foreign(self.lang) else words

    def message(self, message: Message) -> str:
        """A sentence with its values in place."""
        if message.many is None:
            text = self.catalog.word(message.text, message.context)
        else:
            text = self.catalog.count(message.text, message.many, message.n, message.context)
        values = {name: self.text(value) for name, value in message.values.items()}
        return self._laid(text, message.text).format_map(values)

    def phrase(self, text: str) -> str:
        """A sentence without places, such as help; option names keep their order in any direction."""
        return self._laid(self.catalog.word(text), text)

    def _laid(self, text: str, source: str) -> str:
        """A sentence of the catalog with its own options and numbers in order, in the reader's digits.

        `source` is its English: what that gives as an example stays as it is typed.
        """
        if not self.rtl:
            return text
        if (known := self._known.get((text, source))) is not None:
            return known
        laid = self._known[text, source] = whole_sentence(text, source, self._own_number)
        return laid

    def _own_number(self, found: re.Match[str]) -> str:
        return self.percent(int(found[1])) if found[2] else self.text(Numeral(int(found[1])))

    def number(self, value: "int | Decimal") -> str:
        """A number, its thousands in groups, with as many decimals as it has."""
        return numbers.number(value, self.lang, self.digits)

    def signed(self, value: int) -> str:
        """A difference with its sign."""
        return numbers.signed(value, self.lang, self.digits)

    def percent(self, value: "int | Decimal") -> str:
        """A percentage 0–100 as the language writes it."""
        return numbers.percent(value, self.lang, self.digits)

    def day(self, value: date | str | None) -> str:
        """A date in the reader's calendar; a partial one as far as it is known."""
        if value is None:
            return self.message(msg("unknown"))
        if isinstance(value, date):
            text = dates.long(value, self.lang, self.digits, self.calendar)
        else:
            text = dates.partial(value, self.lang, self.digits, self.calendar)
        return f"{FSI}{text}{PDI}"

    def short_days(self, value: date | str | None) -> tuple[str, ...]:
        """A date for a narrow column: in digits, once for each calendar; a partial one in words."""
        if not isinstance(value, date):
            return (self.day(value),)
        return tuple(f"{LRI}{text}{PDI}" for text in dates.short(value, self.lang, self.digits, self.calendar))

    def days_left(self, days: int) -> str:
        """The time until a date, or since."""
        if days == 0:
            return self.message(msg("today"))
        if days > 0:
            return self.message(count("{n} day left", "{n} days left", days))
        return self.message(count("{n} day late", "{n} days late", -days))

    def _moment(self, value: Moment) -> str:
        local = in_zone(datetime.fromisoformat(value.value), self.timezone)
        found = dates.moment(local, self.lang, self.digits, self.calendar)
        return BESIDE.join(f"{LRI}{text}{PDI}" for text in found)

    def _choice(self, value: Choice) -> str:
        slug, word = f"{LRI}{printable(value.slug)}{PDI}", self.message(value.word)
        return slug if self.lang == "en" else f"{slug} ({word})"

    def _colour(self, value: Colour) -> str:
        word = self.text(Word(value.health))
        reasons = SEPARATOR[self.lang].join(self.text(Word(reason)) for reason in value.reasons)
        return f"{word} ({reasons})" if reasons else word

    def _progress(self, value: Progress) -> str:
        return self.message(
            msg(
                "declared {declared} · evidenced {evidenced}",
                declared=Percent(value.declared),
                evidenced=Percent(value.evidenced),
            )
        )

    def _due(self, value: Due) -> str:
        day = BESIDE.join(self.short_days(value.day))
        return f"{day} ({self.days_left(value.days_left)})" if value.days_left is not None else day

    def in_language(self, lang: Lang) -> "Words":
        """The same reader's words in another language."""
        if lang == self.lang:
            return self
        if lang not in self._others:
            from tracker.locale import open_catalog  # noqa: PLC0415 - only sheets in two languages open a second one

            self._others[lang] = Words(open_catalog(lang), self.digits, self.calendar, self.timezone)
        return self._others[lang]

    def _many(self, value: Many) -> str:
        """A list; what stands in brackets belongs to what is before it."""
        first, *rest = (self.text(item) for item in value.values) if value.values else ("",)
        return first + "".join(f" {text}" if text.startswith("(") else SEPARATOR[self.lang] + text for text in rest)

    def _office(self, value: OfficeName) -> str:
        names = [value.party, value.role] if value.role else [value.party]
        return " – ".join(self.text(name) for name in names)


_TEXTS: dict[type, Callable[[Words, Any], str]] = {
    Message: Words.message,
    int: Words.number,
    Ref: lambda _, v: f"{LRI}{printable(v.code)}{PDI}",
    TheOne: lambda w, v: w.message(THE_ONE[v.code]),
    Percent: lambda w, v: w.percent(v.value),
    Points: lambda w, v: w.signed(v.value),
    Day: lambda w, v: w.day(v.value),
    Moment: Words._moment,
    Due: Words._due,
    Word: lambda w, v: w.message(word_for(v.value, v.gender)),
    Choice: Words._choice,
    Colour: Words._colour,
    Progress: Words._progress,
    Amount: lambda w, v: w.number(v.value),
    Share: lambda w, v: w.percent(v.value),
    Numeral: lambda w, v: numbers.numeral(v.value, w.lang, w.digits),
    OfficeName: Words._office,
    InLanguage: lambda w, v: w.in_language(v.lang).text(v.value),
    BothCalendars: lambda w, v: f"{FSI}{dates.long(v.day, w.lang, w.digits, 'both')}{PDI}",
    Strip: lambda w, v: " – ".join(w.short_days(day)[0] for day in (v.start, v.end)),
    Light: lambda w, v: w.message(v.word),
    Spark: lambda w, v: SEPARATOR[w.lang].join("–" if one is None else w.number(one) for one in v.values),
    Localized: Words._localized,
    Verbatim: lambda w, v: w._localized(v.text),
    Many: Words._many,
}
