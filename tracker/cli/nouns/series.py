"""Series of meetings."""

from datetime import date

from tracker.cli import fields, texts
from tracker.cli.noun import Given, Noun
from tracker.message import mark
from tracker.model.changes import series as series_changes
from tracker.model.changes.series import SeriesChange
from tracker.model.records.meetings import Level
from tracker.model.records.series import Series
from tracker.model.tracker import Tracker


def _add(tracker: Tracker, _: Given, change: SeriesChange, on: date) -> Tracker:
    return series_changes.add(tracker, change.text("name"), change, on)


NAMES = (SeriesChange.name_ar, SeriesChange.name_tr, SeriesChange.name_en)
NOUN = Noun(
    name="series",
    record=Series,
    letter="T",
    change=SeriesChange,
    add=_add,
    update=series_changes.update,
    arguments=(texts.heading(SeriesChange.name_ar, "name", mark("NAME")),),
    fields=(
        fields.number(SeriesChange.interval_months, "interval", mark("Months from one meeting to the next.")),
        fields.word(SeriesChange.level, Level, "level", mark("Level of the meetings."), clear=True),
        *texts.localized(NAMES, "name", texts.NAME),
    ),
    questions=("interval", "level"),
    columns="name* interval_months level",
)
