"""What we draw, in the hands of any Rich program: printed, recorded, live, in a layout, within a panel."""

import io
import os
import pty
import re
import subprocess
import sys
import termios
import time
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from rich import box
from rich.console import Console, Group
from rich.layout import Layout
from rich.live import Live
from rich.panel import Panel
from rich.progress import BarColumn, Progress, ProgressColumn, Task
from rich.table import Table
from rich.text import Text

from tests.cli.program import VTE
from tests.views.example import TODAY, example
from tests.views.pages import words
from tracker.message import msg
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.reports.report import Column, Ref
from tracker.reports.report import Progress as Percentages
from tracker.reports.report import Table as Table_
from tracker.store.store import Store
from tracker.text.emission import BDSM_OFF, BDSM_ON, EMISSIONS
from tracker.text.output.line import Cell, Piece
from tracker.text.output.logical import Logical
from tracker.text.output.ordered import Ordered
from tracker.views.blocks import Grid
from tracker.views.blocks.bar import Bar
from tracker.views.terminal import Page, Shown

ROOT = Path(__file__).parents[2]
SENTENCE = "تبادل المعلومات الاستخباراتية حول طرق الهجرة غير الشرعية."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return example(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="module")
def report(store: Store) -> Shown:
    return Shown(list_report(store.load(), "steps", TODAY, Selection()), words("ar"))


def console(width: int = 110, **options: Any) -> Console:
    return Console(file=io.StringIO(), width=width, _environ={}, **options)


def everything(on: Console) -> str:
    assert isinstance(on.file, io.StringIO)
    return on.file.getvalue()


def printed(on: Console) -> list[str]:
    return everything(on).splitlines()


def seen(text: str) -> str:
    """A cell as a terminal that shows letters where they come must get it."""
    return "".join(text for text, _ in EMISSIONS["b"].line((Cell((Piece(text),)),), True, None))


def on_a_terminal(*arguments: str, environ: dict[str, str]) -> str:
    """What a Python program writes on a terminal of 45 lines and 110 columns."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (45, 110))
    kept = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": "/nowhere"}
    program = subprocess.Popen(
        [sys.executable, *arguments], stdin=theirs, stdout=theirs, stderr=theirs, env={**kept, **VTE, **environ}
    )
    os.close(theirs)
    parts = []
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        parts.append(part)
    os.close(ours)
    assert program.wait() == 0, b"".join(parts).decode()
    return b"".join(parts).decode().replace("\r\n", "\n")


PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from rich.console import Console
from tracker.locale import open_catalog
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.store.open import open_store
from tracker.views.terminal import Shown
from tracker.views.words import Words

tracker = open_store(Path(sys.argv[1]), named=True).load()
report = list_report(tracker, "steps", date.fromisoformat(sys.argv[2]), Selection())
Console().print(Shown(report, Words(open_catalog("ar"), timezone="Africa/Tripoli")))
"""


def test_a_program_prints_the_very_list(store: Store) -> None:
    """Only the switch of the mode stands within the last line, so that a live display counts its lines right."""
    day = TODAY.isoformat()
    ours = on_a_terminal("-m", "tracker", "list", "--no-pager", "--db", store.place, environ={"TRACKER_TODAY": day})
    theirs = on_a_terminal("-c", PROGRAM, store.place, day, environ={})
    assert "تبادل" not in ours  # presentation forms, or nothing would be shown by it
    assert ours.startswith(BDSM_OFF)
    assert theirs == ours.removesuffix("\n" + BDSM_ON) + BDSM_ON + "\n"


def test_a_file_gets_logical_order(report: Shown) -> None:
    on = console()
    on.print(report)
    assert any(line.startswith("S1") for line in printed(on))
    assert "".join(printed(on)).count("غير الشرعية") == 1


def test_a_recording_draws_each_arabic_letter_in_its_place(report: Shown) -> None:
    """A browser lays out each element by itself: no element may hold two letters from the right."""
    on = console(record=True)
    on.print(report)
    drawn = [unescape(text) for text in re.findall(r"<text[^>]*>([^<]*)</text>", on.export_svg(title="list"))]
    arabic = [text for text in drawn if re.search("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]", text)]
    assert len(arabic) > 500
    assert {len(text) for text in arabic} == {1}
    assert any("█" in text for text in drawn)


def test_a_recording_stands_from_the_right(report: Shown) -> None:
    on = console(record=True)
    on.print(report)
    codes = re.findall(r'<text[^>]*? x="([\d.]+)"[^>]*>S1</text>', on.export_svg())
    assert max(map(float, codes)) == pytest.approx(108 * 12.2)  # the last two of 110 cells


def test_a_live_display_is_shown_and_counted_right(report: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_BIDI", "c")
    on = Console(file=_Screen(), width=110, height=60, force_terminal=True, color_system=None, _environ={})
    with Live(report, console=on, refresh_per_second=20, redirect_stdout=False, redirect_stderr=False) as live:
        time.sleep(0.2)
        live.refresh()
    text = everything(on)
    frames = text.split(BDSM_OFF)[1:]
    assert len(frames) > 2
    lines = frames[0].partition(BDSM_ON)[0].count("\n") + 1
    assert text.count("\x1b[1A") == (len(frames) - 1) * (lines - 1)  # it goes up exactly over what it wrote
    assert seen("قيد التنفيذ") in frames[0]


class _Screen(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_a_layout_keeps_each_part_in_its_place(report: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_BIDI", "b")
    layout = Layout()
    layout.split_row(Layout(Panel("left"), size=20), Layout(report))
    on = Console(file=_Screen(), width=130, height=30, force_terminal=True, color_system=None, _environ={})
    on.print(layout)
    lines = printed(on)
    assert len(lines) == 30
    assert lines[0].startswith("╭──────────────────╮")
    assert any(line.rstrip().endswith("S1") and line.startswith("│") for line in lines)


def test_within_others_the_outermost_one_orders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_BIDI", "b")
    inner = Ordered(Logical("داخل"), rtl=True)
    table = Table(box=box.SQUARE)
    table.add_column(Logical("الخطوة"))
    table.add_column(Logical("النسبة"))
    table.add_row(inner, Bar(Percentages(80, 40)))
    on = Console(file=_Screen(), width=40, force_terminal=True, color_system=None, _environ={})
    on.print(Ordered(Panel(table, title="عنوان"), rtl=True))
    lines = printed(on)
    assert lines[1].endswith("┐ │")
    row = next(line for line in lines if "█" in line)
    assert row.index("░") < row.index("▒") < row.index("█") < row.index(seen("داخل"))
    assert seen("عنوان") in lines[0]
    assert {len(line) for line in lines} == {40}


def test_the_ground_of_a_panel_has_no_holes() -> None:
    on = console(20, force_terminal=True, color_system="standard")
    on.print(Ordered(Panel(Logical("سلام الآن"), style="on blue"), "b", rtl=True))
    for line in printed(on):
        assert "\x1b[0m " not in line.removesuffix("\x1b[0m")
        assert line.startswith("\x1b[44m")


class Said(ProgressColumn):
    def render(self, task: Task) -> Logical:
        return Logical(task.description)


class FromTheRight(Progress):
    def get_renderable(self) -> Ordered:
        return Ordered(super().get_renderable(), "b", rtl=True)


def test_a_progress_bar_grows_from_the_right() -> None:
    on = Console(file=_Screen(), width=60, force_terminal=True, color_system=None, _environ={})
    with FromTheRight(Said(), BarColumn(20), console=on, auto_refresh=False) as progress:
        task = progress.add_task(SENTENCE[:20], total=4)
        progress.update(task, completed=1)
        progress.refresh()
    line = next(line for line in printed(on) if "━" in line)
    assert line.rstrip().endswith(seen(SENTENCE[:20].rstrip()))


@pytest.mark.parametrize("width", [4, 10, 37])
@pytest.mark.parametrize(("declared", "evidenced"), [(0, 0), (1, 0), (60, 40), (99, 99), (100, 100), (100, 1)])
def test_a_bar_is_as_wide_as_it_is_told(width: int, declared: int, evidenced: int) -> None:
    on = console(37)
    on.print(Ordered(Bar(Percentages(declared, evidenced), width), "logical", rtl=True))
    (line,) = printed(on)
    assert len(line) == width
    assert ("█" in line) == (evidenced > 0)
    assert ("▒" in line) == (declared > evidenced)
    assert ("░" in line) == (declared < 100)
    assert line == "".join(sorted(line, key="█▒░".index))


def test_a_bar_takes_what_room_there_is() -> None:
    on = console(6)
    on.print(Group(Bar(Percentages(50, 50), 20)))
    assert len(printed(on)[0]) == 6


def test_markup_in_a_text_is_text() -> None:
    on = console(40, force_terminal=True, color_system="standard")
    on.print(Ordered(Logical("[bold]نص[/bold] :smile: \x1b[31m"), "logical", rtl=True))
    assert printed(on) == ["[bold]نص[/bold] :smile: \ufffd[31m"]


def test_without_us_rich_turns_nothing_round() -> None:
    """The control: what `Text` shows is in the order in which it was typed."""
    on = console(40)
    on.print(Text("سلام عليكم"))
    assert printed(on) == ["سلام عليكم"]


@pytest.mark.parametrize("width", [60, 80, 110, 200])
@pytest.mark.parametrize("lang", ["ar", "en"])
def test_all_rows_of_a_long_table_look_alike(width: int, lang: str) -> None:
    """Rich's table lays out the first screen, a lighter renderable the rest."""
    columns = (
        Column("id", msg("No.")),
        Column("title", msg("Title"), flexible=True, letters=18),
        Column("progress", msg("Progress")),
        Column("owner", msg("Owner"), flexible=True, rank=1),
        Column("note", msg("Note"), rank=2),
    )
    row = (Ref("S1"), SENTENCE, Percentages(80, 40), "مكتب التنسيق – Coordination office", "ملاحظة")
    table = Table_("rows", None, columns, (row,) * 120)
    on = console(width, force_terminal=True, color_system="standard")
    on.print(Ordered(Page([Grid(table, words(lang))]), "b", rtl=lang == "ar"))
    _, _, *lines = printed(on)
    each = len(lines) // 120
    assert len(lines) == 120 * each
    assert {tuple(lines[start : start + each]) for start in range(0, len(lines), each)} == {tuple(lines[:each])}
