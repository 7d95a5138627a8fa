"""Starting tests/store/program.py and looking at what it left."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from tracker.store.file.file import FileStorage

PROGRAM = [sys.executable, str(Path(__file__).with_name("program.py"))]
LITTER_FREE = {"tracker.json", "tracker.json.lock", "tracker.json.backups"}


def start(path: Path, *words: object, prefix: tuple[str, ...] = (), **options: Any) -> subprocess.Popen[str]:
    command = [*prefix, *PROGRAM, str(path), *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def run(path: Path, *words: object, **options: Any) -> subprocess.CompletedProcess[str]:
    process = start(path, *words, **options)
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def value(path: Path) -> int:
    """The value in the file, after making sure that all of the file belongs together."""
    storage = FileStorage(path)
    table = storage.read()["values"]["1"]
    number: int = table["value"]
    assert not storage.edited
    assert len(table.get("filling", "")) == number * 37 % 4000
    values = [line["value"] for line in storage.revision_lines(newest_first=True) if line["value"] is not None]
    assert values[:1] in ([number], []), "the revision belongs to the value"
    return number


def words(path: Path) -> list[str]:
    return [document["word"] for document in FileStorage(path).read()["words"].values()]


def litter(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()} - LITTER_FREE
