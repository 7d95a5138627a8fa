"""Texts of an import are cleaned and guarded like those that are typed; clean ones come through as they are."""

import json
from typing import Any

import pytest

from tests.cli.program import Program


def written(program: Program, **fields: Any) -> None:
    """`in.json`: what a hand made, without history; `fields` go to S2."""
    document = program("export").json
    document.pop("standing")
    document["revisions"] = []
    document["tables"]["steps"][1].update(fields)
    (program.home / "in.json").write_text(json.dumps(document), encoding="utf-8")


HOSTILE = {
    "\x1b[31mred\x1b[0m": "red",
    "a\u202eb\u2066c": "abc",
    "\ufe8e\ufee0": "ال",
    "zero\u200bwidth": "zerowidth",
    "nul\x00 and \x9b2J": "nul and",
}


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_what_acts_is_taken_out_and_told(program: Program, text: str) -> None:
    written(program, title={"ar": program("list", "--json").data[1]["title"]["ar"], "tr": text})
    found = program("import", "in.json", "--yes", "--db", "new.json")
    assert found.code == 0, found.err
    assert "steps/S2/title/tr" in found.err
    assert "\x1b" not in found.err
    assert program("list", "--json", "--db", "new.json").data[1]["title"]["tr"] == HOSTILE[text]
    assert program("history", "--verify", "--db", "new.json").code == 0


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_file_that_follows_from_no_history_is_not_joined(program: Program, text: str) -> None:
    program("update-step", "1", "--progress", "5")
    before = program.file.read_bytes()
    written(program, title={"ar": "عنوان", "tr": text})
    found = program("import", "in.json", "--yes")
    assert (found.code, found.out) == (1, "")
    assert "another tracker" in found.err
    assert "\x1b" not in found.err
    assert program.file.read_bytes() == before


def test_many_are_counted(program: Program) -> None:
    document = program("export").json
    document.pop("standing")
    for table in ("steps", "aspects", "meetings"):
        for row in document["tables"][table]:
            row.get("title", row.get("name"))["en"] = "a\u202eb"
    document["tables"]["initiative"][0]["title"]["en"] = "a\u202eb"
    (program.home / "in.json").write_text(json.dumps(document))
    found = program("import", "in.json", "--db", "new.json")
    assert found.code == 0
    assert len([line for line in found.err.splitlines() if "was changed" in line]) == 11


def test_the_same_personal_data_as_typed_is_refused(program: Program) -> None:
    written(program, status="suspended", decision="0912345678", status_reason="call +218 91 234 5678")
    found = program("import", "in.json", "--db", "new.json")
    assert (found.code, found.out) == (1, "")
    assert "steps/S2/status_reason" in found.err
    assert "234" not in found.err
    assert "--force" in found.err
    assert not (program.home / "new.json").exists()
    assert program("import", "in.json", "--db", "new.json", "--force").code == 1
    assert program("import", "in.json", "--db", "new.json", "--force", "--reason", "published").code == 0
    assert program("history", "--json", "--db", "new.json").data[0]["note"] == "published"


def test_what_stands_here_already_is_not_guarded_again(program: Program) -> None:
    said = ("--title-en", "Hotline 0912345678", "--force", "--reason", "published")
    assert program("update-step", "2", *said).code == 0
    program("export", "-o", "in.json")
    assert program("import", "in.json").code == 0
    assert program("import", "in.json", "--db", "new.json").code == 1


def test_a_text_that_is_too_long_is_refused(program: Program) -> None:
    written(program, status_reason="x" * 5000)
    found = program("import", "in.json", "--db", "new.json")
    assert found.code == 2
    assert "steps/S2/status_reason" in found.err


@pytest.mark.parametrize("where", ["note", "after", "table"])
def test_a_history_with_texts_that_act_is_refused(started: Program, where: str) -> None:
    document = started("export").json
    revision = document["revisions"][0]
    if where == "note":
        revision["note"] = "a\u202eb"
    elif where == "after":
        next(side for side in revision["changes"] if side[1] == "E2")[3]["reference"] = "\x1b[31m"
    else:
        document["tables"]["evidence"][-1]["reference"] = "\x1b[31m"
    (started.home / "in.json").write_text(json.dumps(document))
    found = started("import", "in.json", "--db", "new.json")
    assert found.code == 1
    assert ("tables" if where == "table" else "revisions/1") in found.err
    assert not (started.home / "new.json").exists()


def test_a_clean_export_comes_back_as_it_was(started: Program) -> None:
    started(
        "update-step", "3", "--progress", "7", "--note", "سطر\nآخر 👩\u200d🚀 İĞŞ", "--title-tr", "  Başlık (118) [x] "
    )
    first = started("export").json
    (started.home / "in.json").write_text(json.dumps(first))
    assert started("import", "in.json", "--db", "new.json").err.count("Warning") == 0
    second = started("export", "--db", "new.json").json
    assert second["tables"] == first["tables"]
    assert second["revisions"][: len(first["revisions"])] == first["revisions"]


@pytest.mark.parametrize("by", ["LY/س\x1b[31mص", "LY/\u202eسص"])
@pytest.mark.parametrize("how", ["option", "variable", "config"])
def test_the_acting_office_is_a_text_too(program: Program, by: str, how: str) -> None:
    if how == "config":
        assert program("config", "by", by).code == 0
    env = {"TRACKER_BY": by} if how == "variable" else {}
    found = program("update-step", "2", "--progress", "5", *(("--by", by) if how == "option" else ()), env=env)
    assert found.code == 0
    assert program("history", "--json").data[0]["by"] == "LY/سص"
    assert program("update-step", "2", "--progress", "6", "--by", "LY/0912345678").code == 1
