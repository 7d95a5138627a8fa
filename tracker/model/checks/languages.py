"""Findings of `check` in the languages of texts: for each kind of records how many are not in all three (rule 16.1)."""

from collections.abc import Iterator
from functools import cache
from typing import get_args, get_type_hints

from tracker.model.checks.finding import Finding
from tracker.model.history.documents import WITHHELD
from tracker.model.records.localized import LANGS, Lang, Localized, in_languages
from tracker.model.records.record import Record
from tracker.model.records.reviews import Review, ReviewStatus
from tracker.model.tracker import Tracker

CODES = ("untranslated",)
Lacking = tuple[str, Lang]
"""The path of a text in its record, and a language in which it has no words."""
_NO_COMMAND = frozenset({"objective", "policy_context", "expected_impact", "notes"})
"""The texts that come with the template and that no command changes."""


def language_findings(tracker: Tracker) -> Iterator[Finding]:
    """A finding for each kind of records with texts to be translated: their number, and the first of them."""
    for table, rows in tracker.tables.items():
        records = [*rows.values()]
        names = _fields(records[0].__class__) if records else ()
        found = [(record.id, each) for record in records if _is_open(record, names) for each in untranslated(record)]
        for code, (path, lang) in found[:1]:
            yield Finding("untranslated", code, len(found), f"{table}/{path}/{lang}")


def _is_open(record: Record, names: tuple[str, ...]) -> bool:
    """Whether one of the texts in these fields may lack a language: most are not there, or in all three."""
    for name in names:
        text = getattr(record, name)
        if text and not (text.__class__ is Localized and text.ar and text.tr and text.en):
            return True
    return False


def untranslated(record: Record) -> Iterator[Lacking]:
    """The texts of a record that are not in all three languages, each with the first one that lacks.

    What an approved evaluation says can be changed no more.
    """
    if isinstance(record, Review) and record.status is ReviewStatus.APPROVED:
        return
    for path, text in _texts(record):
        if text.ar and text.tr and text.en:
            continue
        lacking = [lang for lang in LANGS if not getattr(text, lang)]
        wordings = text.wordings().values()
        if wordings and not any(words.startswith(WITHHELD) for words in wordings):
            yield path, lacking[0]


def _texts(record: Record) -> Iterator[tuple[str, Localized]]:
    """Give the texts of a record by their paths: items of a list by their number, counted from 1."""
    for name in _fields(record.__class__):
        value = getattr(record, name)
        if isinstance(value, tuple):
            for place, item in enumerate(value, 1):
                yield f"{name}/{place}", getattr(item, "text", item)
        elif value:
            yield name, in_languages(value)


@cache
def _fields(kind: type[Record]) -> tuple[str, ...]:
    """Give the fields of a kind in which texts to be translated may stand."""
    hints = get_type_hints(kind)
    worded = {name for name, hint in hints.items() if Localized in (hint, *get_args(hint))} | {"agenda", "findings"}
    return tuple(name for name in kind.__struct_fields__ if name in worded - _NO_COMMAND)
