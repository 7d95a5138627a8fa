"""`--clear` empties a field, by the rules that hold for changing it."""

import pytest

from tests.cli.program import Program

FILLED = (
    "update-step 2 --owner LY --start 2026-01-01 --due 2026-06-30 --forecast 2026-06-01 --title-tr Başlık",
    "update-initiative --owner LY --start 2026-01-01 --due 2026-12-31 --mou-number 7 --mou-date 2024",
)


@pytest.fixture
def filled(program: Program) -> Program:
    for line in FILLED:
        assert program(*line.split()).code == 0
    return program


@pytest.mark.parametrize("given", ["owner,forecast", "owner، forecast", "--owner;forecast", "المسؤول،forecast"])
def test_several_fields_in_any_spelling(filled: Program, given: str) -> None:
    assert filled("update-step", "2", "--clear", given).code == 0
    step = filled("list", "--json").data[1]
    assert step.get("owner") is None
    assert step.get("forecast_end") is None
    assert step["planned_end"] == "2026-06-30"


def test_a_planned_date_is_emptied_with_a_reason_only(filled: Program) -> None:
    assert filled("update-step", "2", "--clear", "due").code == 1
    assert filled("update-step", "2", "--clear", "due", "--reason", "لم يُتفق عليه").code == 0
    assert filled("list", "--json").data[1].get("planned_end") is None
    assert filled("update-initiative", "--clear", "start").code == 1
    assert filled("update-initiative", "--clear", "start", "--reason", "r").code == 0


def test_translations_and_the_memorandum(filled: Program) -> None:
    assert filled("update-step", "2", "--clear", "title-tr", "--clear", "title_en").code == 0
    assert set(filled("export").json["tables"]["steps"][1]["title"]) == {"ar"}
    assert filled("update-aspect", "A1", "--clear", "name-tr,details-en").code == 0
    assert filled("update-initiative", "--clear", "mou-number,mou-date,owner").code == 0
    document = filled("export").json["tables"]
    assert set(document["aspects"][0]["name"]) == {"ar", "en"}
    assert not {"number", "date"} & set(document["initiative"][0]["legal_instrument"])
    assert "owner" not in document["initiative"][0]


def test_a_forecast_that_is_gone_has_no_reason_left(filled: Program) -> None:
    assert filled("update-step", "2", "--forecast", "2026-12-31", "--reason", "late").code == 0
    assert filled("update-step", "2", "--clear", "forecast").code == 0
    assert "forecast_reason" not in filled("export").json["tables"]["steps"][1]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("update-step 2 --clear status", "owner"),
        ("update-step 2 --clear owner --owner TR", "--clear"),
    ],
)
def test_refused(filled: Program, line: str, said: str) -> None:
    found = filled(*line.split())
    assert (found.code, found.out) == (2, "")
    assert said in found.err


@pytest.mark.parametrize("option", ["--owner", "--title-tr", "--due", "--forecast"])
def test_an_empty_value_names_the_way_to_empty_a_field(filled: Program, option: str) -> None:
    found = filled("update-step", "2", option, "", "--progress", "5")
    assert (found.code, found.out) == (2, "")
    assert option in found.err
    assert "--clear" in found.err


def test_undo_brings_it_back(filled: Program) -> None:
    filled("update-step", "2", "--clear", "owner")
    assert filled("undo", "--yes").code == 0
    assert filled("list", "--json").data[1]["owner"]["party"] == "LY"
