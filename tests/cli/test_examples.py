"""The examples of help and of its topics run on a fresh tracker: at once, or after those that add what they name."""

import shlex
import shutil
from pathlib import Path

import pytest

from tests.cli.program import Program
from tests.topic_texts import lines_in
from tracker.cli.command_table import COMMANDS
from tracker.cli.say.help import SHOWN
from tracker.cli.say.topics import TOPICS
from tracker.locale import LANGUAGES

ON_A_SERVER = {"share"}
"""The commands that a tracker in a file refuses."""
EXAMPLES = [(name, line) for name in COMMANDS if name not in ON_A_SERVER for line in COMMANDS[name].examples]
TOLD = sorted(
    line
    for line in {line for name in TOPICS for lang in LANGUAGES for line in lines_in(name, lang)}
    if line.split()[1:2] != ["share"]
)
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
    "own.toml": '[en]\noffice = "Technical secretariat"\n',
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
    assert program("export", "commitments", "-o", "c.xlsx").code == 0
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
    assert _words(example)[0] == name
    assert refused(example, tmp_path, fresh, filled) == ""


@pytest.mark.sampled(3)
@pytest.mark.parametrize("line", TOLD)
def test_a_line_in_a_topic_runs(tmp_path: Path, fresh: Path, filled: Path, line: str) -> None:
    assert refused(line, tmp_path, fresh, filled) == ""


def refused(line: str, home: Path, *folders: Path) -> str:
    """What is said against a line on each of the trackers; nothing if one of them takes it."""
    said = []
    for folder in folders:
        place = home / folder.name
        shutil.copytree(folder, place)
        program = _with_office(place)
        words = _words(line)
        newest = program("backup", "list", "--json").data[-1:] if "restore" in words else []
        named = [newest[0]["name"] if newest and word.endswith(("-manual.json", "NAME")) else word for word in words]
        found = program(*named, "--yes", "--dry-run")
        if found.code in (0, 3):
            return ""
        said.append(found.err)
    return "\n".join(said)


@pytest.mark.parametrize("name", sorted(ON_A_SERVER))
def test_what_needs_a_server_is_refused_for_that_alone(tmp_path: Path, fresh: Path, name: str) -> None:
    for example in COMMANDS[name].examples:
        assert "belong to a tracker on a server" in refused(example, tmp_path / example.replace("/", "-"), fresh)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_begins_with_two_examples_that_fit_a_line(name: str) -> None:
    first = COMMANDS[name].examples[:SHOWN]
    assert len(first) == len(set(first)) == SHOWN
    assert max(map(len, first)) <= 78
