"""Whatever an import file holds: a tracker, or a refusal with a place. Never a traceback."""

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.stores import DAY, act, article, attach, change, update, verify
from tracker.errors import Corrupt, NotAnExport, TooNew, TrackerError
from tracker.locale import open_catalog
from tracker.model.checks.findings import findings
from tracker.model.records.status import Status
from tracker.reports.answers.history import history_report
from tracker.reports.answers.moved import Earlier
from tracker.reports.answers.show import show_report
from tracker.reports.answers.status import status_report
from tracker.reports.documents.full import report as full_report
from tracker.reports.documents.request import Request, Standing
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.reports.report import Report
from tracker.store.exchange.export import export_of, read_export
from tracker.store.past import tracker_at
from tracker.store.store import Store
from tracker.store.verify import verify_chain
from tracker.views import machine, plain
from tracker.views.words import Words


def export() -> dict[str, Any]:
    """Everything that a store may hold, in three revisions."""
    with tempfile.TemporaryDirectory() as folder:
        store = article(Path(folder) / "tracker.json")
        change(store, update(declared=40, title_tr="Adım", planned_end=DAY), note="سبب")
        change(store, attach("S1", "محضر 1"))
        change(store, verify("E2", "TR/منسق"))
        change(store, update("S3", status=Status.BLOCKED, reason="توقفت الجمارك"))
        return export_of(store)


EXPORT = export()
PATHS: list[tuple[Any, ...]] = [()]
for path in PATHS:
    value: Any = EXPORT
    for key in path:
        value = value[key]
    if isinstance(value, dict | list):
        PATHS.extend((*path, key) for key in (value if isinstance(value, dict) else range(len(value))))

HOSTILE = st.one_of(
    st.sampled_from([None, True, False, 0, -1, 101, 10**30, 0.5, 1e300, [], {}, [[]], [None], {"id": "S1"}, {"ar": 5}]),
    st.sampled_from(["", "x", "S1", "S999999999999", "S" + "9" * 5000, "A9", "initiative", "completed", "Africa"]),
    st.sampled_from(["2026-02-30", "0001-01-01", "9999-12-31", "2026-03-31T10:00:00Z", "../../etc/passwd"]),
    st.sampled_from(["\u202e\x1b[2J\x00", {"ar": "\u202e\x1b[2J\x00"}, "{x} {", "\u2028"]),
    st.recursive(st.integers() | st.text(max_size=3), lambda inner: st.lists(inner, max_size=2), max_leaves=3),
)


def with_value(path: tuple[Any, ...], value: Any) -> Any:
    document = copy.deepcopy(EXPORT)
    if not path:
        return value
    place: Any = document
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return document


def shown(store: Store) -> None:
    """Everything a command might show of it, as text and as JSON."""
    tracker = store.load()
    revisions = list(store.revisions(newest_first=True))
    reports: list[Report] = [
        list_report(tracker, "all", DAY, Selection(search=bool, sort=("-health", "due", "title"))),
        list_report(tracker, "steps", DAY, Selection()),
        show_report(tracker, [r.id for _, r in tracker.records()][:40], DAY, {"S1": revisions}, explain=True),
        status_report(tracker, DAY, Earlier(tracker_at(store, DAY), DAY)),
        full_report(Request(tracker=tracker, day=DAY, standing=Standing(1, "ab"))),
        history_report(tracker, revisions, DAY),
    ]
    words = Words(open_catalog("ar"), timezone=tracker.thresholds.timezone)
    for report in reports:
        assert json.loads(machine.render(report))["schema_version"] == 1
        assert isinstance("".join(plain.render(report, words)), str)
    findings(tracker, DAY)
    verify_chain(store)


@pytest.mark.slow
@settings(max_examples=250)
@given(st.sampled_from(PATHS), HOSTILE)
def test_hostile_values(path: tuple[Any, ...], value: Any) -> None:
    raw = json.dumps(with_value(path, value)).encode()
    try:
        state, revisions = read_export(raw, "export.json")
    except (Corrupt, TooNew):
        return
    with tempfile.TemporaryDirectory() as folder:
        store = article(Path(folder) / "tracker.json")
        store.create(act("import", forced=True), state, revisions)
        try:
            shown(store)
            change(store, attach("S1", "محضر 9"))
        except TrackerError:  # a rule, or a record that is not there: with a message, not a traceback
            return


def test_a_tracker_is_no_export_of_one(tmp_path: Path) -> None:
    path = tmp_path / "tracker.json"
    store = article(path)
    change(store, attach("S1", "محضر 9"))
    with pytest.raises(NotAnExport) as refused:
        read_export(path.read_bytes(), "tracker.json")
    assert refused.value.path == "tracker.json"


@settings(max_examples=100)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_bytes(raw: bytes) -> None:
    with pytest.raises((Corrupt, TooNew)):
        read_export(raw, "export.json")


@pytest.mark.parametrize(
    ("path", "value", "reason", "where"),
    [
        ((), [], "not_tables", ""),
        (("format",), "other", "not_tables", ""),
        (("schema",), "1", "bad_schema", "1"),
        (("tables", "steps", 0, "colour"), "red", "bad_value", "steps/S1/colour"),
        (("tables", "steps", 0, "status"), "done", "bad_value", "steps/S1/status"),
        (("tables", "steps", 0, "links", 0, "strength"), 5, "bad_value", "steps/S1/links[0]/strength"),
        (("tables", "steps", 0, "id"), "X1", "bad_value", "steps/X1/id"),
        (("tables", "steps", 1, "id"), "S1", "duplicate_key", "steps"),
        (("tables", "meetings", 0, "date"), "soon", "bad_value", "meetings/M1/date"),
        (("tables", "colours"), [], "bad_value", "colours"),
        (("tables", "initiative"), [], "bad_value", "initiative"),
        (
            ("tables", "thresholds"),
            [{"id": "thresholds", "red_weight_denominator": 0}],
            "bad_value",
            "thresholds/thresholds/red_weight",
        ),
        (("tables", "thresholds"), [{"id": "others"}], "bad_value", "thresholds"),
        (("standing", "number"), 3, "bad_value", "standing/number"),
        (("standing", "at"), "yesterday", "not_tables", ""),
        (("revisions", 1), 7, "bad_value", "revisions/2"),
        (("revisions", 1, "number"), 9, "bad_value", "revisions/2"),
        (("revisions", 0, "at"), "2026-03-31T10:00:00Z", "bad_value", "revisions/1"),
        (("revisions", 0, "changes", 0, 2), 5, "bad_value", "revisions/1"),
        (("revisions",), {}, "not_tables", "revisions"),
    ],
)
def test_the_place_is_named(path: tuple[Any, ...], value: Any, reason: str, where: str) -> None:
    with pytest.raises(Corrupt) as refused:
        read_export(json.dumps(with_value(path, value)).encode(), "export.json")
    assert (refused.value.reason, refused.value.where) == (reason, where)


def test_a_newer_schema_is_refused_and_a_mark_before_the_text_is_not() -> None:
    with pytest.raises(TooNew) as refused:
        read_export(json.dumps(with_value(("schema",), 99)).encode(), "export.json")
    assert (refused.value.found, refused.value.known) == (99, 2)
    state, revisions = read_export(b"\xef\xbb\xbf" + json.dumps(EXPORT).encode(), "export.json")
    assert (len(state.documents["steps"]), len(revisions)) == (5, 4)
