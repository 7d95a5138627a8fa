"""Whole command lines that take in a mutated file of somebody else: an export, or a tracker's own file."""

from pathlib import Path
from random import Random

from tests.campaigns.grounds import Ground, said
from tests.campaigns.lines_on_files import check_end
from tests.campaigns.tally import Tally
from tracker.errors import TrackerError
from tracker.model.rules.invariants import violations
from tracker.store.open import open_store
from tracker.store.verify import verify_chain

NEW, GIVEN = "new.json", "given.json"
LINES = tuple(
    tuple(line.split())
    for line in (
        *(f"import {GIVEN} --yes", f"import {GIVEN} --db {NEW} --yes", f"merge {GIVEN} --theirs --yes"),
        *(f"merge {GIVEN} --ours --yes", f"init --from {GIVEN} --db {NEW} --side tr", f"merge {GIVEN} --status"),
        f"merge {GIVEN} --begun-apart --newer --yes",
    )
)
FORCE = ("--force", "--reason", "سبب")


def check_incoming(tally: Tally, number: int, rnd: Random, ground: Ground, raw: bytes) -> None:
    """One such line: refused it leaves no trace; done it keeps our history, and the result is whole and lawful."""
    (ground.home / GIVEN).write_bytes(raw)
    line = rnd.choice(LINES)
    forced = line[-1] != "--status" and rnd.random() < 0.25
    typed = (*line, *FORCE) if forced else line
    found = ground.program(number)(*typed)
    words = " ".join(typed)
    tally.count[f"incoming {line[0]} {found.code}"] += 1
    check_end(tally, number, words, found)
    new = ground.home / NEW
    place = new if NEW in line else ground.path
    refused = found.code != 0 or line[-1] == "--status"
    wrong = new.exists() == refused if place is new else refused and ground.path.read_bytes() != ground.raw
    if wrong:
        tally.fault(number, f"{words} ends with {found.code} and the wrong file", found.err)
    if not refused:
        _check_result(tally, number, words, ground, place, forced=forced)


def _check_result(tally: Tally, number: int, words: str, ground: Ground, place: Path, *, forced: bool) -> None:
    store = open_store(place, named=True)
    try:
        result, revisions, tracker = verify_chain(store), list(store.revisions()), store.load()
        content = said(place)
    except TrackerError as error:
        tally.fault(number, f"{words} is done, and the result cannot be read", repr(error))
        return
    if (result.broken is not None or result.odd) and not forced:
        tally.fault(number, f"{words} has taken in a chain that does not hold", result)
    if not forced and (broken := list(violations(tracker))):
        tally.fault(number, f"{words} has taken in what breaks a rule", broken)
    hashes = {each.hash for each in revisions}
    if place == ground.path and not ground.revisions <= hashes:
        tally.fault(number, f"{words} has lost revisions of ours")
    newest = max(revisions, key=lambda each: each.number)
    if place != ground.path and not forced and newest.parents == (ground.head,) and content[0] != ground.meaning[0]:
        tally.fault(number, f"{words} has taken in something else under the same head")
