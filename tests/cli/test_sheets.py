"""Spreadsheets of one kind: what was exported comes back unchanged, what was changed obeys the rules."""

import csv
import io
from pathlib import Path
from pkgutil import iter_modules

import pytest

from tests.cli.program import Program, Result
from tracker.cli import nouns
from tracker.cli.command_table import COMMANDS
from tracker.cli.sheets.kinds import KINDS, kind_called
from tracker.cli.sheets.rows import FOR_THE_CHANGE

SMALL = "add-indicator مفقودون --unit person --category humanitarian --direction down --step S2"


def sheet(program: Program, kind: str, *options: str) -> list[dict[str, str]]:
    found = program("export", kind, "-o", "sheet.csv", *options)
    assert found.code == 0, found.err
    text = (program.home / "sheet.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def taken(program: Program, text: str | bytes, *options: str, name: str = "in.csv") -> Result:
    raw = text.encode() if isinstance(text, str) else text
    (program.home / name).write_bytes(raw)
    return program("import", name, "--yes", *options)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_exported_changes_nothing(demo: Program, kind: str) -> None:
    before = demo("export").json
    assert sheet(demo, kind)
    for options in ((), ("--audience", "counterpart")):
        sheet(demo, kind, *options)
        found = demo("import", "sheet.csv", "--yes")
        assert (found.code, found.err.splitlines()) == (0, ["Nothing was changed."] if "Nothing" in found.err else [])
    assert demo("export").json == before


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_is_a_field_and_every_option_exists(kind: str) -> None:
    made = kind_called(kind)
    names = list(made.headings)
    assert len(names) == len(set(names))
    assert set(made.arguments) <= set(names)
    assert not set(names) & (set(FOR_THE_CHANGE) - {"decision"})
    assert {made.add, made.update} - {""} <= set(COMMANDS)


def test_every_kind_has_a_spreadsheet() -> None:
    files = {file.name for file in iter_modules(nouns.__path__)}
    assert set(KINDS) == files - {"initiatives"} | {"measurements"}  # of the initiative there is one


@pytest.mark.parametrize("kind", KINDS)
def test_no_heading_is_possible_twice(demo: Program, kind: str) -> None:
    said = taken(demo, "nothing\nx", "--kind", kind).err.partition("Possible: ")[2].rstrip(".\n").split(", ")
    assert sorted(said) == sorted(set(said))


def test_cells_that_changed_are_changed_and_others_are_not(demo: Program) -> None:
    text = "id,title_tr,owner,status,target_resolution\nO6,Yeni başlık,,,\no٢,,TR/coord,resolved,31/5/2026\n"
    found = taken(demo, text, "--reason", "عولجت")
    assert found.code == 0, found.err
    two, six = (demo("show", code, "--json").data[0] for code in ("O2", "O6"))
    assert (six["title"]["tr"], two["status"]) == ("Yeni başlık", "resolved")
    assert two["owner"] == {"party": "TR", "role": "coord"}
    assert two["target_resolution"] == "2026-05-31"
    assert six["title"]["ar"]
    assert [each["command"] for each in demo("history", "--json").data] == ["import", "init"]
    assert demo("undo", "--yes").code == 0
    assert demo("show", "O2", "--json").data[0]["status"] == "under_treatment"


def test_new_rows_are_new_records(demo: Program) -> None:
    rows = (
        "id;source;title_ar;owner;due;status;evidence\n"
        ";D6;إعداد خطة;TR/coord;2026-05-01;in_progress;\n"
        ";D6;إعداد ميزانية;;؛;;محضر 9/2026\n"
    )
    found = taken(demo, rows.replace(";؛;", ";;"), name="commitments.csv")
    assert found.code == 0, found.err
    new = [c for c in demo("list", "commitments", "--json").data if c["source"] == "D6"][-2:]
    assert [c["status"] for c in new] == ["in_progress", "not_started"]
    assert new[0]["original_due"] == "2026-05-01"
    papers = demo("list", "evidence", "--search", "9/2026", "--json").data
    assert papers[0]["supports"][0]["record"] == new[1]["id"]


@pytest.mark.parametrize(
    ("kind", "rows"),
    [("decisions", "id,text_en\nD3,In other words"), ("roles", "id,name_en\nliaison,In other words")],
)
def test_words_are_corrected_through_a_sheet(demo: Program, kind: str, rows: str) -> None:
    """What kind it is shows in the codes."""
    found = taken(demo, rows)
    assert found.code == 0, found.err
    code = rows.split("\n")[1].partition(",")[0]
    [row] = [row for row in sheet(demo, kind) if row["id"] == code]
    assert "In other words" in row.values()


@pytest.mark.parametrize(
    ("kind", "rows", "codes"),
    [
        ("activities", "step,title_ar,gate,status\nS2,دورة,approved,in_progress", 1),
        ("meetings", 'title_ar,date,agenda,participants\nلقاء,2026-05-12,"بند أول\nبند ثانٍ",LY/min=6; TR/min=5', 1),
        ("meetings", "series,date\nT1,2026-06-02", 1),
        ("series", "name_ar,interval_months\nلقاء فني,3", 1),
        ("decisions", "meeting,text_ar,text_tr\nM1,قرار,Karar", 1),
        ("obstacles", "title_ar,severity,steps\nعقبة,high,S1; S2", 1),
        ("lessons", "text_ar,recommendation_ar,status\nدرس,توصية,accepted", 1),
        ("indicators", "title_ar,unit,baseline,baseline_date,targets\nمؤشر,percent,10,2025-12-31,2026-12-31=50", 1),
        ("measurements", "indicator,period_end,value\nI2,2026-02-28,14\nI3,2026-02-28,15.5", 0),
        ("evidence", "supports,reference,kind,title_tr,title_ar\nS1; S2,5/2026,minutes,Tutanak,محضر", 1),
        ("parties", "id,name_ar,side\nMOI,وزارة,ly", 1),
        ("steps", "title_ar,aspect,weight\nخطوة,A1,0", 1),
    ],
)
def test_each_kind_takes_new_rows(demo: Program, kind: str, rows: str, codes: int) -> None:
    before = demo("export").json["tables"]
    found = taken(demo, rows, "--kind", kind)
    assert found.code == 0, found.err
    after = demo("export").json["tables"]
    if codes:
        assert len(after[kind]) == len(before[kind]) + codes
    again = sheet(demo, kind)
    assert any(all(cell in row.values() for cell in rows.split("\n")[1].split(",")[:1]) for row in again)


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        ("id,status\nC16,done_it", 1, ("Line 2, column status",)),
        ("id,due\nC16,\nC10,2026-13-45", 1, ("Line 3, column due",)),
        ("id,owner\nC16,XX/sec", 1, ("Line 2, column owner",)),
        ("id,owner,due\nC10,LY,LY", 1, ("Line 2, column due",)),
        ("id,participants\nM1,LY=x", 1, ("Line 2, column participants",)),
        ("id,applied_in\nL1,S99", 1, ("Line 2, column applied_in",)),
        ("id,title_ar\nS1,x", 1, ("Line 2", "quoted from the source")),
        ("id,title_ar\nC16,0912345678901", 1, ("Line 2, column title_ar", "personal")),
        ("id,status\nC10,completed", 1, ("Line 2", "evidence")),
        ("id,status\nS1,not_started", 1, ("Line 2", "cannot pass")),
        ("id,original_due\nC10,2020-01-01", 1, ("Line 2, column original_due", "spreadsheet")),
        ("id,titel_tr\nC10,x", 1, ("titel_tr", "title_tr")),
        ("id,title_tr,title_tr\nC10,x,y", 1, ("title_tr", "twice")),
        ("id,title_tr\nC10,x\nc10,y", 1, ("Line 3", "a row above")),
        ("id,title_tr\nC99,x", 1, ("Line 2", "No record")),
        ("id,title_tr\nC10,x,y,z", 1, ("Line 2", "more cells")),
        ('id,title_tr\nC10,"x', 1, ("Line 2", "quotation mark")),
        ("id,source,title_ar\nC10,,\n,,جديد", 1, ("Line 3", "column source")),
        ("title_ar\nشيء", 1, ("The kind of records", "--kind")),
        ("", 1, ("no rows",)),
        ("id,title_tr,rev\nC10,x,7", 1, ("Line 2", "since been changed")),
        ("id,lead\nR1,TR/coord", 1, ("Line 2",)),
        ("id,summary_ar\n,ملخص\nR4,x", 1, ("Line 2", "not added")),
        ("step,title_en,weight\nS1,a,1\nS2,b,0\nS2,c,1", 1, ("Line 3", "1 or more")),
        ("step,title_en,weight\nS1,a,1\nS2,b,1\nS2,c,1\nS2,d,1\nS2,e,1\nS2,f,0", 1, ("Line 7", "1 or more")),
        ("id,weight\nS2.1,2\nS2.3,0", 1, ("Line 3", "1 or more")),
        ("id,after\nS2.1,S2.3\nS2.3,S2.1", 1, ("Line 3", "S2.1")),
    ],
)
def test_what_is_refused_is_told_with_its_place(demo: Program, rows: str, code: int, said: tuple[str, ...]) -> None:
    before = demo("export").json
    name = "reviews.csv" if "summary" in rows else "in.csv"
    found = taken(demo, rows, name=name)
    assert found.code == code
    assert all(part in found.err for part in said), found.err
    assert demo("export").json == before


def test_empty_cells_never_clear_and_absent_rows_never_delete(demo: Program) -> None:
    before = demo("export").json
    assert taken(demo, "id,title_tr,owner,due,evidence\nC10,,,,\n").code == 0
    assert demo("export").json == before


def test_a_preview_is_shown_and_asked_about(demo: Program) -> None:
    (demo.home / "in.csv").write_text("id,title_en\nC10,Brand new", encoding="utf-8")
    assert demo("import", "in.csv").code == 2
    shown = demo.typed("import", "in.csv", keys="no\n")
    assert "Brand new" in shown.out
    assert "Nothing was changed" in shown.out
    dry = demo("import", "in.csv", "--dry-run")
    assert (dry.code, "The following would change" in dry.out) == (0, True)
    assert len(demo("history", "--json").data) == 1


FORMULAS = ["=1+1", "+1+1", "-2+3", "@SUM(A1)", "'=1+1", "''=x", "=cmd|' /C calc'!A0", "＝1"]
HOSTILE = [*FORMULAS, 'a\nb,c;"d"', "-", "@/etc/passwd"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_harmless_cells_and_come_back(demo: Program, text: str) -> None:
    (demo.home / "text").write_text(text, encoding="utf-8")
    assert demo("update-commitment", "C10", "--title-tr", "@text").code == 0
    cell = next(row for row in sheet(demo, "commitments") if row["id"] == "C10")["title_tr"]
    assert not cell.startswith(("=", "+", "-", "@", "＝"))
    before = demo("export").json
    assert demo("import", "sheet.csv", "--yes").code == 0
    assert demo("export").json == before


def test_a_cell_is_never_a_file_or_the_pipe(demo: Program) -> None:
    secret = demo.home / "secret.txt"
    secret.write_text("سر", encoding="utf-8")
    rows = f"id,title_tr,evidence\nC10,@{secret},\nC8,-,{secret}\n"
    assert taken(demo, rows).code == 0
    ten, eight = (demo("show", code, "--json").data[0] for code in ("C10", "C8"))
    assert (ten["title"]["tr"], eight["title"]["tr"]) == (f"@{secret}", "-")
    paper = demo("list", "evidence", "--search", "secret", "--json").data[0]
    assert paper.get("file") is None


def test_what_acts_is_taken_out_and_told_with_its_line(demo: Program) -> None:
    found = taken(demo, "id,title_tr\nC10,a\u202eb\x00c\x1b[31m")
    assert (found.code, "Line 2" in found.err, "\x1b" in found.err) == (0, True, False)
    assert demo("show", "C10", "--json").data[0]["title"]["tr"] == "abc"


@pytest.mark.parametrize("separator", [",", ";", "\t", "؛"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_is_read_as_spreadsheets_save_it(demo: Program, separator: str, encoding: str, end: str) -> None:
    rows = end.join(separator.join(row) for row in (("ID", "Title-AR"), ("C10", "عنوان جديد للالتزام"), ("", ""))) + end
    found = taken(demo, rows.encode(encoding))
    assert found.code == 0, found.err
    assert ("cp1256" in found.err) is (encoding == "cp1256")
    assert demo("show", "C10", "--json").data[0]["title"]["ar"] == "عنوان جديد للالتزام"


def test_turkish_of_windows_and_the_line_of_excel(demo: Program) -> None:
    raw = "sep=;\r\nid;title_tr\r\nC10;Çalışma ğüşıöç\r\nC99;x".encode("cp1254")
    found = taken(demo, raw, "--lang", "tr")
    assert "4" in found.err.splitlines()[-1] or "4" in found.err
    assert taken(demo, raw.rpartition(b"\r\n")[0], "--lang", "tr").code == 0
    assert demo("show", "C10", "--json").data[0]["title"]["tr"] == "Çalışma ğüşıöç"


def test_small_counts_and_restricted_papers_are_not_written(program: Program) -> None:
    for line in (
        SMALL,
        "add-measurement I1 2025-Q4 3 --from 2025-10-01",
        "attach S2 7/2026 --confidentiality restricted",
    ):
        assert program(*line.split()).code == 0, line
    assert [row["value"] for row in sheet(program, "measurements")] == ["<5"]
    before = program("export").json
    assert program("import", "sheet.csv", "--yes").code == 0
    assert program("export").json == before
    assert [row["reference"] for row in sheet(program, "evidence")] != []
    assert "7/2026" not in (program.home / "sheet.csv").read_text("utf-8-sig")
    assert taken(program, "indicator,period_end,value,note\nI1,2025-12-31,<5,ملاحظة").code == 0
    measured = program("export").json["tables"]["indicators"][0]["measurements"][0]
    assert (measured["value"], measured["note"]) == ("3", "ملاحظة")


def test_a_counterpart_gets_what_is_shared(demo: Program) -> None:
    assert demo("add-measurement", "I2", "2026-02-28", "13", "--note", "للداخل").code == 0
    assert any(row["note"] for row in sheet(demo, "measurements"))
    assert not any(row["note"] for row in sheet(demo, "measurements", "--audience", "counterpart"))
    assert "للداخل" not in demo("export", "all", "--audience", "counterpart").out
    assert demo("export", "all", "-o", "x.csv").code == 2
    assert demo("export", "steps", "-o", "x.ods").code == 2


def test_fictional_rows_stay_out_of_real_trackers(demo: Program, tmp_path: Path) -> None:
    rows = sheet(demo, "parties")
    assert {row["demo"] for row in rows} == {"yes"}
    assert demo("init", "--db", "real.json").code == 0
    found = demo("import", "sheet.csv", "--yes", "--db", "real.json")
    assert (found.code, "Sample records and real" in found.err) == (1, True), found.err


def test_many_rows_in_one_revision_and_without_a_tracker(program: Program) -> None:
    rows = "title_ar,severity\n" + "".join(f"عقبة {n},low\n" for n in range(200))
    assert taken(program, rows, name="عقبات.csv").code == 0
    assert len(program("list", "obstacles", "--json").data) == 200
    assert len(program("history", "--json").data) == 1


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_matrix_of_steps_alone_comes_back_without_its_total(program: Program, lang: str, ending: str) -> None:
    program.env["TRACKER_LANG"] = lang
    assert program("update-step", "2", "--progress", "40").code == 0
    assert program("report", "matrix", "-o", f"m.{ending}").code == 0
    taken_in = program("import", f"m.{ending}", "--yes", "--json")
    assert taken_in.code == 0, taken_in.err
    assert len(program("history", "--json").data) == 1


def test_all_aspects_of_a_cell_are_taken(demo: Program) -> None:
    for cell, wanted in (("A1,A2", ["A1", "A2"]), ("A3, A1", ["A3", "A1"])):
        assert taken(demo, f'id,aspects\nS1.1,"{cell}"\n').code == 0
        assert demo("export").json["tables"]["activities"][0]["aspects"] == wanted


def test_a_cell_of_any_length_is_read_and_judged_as_what_it_is(started: Program) -> None:
    """A text that is too long is called so, and not an open quotation mark."""
    refused = taken(started, f'id,step,title_ar,type\n,S1,"{"نص " * 60_000}",workshop\n', name="activities.csv")
    assert refused.code != 0
    assert "179,999 characters" in refused.err
    assert "quot" not in refused.err


def test_of_many_records_the_first_are_told_and_the_others_counted(started: Program) -> None:
    rows = "\n".join(f"S1,نشاط {number},workshop" for number in range(60))
    (started.home / "many.csv").write_text(f"step,title_ar,type\n{rows}\n", encoding="utf-8")
    for more in (("--dry-run",), ("--yes",)):
        told = started("import", "many.csv", "--kind", "activities", *more).out
        assert ("S1.50" in told, "S1.51" in told) == (True, False)
        assert "10 further records; --json tells all of them" in told
    assert len(started("history", "--json").data[0]["changes"]) == 60
