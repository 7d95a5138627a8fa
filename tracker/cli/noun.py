"""A kind of records and its fields as values, from which its commands follow."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tracker.cli.parameters import UPDATE, Field
from tracker.cli.session import Session
from tracker.frozen import Frozen
from tracker.model.changes.change import Change
from tracker.model.records.localized import LANGS
from tracker.model.records.record import Record
from tracker.model.tracker import Tracker
from tracker.text.input.lists import split_list

if TYPE_CHECKING:
    from tracker.model.changes.many import Asked
    from tracker.store.act import Outcome

A = TypeVar("A", bound=Change)
Given = Mapping[str, Any]
"""The values given with a command, by the names of its parameters: None for those that were not given."""
Adding = Callable[[Tracker, Given, A, date], Tracker]
AddingMany = Callable[[Tracker, "Asked", date], Tracker]
ChangingMany = Callable[[Tracker, Sequence[str], "Asked", date], Tracker]
Changing = Callable[[Tracker, str, A, date], Tracker]


def with_like(add: Callable[[Tracker, A, date, str | None], Tracker]) -> Adding[A]:
    """Gives the use case of a kind whose records are added from the change alone, or like another one."""
    return lambda tracker, given, change, on: add(tracker, change, on, given["like"])


def _as_given(_: Session, __: Given, change: A) -> A:
    return change


def _nothing_more(_: Session, __: "Outcome") -> None:
    """Most changes call for nothing else."""


class Noun(Frozen, Generic[A], kw_only=True):
    """A kind of records; `arguments` are what the command that adds takes by place, `fields` are its options.

    `letter` begins its codes, as far as they are counted; `only_code` is that of a kind of which there is one record.
    `add` and `update` are the use cases of the model. `settle` makes of the whole line what no single option says, and
    `after` says what follows from a change. `questions` are the options that a person is asked for who names none;
    `asked` are those that a new record should not be without, asked for where they are missing; with `likes` a record
    is added like another one.

    `columns` are those of its spreadsheet in their order, between the code and the revision: fields of the record or
    of its commands, `title*` a text in each language, and `cells` has the values of others. `new_rows` is the command
    that makes records of new rows, if not the one that adds; empty where rows add nothing. `add_all` is the use case
    that adds many at once, of what is asked under the names of `of_many`; `change_all` changes many records at once, in
    what is asked under the names of `of_known`, in which `settle` and `after` have no part.
    """

    name: str
    record: type[Record]
    letter: str
    only_code: str = ""
    change: type[A]
    fields: tuple[Field, ...]
    update: Changing[A]
    questions: tuple[str, ...]
    asked: tuple[str, ...] = ()
    add: Adding[A] | None = None
    arguments: tuple[Field, ...] = ()
    likes: bool = False
    columns: str = ""
    cells: Mapping[str, Callable[[Tracker, Any], Any]] = {}
    new_rows: str | None = None
    of_many: frozenset[str] = frozenset()
    add_all: AddingMany | None = None
    of_known: frozenset[str] = frozenset()
    change_all: ChangingMany | None = None
    settle: Callable[[Session, Given, A], A] = _as_given
    after: Callable[[Session, "Outcome"], None] = _nothing_more

    def of(self, verb: str) -> Iterator[Field]:
        """The arguments and options that belong to the command of that verb."""
        return (field for field in (*self.arguments, *self.fields) if field.only in ("", verb))

    @property
    def headings(self) -> tuple[str, ...]:
        """The names of those columns."""
        return tuple(
            name
            for word in self.columns.split()
            for name in ([f"{word[:-1]}_{lang}" for lang in LANGS] if word.endswith("*") else [word])
        )

    @property
    def row_command(self) -> str:
        """The command that makes records of new rows of a spreadsheet; empty where none does."""
        return f"add-{self.name}" if self.new_rows is None and self.add else self.new_rows or ""

    def default(self, field: Field) -> str:
        """The word of a closed set that a new record has where nothing is said; empty where there is none."""
        given = zip(reversed(self.record.__struct_fields__), reversed(self.record.__struct_defaults__), strict=False)
        value = dict(given).get(field.sets) if field.choice and not field.default else field.default
        return "no" if value is False else value.replace("_", "-") if isinstance(value, str) else ""

    @property
    def clearable(self) -> dict[str, str]:
        """The fields that `--clear` empties, by the names that it knows them by."""
        return {field.cleared_as: field.clears for field in self.fields if field.clears}

    def found(self, tracker: Tracker, typed: Given) -> list[Record]:
        """The records that a command names, each once, or the only one of its kind; raises `NotFound`."""
        if self.only_code:
            return [tracker.get(self.record, self.only_code)]
        codes = (code for text in typed["codes"] for code in split_list(text))
        records = (tracker.get(self.record, code, self.letter) for code in codes)
        return list({record.id: record for record in records}.values())

    def shown(self, record: Record) -> dict[str, Any]:
        """The options that change a record with what holds of it now, None where they belong to the change.

        A text stands there by language; words that are locked are left out.
        """
        locked = getattr(record, "verbatim", False)
        ours = [field for field in self.of(UPDATE) if not (field.switch or field.spoken or (field.hidden and locked))]
        return {field.name: field.now and field.now(record) for field in ours} | dict.fromkeys(("note", "reason"))
