"""How the program is built: who imports whom, how long things are, what lies at the top."""

import ast
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "tracker").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

LONGEST_FILE = 250
FULLEST_FOLDER = 25  # files of Python; more, and nobody finds the one they look for
LONGEST_FUNCTION = 30  # lines that say something, without signature and docstring
# Tables: one entry per command or word.
TABLES = {
    "tracker/cli/command_table.py",
    "tracker/reports/vocabulary.py",
}
# Each is one object; what is added to it belongs elsewhere.
LONG_OBJECTS = {"tracker/store/store.py": 260}
VAGUE = {"utils", "util", "helpers", "helper", "manager", "managers", "base", "common", "misc", "services", "service"}


PARSER = "tracker/cli/parser.py"


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_rooms_import_only_what_is_below_them() -> None:
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    found = subprocess.run([sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_file_holds_one_idea() -> None:
    lengths = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in SOURCES}
    long = {name: lines for name, lines in lengths.items() if lines > LONG_OBJECTS.get(name, LONGEST_FILE)}
    assert {name: lines for name, lines in long.items() if name not in TABLES} == {}
    assert [name_of(path) for path in SOURCES if path.stem in VAGUE] == []


def test_a_room_can_be_taken_in_at_a_glance() -> None:
    folders = Counter(name_of(path.parent) for path in SOURCES)
    assert {name: files for name, files in folders.items() if files > FULLEST_FOLDER} == {}


def test_functions_are_short() -> None:
    long = [
        (name_of(path), name, lines)
        for path in SOURCES
        for name, lines in function_lengths(path.read_text(encoding="utf-8"))
        if lines > LONGEST_FUNCTION
    ]
    assert long == []


def function_lengths(text: str) -> Iterator[tuple[str, int]]:
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            if body:
                yield node.name, sum(bool(line.strip()) for line in lines[body[0].lineno - 1 : body[-1].end_lineno])


def test_lines_that_say_nothing_are_not_counted() -> None:
    text = 'def f(\n    a,\n):\n    """What\n\n    it is."""\n    b = a\n\n    return b\n'
    assert list(function_lengths(text)) == [("f", 2)]


def test_one_file_knows_click() -> None:
    """In types too, which the contracts of import-linter leave out."""
    assert [name_of(path) for path in [*SOURCES, *TESTS] if knows_click(path.read_text(encoding="utf-8"))] == [PARSER]


def knows_click(text: str) -> bool:
    nodes = list(ast.walk(ast.parse(text)))
    named = [each.name for node in nodes if isinstance(node, ast.Import) for each in node.names]
    named += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return any(name.partition(".")[0] == "click" or name.startswith("typer._") for name in named)


def test_a_test_needs_neither_what_is_private_nor_another_test() -> None:
    """What tests share has a file of its own beside them."""
    wrong = [(name_of(path), name) for path in TESTS for name in imported(path) if of_one_file_alone(name.split("."))]
    assert wrong == []


def imported(path: Path) -> list[str]:
    nodes = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    return [f"{node.module}.{each.name}" for node in nodes for each in node.names]


def of_one_file_alone(parts: list[str]) -> bool:
    return parts[-1].startswith("_") or (parts[0] == "tests" and any(part.startswith("test_") for part in parts))


def test_nothing_else_lies_at_the_top() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a clone")
    top = {name.partition("/")[0] for name in listed.stdout.splitlines()}
    wanted = {"pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE", "tracker", "data", "tests"}
    assert {name for name in top if not name.startswith(".")} == wanted
