"""What is fictional says so wherever it is shown (rule 1.10)."""

import re

import pytest

from tests.cli.program import Program

BANNER = "Sample data – not for official use"


@pytest.fixture
def demo(program: Program) -> Program:
    assert program("init", "--template", "demo").code == 0
    assert program("update-step", "1", "--confirm").code == 0
    return program


LINES = [
    *("status", "list", "list all", "show S1 --explain", "history", "history --verify", "check", "config"),
    *("report", "report matrix", "report followup --meeting M7", "report brief --format md"),
    *("report matrix --format csv", "export meetings", "update-step 2 --confirm", "update-step 2 --confirm --dry-run"),
    *("add-obstacle x", "undo --yes", "config stale_days 31", "list --plain", "status --plain", "show S1 --plain"),
]


@pytest.mark.parametrize("line", LINES)
def test_it_says_so(demo: Program, line: str) -> None:
    found = demo(*line.split())
    assert BANNER in found.out.replace("\r\n ", "") + found.err


@pytest.mark.parametrize("line", [line for line in LINES if line.split()[0] not in ("report", "export")])
def test_programs_are_told(demo: Program, line: str) -> None:
    assert demo(*line.replace("--plain", "").split(), "--json").json["demo"] is True


def test_lines_stay_records_and_rows_keep_their_columns(demo: Program) -> None:
    assert BANNER not in demo("list", "parties", "--plain").out
    rows = demo("report", "matrix", "--format", "csv").out.splitlines()
    assert rows[0].endswith(f",{BANNER}")
    assert rows[1].endswith(",")


def test_nothing_real_says_so(program: Program) -> None:
    for line in ("list", "list --plain", "config", "report matrix --format csv", "update-step 2 --confirm"):
        found = program(*line.split())
        assert BANNER not in found.out + found.err


def test_it_is_not_turned_round(demo: Program) -> None:
    """The points of a last ي hang below its cell: white letters would lose them on the white of the next line."""
    out = demo.typed("list", "--lang", "ar", env={"TERM": "xterm-256color", "COLORTERM": ""}).out
    first = out.splitlines()[0]
    assert re.search(r"\x1b\[1;38;5;160m", first)
    assert not re.search(r"\x1b\[[\d;]*\b7[;m]", out)
