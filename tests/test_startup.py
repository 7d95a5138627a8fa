"""What each command may load: every module costs its share of a start, so none comes along unnoticed."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

# Runs a command line, then prints which modules there are, which packages outside the standard library they are of,
# and of our own modules those that have functions of which none was called.
PROGRAM = """
import sys
called = set()
def note(frame, event, _):
    if event == "call" and frame.f_code.co_flags & 1:  # a function; bodies of modules and classes are none
        called.add(frame.f_code.co_filename)
import os
os._exit = sys.exit  # with which the program ends; here something comes after it
sys.setprofile(note)
from tracker.__main__ import main
sys.argv = ["tracker", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
sys.setprofile(None)
own = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "tracker"}
def has_functions(code):
    return any(hasattr(c, "co_flags") and (c.co_flags & 1 or has_functions(c)) for c in code.co_consts)
idle = [n for n, m in own.items() if m.__file__ not in called and has_functions(m.__loader__.get_code(n))]
files = {name: getattr(module, "__file__", None) or "" for name, module in sys.modules.items()}
import json
from pathlib import Path
installed = {name.partition(".")[0] for name, file in files.items() if "site-packages" in Path(file).parts}
installed = sorted(installed - {"tracker", "_distutils_hack"})
print(json.dumps([sorted(files), installed, sorted(idle)]), file=sys.stderr)
"""

TYPER = {"typer", "shellingham", "annotated_doc"}
STORE = {"tinydb", "msgspec", "typing_extensions"}

# Parts of the standard library and of the program that are slow to load or have no business in a daily command.
HEAVY = {
    "asyncio",
    "argparse",
    "concurrent.futures",
    "ctypes",
    "email",
    "http",
    "importlib.metadata",
    "logging",
    "multiprocessing",
    "secrets",
    "sqlite3",
    "ssl",
    "tempfile",
    "tomllib",
    "unittest",
    "xml",
    "tracker.cli.say.error_words",
    "tracker.store.exchange.export",
    "tracker.text.input.clean",
    "tracker.text.input.personal",
    "tracker.text.input.parse_date",
    "tracker.views.markdown",
}
# How many of our modules a list of steps loads into a pipe; each more takes a tenth of a millisecond from everybody.
MOST = 130
# What a list loads and does not call: types and tables that others are made of, what a stored file would need, and
# what would be said or asked if something were wrong. Whatever else is idle is to be loaded where it is called.
IDLE = {
    *("tracker.errors", "tracker.cli.options"),
    *(
        "tracker.model.records.activities",
        "tracker.model.records.office",
        "tracker.model.records.rows",  # by which a table is known to have been read
        "tracker.model.records.status",
    ),
    *(
        "tracker.model.history.documents",
        "tracker.store.file.schema",
        "tracker.store.state",
        "tracker.store.store",  # what is opened; a list uses what it inherits
    ),
    *("tracker.store.file.layout", "tracker.store.file.rows"),
    "tracker.text.terminals.families",
}
# What a new tracker has no use for: OpenSSL without a seal, calendars without a series, a megabyte of characters.
UNUSED = {"hashlib", "_hashlib", "calendar", "unicodedata"}
LAYOUT = {"tracker.text.arabic.bidi", "tracker.text.arabic.shaping", "tracker.views.terminal"}
UPDATE = ("update-step", "2", "--status", "in-progress", "--progress", "40")


class Loaded(NamedTuple):
    modules: set[str]
    installed: set[str]
    idle: set[str]


def load(home: Path, *arguments: str, config: str = "") -> Loaded:
    """What a command line loads in an empty account, its output read by a pipe."""
    if config:
        (home / ".config" / "tracker").mkdir(parents=True)
        (home / ".config" / "tracker" / "config.toml").write_text(config)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env={**kept, "HOME": str(home)},
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return Loaded(*map(set, json.loads(done.stderr.splitlines()[-1])))


def test_the_version_needs_nothing(tmp_path: Path) -> None:
    found = load(tmp_path, "--version")
    assert found.installed == set()
    assert {name for name in found.modules if name.startswith("tracker")} == {"tracker", "tracker.__main__"}
    assert not found.modules & {"dataclasses", "inspect", "pathlib", "datetime", "json"}


def test_the_list_of_commands_needs_no_command(tmp_path: Path) -> None:
    found = load(tmp_path, "--help")
    assert found.installed == {"msgspec", "typing_extensions"}
    assert not found.modules & (HEAVY | {"tracker.store.store", "tracker.cli.app", "subprocess"})


def test_topics_of_help_are_loaded_one_by_one(tmp_path: Path) -> None:
    begins = "tracker.cli.say.topics."
    assert not [name for name in load(tmp_path, "--help").modules if name.startswith(begins)]
    assert [name for name in load(tmp_path, "help", "dates").modules if name.startswith(begins)] == [f"{begins}dates"]
    assert not [name for name in load(tmp_path, "list").modules if name.startswith("tracker.cli.say.topics")]


@pytest.mark.parametrize(
    "arguments",
    [("list",), ("list", "all"), ("list", "--json"), ("list", "--plain"), ("status",), (), ("show", "S2"), ("report",)],
    ids=" ".join,
)
def test_reading_loads_the_parser_and_the_store(arguments: tuple[str, ...], tmp_path: Path) -> None:
    found = load(tmp_path, *arguments)
    assert found.installed == TYPER | STORE
    assert not found.modules & HEAVY


def test_output_for_programs_is_not_laid_out(tmp_path: Path) -> None:
    found = load(tmp_path, "list", "--json")
    assert not found.modules & (LAYOUT | {"rich"})


def test_a_pipe_needs_no_shaping_and_no_colours(tmp_path: Path) -> None:
    found = load(tmp_path, "list")
    assert not found.modules & (LAYOUT | {"rich"})


def test_a_list_loads_no_more_than_it_calls(tmp_path: Path) -> None:
    found = load(tmp_path, "list")
    assert sorted(found.idle) == sorted(IDLE)
    own = {name for name in found.modules if name.partition(".")[0] == "tracker"}
    assert not [name for name in own if name.startswith("tracker.errors.")]  # no failure, so none of its families
    assert len(own) <= MOST, sorted(own)
    assert not found.modules & UNUSED


def test_a_list_of_steps_loads_the_types_of_its_tables_alone(tmp_path: Path) -> None:
    found = load(tmp_path, "list")
    without = {"indicators", "reviews", "lessons", "commitments", "decisions", "series", "obstacles"}
    assert not found.modules & {f"tracker.model.records.{name}" for name in without}
    assert "tracker.model.records.steps" in found.modules


def test_a_pipe_is_no_terminal_to_be_recognized(tmp_path: Path) -> None:
    found = load(tmp_path, "list")
    assert not found.modules & {f"tracker.text.terminals.{name}" for name in ("recognize", "query", "answer_key")}


def test_a_terminal_needs_what_lays_tables_out_and_nothing_that_moves(tmp_path: Path) -> None:
    found = load(tmp_path, "list", "--bidi", "b", "--color", "always")
    assert found.modules >= LAYOUT | {"rich.console", "rich.table"}
    assert found.installed == TYPER | STORE | {"rich"}
    moving = {"rich.live", "rich.progress", "rich.spinner", "rich.status"}
    assert not found.modules & (moving | {"rich.panel", "rich.markdown", "rich.syntax", "rich.traceback", "pygments"})


def test_writing_loads_what_reading_does(tmp_path: Path) -> None:
    found = load(tmp_path, *UPDATE)
    assert found.installed == TYPER | STORE
    assert not found.modules & HEAVY


def test_a_text_brings_its_guard(tmp_path: Path) -> None:
    found = load(tmp_path, *UPDATE, "--note", "بدأ العمل")
    assert found.modules >= {"tracker.text.input.clean", "tracker.text.input.personal"}
    assert found.installed == TYPER | STORE


def test_the_configuration_is_parsed_where_there_is_one(tmp_path: Path) -> None:
    found = load(tmp_path, "list", config='lang = "tr"\n')
    assert "tomllib" in found.modules
    assert found.installed == TYPER | STORE
