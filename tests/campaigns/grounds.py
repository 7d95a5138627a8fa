"""Trackers on which campaigns are run: each with its backups, an export, and all that it says while nobody harms it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.campaigns.within import both
from tests.cli.program import Program, Result
from tests.store.forged import joined, meaning, one_line
from tests.store.stores import attach, change, fictional, update
from tracker.store.file.backup_folder import folder_of
from tracker.store.open import open_store

EXPORT = "export.json"


def _fictional(home: Path) -> Path:
    """Records of every kind."""
    path = home / "tracker.json"
    store = fictional(path)
    change(store, update("S1", title_tr="Metin"), note="ملاحظة")
    change(store, attach("S2", "محضر 2"))
    return path


MADE: dict[str, Callable[[Path], Path]] = {
    "one line": lambda home: one_line(home / "tracker.json"),
    "joined": lambda home: joined(home, withholding=False),
    "withheld": lambda home: joined(home, withholding=True),
    "fictional": _fictional,
}


class Ground:
    """A tracker in folders of its own; `restore` undoes whatever a case did there."""

    def __init__(self, folder: Path, name: str) -> None:
        self.home = folder / name.replace(" ", "-")
        self.within, self.process = both(self.home)
        self.path = self.within.file
        made = MADE[name](self.home / "made")
        self.path.parent.mkdir(parents=True)
        made.rename(self.path)
        Path(folder_of(made)).rename(folder_of(self.path))
        shutil.rmtree(made.parent)
        assert self.within("export", "-o", EXPORT).code == 0
        self.raw, self.export = self.path.read_bytes(), (self.home / EXPORT).read_bytes()
        store = open_store(self.path, named=True)
        self.meaning, self.head = meaning(store), store.state().standing.head
        self.revisions = {each.hash for each in store.revisions()}
        self.keep()
        self.backups = sorted(path.name for path in Path(folder_of(self.path)).iterdir())
        self.earlier = (Path(folder_of(self.path)) / self.backups[-1]).read_bytes()
        self._answers: dict[tuple[str, ...], Result] = {}

    def keep(self) -> None:
        """Take every file as it is for what `restore` brings back."""
        self._kept = dict(self._files())

    def _files(self) -> Iterator[tuple[Path, bytes]]:
        yield from ((path, path.read_bytes()) for path in self.home.rglob("*") if path.is_file())

    def program(self, number: int) -> Program:
        """A process of its own for one case in fifty."""
        return self.process if number % 50 == 0 else self.within

    def answer(self, line: tuple[str, ...]) -> Result:
        """The answer of the sound tracker to a line that reads; the tracker must lie there."""
        if line not in self._answers:
            lies, before = self.path, self.path.read_bytes()
            lies.write_bytes(self.raw)
            self._answers[line] = self.within(*line)
            lies.write_bytes(before)
        return self._answers[line]

    def put(self, raw: bytes) -> None:
        """Let the tracker's file be these bytes, under a new inode: a backup may be the old one."""
        self.path.unlink(missing_ok=True)
        self.path.write_bytes(raw)

    def litter(self) -> list[str]:
        """What lies beside the tracker and has no business there."""
        known = {self.path.name, f"{self.path.name}.lock", Path(folder_of(self.path)).name}
        return [path.name for path in self.path.parent.iterdir() if path.name not in known]

    def restore(self) -> None:
        """Let every file be as it was."""
        for path in [path for path in self.home.rglob("*") if path.is_file() and path not in self._kept]:
            path.unlink()
        for path, raw in self._kept.items():
            if path == self.path or not path.exists() or path.stat().st_size != len(raw):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.unlink(missing_ok=True)
                path.write_bytes(raw)


def grounds(folder: Path) -> list[Ground]:
    """One of each sort."""
    return [Ground(folder, name) for name in MADE]


def said(path: Path) -> Any:
    """Everything that anybody is shown of the tracker in a file; raises what reading it raises."""
    return meaning(open_store(path, named=True))
