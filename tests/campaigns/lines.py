"""Random command lines, half of them such as somebody types who knows the program.

Each ends with a code that is known, without a traceback and in time. A refusal says why in the language that was asked
for, answers nothing and writes nothing; so does a dry run. Whatever was done, the chain and the rules hold after it.
"""

import json
import re
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

from tests.campaigns.drawn_lines import corrected, line
from tests.campaigns.grounds import Ground, grounds
from tests.campaigns.lines_on_files import CODES
from tests.campaigns.tally import Tally
from tests.cli.acting import OURS
from tests.cli.program import Result
from tests.foreign import foreign
from tracker.cli.session import Session
from tracker.cli.sheets.kinds import KINDS, kind_called
from tracker.cli.sheets.rows import FOR_THE_CHANGE
from tracker.errors import TrackerError
from tracker.locale import LANGUAGES
from tracker.model.rules.invariants import violations
from tracker.store.open import open_store
from tracker.store.verify import verify_chain

BLOCK = 100
"""Lines that follow one another on one tracker; a case is repeated alone from the beginning of its block."""
LAWFUL = 0.8
COLUMNS = " ".join((*(name for kind in KINDS for name in kind_called(kind).headings), *FOR_THE_CHANGE))
WRITTEN = {"export", "dışa-aktar", "تصدير", "صدر", "completion", "-", "--output=-"}
WRITTEN |= {"--help", "-h", "--version", "-V", "--dry-run"}
"""Words of lines that answer with a file, a script or a text."""
NO_PROCESS = re.compile("[\0\ud800-\udc7f]")
"""The characters that no process can be given."""
Seen = dict[Path, tuple[int, int, int]]


def run(folder: Path, tally: Tally, numbers: range) -> None:
    """The cases of these numbers, and those before the first in its block."""
    every = grounds(folder)
    for ground in every:
        _furnish(ground)
    for first in range(numbers.start // BLOCK * BLOCK, numbers.stop, BLOCK):
        ground = every[first // BLOCK % len(every)]
        again: list[str] | None = None
        for number in range(first, min(first + BLOCK, numbers.stop)):
            again = _case(tally, number, ground, again)
            tally.case(number)
        _check_state(tally, min(first + BLOCK, numbers.stop) - 1, ground)
        ground.restore()


def _furnish(ground: Ground) -> None:
    """Files that a line may name."""
    assert ground.within("export", "steps", "-o", "steps.csv").code == 0
    (ground.home / "other.json").write_bytes(ground.earlier)
    (ground.home / "sub").mkdir()
    ground.keep()


def _case(tally: Tally, number: int, ground: Ground, again: list[str] | None) -> list[str] | None:
    """Try a line, `again` if there is one; gives it as it is typed once more, if it was refused and lawful."""
    rnd = tally.random(number)
    lang, lawful = rnd.choice(LANGUAGES), again is not None or rnd.random() < LAWFUL
    try:
        session = Session([], ground.within.env)
        typed = again or line(rnd, session, lawful=lawful)
    except TrackerError as error:
        tally.fault(number, "the tracker cannot be read any more", repr(error))
        ground.restore()
        return None
    before = _seen(ground)
    process = number % 50 == 0 and not any(NO_PROCESS.search(word) for word in typed)
    program = ground.process if process else ground.within
    found = program(*typed, env={"TRACKER_LANG": lang, "EDITOR": "true"})
    done = found.code in (0, 3)
    tally.count[("done" if done else f"refused with {found.code}") + (", in a process" if process else "")] += 1
    said = f"[{lang}] {' '.join(map(ascii, typed))[:300]}"
    if found.code not in CODES or "Traceback" in found.err:
        tally.fault(number, f"{said} ends with {found.code}", found.err)
        return None
    if not done:
        _check_refusal(tally, number, said, found, typed, lang, ground)
    elif "--json" in typed and not WRITTEN & set(typed) and not _one_value(found.out):
        tally.fault(number, f"{said} answers with something else than one value of JSON", found.out)
    if (not done or "--dry-run" in typed) and (now := _seen(ground)) != before:
        changed = sorted(str(path) for path, _ in before.items() ^ now.items())
        tally.fault(number, f"{said} has written, with {found.code}", changed)
    if number % 10 == 0:
        _check_state(tally, number, ground)
    return corrected(rnd, session, typed, found.err) if lawful and not done and rnd.random() < 0.9 else None


def _one_value(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _check_refusal(
    tally: Tally, number: int, said: str, found: Result, typed: list[str], lang: str, ground: Ground
) -> None:
    if found.out or not found.err.strip():
        tally.fault(number, f"{said} is refused and answers, or says nothing", found.out + found.err)
        return
    words = OURS.sub("", found.err).replace(str(ground.home), " ")
    if found.err.startswith("{"):
        told = json.loads(found.err)
        words = " ".join([*told.get("warnings", ()), told["error"]["message"], told["error"]["hint"] or ""])
    data = ground.path.read_text("utf-8")  # stands in a refusal as it is, as does the place
    known = _letters(f"{' '.join(typed)} {ground.path} {data} {COLUMNS}")
    given = [part for word in typed for part in (word.split("=", 1) if word.startswith("--lang=") else [word])]
    asked = next((value for name, value in pairwise(given) if name == "--lang"), lang)
    if asked not in LANGUAGES:
        return
    strange = [word for word in foreign(asked, words) if _letters(word).strip("'") not in known]
    if strange:
        tally.count["words of another language"] += 1
        tally.fault(number, f"{said} is refused in another language: {strange[:6]}", words)


def _letters(text: str) -> str:
    """The text with letters for the forms of letters, which a terminal may be sent."""
    return normalize("NFKC", text).casefold()


def _seen(ground: Ground) -> Seen:
    """Every file but the locks, with what tells whether it was written."""
    paths = (path for path in ground.home.rglob("*") if path.suffix != ".lock" and path.is_file())
    return {path: ((status := path.stat()).st_size, status.st_mtime_ns, status.st_ino) for path in paths}


def _check_state(tally: Tally, number: int, ground: Ground) -> None:
    store = open_store(ground.path, named=True)
    try:
        found, broken = verify_chain(store), list(violations(store.load()))
    except TrackerError as error:
        tally.fault(number, "the tracker cannot be read any more", repr(error))
        return
    if found.broken is not None or found.odd or broken:
        tally.fault(number, "the chain or the rules do not hold any more", (found, broken))
