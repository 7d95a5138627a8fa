"""`list --changed-since`: what was changed, by the history and by the days that records bear."""

import pytest

from tests.cli.program import Program


def changed(program: Program, kind: str, *options: str) -> list[str]:
    found = program("list", kind, "--json", *options)
    assert found.code == 0, found.err
    return [row["id"] for row in found.data]


@pytest.mark.parametrize(
    ("kind", "since", "codes"),
    [
        ("meetings", "2026-02-01", ["M7"]),
        ("commitments", "2026-02-01", ["C11", "C10", "C15"]),
        ("obstacles", "2026-02-01", ["O4"]),
        ("lessons", "2026-02-01", ["L4", "L5"]),
        ("indicators", "2026-03-31", ["I1", "I2", "I3", "I5", "I6", "I7", "I8", "I9", "I10"]),
        ("reviews", "2026-01-01", ["R4"]),
        ("evidence", "2026-02-20", ["E14"]),
    ],
)
def test_each_kind_of_the_fictional_programme(program: Program, kind: str, since: str, codes: list[str]) -> None:
    assert program("init", "--template", "demo").code == 0
    assert changed(program, kind, "--changed-since", since) == codes


def test_what_was_taken_back_has_changed_too(program: Program) -> None:
    """Undo puts the old day of a record back; the history knows better."""
    assert program("add-series", "Technical", "--interval", "3").code == 0
    assert program("update-meeting", "M1", "--agenda", "Plan").code == 0
    assert program("undo", "--yes").code == 0
    assert changed(program, "meetings", "--changed-since", "today") == ["M1"]
    assert changed(program, "series", "--changed-since", "today") == ["T1"]
    assert changed(program, "parties", "--changed-since", "today") == []


def test_nothing_was_changed_since_a_day_to_come(started: Program) -> None:
    assert changed(started, "steps", "--changed-since", "2200-01-01") == []
