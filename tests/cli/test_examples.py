"""The examples of help can be typed: each is run on a tracker that has what it names."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.program import Program
from tracker.cli.command_table import COMMANDS

EXAMPLES = [(name, example) for name, command in COMMANDS.items() for example in command.examples]
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
    "commitments.csv": "id,priority\nC8,low\n",
}
# What only a tracker with its own past can have: refused by a rule, but understood.
OF_THEIR_OWN = (
    *("undo", "redo", "redact 12", "backup restore", "import export.json", "--since -1w", "update-meeting M4"),
    *(" R5", "add-measurement I1 2026-Q1"),
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a tracker from each template."""
    program = Program(tmp_path_factory.mktemp("both"))
    for template in ("article", "demo"):
        assert program("init", "--template", template, "--db", f"{template}.json").code == 0
    assert program("export", "-o", "tr.json", "--db", "article.json").code == 0
    return program.home


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda value: value)
def test_an_example_is_understood(program: Program, both: Path, name: str, example: str) -> None:
    shutil.copytree(both, program.home, dirs_exist_ok=True)
    for file, text in FILES.items():
        (program.home / file).write_text(text, encoding="utf-8")
    first, *words = shlex.split(example)
    assert (first, words[0]) == ("tracker", name)
    codes = set()
    for template in ("article", "demo"):
        env = {"TRACKER_DB": f"{template}.json", "TRACKER_BY": "LY/liaison"}
        found = program(*words, "--yes", "--dry-run", env=env)
        assert "Traceback" not in found.err
        codes.add(found.code)
    assert 2 not in codes
    assert codes & {0, 3} or any(own in example for own in OF_THEIR_OWN)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example(name: str) -> None:
    assert COMMANDS[name].examples
