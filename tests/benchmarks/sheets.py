"""The spreadsheets that are taken in: `python -m tests.benchmarks.sheets FOLDER EXPORTED`.

They are written by a process of its own: the memory of one that measures counts as that of the programs it starts.
"""

import csv
import io
import sys
from collections.abc import Iterable
from pathlib import Path

import xlsxwriter

from tests.benchmarks.cases import CHANGED, NEW, NEW_IN_A_BOOK, PROMISED

ROWS = 10_000


def make(folder: Path, exported: Path) -> None:
    """Write new activities, as text and as a workbook, new commitments, and a change of each activity exported."""
    new = [f",S{n % 5 + 1},دورة رقم {n},workshop,2026-02-01,2026-03-01\n" for n in range(ROWS)]
    _write(folder / NEW, "id,step,title_ar,type,planned_start,planned_end\n", new)
    _book(folder / NEW_IN_A_BOOK, (folder / NEW).read_text(encoding="utf-8"))
    promised = (f",D1,التزام رقم {number},LY,2026-03-01\n" for number in range(ROWS))
    _write(folder / PROMISED, "id,source,title_ar,owner,due\n", promised)
    _, *rows = csv.reader(io.StringIO(exported.read_text(encoding="utf-8-sig"), newline=""))
    _write(folder / CHANGED, "id,title_tr\n", (f"{code},Yeni {code}\n" for code, *_ in rows))


def _book(place: Path, text: str) -> None:
    with xlsxwriter.Workbook(place) as made:
        page = made.add_worksheet()
        for number, cells in enumerate(csv.reader(text.splitlines())):
            page.write_row(number, 0, cells)


def _write(place: Path, heading: str, rows: Iterable[str]) -> None:
    place.write_text(heading + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    make(*map(Path, sys.argv[1:]))
