"""Files that are no longer as we wrote them, at the store and under whole command lines.

Whatever was changed: every command ends with a code that is known, without a traceback and in time, and either the
fault is told or the content is the same. What is written keeps what was there, and what is refused leaves the file.
"""

from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from tests.campaigns import bytewise, structure
from tests.campaigns.grounds import Ground, grounds
from tests.campaigns.incoming import check_incoming
from tests.campaigns.lines_on_files import check_line
from tests.campaigns.tally import Tally
from tests.campaigns.within import SECONDS, TookTooLongError, limited
from tests.store.forged import meaning, sealed
from tests.store.stores import DAY, attach, change
from tracker.errors import TrackerError
from tracker.model.checks.findings import findings
from tracker.model.history.revision import applied
from tracker.store.edits import edits_of
from tracker.store.exchange.export import export_of
from tracker.store.open import open_store
from tracker.store.verify import verify_chain

LINES, INCOMING = 0.25, 0.3
"""The shares of files on which a command line is tried, and of those that are handed over as another copy."""


def run(folder: Path, tally: Tally, numbers: range) -> None:
    """The cases of these numbers."""
    every = grounds(folder)
    for number in numbers:
        rnd = tally.random(number)
        ground = rnd.choice(every)
        try:
            with limited(3 * SECONDS):
                _case(Case(tally, number, rnd, ground))
        except TookTooLongError:
            tally.fault(number, "does not end")
        except Exception as error:
            tally.fault(number, f"raises {type(error).__name__}", _traced(error))
        tally.case(number)
        ground.restore()


def _traced(error: Exception) -> str:
    import traceback

    return "".join(traceback.format_exception(error))


class Case(NamedTuple):
    """One mutated file."""

    tally: Tally
    number: int
    rnd: Random
    ground: Ground

    def fault(self, what: str, text: object = "") -> None:
        self.tally.fault(self.number, f"{what} ({self.ground.home.name})", text)


def _case(case: Case) -> None:
    rnd, ground = case.rnd, case.ground
    if rnd.random() < INCOMING:
        export = rnd.random() < 0.7
        raw = ground.export if export else ground.raw
        check_incoming(case.tally, case.number, rnd, ground, mutated(rnd, raw, ground.earlier))
        return
    intended = rnd.random() < 0.35
    raw = resealed(rnd, ground) if intended else mutated(rnd, ground.raw, ground.earlier)
    ground.put(raw)
    kind = _read(case)
    case.tally.count[f"{'sealed ' if intended else ''}{kind}"] += 1
    if rnd.random() < LINES:
        ground.put(raw)
        check_line(case.tally, case.number, rnd, ground, raw, silent=not intended)
    else:
        _write(case, raw)


def mutated(rnd: Random, raw: bytes, other: bytes) -> bytes:
    """Either generator's mutation of a file."""
    return bytewise.mutated(rnd, raw, other) if rnd.random() < 0.5 else structure.mutated(rnd, raw)


def resealed(rnd: Random, ground: Ground) -> bytes:
    """A file that was mutated below its first line, under a seal that fits."""
    start = ground.raw.index(b"\n") + 1
    rest = mutated(rnd, b"{" + ground.raw[start:], ground.earlier)[1:]
    return sealed(ground.raw[:start] + rest)


def _read(case: Case) -> str:
    """How the store takes the file; whatever it says otherwise than before must be told."""
    ground = case.ground
    raw = ground.path.read_bytes()
    store = open_store(ground.path, named=True)
    try:
        state = store.state()
        findings(store.tracker(state), DAY)
        found, content = verify_chain(store), meaning(store)
        export_of(store)
        edits = edits_of(store, state) if store.engine.edited else None
    except TrackerError as error:
        return f"refused as {error.code}"
    finally:
        if ground.path.read_bytes() != raw:
            case.fault("reading has written")
    told = found.broken is not None or found.odd or found.head != ground.head or (edits and not edits.harmless)
    if not told and content != ground.meaning:
        case.fault("says something else and nothing tells it", _unlike(content, ground.meaning))
    return "told" if told else "same"


def _unlike(found: Any, known: Any, place: str = "") -> str:
    """The first place in which two values differ."""
    if type(found) is type(known) and isinstance(found, dict) and found.keys() == known.keys():
        return next((t for key in found if (t := _unlike(found[key], known[key], f"{place}/{key}"))), "")
    if type(found) is type(known) and isinstance(found, list | tuple) and len(found) == len(known):
        pairs = enumerate(zip(found, known, strict=True))
        return next((t for at, (one, other) in pairs if (t := _unlike(one, other, f"{place}/{at}"))), "")
    return "" if found == known else f"{place}: {str(known)[:300]} -> {str(found)[:300]}"


def _write(case: Case, raw: bytes) -> None:
    """A change of a record is refused and leaves the file, or keeps all else that it says."""
    store, path = open_store(case.ground.path, named=True), case.ground.path
    try:
        before, revisions = store.state(), [each.hash for each in store.revisions()]
        done = change(store, attach("S1", f"محضر {case.number}")).revision
    except TrackerError:
        if path.read_bytes() != raw:
            case.fault("a refused change has written")
        return
    finally:
        if litter := case.ground.litter():
            case.fault("litter", litter)
    again = open_store(path, named=True)
    state, kept = again.state(), [each.hash for each in again.revisions()]
    if done is None or kept != [*revisions, done.hash]:
        case.fault("a change has lost revisions", (revisions, kept))
        return
    back = applied(state.documents, done.changes, back=True)
    if _plain(back) != _plain(before.documents):
        case.fault("a change has changed something else", _unlike(_plain(back), _plain(before.documents)))


def _plain(documents: Any) -> dict[str, Any]:
    rows = {table: {code: {**dict(row.items()), "rev": 0} for code, row in r.items()} for table, r in documents.items()}
    return {table: each for table, each in rows.items() if each}
