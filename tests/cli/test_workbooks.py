"""Workbooks of Excel and LibreOffice: what a kind is exported to comes back, whatever a program has done to it."""

import csv
import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from tests.cli.program import Program, Result
from tracker.cli.sheets.kinds import KINDS

SOFFICE = shutil.which("soffice")
NEEDS_OFFICE = pytest.mark.skipif(SOFFICE is None, reason="needs LibreOffice")
AS_SHOWN = "44,34,76,1,,0,false,true"
"""Commas, quotation marks, UTF-8; cells that look like days and numbers are taken for such, and saved as shown."""
Rows = list[list[Any]]


def workbook(place: Path, rows: Rows, *further: Rows) -> None:
    """Writes a workbook with a sheet for each of these tables."""
    book = openpyxl.Workbook()
    for number, table in enumerate((rows, *further)):
        page = book.create_sheet(f"Sheet {number}")
        for row in table:
            page.append(row)
    book.remove(book.worksheets[0])
    book.save(place)


def opened(place: Path) -> Rows:
    return [list(row) for row in openpyxl.load_workbook(place).worksheets[0].iter_rows(values_only=True)]


def imported(program: Program, name: str, *options: str) -> Result:
    return program("import", name, "--yes", *options)


def unchanged(program: Program, name: str, *options: str) -> None:
    """Asserts that taking a file in changes nothing."""
    before = program("export").json
    found = imported(program, name, *options)
    assert found.code == 0, found.err
    assert program("export").json == before


@pytest.mark.sampled(4)
@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "measurements"])
def test_a_sheet_to_fill_in_comes_back_unchanged(demo: Program, kind: str, lang: str) -> None:
    assert demo("export", kind, "-o", "t.xlsx", "--lang", lang).code == 0
    unchanged(demo, "t.xlsx", "--lang", "en")


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_to_fill_in_prints_whole_with_its_title_and_headings(demo: Program, kind: str) -> None:
    assert demo("export", kind, "-o", "t.xlsx", "--lang", "tr").code == 0
    page = openpyxl.load_workbook(demo.home / "t.xlsx").worksheets[0]
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    assert page.print_title_rows == "$1:$1"
    assert page.oddHeader.center.text
    widths = {place: each.width for each in page.column_dimensions.values() for place in range(each.min, each.max + 1)}
    for row in page.iter_rows():
        lines = max(len(str(cell.value or "")) / widths[cell.column] for cell in row)
        assert lines <= 1.5 or page.row_dimensions[row[0].row].height > 20, "no line covers that of the next row"


def test_an_empty_kind_gives_an_empty_sheet_with_lists_and_notes(started: Program) -> None:
    assert started("export", "activities", "-o", "t.xlsx", "--lang", "tr").code == 0
    page = openpyxl.load_workbook(started.home / "t.xlsx").worksheets[0]
    headings = [cell.value for cell in page[1]]
    assert {"Başlık (Türkçe)", "Durum"} <= set(headings)
    assert page.max_row == 1
    noted = {cell.value: cell.comment for cell in page[1]}
    assert noted["Durum"] is not None
    assert len(page.data_validations.dataValidation) >= 5
    lists = openpyxl.load_workbook(started.home / "t.xlsx")["lists"]
    offered = [cell.value for cell in lists[chr(ord("A") + headings.index("Durum"))]]
    assert "devam ediyor" in offered


def test_a_row_filled_in_is_a_new_record(started: Program) -> None:
    started("export", "activities", "-o", "t.xlsx", "--lang", "en")
    place = started.home / "t.xlsx"
    book = openpyxl.load_workbook(place)
    page = book.worksheets[0]
    at = {cell.value: cell.column for cell in page[1]}
    said = {
        "Step": "S1",
        "Title (Arabic)": "دورة",
        "Planned start": date(2026, 2, 1),
        "Weight": 2,
        "Status": "in progress",
    }
    for heading, value in said.items():
        page.cell(2, at[heading], value)
    book.save(place)
    found = imported(started, "t.xlsx", "--lang", "en")
    assert found.code == 0, found.err
    made = started("show", "S1.1", "--json").data[0]
    assert (made["planned_start"], made["weight"], made["status"]) == ("2026-02-01", 2, "in_progress")


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
@pytest.mark.parametrize("report", [("report", "matrix")])
def test_a_document_comes_back(demo: Program, report: tuple[str, ...], lang: str) -> None:
    """What it shows is no change, in whatever words; what is worked out is left as it is."""
    assert demo(*report, "-o", "m.xlsx", "--lang", lang).code == 0
    unchanged(demo, "m.xlsx", "--lang", "en")


def test_a_matrix_that_was_edited_changes_what_was_edited(demo: Program) -> None:
    demo("report", "matrix", "-o", "m.xlsx", "--lang", "en")
    place = demo.home / "m.xlsx"
    book = openpyxl.load_workbook(place)
    page = next(page for page in book if page["A1"].value == "No.")
    at = {cell.value: cell.column for cell in page[1]}
    row = next(cells[0].row for cells in page.iter_rows() if cells[0].value == "S3.4")
    page.cell(row, at["Forecast"], date(2027, 5, 1))
    book.save(place)
    found = imported(demo, "m.xlsx", "--lang", "en", "--reason", "late delivery")
    assert found.code == 0, found.err
    assert demo("show", "S3.4", "--json").data[0]["forecast_end"] == "2027-05-01"
    [last, _] = demo("history", "--json").data
    assert [change["code"] for change in last["changes"]] == ["S3.4"]


@pytest.mark.office
@NEEDS_OFFICE
@pytest.mark.parametrize("ending", ["xlsx", "ods", "csv"])
def test_what_libreoffice_only_opened_and_saved_changes_nothing(demo: Program, ending: str) -> None:
    """Of every kind, from our sheets and our comma-separated rows."""
    files = []
    for kind in KINDS:
        for start in ("csv", "xlsx"):
            folder = demo.home / start
            folder.mkdir(exist_ok=True)
            assert demo("export", kind, "-o", f"{start}/{kind}.{start}").code == 0
            files.append(folder / f"{kind}.{start}")
    for start in ("csv", "xlsx"):
        saved = demo.home / f"saved-{start}"
        names = [str(file) for file in files if file.suffix == f".{start}"]
        profile = f"-env:UserInstallation=file://{demo.home / 'office'}"
        reading = ["--infilter=CSV:" + AS_SHOWN] if start == "csv" else []
        form = f"csv:Text - txt - csv (StarCalc):{AS_SHOWN}" if ending == "csv" else ending
        command = [str(SOFFICE), profile, "--headless", *reading, "--convert-to", form, "--outdir", str(saved), *names]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        for kind in KINDS:
            unchanged(demo, f"saved-{start}/{kind}.{ending}", "--kind", kind)


def as_excel(ours: str, day: Callable[[date], str], sign: str) -> str:
    """The cell as Excel writes it to a text: days and numbers by the settings of the machine."""
    try:
        return day(date.fromisoformat(ours))
    except ValueError:
        pass
    try:
        return str(float(ours)).removesuffix(".0").replace(".", sign)
    except ValueError:
        return ours


@pytest.mark.sampled(3)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
@pytest.mark.parametrize(
    ("form", "sign", "separator"),
    [
        ("%d/%m/%Y", ",", ";"),
        ("%m/%d/%Y", ".", ","),
        ("%d.%m.%Y", ",", ";"),
        ("%m/%d/%y", ".", "\t"),
        ("%Y/%m/%d", ".", ","),
    ],
)
def test_what_excel_only_opened_and_saved_changes_nothing(
    demo: Program, form: str, sign: str, separator: str, encoding: str
) -> None:
    for kind in ("activities", "commitments", "measurements", "obstacles", "evidence"):
        demo("export", kind, "-o", "our.csv")
        rows = csv.reader(io.StringIO((demo.home / "our.csv").read_text("utf-8-sig"), newline=""))
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=separator).writerows(
            [as_excel(cell, lambda day: day.strftime(form), sign) for cell in row] for row in rows
        )
        raw = text.getvalue().encode(encoding, "replace")
        if encoding == "cp1256" and b"?" in raw:
            continue  # letters that the page does not have are lost where it is written
        (demo.home / "their.csv").write_bytes(raw)
        unchanged(demo, "their.csv", "--kind", kind)


def test_lines_of_excel_for_mac(demo: Program) -> None:
    (demo.home / "mac.csv").write_bytes("id;title_tr\rC10;Bir, iki, üç\r".encode())
    assert imported(demo, "mac.csv").code == 0
    assert demo("show", "C10", "--json").data[0]["title"]["tr"] == "Bir, iki, üç"


@pytest.mark.parametrize("name", ["t.xlsx", "t.json", "t"])
def test_a_workbook_is_one_whatever_it_is_called(demo: Program, name: str) -> None:
    workbook(demo.home / "t.xlsx", [["Code", "Title (Turkish)"], ["C10", "Yeni"]])
    (demo.home / "t.xlsx").rename(demo.home / name)
    found = imported(demo, name)
    assert found.code == 0, found.err
    assert demo("show", "C10", "--json").data[0]["title"]["tr"] == "Yeni"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"PK\x03\x04 and nothing", "cannot be read as a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, ".xls"),
    ],
)
def test_what_is_no_workbook_is_told_so(demo: Program, raw: bytes, said: str) -> None:
    (demo.home / "t.xlsx").write_bytes(raw)
    found = imported(demo, "t.xlsx")
    assert (found.code, said in found.err, "JSON" in found.err) == (1, True, False), found.err
    assert ".ods" in found.err


def test_a_cell_in_the_last_corner_is_no_way_to_fill_the_memory(demo: Program) -> None:
    book = xlsxwriter.Workbook(str(demo.home / "far.xlsx"))
    page = book.add_worksheet()
    page.write_string(0, 0, "id")
    page.write_string(1_048_575, 16_383, "x")
    book.close()
    found = imported(demo, "far.xlsx")
    assert (found.code, "more than can be imported" in found.err) == (1, True), found.err


def test_the_headings_may_stand_below_a_letterhead(demo: Program) -> None:
    rows: Rows = [["Ministry"], [], [None, "Code", "Status", None], [None, "C16", "In Progress", "beside"]]
    workbook(demo.home / "t.xlsx", [["Notes"]], rows)
    found = imported(demo, "t.xlsx")
    assert found.code == 0, found.err
    assert demo("show", "C16", "--json").data[0]["status"] == "in_progress"


@pytest.mark.parametrize(
    ("word", "status"),
    [
        *(("To do", "not_started"), ("To Do", "not_started"), ("Yapılacak", "not_started")),
        *(("In Progress", "in_progress"), ("Devam Ediyor", "in_progress"), ("قيد الإنجاز", "in_progress")),
        *(("Done", "completed"), ("Completed", "completed"), ("Tamamlandı", "completed"), ("منجز", "completed")),
        *(("On Hold", "suspended"), ("Won't do", "cancelled"), ("İptal edildi", "cancelled")),
    ],
)
def test_statuses_of_other_systems_are_understood(started: Program, word: str, status: str) -> None:
    workbook(
        started.home / "t.xlsx",
        [
            ["Step", "Title (Arabic)", "Status", "Gate", "Evidence", "reason"],
            ["S1", "دورة", word, None, "محضر 9/2026", "قرار"],
        ],
    )
    found = imported(started, "t.xlsx", "--kind", "activities")
    assert found.code == 0, found.err
    assert started("show", "S1.1", "--json").data[0]["status"] == status


def test_finished_work_comes_in_as_it_is(started: Program) -> None:
    rows: Rows = [
        ["step", "title_ar", "status", "planned_start", "planned_end", "actual_start", "actual_end", "evidence"],
        ["S1", "دورة أولى", "Done", *(date(2026, 1, day) for day in (1, 20, 2, 19)), "محضر 9/2026"],
        [
            "S1",
            "دورة ثانية",
            "Tamamlandı",
            *(date(2026, 1, 1) + timedelta(day) for day in (0, 20, 2, 19)),
            "محضر 10/2026",
        ],
    ]
    workbook(started.home / "t.xlsx", rows)
    found = imported(started, "t.xlsx", "--kind", "activities")
    assert found.code == 0, found.err
    made = started("show", "S1.1", "--json").data[0]
    assert (made["status"], made["gate"], made["actual_start"]) == ("completed", "documented", "2026-01-02")
    assert made["actual_end"] == "2026-01-19"


def test_the_same_new_rows_twice_are_noticed(started: Program) -> None:
    workbook(started.home / "t.xlsx", [["step", "title_ar"], ["S1", "دورة"], ["S1", "ورشة"]])
    assert imported(started, "t.xlsx", "--kind", "activities").code == 0
    again = imported(started, "t.xlsx", "--kind", "activities")
    assert again.code == 0
    assert "--again" in again.err
    assert "2" in again.err
    assert len(started("list", "activities", "--json").data) == 2
    assert imported(started, "t.xlsx", "--kind", "activities", "--again").code == 0
    assert len(started("list", "activities", "--json").data) == 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_a_text_from_a_file_in_the_encodings_of_windows(demo: Program, encoding: str) -> None:
    (demo.home / "note.txt").write_bytes("عنوان جديد للالتزام".encode(encoding))
    assert demo("update-commitment", "C10", "--title-ar", "@note.txt").code == 0
    assert demo("show", "C10", "--json").data[0]["title"]["ar"] == "عنوان جديد للالتزام"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_an_export_in_the_encodings_of_windows(demo: Program, encoding: str) -> None:
    (demo.home / "x.json").write_bytes(demo("export").out.encode(encoding))
    found = imported(demo, "x.json", "--db", "new.json")
    assert found.code == 0, found.err
    assert len(demo("list", "steps", "--json", "--db", "new.json").data) == 5
