import importlib
from pathlib import Path

import pytest

from tests.cli.program import Program
from tracker.cli.command_table import COMMANDS

for command in COMMANDS.values():  # loaded once here, and not in every run
    importlib.import_module(f"tracker.cli.{command.place.partition(':')[0]}")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture
def started(program: Program) -> Program:
    """A tracker in which S2 stands at 40 percent with a paper, as revision 1."""
    assert program("update-step", "2", "--progress", "40", "--evidence", "Minutes 1/2026").code == 0
    return program
