"""What people see: real xterm and VTE windows, compared point by point with what they ought to see."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("numpy")
features = pytest.importorskip("PIL.features")

from . import page as pages  # noqa: E402 - numpy and Pillow may be missing
from . import shot  # noqa: E402 - as above
from .expectation import ExpectedCell  # noqa: E402 - as above
from .judge import Verdict, judge  # noqa: E402 - as above

TESTS = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(not features.check("raqm"), reason="Pillow without raqm")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    if absent := shot.missing(shot.TERMINALS[0]):
        pytest.skip(f"not installed: {absent}")
    with shot.screen() as name:
        yield name


@pytest.fixture
def png(tmp_path: Path) -> Path:
    return tmp_path / "screen.png"


def picture(terminal: str, program: list[str], png: Path, display: str) -> None:
    if absent := shot.missing(terminal):
        pytest.skip(f"not installed: {absent}")
    home = png.parent / "home"
    home.mkdir()
    command = [sys.executable, "-m", f"terminals.{program[0]}", *program[1:]]
    shot.take(terminal, command, png, display, home, {"PYTHONPATH": f"{TESTS}:{TESTS.parent}"})


def verdict(terminal: str, png: Path, direction: str) -> Verdict:
    page = pages.PAGES[direction]
    return judge(
        png,
        pages.expected(page),
        rtl=page.rtl,
        borders=pages.BORDERS,
        colors=pages.expected_colors(page),
        exact_marks=terminal != "xterm",  # xterm lays marks over the letter, without the font's anchors
    )


@pytest.mark.parametrize("direction", pages.PAGES)
@pytest.mark.parametrize("terminal", shot.TERMINALS)
def test_a_page_is_seen_as_it_is_read(terminal: str, direction: str, png: Path, display: str) -> None:
    picture(terminal, ["page", direction], png, display)
    assert verdict(terminal, png, direction).problems == []


@pytest.mark.parametrize("terminal", shot.TERMINALS)
def test_what_rich_prints_by_itself_is_not_right(terminal: str, png: Path, display: str) -> None:
    picture(terminal, ["rich_table", "rtl"], png, display)
    assert len(verdict(terminal, png, "rtl").problems) > 10


def test_vte_must_be_told_to_leave_the_order_to_us(png: Path, display: str) -> None:
    picture("xfce4-terminal", ["page", "rtl", "b"], png, display)
    assert len(verdict("xfce4-terminal", png, "rtl").problems) > 10


WRONG = {
    "حول طرق": "حول طرف",  # a dot
    "الآن للإعداد": "الآن للاعداد",  # a hamza
    "شيء سيئ ومسؤول": "شي سيئ ومسؤول",  # a hamza on the line
    "غير الشرعية": "غي\u200cر الشرعية",  # an isolated letter at the end
    "2026-03-31": "2026-03-13",
    "10/8 (80%)": "8/10 (80%)",
    "«نعم»": "»نعم«",
    "لتحسين الاستراتيجيات": "الاستراتيجيات لتحسين",  # words in the other order
    "لتفعيل": "لتفعّيل",  # a mark that is not there
    "گچ": "کچ",
}


def test_the_judge_sees_small_faults(png: Path, display: str) -> None:
    """Looked at with wrong expectations, a right picture must be found wrong, once for each of them."""
    picture("xfce4-terminal", ["page", "rtl"], png, display)
    expected = pages.expected(pages.ARABIC)
    for right, wrong in WRONG.items():
        changed = [_changed(cell, right, wrong) for cell in expected if right in cell.text]
        assert changed, right
        for cell in changed:
            assert judge(png, [cell]).problems, cell.text


def _changed(cell: ExpectedCell, right: str, wrong: str) -> ExpectedCell:
    return cell._replace(text=cell.text.replace(right, wrong))
