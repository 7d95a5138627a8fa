"""The program itself in real windows: list, report, show, help and an error, as their user sees them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from tracker.cli.say.help import root_help
from tracker.locale import open_catalog
from tracker.reports.answers.show import show_report
from tracker.reports.documents.full import report as full_report
from tracker.reports.documents.request import Request, Standing
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.reports.report import Report
from tracker.store.open import open_store
from tracker.text.arabic.isolates import MARKS_AND_ISOLATES
from tracker.text.line import Cell, Line
from tracker.text.output.ordered import reading_lines
from tracker.views.blocks import Block
from tracker.views.blocks.report import blocks_of
from tracker.views.terminal import Page
from tracker.views.words import Words

from .expectation import ExpectedCell
from .judge import judge
from .known import page_width
from .picture import Picture
from .strictness import strictness_for
from .windows.window import Window

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 23)
BARS = set("█▒░")
SHORT = 6  # isolates included
CHANGES = (
    ["update-step", "2", "--status", "in-progress", "--progress", "40", "--start", "2026-09-01", "--due", "2027-03-31"],
    ["attach", "S2", "محضر 118/2026 (نسخة) [تم]"],
    ["update-step", "2", "--progress", "60", "--owner", "LY/مدير التدريب"],
    ["update-step", "3", "--status", "blocked", "--reason", "تأخر الاعتماد: 10/8 (80%) و C++"],
)


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tracker with every sort of cell in it."""
    path = tmp_path_factory.mktemp("data") / "tracker.json"
    for command in (["init"], *CHANGES):
        run = [sys.executable, "-m", "tracker", *command, "--db", str(path), "--today", DAY.isoformat(), "--quiet"]
        subprocess.run(run, check=True, capture_output=True, env={**os.environ, "TRACKER_CONFIG": f"{path}.toml"})
    return path


def expected(lines: Iterable[Line], rows: int) -> Iterator[ExpectedCell]:
    """What stands in each cell of the logical lines; bars aside."""
    page = list(lines)
    scrolled = max(0, len(page) + 1 - rows)  # the cursor stands on the line behind the last
    for row, line in enumerate(page[scrolled:]):
        texts = [_bare(_text(item)) for item in line if isinstance(item, Cell)]
        place = 0  # where the cell begins, from the side where reading does: its column
        for item in line:
            if isinstance(item, Cell):
                text = _text(item)
                bold = {piece.style.startswith("bold") for piece in item.pieces if piece.text.strip()}
                # Bars are judged in the page of test_terminals; a line half bold is not drawn by the judge.
                # A short text may stand elsewhere in its row as well, as may one that another cell has too.
                once = len(text) > SHORT and sum(_bare(text) in other for other in texts) == 1
                if once and not BARS & set(text) and len(bold) == 1:
                    yield ExpectedCell(row, -1 if len(line) == 1 else place, text, bold.pop())
                place += item.width or 0
            else:
                place += len(item.text)


def renderable_of(blocks: Iterable[Block], width: int) -> list[Line]:
    """The lines of a page, in reading order."""
    console = Console(width=width)
    return list(reading_lines(Page(blocks), console, console.options))


def _text(cell: Cell) -> str:
    return "".join(piece.text for piece in cell.pieces)


def _bare(text: str) -> str:
    return "".join(character for character in text if character not in MARKS_AND_ISOLATES)


def shown(window: Window, command: list[str], folder: Path, pager: str = "", *, asks: bool = False) -> Picture:
    """What the program prints in the window, kept in `folder` too for who wants to know why it is wrong.

    `asks`: it waits for an answer; what stands there then is shown.
    """
    environ = {
        "TRACKER_CONFIG": str(folder / "config.toml"),
        "TRACKER_TODAY": DAY.isoformat(),
        "TRACKER_PAGER": pager,
        "XDG_DATA_HOME": str(folder),
    }
    show = window.show_waiting if asks else window.show
    screen = show([sys.executable, "-m", "tracker", *command], {"PYTHONPATH": str(ROOT), **environ})
    picture = Picture(screen, window.grid)
    picture.image.save(folder / "screen.png")
    return picture


def words(lang: str = "ar", digits: str = "latn", calendar: str = "gregorian") -> Words:
    found = Words(open_catalog(lang), digits, calendar)  # type: ignore[arg-type] # parametrized by the three languages
    found.timezone = "Africa/Tripoli"
    return found


def faults(window: Window, picture: Picture, lines: Iterable[Line], rtl: bool = True) -> list[str]:
    """What the judge finds when the picture ought to show these lines."""
    wanted = list(expected(lines, window.grid.rows))
    assert wanted
    return judge(picture, wanted, rtl=rtl, strictness=strictness_for(window.name), crowded=True).problems


def reported(place: Path, kind: str) -> Report:
    store = open_store(place, named=True)
    tracker = store.load()
    if kind == "list":
        return list_report(tracker, "steps", DAY, Selection())
    if kind == "show":
        revisions = {"S2": list(store.revisions(code="S2", newest_first=True))[:5]}
        return show_report(tracker, ["S2"], DAY, revisions, explain=True)
    standing = store.state().standing
    return full_report(Request(tracker=tracker, day=DAY, standing=Standing(standing.number, standing.head)))


COMMANDS = {"list": ["list"], "show": ["show", "S2", "--explain"], "report": ["report"]}


@pytest.mark.parametrize("kind", COMMANDS)
def test_arabic_reports_are_seen_as_they_are_read(window: Window, kind: str, place: Path, tmp_path: Path) -> None:
    picture = shown(window, [*COMMANDS[kind], "--db", str(place)], tmp_path)
    assert faults(window, picture, renderable_of(blocks_of(reported(place, kind), words()), page_width(window))) == []


@pytest.mark.parametrize("kind", COMMANDS)
def test_arabic_indic_numbers_and_both_calendars(window: Window, kind: str, place: Path, tmp_path: Path) -> None:
    options = ["--digits", "arab", "--calendar", "both"]
    picture = shown(window, [*COMMANDS[kind], *options, "--db", str(place)], tmp_path)
    lines = renderable_of(blocks_of(reported(place, kind), words("ar", "arab", "both")), page_width(window))
    # Between isolates the judge's own drawing (FriBidi) has ٪ on the wrong side; tests/views/test_words.py looks.
    assert [fault for fault in faults(window, picture, lines) if "٪" not in fault or fault.count("\\u2069") < 2] == []


@pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")
def test_the_end_of_a_long_page_is_right_in_less(window: Window, place: Path, tmp_path: Path) -> None:
    lines = renderable_of(blocks_of(reported(place, "report"), words()), page_width(window))
    assert len(lines) >= window.grid.rows  # one is needed for the prompt
    picture = shown(window, ["report", "--db", str(place)], tmp_path, pager="less +Gq")
    assert faults(window, picture, lines) == []


def test_help_is_seen_from_right_to_left(window: Window, tmp_path: Path) -> None:
    picture = shown(window, ["--help"], tmp_path)
    assert faults(window, picture, renderable_of(root_help(words()), page_width(window))) == []


def test_an_error_is_seen_as_it_is_read(window: Window, tmp_path: Path) -> None:
    picture = shown(window, ["update-step", "2", "--progress", "400"], tmp_path)
    message = "خطأ: النسبة «400» ليست بين 0 و100."
    assert judge(picture, [ExpectedCell(0, -1, message, True)], strictness=strictness_for(window.name)).problems == []


QUESTIONS = {
    "for what is missing": (["add-activity", "S2"], 0, "العنوان:"),
    "whether to go on": (["undo"], 5, "هل تؤكد؟ (نعم/لا)"),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_seen_as_it_is_read(window: Window, question: str, place: Path, tmp_path: Path) -> None:
    command, row, text = QUESTIONS[question]
    picture = shown(window, [*command, "--db", str(place)], tmp_path, asks=True)
    cell = ExpectedCell(row, -1, text)
    assert judge(picture, [cell], strictness=strictness_for(window.name)).problems == []


def test_turkish_tables_show_arabic_names_right(window: Window, place: Path, tmp_path: Path) -> None:
    picture = shown(window, ["list", "--lang", "tr", "--db", str(place)], tmp_path)
    lines = renderable_of(blocks_of(reported(place, "list"), words("tr")), page_width(window))
    assert faults(window, picture, lines, rtl=False) == []
