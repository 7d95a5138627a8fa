"""The headings of a spreadsheet in words: the names of fields, and what our lists and documents print above them."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from tracker.cli.sheets.kinds import DEMO, Kind, kind_called
from tracker.cli.sheets.rows import headings_beside
from tracker.locale import LANGUAGES, open_catalog
from tracker.message import Message, msg, msg_in
from tracker.model.records.localized import Lang
from tracker.reports.labels import FIELDS
from tracker.reports.vocabulary import THE_ONE
from tracker.text.input.fold import fold
from tracker.views.spreadsheet_values import REASONS, in_words
from tracker.views.words import Words

PRINTED: Mapping[str, tuple[Message, ...]] = {
    "id": (msg_in("heading", "No."), msg("Code"), msg("Record")),
    "owner": (msg("Carried out by"),),
    "mode": (msg("Mode of training"), msg("Mode of the meeting")),
    "forecast_end": (msg("Forecast"),),
    "updated_on": (msg("Last update"),),
}
"""The words that documents print above a field, where they are not its name."""
TITLES = (msg("Step or activity"),)
FURTHER = (
    *(msg("Evidenced"), msg("Obstacle"), msg("Reason"), REASONS),
    *(in_words(heading) for heading in (msg("Health"), msg("Rating"), msg_in("letter", "Health"))),
)
"""The words above columns that are worked out."""


class Headings:
    """The column that each heading means, of one kind of records."""

    def __init__(self, name: str) -> None:
        self.kind = kind_called(name)
        self._columns = {key_of(column): column for column in _columns_of(self.kind)}

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        return {key_of(label): column for column in _columns_of(self.kind) for label in _labels(column, self.kind)}

    def meant(self, heading: str) -> str | None:
        """The column that a heading means, empty for what rows of this kind do not have; None where it is not known.

        Who writes the names of columns needs no words of any language.
        """
        return self.means(key_of(heading))

    def names(self, key: str) -> bool:
        """Whether a column is called so."""
        return key in self._columns

    def means(self, key: str) -> str | None:
        """The column that a heading with that key means, likewise."""
        known = self._columns.get(key) or self._labels.get(key)
        return known or ("" if key in _all_labels() else None)


@cache
def headings_of(name: str) -> Headings:
    """The headings of a kind, gathered once."""
    return Headings(name)


def columns_taken(kind: Kind) -> tuple[str, ...]:
    """The columns whose cells a command takes, and those that belong to a change."""
    taken = {*kind.key, *kind.arguments, *kind.adds, *kind.updates, *(f"{kind.title}_{lang}" for lang in LANGUAGES)}
    return (*(name for name in kind.headings if name in taken), *sorted(headings_beside(kind)))


@cache
def readers() -> Mapping[Lang, Words]:
    """The words of each language."""
    return {lang: Words(open_catalog(lang)) for lang in LANGUAGES}


@cache
def names_of_the_whole() -> frozenset[str]:
    """The words that stand in a cell of codes for the whole initiative, as in the last row of a matrix: no record."""
    return frozenset(reader.bare(THE_ONE["initiative"]) for reader in readers().values())


@cache
def _all_labels() -> frozenset[str]:
    """Give the keys of everything that may be printed above a column, of records of any kind."""
    labels = (*FIELDS.values(), *TITLES, *(each for printed in PRINTED.values() for each in printed), *FURTHER)
    return frozenset(key_of(reader.bare(label)) for label in labels for reader in readers().values())


def key_of(text: str) -> str:
    """The key that two spellings of a heading share."""
    return fold(text.replace("-", "_").replace("_", " ").strip(" *:"))


def _columns_of(kind: Kind) -> tuple[str, ...]:
    """Give the columns that rows of a kind may have; of two with one label the later one has it."""
    return (*kind.headings, *sorted(headings_beside(kind)), DEMO)


def _labels(column: str, kind: Kind) -> Iterator[str]:
    """The words above a column in each language; of a text in several languages each reader's is that language's."""
    field, _, lang = column.rpartition("_")
    for reader in readers().values():
        if field in FIELDS and lang in LANGUAGES:
            yield reader.bare(in_language(FIELDS[field], lang))
            if reader.lang == lang and field not in kind.headings:
                yield from (reader.bare(each) for each in (FIELDS[field], *(TITLES if field == "title" else ())))
        for label in (*PRINTED.get(column, ()), *([FIELDS[column]] if column in FIELDS else ())):
            yield reader.bare(label)


def in_language(field: Message, lang: str) -> Message:
    """The name of a text with its language."""
    match lang:
        case "ar":
            return msg("{field} (Arabic)", field=field)
        case "tr":
            return msg("{field} (Turkish)", field=field)
    return msg("{field} (English)", field=field)


def heading_in_words(kind: Kind, column: str) -> Message | str:
    """The heading of a column for people, which no other column of the kind has; its name where there are no words."""
    field, _, lang = column.rpartition("_")
    if field in FIELDS and lang in LANGUAGES:
        return in_language(FIELDS[field], lang)
    if column == "id":
        return PRINTED["id"][1]
    label = FIELDS.get(column)
    alike = [other for other in kind.headings if label and FIELDS.get(other) == label]
    return label if label and len(alike) == 1 else column
