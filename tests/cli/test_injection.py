"""Texts that are commands somewhere, in every field of a file that somebody else wrote: data in every output."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.acting import ACTIVE, OURS
from tests.cli.completion import asked
from tests.cli.injected import (
    CODES,
    COMMANDS_OF_TERMINALS,
    INJECTED,
    check_calendar,
    check_documents,
    check_spreadsheets,
    clean,
    exports,
    lines,
    read,
)
from tests.cli.program import Program
from tests.full_of import full_of
from tracker.cli.nouns import noun_of
from tracker.model.records.tables import TABLES
from tracker.reports.documents import DOCUMENTS
from tracker.reports.kinds import LISTED


@pytest.fixture(params=[0, pytest.param(1, marks=pytest.mark.long), pytest.param(2, marks=pytest.mark.long)])
def full(request: pytest.FixtureRequest, tmp_path: Path) -> Program:
    """The program on such a tracker; the texts stand in other places each time."""
    program = Program(tmp_path)
    full_of(program.file, INJECTED, request.param * 7)
    return program


@pytest.fixture
def steering(tmp_path: Path) -> Program:
    """The same with what steers terminals alone."""
    program = Program(tmp_path)
    full_of(program.file, ("".join(COMMANDS_OF_TERMINALS),))
    return program


@pytest.mark.slow
@pytest.mark.parametrize("lang", ["en", "tr"])
def test_no_raw_output_steers_a_terminal(steering: Program, lang: str) -> None:
    steering.env["TRACKER_LANG"] = lang
    outputs = {line: read(steering, line) for each in lines() for line in (each, (*each, "--plain"), (*each, "--json"))}
    outputs |= {line: read(steering, line) for line in [("export",), ("export", "meetings"), *exports(steering)]}
    assert [line for line, text in outputs.items() if not clean(text)] == []
    for line, text in outputs.items():
        assert "--json" not in line or json.loads(text), line
        assert "--plain" not in line or len({row.count("\t") for row in text.splitlines()}) < 40, line


@pytest.mark.slow
def test_no_file_steers_a_terminal_that_shows_it(steering: Program) -> None:
    for kind in [line[1] for line in exports(steering)]:
        assert steering("export", kind, "-o", f"{kind}.csv").code == 0
    assert steering("export", "meetings", "-o", "m.ics").code == 0
    assert steering("export", "-o", "all.json").code == 0
    for kind in ("matrix", "full"):
        for form in ("md", "csv", "html", "json"):
            steering("report", kind, "-o", f"{kind}.{form}")
    order = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")  # of what stands in a document; they act on nothing else
    files = [path for path in steering.home.iterdir() if path.is_file()]
    assert len(files) > 20
    assert [path.name for path in files if not clean(order.sub("", path.read_bytes().decode()))] == []


def test_completion_is_lines_of_words(steering: Program) -> None:
    for command in ("update-step", "show", "attach", "verify", "undo"):
        found = steering(env={"COMP_WORDS": f"tracker {command} ", "_TRACKER_COMPLETE": "bash_complete"})
        assert found.out
        assert clean(found.out)
        assert all(line.count("\t") <= 1 for line in found.out.splitlines())
    assert set(asked(steering, "tracker update-step ")) == {"S1", "S2", "S3", "S4", "S5"}
    assert noun_of("update-step") is not None


@pytest.mark.parametrize("bidi", ["logical", pytest.param("c", marks=pytest.mark.slow)])
def test_no_screen_obeys(full: Program, bidi: str) -> None:
    some = [("list", "all"), ("show", *CODES), ("report", "full"), ("history",), ("status",)]
    for line in some if bidi == "logical" else lines():
        screen = full.typed(*line, "--no-pager", env={"TRACKER_BIDI": bidi}, seconds=60)
        assert screen.code in (0, 3), line
        assert not ACTIVE.search(OURS.sub("", screen.out).replace("\r", "")), line


def test_machines_get_every_text_as_it_is(full: Program) -> None:
    shown = json.dumps(full("list", "all", "--json").json, ensure_ascii=False)
    whole = full("export").json
    titles = [row["title"]["ar"] for table in ("steps", "activities", "meetings") for row in whole["tables"][table]]
    assert set(titles) & set(INJECTED)
    assert all(json.dumps(title, ensure_ascii=False)[1:-1] in shown for title in titles)


def test_spreadsheets_calculate_nothing(full: Program) -> None:
    check_spreadsheets(full)


@pytest.mark.parametrize("kind", ["followup", *(pytest.param(k, marks=pytest.mark.slow) for k in DOCUMENTS)])
def test_documents_do_nothing(full: Program, kind: str) -> None:
    check_documents(full, kind)


def test_a_calendar_has_its_meetings_and_nothing_else(full: Program) -> None:
    check_calendar(full)


def test_every_kind_is_among_them() -> None:
    assert {"thresholds", "initiative", *LISTED} == set(TABLES)
