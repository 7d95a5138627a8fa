"""Aspects of the memorandum, which steps serve."""

from datetime import date

from tracker.cli import fields, texts
from tracker.cli.noun import Given, Noun
from tracker.cli.parameters import ADD
from tracker.message import mark
from tracker.model.changes import aspects
from tracker.model.changes.aspects import AspectChange as Change
from tracker.model.records.aspects import Aspect
from tracker.model.tracker import Tracker
from tracker.text.input.lists import split_list


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    name = change.text("name")
    details = change.text("details") if change.words("details") else name
    return aspects.add(tracker, name, details, split_list(given["step"] or ""), on)[1]


SERVING = mark("The steps that mainly serve it from now on.")
NAMES = (mark("Arabic name, where it is not locked."), mark("Turkish name."), mark("English name."))
DETAILS = (mark("Arabic details, where they are not locked."), mark("Turkish details."), mark("English details."))
NOUN = Noun(
    name="aspect",
    record=Aspect,
    letter="A",
    change=Change,
    add=_add,
    update=aspects.update,
    arguments=(texts.heading(Change.name_ar, "name", mark("NAME")),),
    fields=(
        fields.own("step", SERVING, metavar="S1,S2", only=ADD, offers=("steps",)),
        *texts.localized((Change.name_ar, Change.name_tr, Change.name_en), "name", NAMES, locked=True),
        texts.spoken(Change.details_ar, "details", mark("Details of what it covers.")),
        *texts.in_each((Change.details_ar, Change.details_tr, Change.details_en), "details", DETAILS, locked=True),
    ),
    questions=("name_tr", "name_en", "details_tr", "details_en"),
    columns="name* details*",
    new_rows="",
)
