"""The way of the whole over time: from briefs, evaluations and the history, against what the plan expects."""

import io
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from tests.demo import DAY, DEMO
from tests.views.documents.making import content, made
from tests.views.pages import words
from tracker import errors
from tracker.frozen import replace
from tracker.model.records.initiatives import IssuedBrief
from tracker.model.records.reviews import Figure, Figures
from tracker.model.state.assessment import assess
from tracker.model.tracker import Tracker
from tracker.reports.pictures.course import course
from tracker.reports.pictures.drawn import Course
from tracker.reports.pictures.tables import table_of
from tracker.views.pictures import draw

BEGINNING = date(2025, 2, 1)


def past(day: date) -> Tracker:
    """The steps without activities, whose declared progress grows by ten in a quarter since the beginning."""
    if day < BEGINNING:
        raise errors.BeforeFirst(day.isoformat(), BEGINNING.isoformat())
    grown = 10 * ((day.year - 2025) * 4 + (day.month - 1) // 3)
    steps = {code: replace(step, declared=grown) for code, step in DEMO.steps.items()}
    return replace(DEMO, tables={**DEMO.tables, "steps": steps, "activities": {}})


def way(tracker: Tracker = DEMO, day: date = DAY) -> Course:
    found = course(tracker, assess(tracker, day), past)
    assert found is not None
    return found


def test_the_history_is_asked_for_the_ends_of_quarters_as_far_as_it_reaches() -> None:
    marks = way().marks
    assert [mark.day.isoformat() for mark in marks] == [
        "2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31",
    ]  # fmt: skip
    assert [mark.declared for mark in marks] == [0, 10, 20, 30, 68]
    assert (marks[-1].evidenced, marks[-1].expected) == (57, 84)


def test_what_was_issued_and_frozen_stands_first() -> None:
    brief = IssuedBrief(date=date(2025, 8, 1), declared=15, evidenced=5, expected=20)
    frozen = Figures(
        revision=1,
        day=date(2025, 12, 31),
        records=(Figure(record="initiative", status="in_progress", declared=33, evidenced=22, expected=44),),
    )
    reviews = {**DEMO.reviews, "R4": replace(DEMO.reviews["R4"], figures=frozen)}
    initiative = replace(DEMO.initiative, briefs=(brief,))
    tables = {**DEMO.tables, "reviews": reviews, "initiative": {"initiative": initiative}}
    marks = {mark.day: mark for mark in way(replace(DEMO, tables=tables)).marks}
    assert marks[brief.date].declared == 15
    assert (marks[frozen.day].declared, marks[frozen.day].expected) == (33, 44)


def test_one_day_alone_is_no_way() -> None:
    def nothing(day: date) -> Tracker:
        raise errors.BeforeFirst(day.isoformat(), day.isoformat())

    assert course(DEMO, assess(DEMO, DAY), nothing) is None


def test_the_plan_leads_from_nothing_to_everything() -> None:
    plan = way().plan
    assert plan[0][1] <= 2
    assert plan[-1][1] == 100
    assert [percent for _, percent in plan] == sorted(percent for _, percent in plan)


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_every_day_is_in_the_picture_in_reading_order(lang: str) -> None:
    found = way()
    root = ET.fromstring(draw(found, words(lang)).svg())
    space = "{http://www.w3.org/2000/svg}"
    points = list(root.iter(f"{space}circle"))
    for full in (True, False):  # evidenced ones are full
        across = [float(each.get("cx", "")) for each in points if (each.get("stroke") is None) == full]
        assert len(across) == len(found.marks) + 1  # and that of the legend
        assert across[:-1] == sorted(across[:-1], reverse=lang == "ar")
    shown = " ".join(root.itertext())
    assert words(lang).seen(words(lang).percent(68)) in words(lang).seen(shown)


def test_its_numbers_are_in_every_format() -> None:
    report = made("evaluation", past=past, period="2026-Q1")
    (found,) = [block for block in report.blocks if isinstance(block, Course)]
    assert len(table_of(found).rows) == len(found.marks) + 1
    for form in ("md", "html", "json", "txt"):
        assert "68" in content(report, form, "en").decode()
    book: Any = openpyxl.load_workbook(io.BytesIO(content(report, "xlsx", "en")))
    (sheet,) = [each for each in book if each.title == "Progress over time"]
    assert [row[0].value.date() for row in sheet.iter_rows(min_row=2, max_row=6)] == [mark.day for mark in found.marks]
    assert [row[1].value for row in sheet.iter_rows(min_row=2, max_row=6)] == [0, 0.1, 0.2, 0.3, 0.68]
    assert len(sheet._charts) == 1
