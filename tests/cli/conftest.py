import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.desks import LY, TR
from tests.cli.program import Program


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture(scope="session")
def started_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    program = Program(tmp_path_factory.mktemp("started"))
    assert program("update-step", "2", "--progress", "40", "--evidence", "Minutes 1/2026").code == 0
    return program.home


@pytest.fixture
def started(program: Program, started_home: Path) -> Program:
    """A tracker in which S2 stands at 40 percent with a paper, as revision 1."""
    shutil.copytree(started_home, program.home, dirs_exist_ok=True)
    return program


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    program = Program(tmp_path_factory.mktemp("demo"))
    assert program("init", "--template", "demo").code == 0
    return program.home


@pytest.fixture
def demo(program: Program, demo_home: Path) -> Program:
    """The tracker of the fictional programme."""
    shutil.copytree(demo_home, program.home, dirs_exist_ok=True)
    return program


@pytest.fixture
def home(started: Program) -> Program:
    """With a command named tracker on the path."""
    folder = started.home / "bin"
    folder.mkdir()
    command = folder / "tracker"
    root = Path(__file__).parents[2]
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{root}" exec "{sys.executable}" -m tracker "$@"\n')
    command.chmod(0o755)
    started.env["PATH"] = f"{folder}:{started.env['PATH']}"
    started.env["TERM"] = "dumb"
    return started


@pytest.fixture
def desks(program: Program) -> Program:
    """Both have the article's tracker with a decision and a commitment that follows from it."""
    for line in (
        ("init",),
        ("add-decision", "M1", "تشكيل لجنة"),
        ("add-commitment", "D1", "تسليم قائمة المتدربين", "--due", "2026-04-15"),
        ("export", "-o", "first.json"),
    ):
        assert program(*line, *LY).code == 0
    assert program("import", "first.json", *TR).code == 0
    return program
