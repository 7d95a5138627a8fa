"""Concurrent writers of all kinds on one tracker, some of them killed.

Of every command that was acknowledged the revision is in the history, once: also where another took its effect back.
One that was killed is there whole or not at all, one that was refused is not. Nobody is told of a fault in between.
"""

import json
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.campaigns.lines_on_files import CODES
from tests.campaigns.tally import Tally
from tests.campaigns.within import both
from tests.cli.desks import LY, TR
from tests.cli.program import Program, Result
from tracker.model.history.texts import ERASED
from tracker.model.rules.invariants import violations
from tracker.store.file.backup_folder import folder_of
from tracker.store.open import open_store
from tracker.store.verify import verify_chain

WRITERS, KILLED, COPIES = 16, 0.08, 6
HASH = re.compile(r'"hash": "([0-9a-f]{64})"')
AGAIN = '"changed_meanwhile"'
"""The refusal that asks to type it again, for somebody wrote between comparing and joining."""
LINES = tuple(
    tuple(line.split())
    for line in (
        *("update-step S1 --title-tr TOKEN --note TOKEN", "update-step S2 --weight 20 --confirm --note TOKEN"),
        *(
            "update-step S4 --title-en TOKEN --note TOKEN",
            "add-lesson TOKEN --note TOKEN",
            "attach S3 TOKEN --note TOKEN",
        ),
        *("add-obstacle TOKEN --step S5 --note TOKEN", "add-decision M1 TOKEN --note TOKEN", "add-activity S2 TOKEN"),
        *("add-commitment D1 TOKEN --due 2026-12-01 --note TOKEN", "update-lesson L1 --text-tr TOKEN --note TOKEN"),
        *("config stale_days DAYS --note TOKEN", "link S3 A1 --note TOKEN", "add-indicator TOKEN --step S1"),
        *(
            "remove LATEST --yes --note TOKEN",
            "undo --yes",
            "undo --yes",
            "redo --yes",
            "redact NUMBER --yes --reason TOKEN",
        ),
        *("backup", "backup restore BACKUP --yes", "import first.json --yes --note TOKEN", "config copy ly"),
        *("import lessons.csv --yes --note TOKEN", "merge COPY --theirs --yes --note TOKEN", "merge COPY --ours --yes"),
        *("check --fix --yes", "export --audience counterpart -o OUT", "add-party PARTY TOKEN --note TOKEN"),
    )
)
READS = (("list", "all", "--json"), ("check",), ("backup", "list"), ("history", "--verify"), ("status",), ("export",))


class Told(NamedTuple):
    """A command as its writer saw it end; `code` is None for one that was killed."""

    line: tuple[str, ...]
    token: str
    code: int | None
    hash: str
    err: str


def run(folder: Path, tally: Tally, numbers: range, *, writers: int = WRITERS) -> None:
    """As many writes of each writer as there are numbers, and two readers beside them until all are done."""
    within, program = both(folder)
    _prepare(within)
    children = [_started(_write, program, tally, number, numbers) for number in range(writers)]
    readers = [_started(_read, program, tally, writers + number, numbers) for number in range(2)]
    faulty = [child for child in children if os.waitpid(child, 0)[1]]
    (folder / "over").touch()
    faulty += [child for child in readers if os.waitpid(child, 0)[1]]
    for _ in faulty:
        tally.fault(0, "a writer or reader failed itself")
    told = [Told(*json.loads(line)) for path in sorted(folder.glob("*.told")) for line in path.open(encoding="utf-8")]
    for number, each in enumerate(told):
        killed = each.code is None
        tally.count[f"{each.line[0]} {'killed' if killed else each.code}"] += 1
        tally.case(number)
        if not killed and (each.code not in CODES or "Traceback" in each.err):
            tally.fault(number, f"{' '.join(each.line)} ends with {each.code}", each.err)
    _check(tally, folder, program, told)


def _prepare(program: Program) -> None:
    """A tracker, and files of the other desk that have gone on from it."""
    for line in (
        "init",
        "add-decision M1 قرار",
        "add-lesson درس",
        "export -o first.json",
        "export lessons -o lessons.csv",
    ):
        assert program(*line.split(), *LY).code == 0
    assert program("import", "first.json", *TR).code == 0
    for number in range(COPIES):
        assert program("add-obstacle", f"copy{number}", "--step", "S4", *TR).code == 0
        assert program("update-step", "S5", "--title-en", f"copy{number}", *TR).code == 0
        assert program("export", "-o", f"copy{number}.json", *TR).code == 0


def _started(work: Any, program: Program, tally: Tally, number: int, numbers: range) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work(program, Random(f"{tally.seed} {number}"), number, numbers)
        os._exit(0)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)


def _write(program: Program, rnd: Random, number: int, numbers: range) -> None:
    with (program.home / f"{number}.told").open("w", encoding="utf-8") as file:
        usual = 0.3
        for at in numbers:
            token = f"w{number}n{at}e"
            line = _filled(program, rnd, rnd.choice(LINES), token)
            office = ("--db", str(program.home / LY[1]), "--by", rnd.choice(("LY", "TR")))
            begun = time.monotonic()
            if rnd.random() < KILLED:
                _killed(program, (*line, *office), rnd.random() * 1.5 * usual)
                told = Told(line, token, None, "", "")
            else:
                found = program(*line, *office, "--json")
                while found.code == 1 and AGAIN in found.err:
                    found = program(*line, *office, "--json")
                told = _told(line, token, found)
                usual = (usual + time.monotonic() - begun) / 2
            file.write(json.dumps(told) + "\n")
            file.flush()


def _filled(program: Program, rnd: Random, line: tuple[str, ...], token: str) -> tuple[str, ...]:
    known = {
        "TOKEN": token,
        "DAYS": str(rnd.randrange(1, 300)),
        "LATEST": f"L{rnd.randrange(2, 30)}",
        "NUMBER": str(rnd.randrange(1, 200)),
        "COPY": f"copy{rnd.randrange(COPIES)}.json",
        "OUT": f"{token}.json",
        "PARTY": "".join(rnd.choices("ABCDEFGHIJ", k=6)),
    }
    if "BACKUP" in line:
        names = sorted(path.name for path in Path(folder_of(program.home / LY[1])).iterdir())
        known["BACKUP"] = rnd.choice(names[-3:] or ["none"])
    return tuple(known.get(word, word) for word in line)


def _told(line: tuple[str, ...], token: str, found: Result) -> Told:
    """What was acknowledged: a revision by its hash, as far as the answer is one."""
    answer = json.loads(found.out) if found.code == 0 and found.out.startswith('{\n  "schema_version"') else {}
    data = answer.get("data") if answer.get("kind") == "revision" else None
    return Told(line, token, found.code, str(data.get("hash", "")) if isinstance(data, dict) else "", found.err)


def _killed(program: Program, line: tuple[str, ...], seconds: float) -> None:
    with (program.home / "nothing").open("a+b") as stream:
        child = program.started(line, (stream.fileno(),) * 3)
        time.sleep(seconds)
        child.kill()
        child.ended()


def _read(program: Program, rnd: Random, number: int, _: range) -> None:
    with (program.home / f"{number}.told").open("w", encoding="utf-8") as file:
        while not (program.home / "over").exists():
            line = rnd.choice(READS)
            found = program(*line, "--db", str(program.home / LY[1]))
            # A reader is never refused, and finds one version: only its plans and dates are nagged about.
            wrong = found.code not in (0, 3) or (found.code and line[0] == "history") or "by hand" in found.out
            told = Told(line, "", 99 if wrong else found.code, "", found.out + found.err if wrong else "")
            file.write(json.dumps(told) + "\n")


def _check(tally: Tally, folder: Path, program: Program, told: list[Told]) -> None:
    store = open_store(folder / LY[1], named=True)
    found, tracker, revisions = verify_chain(store), store.load(), list(store.revisions())
    tally.count["revisions"] = len(revisions)
    if found.broken is not None or found.odd:
        tally.fault(0, "the chain does not hold", found)
    if broken := list(violations(tracker)):
        tally.fault(0, "a rule does not hold", broken)
    ours = f".{LY[1]}"  # whoever is killed while writing elsewhere leaves a file there
    if lost := [path.name for path in folder.iterdir() if path.suffix == ".tmp" and path.name.startswith(ours)]:
        tally.fault(0, "litter", lost)
    hashes = Counter(each.hash for each in revisions)
    notes = Counter(each.note for each in revisions)
    erased = notes[ERASED] > 0
    for number, each in enumerate(told):
        said = " ".join(each.line)
        if each.hash and hashes[each.hash] != 1:
            tally.fault(number, f"{said} was acknowledged and is there {hashes[each.hash]} times")
        if not each.token or each.token not in each.line:
            continue
        often = notes[each.token]
        noted = any(name in each.line for name in ("--note", "--reason"))
        if noted and each.code == 0 and not each.hash and not often and not erased and each.line[0] != "merge":
            tally.fault(number, f"{said} was acknowledged and its note is nowhere")
        if often > 1 or (often and each.code in (1, 2)):
            tally.fault(number, f"{said} ended with {each.code} and is there {often} times", each.err)
    if program("check", "--db", str(folder / LY[1])).code not in (0, 3):
        tally.fault(0, "check does not end")
    for name in _doubles(tracker.records()):
        tally.fault(0, f"{name} stands twice")


def _doubles(records: Any) -> Iterator[str]:
    """The identities and codes that two records share."""
    every = [name for table, record in records for name in (f"{table}/{record.id}", record.uid)]
    return (name for name, often in Counter(every).items() if often > 1)
