"""A note or a reason is never thrown away: it is kept by itself where nothing else changes, or the command refuses."""

import pytest

from tests.cli.program import Program, Result
from tracker.cli.command_table import COMMANDS
from tracker.cli.sheets.rows import parameters_of

WORDS = "كلمات يجب أن تبقى"

# Of every command that takes a note or a reason a line after which nothing is left to change, and what the note is
# about; none where it always makes something new, or the second time is refused.
AGAIN: dict[str, tuple[str, str]] = {
    "update-step": ("S2 --confirm", "S2"),
    "update-activity": ("S1.1 --weight 1", "S1.1"),
    "update-aspect": ("A1 --name-tr Ad", "A1"),
    "update-meeting": ("M1 --level technical", "M1"),
    "update-series": ("T1 --interval 6", "T1"),
    "update-decision": ("D1 --text-tr Karar", "D1"),
    "update-commitment": ("C1 --due 2026-12-01", "C1"),
    "update-obstacle": ("O1 --severity high", "O1"),
    "update-lesson": ("L1 --text-tr Ders", "L1"),
    "update-indicator": ("I1 --frequency annual", "I1"),
    "update-recommendation": ("N1 --response accepted", "N1"),
    "update-review": ("R1 --summary-tr Özet", "R1"),
    "update-initiative": ("--title-tr Girişim", "initiative"),
    "update-evidence": ("E1 --kind report", "E1"),
    "update-party": ("LY --name-tr Libya", "LY"),
    "update-role": ("coord --name-tr Koordinatör", "coord"),
    "add-measurement": ("I1 2026-01-31 5", "I1"),
    "attach": ("S2 E1", "S2"),
    "detach": ("S2 E1", ""),
    "verify": ("E1", "E1"),
    "link": ("S1 A2", "S1"),
    "config": ("stale_days 31", "thresholds"),
    "import": ("steps.csv --yes", "initiative"),
    "merge": ("copy.json --yes", "initiative"),
}
REFUSED = {"init", "remove", "redact"}
"""Commands that do what they say or refuse, and never find it done."""


def takes_words(name: str) -> bool:
    return bool({"note", "reason"} & parameters_of(name).keys())


def test_every_command_with_a_note_is_tried() -> None:
    known = {name for name in COMMANDS if takes_words(name)}
    assert known == {name for name in known if name in {*AGAIN, *REFUSED} or name.startswith("add-")}


def said(program: Program, name: str, option: str, *, again: bool = True) -> Result:
    line = AGAIN[name][0].split()
    if again:
        program(name, *line, "--by", "TR/coord", "--yes")
    return program(name, *line, option, WORDS, "--by", "TR/coord", "--yes")


@pytest.fixture
def filled(demo: Program) -> Program:
    demo("export", "steps", "-o", "steps.csv")
    demo("export", "-o", "copy.json")
    return demo


@pytest.mark.sampled(4)
@pytest.mark.parametrize("option", ["note", "reason"])
@pytest.mark.parametrize("name", AGAIN)
def test_words_are_kept_or_refused(filled: Program, name: str, option: str) -> None:
    if option not in parameters_of(name):
        return
    found = said(filled, name, f"--{option}")
    newest = filled("history", "--json").data[0]
    if found.code:
        assert found.err.strip()
        return
    assert newest["note"] == WORDS, found.out
    about = AGAIN[name][1]
    if newest["changes"]:
        return
    assert newest["about"] == [about]
    assert newest["number"] == filled("history", about, "--json").data[0]["number"]
    assert WORDS in filled("history", about).out
    if about not in ("initiative", "thresholds"):
        assert WORDS in filled("show", about).out
    assert filled("history", "--verify").code == 0


def test_a_note_changes_no_record_and_is_no_change_to_be_taken_back(started: Program) -> None:
    started("update-step", "2", "--progress", "50", "--by", "LY")
    before = started("show", "S2", "--json").data[0]
    done = started("update-step", "2", "--progress", "50", "--note", WORDS, "--by", "LY")
    assert done.code == 0
    assert "undo" not in done.out + done.err
    after = started("show", "S2", "--json").data[0]
    assert {**after, "changes": []} == {**before, "changes": []}
    assert started("undo", "--yes", "--by", "LY").code == 0
    assert started("show", "S2", "--json").data[0]["progress"] == 40
    assert started("update-step", "2", "--progress", "40", "--note", WORDS, "--by", "LY").code == 0
    assert started("redo", "--yes", "--by", "LY").code == 0
    assert started("show", "S2", "--json").data[0]["progress"] == 50


def test_a_note_in_a_dry_run_is_shown_and_not_kept(started: Program) -> None:
    before = started.file.read_bytes()
    found = started("update-step", "2", "--progress", "40", "--note", WORDS, "--dry-run")
    assert (found.code, "S2" in found.out) == (0, True)
    assert started.file.read_bytes() == before


def test_a_note_is_erased_like_any_text(started: Program) -> None:
    started("update-step", "2", "--progress", "40", "--note", WORDS)
    number = str(started("history", "--json").data[0]["number"])
    assert started("redact", number, "--reason", "سبب", "--yes").code == 0
    assert WORDS.encode() not in started.file.read_bytes()
    assert started("history", "--verify").code == 0


def test_a_note_reaches_the_other_desk(started: Program) -> None:
    started("export", "-o", "a.json")
    started("init", "--from", "a.json", "--side", "tr", "--db", "theirs.json")
    started("update-step", "2", "--progress", "40", "--note", WORDS, "--db", "theirs.json")
    started("attach", "S2", "ورقة")
    assert started("merge", "theirs.json", "--yes").code == 0
    assert WORDS in started("show", "S2").out
    assert started("history", "--verify").code == 0
