"""The examples of help run on a fresh tracker: at once, or after those that add what they name."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.program import Program
from tracker.cli.command_table import COMMANDS

EXAMPLES = [(name, example) for name, command in COMMANDS.items() for example in command.examples]
ADDING = [example for name, example in EXAMPLES if name.startswith("add-")]
FILES = {
    "reason.txt": "سبب مكتوب",
    "details.txt": "ما يتصل بالتمويل",
    "name.txt": "الأمانة الفنية",
    "title.txt": "لقاء المتابعة",
    "decision.txt": "اعتماد الخطة",
    "decision.en.txt": "The plan is adopted",
    "lesson.txt": "الإعداد المبكر يختصر الوقت",
    "recommendation.txt": "البدء قبل شهرين",
    "finding.txt": "توقف التوريد",
    "response.txt": "مخاطبة الجهة المختصة",
    "commitments.csv": "id,priority\nC1,low\n",
}


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the examples read, a fresh tracker, and its copy."""
    program = _with_office(tmp_path_factory.mktemp("fresh"))
    for file, text in FILES.items():
        (program.home / file).write_text(text, encoding="utf-8")
    assert program("init").code == 0
    assert program("export", "-o", "export.json").code == 0
    return program.home


@pytest.fixture(scope="module")
def filled(fresh: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after the examples that add, in the order of help, a change that was taken back, and a copy."""
    home = tmp_path_factory.mktemp("filled")
    shutil.copytree(fresh, home, dirs_exist_ok=True)
    program = _with_office(home)
    for example in ADDING:
        found = program(*_words(example), "--yes")
        assert found.code == 0, (example, found.err)
    assert program("export", "-o", "tr.json").code == 0
    assert program("export", "commitments", "-o", "commitments.xlsx").code == 0
    (home / "note.txt").write_text("ملاحظة", encoding="utf-8")
    assert program("update-step", "4", "--confirm").code == 0
    assert program("undo", "--yes").code == 0
    return home


def _with_office(home: Path) -> Program:
    program = Program(home)
    program.env["TRACKER_BY"] = "LY/liaison"
    return program


def _words(example: str) -> list[str]:
    first, *words = shlex.split(example)
    assert first == "tracker"
    return words


@pytest.mark.sampled(5)
@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda value: value)
def test_an_example_runs(tmp_path: Path, fresh: Path, filled: Path, name: str, example: str) -> None:
    words = _words(example)
    assert words[0] == name
    said = []
    for place, folder in (("fresh", fresh), ("filled", filled)):
        shutil.copytree(folder, tmp_path / place)
        program = _with_office(tmp_path / place)
        newest = program("backup", "list", "--json").data[-1:] if "restore" in words else []
        wanted = [newest[0]["name"] if newest and word.endswith("-manual.json") else word for word in words]
        found = program(*wanted, "--yes", "--dry-run")
        if found.code in (0, 3):
            return
        said.append(found.err)
    pytest.fail("\n".join(said))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str) -> None:
    assert COMMANDS[name].examples
