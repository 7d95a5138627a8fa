"""New rows that are added at once: the same records, codes, warnings and refusals as of rows that are few."""

from collections.abc import Sequence

import pytest

from tests.cli.many_rows import FEW, kept, taken, warnings
from tests.cli.program import Program

SHEETS = {
    "activities": (
        "step,title_ar,type,owner,planned_start,planned_end,weight,evidence,after",
        "S2,دورة {n},ورشة عمل,LY,2026-05-01,2026-06-01,2,,",
        "3,دورة {n},training-course,TR/min,15/05/2026,31/05/2026,,,",
        "s3,دورة {n} \u202eمقلوبة,workshop,ليبيا,2026-05-01,,,,",
        "S2,دورة {n},visit,,2026-05,2026-05,٣,,",
        "S3,دورة {n},,LY/مكتب {n},,,,,",
        "S3,دورة {n},,,,,,محضر {n},",
        "S2,دورة {n},,,,,,,S2.1",
    ),
    "commitments": (
        "source,title_ar,title_tr,owner,due,step,status",
        "D1,التزام {n},Taahhüt {n},LY,2026-05-01,S2,",
        "o2,التزام {n},,TR/coord,1/6/2026,,",
        "D1,التزام {n},,LY,,,",
        "D2,التزام {n},,LY,2026-05,,in-progress",
    ),
}
ALIKE = 8
"""The rows of one sort that follow each other."""


def rows_of(kind: str) -> list[str]:
    sorts = SHEETS[kind][1:]
    return [sorts[place // ALIKE].format(n=place) for place in range(ALIKE * len(sorts))]


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("every", ["", "owner=LY/liaison", "step=S2"])
def test_they_make_what_they_make_a_few_at_a_time(demo: Program, kind: str, every: str) -> None:
    heading, rows = SHEETS[kind][0], rows_of(kind)
    options = ("--again", "--kind", kind, *(("--every", every) if every else ()))
    unchanged, told = demo.file.read_bytes(), list[str]()
    for start in range(0, len(rows), FEW):
        found = taken(demo, "\n".join((heading, *rows[start : start + FEW])), *options)
        assert found.code == 0, found.err
        told += warnings(found.err, start)
    tables = (kind, "steps", "roles", "evidence")
    expected = {table: kept(demo, table) for table in tables}
    demo.file.write_bytes(unchanged)
    found = taken(demo, "\n".join((heading, *rows)), *options)
    assert found.code == 0, found.err
    assert warnings(found.err) == told
    assert {table: kept(demo, table) for table in tables} == expected
    assert demo("check").code in (0, 3)
    assert demo("history", "--verify").code == 0


FAULTS: dict[str, Sequence[str]] = {
    "S9,دورة,,,,,,,": ("Line 22, column step: No record with code S9.",),
    ",دورة,,,,,,,": ("Line 22:", "step"),
    "S2,,workshop,,,,,,": ("Line 22:", "title_ar"),
    "S2,دورة,lecture,,,,,,": ("Line 22, column type:",),
    "S2,دورة,,XX,,,,,": ("Line 22, column owner:",),
    "S2,دورة,,,2026-06-01,2026-05-01,,,": ("Line 22", "1 May 2026"),
    "S2,دورة,,,2026-13-45,,,,": ("Line 22, column planned_start:",),
    "S2,0912345678 ali@example.com,,,,,,,": ("Line 22, column title_ar:",),
    "S2," + "ن" * 4001 + ",,,,,,,": ("Line 22, column title_ar:",),
}


@pytest.mark.parametrize("row", FAULTS)
def test_the_row_that_is_refused_is_told_among_many(demo: Program, row: str) -> None:
    before = demo.file.read_bytes()
    rows = [f"S2,دورة {n},workshop,LY,2026-05-01,2026-06-01,2,," for n in range(40)]
    rows[20] = row
    found = taken(demo, "\n".join((SHEETS["activities"][0], *rows)))
    assert found.code == 1
    assert all(said in found.err for said in FAULTS[row]), found.err
    assert demo.file.read_bytes() == before


def test_a_step_that_is_closed_takes_none_of_many(started: Program) -> None:
    assert started("update-step", "5", "--status", "cancelled", "--decision", "قرار", "--reason", "سبب").code == 0
    rows = [f"S{5 if n == 30 else 1},دورة {n}" for n in range(40)]
    found = taken(started, "\n".join(("step,title_ar", *rows)))
    assert (found.code, "Line 32" in found.err, "S5" in found.err) == (1, True, True)


def test_what_a_step_declared_goes_with_the_first_of_many(started: Program) -> None:
    rows = [f"S2,دورة {n}" for n in range(40)]
    found = taken(started, "\n".join(("step,title_ar", *rows)))
    assert found.code == 0, found.err
    assert "The 40% that S2 declared no longer counts" in found.out
    assert started("show", "S2", "--json").data[0]["activities"][-1] == "S2.40"


def test_names_of_columns_mean_no_other_column() -> None:
    """They are taken for themselves before any words are looked at."""
    from tracker.cli.sheets.headings import headings_of
    from tracker.cli.sheets.kinds import KINDS, kind_called

    names = {name for kind in KINDS for name in kind_called(kind).headings} - {"id"}
    assert not [name for name in names if headings_of("steps").meant(name) == "id"]
    for kind in KINDS:
        assert all(headings_of(kind).meant(name) == name for name in kind_called(kind).headings)


@pytest.mark.parametrize("many", [1, 8])
def test_a_zero_in_all_rows_is_said(started: Program, many: int) -> None:
    """It is no empty cell."""
    rows = [f"S1,دورة {n},workshop,0,0" for n in range(many)]
    found = taken(started, "\n".join(("step,title_ar,type,ly,duration_days", *rows)))
    assert found.code == 0, found.err
    last = kept(started, "activities")[-1]
    assert (last["ly"], last["duration_days"]) == ("0", "0")
    found = taken(started, "\n".join(("step,title_ar,weight", *(f"S1,عمل {n},0" for n in range(many)))))
    assert (found.code, "Line 2" in found.err) == (1, True)


def test_a_paper_that_is_there_is_known_by_its_reference_as_it_is_kept(demo: Program) -> None:
    found = taken(demo, "reference,supports,title_en\nمحضر/M1\u202e,M1,Minutes that were signed", "--kind", "evidence")
    assert (found.code, "Line 2" in found.err) == (0, True), found.err
    papers = {row["reference"]: row["title_en"] for row in kept(demo, "evidence")}
    assert papers["محضر/M1"] == "Minutes that were signed"
    assert not [reference for reference in papers if "\u202e" in reference]
