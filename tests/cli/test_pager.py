"""Output longer than the screen: through the pager, in the terminal's own order, and never in anybody's way."""

import shutil

import pytest

from tests.cli.program import Program
from tracker.text.emission import BDSM_OFF, BDSM_ON

LOW, HIGH = (12, 100), (200, 100)
VTE = {"TRACKER_BIDI": "c"}  # said, so that nobody has to ask the terminal
UNTIL_THE_END = "sed s/$/@/"  # a pager that shows which lines went through it

needs_less = pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")


def shown(program: Program, *args: str, pager: str | None = UNTIL_THE_END, keys: str = "", **env: str) -> str:
    paged = {} if pager is None else {"PAGER": pager}
    result = program.typed(*args, keys=keys, env={**VTE, **paged, **env}, screen=LOW)
    assert result.code == 0, result.out
    return result.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("status",),
        ("show", "S2"),
        ("report",),
        ("check", "--help"),
        ("--help",),
        ("help",),
        ("list", "--help"),
    ],
    ids=" ".join,
)
def test_what_is_read_is_paged(arguments: tuple[str, ...], program: Program) -> None:
    out = shown(program, *arguments)
    assert out.startswith(BDSM_OFF)
    assert out.endswith("@\n" + BDSM_ON)
    assert all(line.endswith("@") for line in out.removesuffix(BDSM_ON).splitlines())


def test_history_is_paged(program: Program) -> None:
    for progress in range(10, 22):
        program("update-step", "2", "--status", "in-progress", "--progress", str(progress), "--reason", "r")
    assert "@" in shown(program, "history")


def test_a_page_that_fits_is_not(program: Program) -> None:
    out = program.typed("list", env={**VTE, "PAGER": UNTIL_THE_END}, screen=HIGH).out
    assert "S5" in out
    assert "@" not in out


@pytest.mark.parametrize("extra", [("--no-pager",), ("--plain",), ("--json",)])
def test_programs_and_those_who_say_so_get_no_pager(extra: tuple[str, ...], program: Program) -> None:
    for arguments in (("list", *extra), (*extra, "list")):
        out = shown(program, *arguments)
        assert "S5" in out
        assert "@" not in out


@pytest.mark.parametrize("extra", ["--no-pager", "--plain"])
def test_help_without_a_pager(extra: str, program: Program) -> None:
    assert "@" not in shown(program, "list", "--help", extra)


@pytest.mark.parametrize("pager", ["", " ", "cat", "/nowhere/less", "less 'unended"])
def test_without_a_usable_pager_all_is_written_at_once(pager: str, program: Program) -> None:
    switched_for_nothing = BDSM_OFF + BDSM_ON
    whole = shown(program, "list", "--no-pager")
    assert shown(program, "list", pager=pager).removeprefix(switched_for_nothing) == whole


def test_a_dumb_terminal_has_no_pager(program: Program) -> None:
    assert "@" not in shown(program, "list", TERM="dumb")


def test_a_pager_for_this_program_alone(program: Program) -> None:
    assert "%" in shown(program, "list", pager="cat", TRACKER_PAGER="sed s/$/%/")
    assert "@" not in shown(program, "list", TRACKER_PAGER="")


def test_the_answer_to_a_change_is_not_paged(program: Program) -> None:
    result = program.typed(
        *("update-step", "2", "--status", "in-progress", "--progress", "40", "--evidence", "a", "--note", "b"),
        env={**VTE, "PAGER": UNTIL_THE_END},
        screen=(3, 40),
    )
    assert result.code == 0
    assert "@" not in result.out


@pytest.mark.parametrize("pager", ["head -n 2", "false", "sh -c 'kill -9 $$'"])
def test_a_pager_that_leaves_early_or_dies_is_nothing_to_talk_about(pager: str, program: Program) -> None:
    out = shown(program, "list", "all", pager=pager)
    assert out.endswith(BDSM_ON)
    assert "Error" not in out


def test_ctrl_c_belongs_to_the_pager(program: Program) -> None:
    everybody = "sh -c 'trap : INT; kill -INT 0; cat'"
    assert shown(program, "list", pager=everybody).count("S5") == shown(program, "list", "--no-pager").count("S5")


def test_the_exit_code_is_the_command_s(program: Program) -> None:
    program("update-step", "2", "--status", "blocked", "--reason", "r")
    result = program.typed("status", "--check", env={**VTE, "PAGER": UNTIL_THE_END}, screen=LOW)
    assert "@" in result.out
    assert result.code == 3


@needs_less
def test_less_shows_the_lines_as_they_come(program: Program) -> None:
    out = shown(program, "list", "--lang", "ar", pager=None, keys="q", LC_ALL="C")
    whole = shown(program, "list", "--lang", "ar", "--no-pager")
    for line in whole.removeprefix(BDSM_OFF).splitlines()[:8]:
        assert line in out
    assert out.endswith(BDSM_ON)


@needs_less
def test_less_is_told_to_keep_colours_whatever_else_the_user_told_it(program: Program) -> None:
    assert "ESC[" not in shown(program, "list", pager="less", keys="q", LESS="S")
