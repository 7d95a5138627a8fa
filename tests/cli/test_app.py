"""The program as a Typer app: any test that knows Typer can run its commands, and they fail in words there too."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from tests.cli.program import TODAY
from tracker.cli.app import app, root
from tracker.cli.command_table import COMMANDS
from tracker.cli.session import Session

Invoked = Callable[..., Any]


@pytest.fixture
def invoke(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Invoked:
    """`invoke("list", "--json")` with nothing but Typer's own runner; English unless asked otherwise."""
    monkeypatch.chdir(tmp_path)
    env = {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "TRACKER_CONFIG": str(tmp_path / "config.toml"),
        "TRACKER_LANG": "en",
        "TRACKER_TODAY": TODAY,
        **dict.fromkeys(("TRACKER_DB", "TRACKER_BY", "TRACKER_BIDI", "TRACKER_DIGITS", "TRACKER_CALENDAR", "TERM")),
    }
    return lambda *args, lang="en", **given: CliRunner().invoke(app, args, env={**env, "TRACKER_LANG": lang}, **given)


def test_it_is_a_group_of_typer_with_every_command() -> None:
    assert isinstance(app, typer.Typer)
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    assert group.list_commands(typer.Context(group)) == list(COMMANDS)


def test_only_the_command_that_is_asked_for_is_imported() -> None:
    program = """
import sys
from typer.main import get_command
from tracker.cli.app import app
group = get_command(app)
names = {name for name in sys.modules if name.startswith("tracker.cli.")}
group.get_command(None, "undo")
assert "tracker.cli.commands.history" in sys.modules, "asked for"
assert "tracker.cli.commands.history" not in names, "not asked for yet"
others = {"tracker.cli.nouns.steps", "tracker.cli.commands.reporting", "tracker.cli.commands.listing"}
assert not others & set(sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_list(invoke: Invoked) -> None:
    found = invoke("list")
    assert (found.exit_code, found.stderr) == (0, "")
    assert "S5" in found.stdout
    assert "A3" in found.stdout


@pytest.mark.parametrize("name", ["list", "قائمة", "liste"])
def test_list_for_programs_by_any_of_its_names(invoke: Invoked, name: str) -> None:
    found = invoke("--json", name)
    assert found.exit_code == 0
    assert [each["id"] for each in json.loads(found.stdout)["data"]] == ["S1", "S2", "S3", "S4", "S5"]


def test_a_change_is_kept_and_told(invoke: Invoked, tmp_path: Path) -> None:
    found = invoke("update-step", "2", "--progress", "40", "--evidence", "Minutes 1/2026")
    assert found.exit_code == 0
    assert "40%" in found.stdout
    assert "tracker undo 1" in found.stderr
    assert (tmp_path / "data" / "tracker" / "tracker.json").is_file()
    assert json.loads(invoke("list", "--json").stdout)["data"][1]["progress"] == 40


def test_a_text_comes_through_the_pipe(invoke: Invoked) -> None:
    assert invoke("update-step", "2", "--confirm", "--note", "-", input="From the pipe").exit_code == 0
    assert "From the pipe" in invoke("history", "S2").stdout


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("update-step", "2", "--status", "completed"), 1, "--evidence"),
        (("show", "S99"), 1, "S99"),
        (("list", "--nosuch"), 2, "There is no option --nosuch."),
        (("update-step",), 2, "CODE is missing."),
        (("lst",), 2, "tracker list"),
        (("--lang", "xx", "list"), 2, "--lang"),
        (("undo",), 1, ""),
    ],
    ids=str,
)
def test_what_is_refused_is_told_in_words(invoke: Invoked, args: tuple[str, ...], code: int, said: str) -> None:
    found = invoke(*args)
    assert (found.exit_code, found.stdout) == (code, "")
    assert isinstance(found.exception, SystemExit)
    assert found.stderr.startswith("Error: ")
    assert said in found.stderr


def test_refusals_for_programs_and_in_the_reader_s_language(invoke: Invoked) -> None:
    told = json.loads(invoke("show", "S99", "--json").stderr)["error"]
    assert told["code"] == "not_found"
    assert "S99" in told["message"]
    assert invoke("list", "--nosuch", lang="ar").stderr.startswith("خطأ")
    assert invoke("--lang", "xx", "--json").stderr.startswith("{")


def test_without_a_command_it_is_the_status(invoke: Invoked) -> None:
    assert invoke().stdout == invoke("status").stdout != ""


def test_a_check_that_finds_something_ends_with_three(invoke: Invoked) -> None:
    assert invoke("init", "--template", "demo").exit_code == 0
    assert invoke("status", "--check").exit_code == 3


@pytest.mark.parametrize("ask", [("--help",), ("-h",), ("help",), ("--lang", "en", "help"), ("--help", "nosuch")])
def test_help(invoke: Invoked, ask: tuple[str, ...]) -> None:
    found = invoke(*ask)
    assert (found.exit_code, found.stderr) == (0, "")
    assert all(name in found.stdout for name in COMMANDS)


def test_help_of_a_command(invoke: Invoked) -> None:
    assert invoke("list", "--help").stdout == invoke("help", "list").stdout
    assert "--due-before" in invoke("list", "--help").stdout


@pytest.mark.parametrize("args", [("--version",), ("list", "--version"), ("--json", "--version", "nosuch")])
def test_the_version_stands_before_and_after_the_command(invoke: Invoked, args: tuple[str, ...]) -> None:
    found = invoke(*args)
    assert (found.exit_code, found.stdout[:8], found.stderr) == (0, "tracker ", "")


def test_a_session_can_be_given(invoke: Invoked, tmp_path: Path) -> None:
    session = Session([], {"HOME": str(tmp_path), "TRACKER_LANG": "tr", "TRACKER_DB": str(tmp_path / "mine.json")})
    assert invoke("init", "--db", str(tmp_path / "mine.json")).exit_code == 0
    found = invoke("config", "db", obj=session)
    assert "mine.json" in found.stdout


class Faulty(Session):
    def show(self, *_: Any, **__: Any) -> None:
        raise ZeroDivisionError


def test_a_fault_of_ours_is_not_hidden(invoke: Invoked, tmp_path: Path) -> None:
    session = Faulty([], {"HOME": str(tmp_path), "TRACKER_LANG": "en"})
    assert isinstance(invoke("list", obj=session).exception, ZeroDivisionError)


def test_without_standalone_mode_the_code_is_returned(invoke: Invoked) -> None:
    assert invoke("list", "--nosuch", standalone_mode=False).return_value == 2


def test_shells_are_answered(invoke: Invoked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TRACKER_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "tracker lis")
    assert invoke().stdout.startswith("list")


def test_the_command_and_the_module_are_this_app(tmp_path: Path) -> None:
    [entry] = entry_points(group="console_scripts", name="tracker")
    assert entry.value == "tracker.__main__:main"
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "list", "--json"],
        env={"HOME": str(tmp_path)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    runner = CliRunner().invoke(app, ["list", "--json"], env={"HOME": str(tmp_path)})
    assert done.stdout == runner.stdout


def test_the_group_is_made_once() -> None:
    assert root() is root()
