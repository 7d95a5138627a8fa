"""A tracker with a long history, made in seconds: `python -m tests.benchmarks.long_history FILE REVISIONS`.

The program itself writes two revisions. The others are their like, chained as it chains them (`history
--verify` finds nothing wrong) and laid out by its own layout.
"""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tracker.frozen import replace
from tracker.model.changes.steps import StepChange, update
from tracker.model.history.hashes import chained
from tracker.model.history.revision import Change, Revision
from tracker.store.act import Act
from tracker.store.file import layout
from tracker.store.file.schema import STANDING
from tracker.store.open import open_store
from tracker.store.revisions import revision_document
from tracker.store.store import Store

START = datetime(2024, 1, 1, tzinfo=UTC)
NOTE = "تمت متابعة الخطوة مع الجهة المعنية وسجلت ملاحظاتها في المحضر"
STEP = "S1"


def lengthen(path: Path, revisions: int) -> None:
    """Gives the tracker at `path`, which is made where there is none, so many revisions: an even number."""
    store = open_store(path, named=False)
    for day, weight in enumerate((30, 20)):
        _update(store, weight, START + timedelta(days=day))
    *_, last = store.revisions()
    rest = list(_swings(last, revisions))
    content = layout.split(path.read_bytes())
    assert content is not None
    lines = b",\n".join(layout.line_of(str(each.number), revision_document(each)) for each in rest)
    tables = {**content.tables, **_ending_with(content, rest[-1])}
    grown = replace(content, tables=tables, revisions=(*content.revisions, *layout.lines_within(lines, 0, len(lines))))
    path.write_bytes(b"".join(layout.pieces(grown)))


def _update(store: Store, weight: int, at: datetime) -> None:
    wanted = StepChange(weight=weight)
    store.change(Act("update-step", "", at, NOTE), lambda tracker: update(tracker, STEP, wanted, START.date()))


def _swings(last: Revision, revisions: int) -> Iterator[Revision]:
    """The weight there and back again, so that an even number leaves what there was."""
    while last.number < revisions:
        swung = tuple(Change(c.table, c.code, c.after, c.before) for c in last.changes)
        at = (datetime.fromisoformat(last.at) + timedelta(minutes=7)).isoformat(timespec="seconds")
        following = replace(last, number=last.number + 1, at=at, changes=swung, parents=(last.hash,))
        last = replace(following, hash=chained(following))
        yield last


def _ending_with(content: layout.Content, last: Revision) -> dict[str, bytes | memoryview]:
    """The tables that know about the last revision."""
    (standing,) = _rows(content, STANDING).values()
    standing |= {"number": last.number, "head": last.hash, "at": last.at}
    steps = _rows(content, "steps")
    next(step for step in steps.values() if step["id"] == STEP)["rev"] = last.number
    return {STANDING: layout.text_of({"1": standing}), "steps": layout.text_of(steps)}


def _rows(content: layout.Content, table: str) -> dict[str, Any]:
    rows: dict[str, Any] = json.loads(bytes(content.tables[table]))
    return rows


if __name__ == "__main__":
    lengthen(Path(sys.argv[1]), int(sys.argv[2]))
