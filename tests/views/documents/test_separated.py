"""CSV, read back by the standard library."""

import csv
import io

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.demo import DAY, DEMO
from tests.views.documents.hostile import hostile
from tests.views.documents.making import HEAD, content, made
from tracker.cli.commands.reporting.files import formats_of
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing


def test_in_arabic(snapshot: SnapshotAssertion) -> None:
    assert content(made("followup"), "csv").decode().replace("\r\n", "\n") == snapshot


@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if "csv" in formats_of(kind)])
def test_it_begins_with_a_mark_and_its_lines_end_as_the_standard_says(kind: str) -> None:
    text = content(made(kind), "csv").decode()
    assert text.startswith("\ufeff")
    assert len(text.splitlines()) == text.count("\r\n") == text.count("\n")


def test_every_row_has_every_column() -> None:
    rows = list(csv.reader(io.StringIO(content(made("matrix"), "csv", "en").decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    first = dict(zip(rows[0], rows[1], strict=True))
    assert (first["Declared"], first["Evidenced"], first["Planned start"]) == ("85", "75", "2024-10-01")


def test_a_sheet_has_the_commitments_of_every_decision_and_those_carried_over() -> None:
    text = content(made("followup"), "csv", "en").decode("utf-8-sig")
    codes = [row[0] for row in csv.reader(io.StringIO(text, newline=""))][1:]
    assert codes[:2] == ["C10", "C11"]
    assert len(codes) == len(set(codes)) > 5


def test_nothing_is_calculated() -> None:
    request = Request(tracker=hostile(DEMO), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    text = content(document("matrix", request), "csv").decode("utf-8-sig")
    cells = {cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row}
    begins = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
    assert [cell for cell in cells if cell.startswith(begins) and not cell.lstrip("+-").isdigit()] == []
    assert "'@SUM(A1)" in cells
    assert "'+1+1" in cells
