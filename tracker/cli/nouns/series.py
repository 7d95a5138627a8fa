"""Series of meetings."""

from datetime import date

from tracker.cli import fields
from tracker.cli.noun import Given, Noun
from tracker.message import mark
from tracker.model.changes import series as series_changes
from tracker.model.changes.series import SeriesAsked
from tracker.model.records.meetings import Level
from tracker.model.records.series import Series
from tracker.model.tracker import Tracker


def _add(tracker: Tracker, given: Given, change: SeriesAsked, on: date) -> Tracker:
    return series_changes.add(tracker, given["name"], change, on)


NAMES = (SeriesAsked.name_ar, SeriesAsked.name_tr, SeriesAsked.name_en)
NOUN = Noun(
    name="series",
    record=Series,
    letter="T",
    change=SeriesAsked,
    add=_add,
    update=series_changes.update,
    arguments=(fields.heading(SeriesAsked.name_ar, "name", mark("NAME")),),
    fields=(
        fields.number(SeriesAsked.interval_months, "interval", mark("Months from one meeting to the next.")),
        fields.word(SeriesAsked.level, Level, "level", mark("At which level they meet."), clear=True),
        *fields.localized(NAMES, "name", fields.NAME),
    ),
    questions=("interval", "level"),
    columns="name_ar name_tr name_en interval_months level",
)
