"""README: its console blocks are run, its tables are complete, its pictures are there."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tracker import errors
from tracker.cli.command_table import COMMANDS
from tracker.text.emission import EMISSIONS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
PROGRAMS: list[str] = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands(block: str) -> list[tuple[str, str]]:
    """The commands of a block, each with what it prints."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(part.partition("\n")[0], part.partition("\n")[2]) for part in parts]


def fits(wanted: str, printed: str) -> bool:
    """Whether the output is as written, breaks of lines aside; … stands for anything."""
    pattern = ".*".join(re.escape(" ".join(piece.split())) for piece in wanted.split("…"))
    return re.fullmatch(pattern.replace(r"\ ", r"\s*"), " ".join(printed.split()), re.DOTALL) is not None


def run(line: str, home: Path) -> str:
    words = shlex.split(line)
    assert words[0] == "tracker"
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "TRACKER_TODAY": "2026-11-23",
        "COLUMNS": "100",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tracker", *words[1:]]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=home, env=environ, check=False, timeout=60
    )
    return done.stdout.decode()


def test_there_are_blocks_to_run() -> None:
    assert sum(len(commands(block)) for block in BLOCKS) >= 8


def test_what_the_readme_shows_is_what_is_printed(tmp_path: Path) -> None:
    """All blocks follow each other on one tracker, as a reader would type them."""
    for block in BLOCKS:
        for line, wanted in commands(block):
            printed = run(line, tmp_path)
            assert fits(wanted, printed), f"$ {line}\n{printed}"


def test_stock_tinydb_finds_what_the_commands_find(tmp_path: Path) -> None:
    """README's Python on the sample data, in which a step was changed twice."""
    run("tracker --db tracker.json init --template demo", tmp_path)
    for weight in (21, 20):
        run(f"tracker --db tracker.json update-step S4 --weight {weight} --quiet", tmp_path)
    block = program_with("TinyDB(")
    before = (tmp_path / "tracker.json").read_bytes()
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", block], cwd=tmp_path, capture_output=True, check=True, encoding="utf-8"
    )
    assert (tmp_path / "tracker.json").read_bytes() == before
    found = [line.split() for line in done.stdout.splitlines()]
    late = {row["id"] for row in listed("commitments", tmp_path) if row["overdue_days"]}
    papers = {row["id"] for row in listed("evidence", tmp_path) if any(s["record"] == "S2.3" for s in row["supports"])}
    assert late
    assert {first for first, *_ in found if first.startswith("C")} == late
    assert {first for first, *_ in found if first.startswith("E")} == papers
    assert [line[:1] + line[2:3] for line in found[-2:]] == [["2", "update-step"], ["3", "update-step"]]


def program_with(words: str) -> str:
    """The one Python program of README that has these words in it."""
    (block,) = [program for program in PROGRAMS if words in program]
    return block


def test_a_program_of_ones_own_prints_a_report(tmp_path: Path) -> None:
    run("tracker --db tracker.json init --template demo", tmp_path)
    block = program_with("Console()")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", block], cwd=tmp_path, capture_output=True, check=True, encoding="utf-8"
    )
    assert "الخطوات المشتركة" in done.stdout
    assert "S5" in done.stdout


def listed(kind: str, home: Path) -> Any:
    """The records of a kind as `list --json` has them, on the day that README asks about."""
    return json.loads(run(f"tracker --db tracker.json --today 2026-04-01 list {kind} --json", home))["data"]


def test_a_wrong_transcript_is_noticed() -> None:
    assert not fits("S1 … 40%\n", "S1 begins\n… 41%")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_reference(name: str) -> None:
    reference = README.partition("## Reference")[2].partition("## How it works")[0]
    assert f"`{name}" in reference


def test_every_exit_code_is_in_the_table() -> None:
    def all_of(kind: type[errors.TrackerError]) -> set[int]:
        return {kind.exit_code}.union(*(all_of(each) for each in kind.__subclasses__()))

    table = README.partition("**Exit codes.**")[2].partition("**Where the data is.**")[0]
    shown = {int(code) for code in re.findall(r"^\| (\d+)\b", table, re.MULTILINE)}
    assert all_of(errors.TrackerError) <= shown


@pytest.mark.parametrize("mode", EMISSIONS)
def test_every_way_of_writing_is_explained(mode: str) -> None:
    assert f"\n| `{mode}` | " in README.partition("## Terminals")[2]


def test_its_pictures_are_there() -> None:
    pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)
