"""Series of meetings."""

from datetime import date

from tracker.cli import fields
from tracker.cli.noun import Given, Noun
from tracker.message import mark
from tracker.model.changes import series as series_changes
from tracker.model.changes.series import SeriesChange
from tracker.model.records.meetings import Level
from tracker.model.records.series import Series
from tracker.model.tracker import Tracker


def _add(tracker: Tracker, given: Given, change: SeriesChange, on: date) -> Tracker:
    return series_changes.add(tracker, given["name"], change, on)


NAMES = (SeriesChange.name_ar, SeriesChange.name_tr, SeriesChange.name_en)
NOUN = Noun(
    name="series",
    record=Series,
    letter="T",
    change=SeriesChange,
    add=_add,
    update=series_changes.update,
    arguments=(fields.heading(SeriesChange.name_ar, "name", mark("NAME")),),
    fields=(
        fields.number(SeriesChange.interval_months, "interval", mark("Months from one meeting to the next.")),
        fields.word(SeriesChange.level, Level, "level", mark("At which level they meet."), clear=True),
        *fields.localized(NAMES, "name", fields.NAME),
    ),
    questions=("interval", "level"),
    columns="name_ar name_tr name_en interval_months level",
)
