"""The page of hard cells in every terminal, compared point by point with what ought to be seen."""

from pathlib import Path

import pytest

from tracker.text.emission import EMISSIONS

from . import page as pages
from .expectation import ExpectedCell
from .judge import Verdict, judge
from .look import page_judged, page_shown
from .picture import Picture
from .strictness import strictness_for
from .windows.window import Window

MANY = 10
# Emissions that a terminal shows in the wrong order, of the kinds that a fault of detection would choose.
WRONG = {
    **dict.fromkeys(("xterm", "alacritty", "urxvt", "st"), ("logical", "g1", "h", "k", "q")),
    **dict.fromkeys(("xfce4-terminal", "lxterminal"), ("b", "k", "q")),
    "konsole": ("c", "k", "q"),
    "qterminal": ("c", "h", "k"),
    "mlterm": ("c", "g1", "k"),
    "pterm": ("c", "g1", "k"),
    "kitty": ("c", "e2", "g1"),
}


def seen(window: Window, direction: str, mode: str, folder: Path) -> Verdict:
    """The verdict; the picture stays in `folder` for who wants to know why."""
    picture = page_shown(window, direction, mode)
    Picture(picture, window.grid).image.save(folder / f"{direction}-{mode}.png")
    return page_judged(window, picture, direction)


@pytest.mark.parametrize("direction", pages.PAGES)
def test_a_page_is_seen_as_it_is_read(window: Window, direction: str, tmp_path: Path) -> None:
    assert seen(window, direction, "auto", tmp_path).problems == []


@pytest.mark.sampled(4)
def test_what_rich_prints_by_itself_is_not_right(window: Window, tmp_path: Path) -> None:
    assert len(seen(window, "rich", "auto", tmp_path).problems) > MANY


@pytest.mark.sampled(4)
def test_emissions_for_other_terminals_are_not_right(window: Window, tmp_path: Path) -> None:
    """The judge is not so tolerant of a terminal that it would take anything."""
    modes = [mode for mode in WRONG[window.name.rpartition(" in ")[2]] if mode in EMISSIONS]
    taken = [mode for mode in modes if len(seen(window, "rtl", mode, tmp_path).problems) <= MANY]
    assert taken == []


FAULTS = {
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
LAST_LETTERS = ("حول طرق", "غير الشرعية")  # faults in the last of joined letters


@pytest.mark.sampled(4)
def test_the_judge_sees_small_faults(window: Window) -> None:
    """Looked at with wrong expectations, a picture must be found wrong, once for each of them."""
    picture = Picture(page_shown(window, "rtl"), window.grid)
    strictness = strictness_for(window.name)
    expected = pages.expected(pages.ARABIC)
    missed = []
    for right, wrong in FAULTS.items():
        if strictness.shrunk and right in LAST_LETTERS:
            continue
        changed = [_changed(cell, right, wrong) for cell in expected if right in cell.text]
        assert changed, right
        missed += [one.text for one in changed if not judge(picture, [one], strictness=strictness).problems]
    assert [text for text in missed if strictness.marks == "anchored" or "لتفعّيل" not in text] == []


def _changed(cell: ExpectedCell, right: str, wrong: str) -> ExpectedCell:
    return cell._replace(text=cell.text.replace(right, wrong))
