"""Two copies of a large programme that went on apart: `python -m tests.benchmarks.two_copies FILE FILE FILE N CHANGES`.

The files are ours, theirs, and the one that they hand over without their internal texts; N is the number of activities.
Each side has changed so many of them, others than the other side, in a revision each.
"""

import json
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.benchmarks.many_activities import make
from tracker.frozen import replace
from tracker.model.history.documents import stamped
from tracker.model.history.revision import Change, Revision, applied
from tracker.store.act import Act, begun, of_its_own, revision_of
from tracker.store.exchange.export import counterpart_export
from tracker.store.open import open_store
from tracker.store.revisions import revision_document

START = datetime(2026, 2, 1, tzinfo=UTC)
NOTE = "تمت متابعة النشاط مع الجهة المعنية"


def worked(path: Path, office: str, codes: Sequence[str]) -> None:
    """Changes the weight and the forecast of each of those activities, in a copy of its own at `path`."""
    store = open_store(path, named=True)
    found = store.state()
    state = begun(replace(found, standing=of_its_own(found.standing)))
    rows = state.documents["activities"]
    done: list[Revision] = []
    for place, code in enumerate(codes):
        before = {name: rows[code].get(name) for name in ("weight", "forecast_end", "forecast_reason")}
        after = {"weight": 7, "forecast_end": "2027-12-31", "forecast_reason": f"تأخر التوريد {code}"}
        change = Change("activities", code, before, after, rows[code]["uid"])
        act = Act("update-activity", office, START + timedelta(minutes=place), NOTE)
        done.append(revision_of(act, state, (change,)))
        ended = replace(state.standing, number=done[-1].number, head=done[-1].hash, at=done[-1].at)
        state = replace(state, standing=ended)
    changes = [change for revision in done for change in revision.changes]
    numbers = {(c.table, c.code): revision.number for revision in done for c in revision.changes}
    with store.engine.transaction():
        documents = stamped(applied(state.documents, changes), numbers)
        store.extend(documents, state.standing, [revision_document(each) for each in done])


def main(ours: Path, theirs: Path, given: Path, activities: int, changes: int) -> None:
    """Makes the three files."""
    make(ours, activities)
    shutil.copyfile(ours, theirs)
    codes = list(open_store(ours, named=True).load().activities)
    worked(ours, "LY", codes[-2 * changes : -changes])
    worked(theirs, "TR", codes[-changes:])
    store = open_store(theirs, named=True)
    given.write_text(json.dumps(counterpart_export(store, store.state())[0], ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    ours, theirs, given = map(Path, sys.argv[1:4])
    main(ours, theirs, given, *map(int, sys.argv[4:]))
