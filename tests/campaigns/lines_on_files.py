"""Whole command lines on a tracker whose file was mutated."""

from pathlib import Path
from random import Random

from tests.campaigns.grounds import EXPORT, Ground
from tests.campaigns.tally import Tally
from tests.cli.program import Result
from tracker.errors import TrackerError
from tracker.store.file.backup_folder import folder_of
from tracker.store.open import open_store
from tracker.store.verify import verify_chain

CODES = {0, 1, 2, 3}
READS = tuple(
    tuple(line.split())
    for line in (
        *("list all", "list all --json", "list --as-of 2026-03-31", "list activities --plain", "status", "show S1"),
        *("show S1 A1 M1 E1 --explain", "history", "history S1 --json", "history --verify", "report", "export"),
        *("report matrix --audience counterpart", "report followup -o out.md", "check", "check --json", "backup list"),
        *("export steps -o steps.csv", "export meetings", "check --fix --dry-run", "undo --dry-run", "config"),
    )
)
WRITES = tuple(
    tuple(line.split())
    for line in (
        *(
            "update-step S1 --title-tr Adım",
            "update-step 2 --confirm --note ملاحظة",
            "add-lesson درس",
            "attach S1 محضر",
        ),
        *(
            "add-obstacle عقبة --step S3",
            "link S3 A1",
            "config stale_days 20",
            "undo --yes",
            "undo 1 --yes",
            "redo --yes",
        ),
        *("redact 2 --reason سبب --yes", "remove E1 --yes --reason سبب", "backup", "backup restore BACKUP --yes"),
        *(f"import {EXPORT} --yes", f"merge {EXPORT} --theirs --yes", f"merge {EXPORT} --ours --yes", "config copy tr"),
        *("check --fix --yes", "check --fix --yes", "check --fix --yes --json"),
        *("export --audience counterpart -o other.json", f"init --from {EXPORT} --db {EXPORT}"),
    )
)


def check_line(tally: Tally, number: int, rnd: Random, ground: Ground, raw: bytes, *, silent: bool) -> None:
    """One line; `silent` asks that a reading either says what it said of the sound file, or tells why not."""
    reads = rnd.random() < 0.5
    line = rnd.choice(READS if reads else WRITES)
    typed = tuple(rnd.choice(ground.backups) if word == "BACKUP" else word for word in line)
    whole = _whole(ground.path)
    found = ground.program(number)(*typed)
    said = " ".join(typed)
    tally.count[f"line {line[0]} {found.code}"] += 1
    check_end(tally, number, said, found)
    written = ground.path.read_bytes() if ground.path.exists() else b""
    if reads:
        if written != raw:
            tally.fault(number, f"{said} has written")
        if silent and not found.err and found.code == 0:
            _check_same(tally, number, ground, line, found)
        return
    if written == raw:
        return
    if found.code in (1, 2):
        tally.fault(number, f"{said} was refused and has written", found.err)
    if not any(path.read_bytes() == raw for path in Path(folder_of(ground.path)).iterdir()):
        tally.fault(number, f"{said} has kept no backup of what was there", found.err)
    now = _whole(ground.path)
    if (now is None and (silent or whole is not None)) or (whole and not now):
        tally.fault(number, f"{said} left what cannot be read or does not hold", found.err)


def check_end(tally: Tally, number: int, said: str, found: Result) -> None:
    """The code is known, a refusal says why and answers nothing."""
    if found.code not in CODES or "Traceback" in found.err:
        tally.fault(number, f"{said} ends with {found.code}", found.err)
    elif found.code in (1, 2) and (not found.err.strip() or found.out):
        tally.fault(number, f"{said} is refused without a word, or answers", found.err + found.out)


def _check_same(tally: Tally, number: int, ground: Ground, line: tuple[str, ...], found: Result) -> None:
    known = ground.answer(line)
    if not known.err and found.out != known.out:
        tally.fault(number, f"{' '.join(line)} says something else and nothing tells it", found.out)


def _whole(path: Path) -> bool | None:
    """Whether the chain of a tracker holds; None where it cannot be read."""
    try:
        found = verify_chain(open_store(path, named=True))
    except TrackerError:
        return None
    return found.broken is None and not found.odd
