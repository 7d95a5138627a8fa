"""add-review, update-review, add-recommendation, update-recommendation."""

import json
from typing import Any

import pytest

from tests.cli.program import Program

BASIS = ("--justification", "ثبت في الزيارة")


@pytest.fixture
def begun(program: Program) -> Program:
    assert program("update-step", "2", "--status", "in-progress", "--progress", "40").code == 0
    assert program("add-review", "2026-Q1").code == 0
    return program


def only(program: Program, kind: str = "reviews") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(program("list", kind, "--json").out)["data"][0]
    return found


def declared(program: Program) -> int | None:
    records = only(program)["figures"]["records"]
    found: list[int | None] = [each["declared"] for each in records if each["record"] == "S2"]
    return found[0]


def test_later_changes_do_not_move_the_figures(begun: Program) -> None:
    assert declared(begun) == 40
    assert begun("update-step", "2", "--progress", "80").code == 0
    assert declared(begun) == 40
    assert begun("update-review", "R1", "--freeze").code == 0
    assert declared(begun) == 80


@pytest.mark.parametrize("typed", ["S2.effectiveness=3", "s2.الفعالية=٣", "2.etkililik=3"])
def test_ratings_in_three_languages(begun: Program, typed: str) -> None:
    assert begun("update-review", "R1", "--rate", typed, *BASIS).code == 0
    (rating,) = only(begun)["ratings"]
    assert (rating["step"], rating["criterion"], rating["value"]) == ("S2", "effectiveness", 3)


@pytest.mark.parametrize("typed", ["S2=3", "S2.effectiveness", "S2.effectiveness=x", "=3", "S2.nothing=3"])
def test_what_is_no_rating(begun: Program, typed: str) -> None:
    found = begun("update-review", "R1", "--rate", typed, *BASIS)
    assert (found.code, found.out) == (2, "")


def test_approving_makes_it_read_only_and_a_correction_names_it(begun: Program) -> None:
    assert begun("add-recommendation", "R1", "توصية").code == 0
    assert begun("update-review", "R1", "--finding", "نتيجة", "--step", "S2", "--approve").code == 0
    refused = begun("update-review", "R1", "--summary", "ملخص")
    assert refused.code == 1
    assert "--corrects R1" in refused.err
    assert begun("add-review", "2026-Q1").code == 1
    assert begun("add-review", "2026-Q1", "--corrects", "R1").code == 0
    assert begun("remove", "R1", "--yes").code == 1


def test_the_answer_of_the_management(begun: Program) -> None:
    assert begun("add-recommendation", "R1", "توصية").code == 0
    assert begun("update-recommendation", "N1", "--response", "مرفوضة").code == 1
    assert begun("update-recommendation", "N1", "--response", "مرفوضة", "--reason", "لا موارد").code == 0
    found = only(begun, "recommendations")
    assert (found["response"], found["response_reason"]["ar"], found["fate"]) == ("rejected", "لا موارد", "refused")


def test_a_period_that_is_no_quarter_or_year(program: Program) -> None:
    found = program("add-review", "2026-05-03")
    assert found.code == 2
    assert "2026-Q2" in found.err


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_it_is_shown(begun: Program, lang: str) -> None:
    assert begun("update-review", "R1", "--rate", "S2.impact=-", "--finding", "نتيجة <b>", *BASIS).code == 0
    shown = begun("show", "R1", "--lang", lang)
    assert shown.code == 0
    assert "نتيجة <b>" in shown.out


@pytest.mark.parametrize("typed", ["2026-H1", "النصف الأول 2026", "2026 ilk yarısı"])
def test_a_half_year_is_evaluated(program: Program, typed: str) -> None:
    assert program("add-review", typed).code == 0
    found = only(program)
    assert (found["kind"], found["period_start"], found["period_end"]) == ("semiannual", "2026-01-01", "2026-06-30")
    assert program("add-review", "2026-Q1").code == 0
    assert program("report", "evaluation", "--period", typed, "--against", "2025-H2").code == 0
