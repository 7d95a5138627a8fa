"""The program itself in real windows: list, report, show, help and an error, as their user sees them."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("numpy")
features = pytest.importorskip("PIL.features")

from tracker.cli.help import root_help  # noqa: E402 - the imports above may skip all this
from tracker.locale import open_catalog  # noqa: E402 - as above
from tracker.reports.full import full_report  # noqa: E402 - as above
from tracker.reports.lists import list_report  # noqa: E402 - as above
from tracker.reports.report import Report  # noqa: E402 - as above
from tracker.reports.selection import Selection  # noqa: E402 - as above
from tracker.reports.show import show_report  # noqa: E402 - as above
from tracker.store.open import open_store  # noqa: E402 - as above
from tracker.text.line import Cell, Line  # noqa: E402 - as above
from tracker.views import terminal as view  # noqa: E402 - as above
from tracker.views.words import Words  # noqa: E402 - as above

from . import shot  # noqa: E402 - as above
from .expectation import ExpectedCell  # noqa: E402 - as above
from .judge import judge  # noqa: E402 - as above

pytestmark = pytest.mark.skipif(not features.check("raqm"), reason="Pillow without raqm")

DAY = date(2026, 11, 23)
COLUMNS, ROWS = 100, 48
BARS = set("█▒░")
SHORT = 6  # isolates included
CHANGES = (
    ["update-step", "2", "--status", "in-progress", "--progress", "40", "--start", "2026-09-01", "--due", "2027-03-31"],
    ["attach", "S2", "محضر 118/2026 (نسخة) [تم]"],
    ["update-step", "2", "--progress", "60", "--owner", "LY/مدير التدريب"],
    ["update-step", "3", "--status", "blocked", "--reason", "تأخر الاعتماد: 10/8 (80%) و C++"],
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    if absent := shot.missing(shot.TERMINALS[0]):
        pytest.skip(f"not installed: {absent}")
    with shot.screen() as name:
        yield name


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tracker with every sort of cell in it."""
    path = tmp_path_factory.mktemp("data") / "tracker.json"
    for command in (["init"], *CHANGES):
        run = [sys.executable, "-m", "tracker", *command, "--db", str(path), "--today", DAY.isoformat(), "--quiet"]
        subprocess.run(run, check=True, capture_output=True, env={**os.environ, "TRACKER_CONFIG": os.devnull})
    return path


def expected(lines: Iterable[Line]) -> Iterator[ExpectedCell]:
    """What stands in each cell of the logical lines; bars aside."""
    page = list(lines)
    scrolled = max(0, len(page) + 1 - ROWS)  # the cursor stands on the line behind the last
    for row, line in enumerate(page[scrolled:]):
        place = 0  # where the cell begins, from the side where reading does: its column
        for item in line:
            if isinstance(item, Cell):
                text = "".join(piece.text for piece in item.pieces)
                bold = {piece.style.startswith("bold") for piece in item.pieces if piece.text.strip()}
                # Bars are judged in the page of test_terminals; a line half bold is not drawn by the judge.
                # A short text may stand elsewhere in its row as well.
                if len(text) > SHORT and not BARS & set(text) and len(bold) == 1:
                    yield ExpectedCell(row, -1 if len(line) == 1 else place, text, bold.pop())
                place += item.width or 0
            else:
                place += len(item.text)


def look(terminal: str, command: list[str], png: Path, display: str) -> None:
    if absent := shot.missing(terminal):
        pytest.skip(f"not installed: {absent}")
    home = png.parent / "home"
    home.mkdir()
    environ = {"TRACKER_CONFIG": os.devnull, "TRACKER_TODAY": DAY.isoformat(), "XDG_DATA_HOME": str(home)}
    shot.take(terminal, [sys.executable, "-m", "tracker", *command], png, display, home, environ)


def words(lang: str = "ar") -> Words:
    found = Words(open_catalog(lang))  # type: ignore[arg-type] # parametrized by the three languages
    found.timezone = "Africa/Tripoli"
    return found


def seen(terminal: str, png: Path, lines: Iterable[Line], rtl: bool = True) -> list[str]:
    return judge(png, list(expected(lines)), rtl=rtl, exact_marks=terminal != "xterm", crowded=True).problems


def reported(place: Path, kind: str) -> Report:
    store = open_store(place, named=True)
    tracker = store.load()
    if kind == "list":
        return list_report(tracker, "steps", DAY, Selection())
    if kind == "show":
        revisions = {"S2": list(store.revisions(code="S2", newest_first=True))[:5]}
        return show_report(tracker, ["S2"], DAY, revisions, explain=True)
    standing = store.state().standing
    return full_report(tracker, DAY, (standing.number, standing.head))


COMMANDS = {"list": ["list"], "show": ["show", "S2", "--explain"]}


@pytest.mark.parametrize("kind", COMMANDS)
@pytest.mark.parametrize("terminal", shot.TERMINALS)
def test_arabic_reports_are_seen_as_they_are_read(
    terminal: str, kind: str, place: Path, tmp_path: Path, display: str
) -> None:
    png = tmp_path / "screen.png"
    look(terminal, [*COMMANDS[kind], "--db", str(place)], png, display)
    assert seen(terminal, png, view.render(reported(place, kind), words(), COLUMNS)) == []


@pytest.mark.parametrize("terminal", shot.TERMINALS)
def test_help_is_seen_from_right_to_left(terminal: str, tmp_path: Path, display: str) -> None:
    png = tmp_path / "screen.png"
    look(terminal, ["--help"], png, display)
    assert seen(terminal, png, root_help(words(), COLUMNS)) == []


@pytest.mark.parametrize("terminal", shot.TERMINALS)
def test_an_error_is_seen_as_it_is_read(terminal: str, tmp_path: Path, display: str) -> None:
    png = tmp_path / "screen.png"
    look(terminal, ["update-step", "2", "--progress", "400"], png, display)
    message = "خطأ: النسبة «400» ليست بين 0 و100."
    assert judge(png, [ExpectedCell(0, -1, message, True)], rtl=True, exact_marks=False).problems == []


@pytest.mark.parametrize("terminal", shot.TERMINALS)
def test_turkish_tables_show_arabic_names_right(terminal: str, place: Path, tmp_path: Path, display: str) -> None:
    png = tmp_path / "screen.png"
    look(terminal, ["list", "--lang", "tr", "--db", str(place)], png, display)
    lines = view.render(reported(place, "list"), words("tr"), COLUMNS)
    assert seen(terminal, png, lines, rtl=False) == []
