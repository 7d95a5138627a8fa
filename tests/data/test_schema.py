"""data/schema.json: fresh, and true of what is exported."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import jsonschema
import pytest

from tests.data.make_schema import TARGET, make
from tracker.model.changes import evidence, steps
from tracker.model.records.status import Status
from tracker.model.tracker import Tracker
from tracker.store.act import Act
from tracker.store.exchange.exchange import exported
from tracker.store.open import open_store
from tracker.store.template import shipped

ON = date(2026, 3, 31)


def test_it_is_what_the_types_say() -> None:
    assert TARGET.read_text(encoding="utf-8") == make()


@pytest.mark.parametrize("name", ["initiative", "blank", "demo"])
def test_templates_fit(name: str) -> None:
    jsonschema.validate(json.loads(shipped(f"{name}.json").read_bytes()), json.loads(make()))


def test_an_export_with_history_fits(tmp_path: Path) -> None:
    store = open_store(tmp_path / "tracker.json", named=False)
    wanted = steps.StepChange(
        status=Status.IN_PROGRESS, declared=40, evidence=(evidence.Attachment(reference="118/2026"),), reason="بدأت"
    )

    def change(tracker: Tracker) -> Tracker:
        return steps.update(tracker, "S2", wanted, ON)

    store.change(Act("update-step", "", datetime(2026, 3, 31, tzinfo=UTC), "note"), change)
    document = json.loads(json.dumps(exported(store)))
    jsonschema.validate(document, json.loads(make()))
    assert document["revisions"]


def test_an_unknown_field_does_not_fit() -> None:
    document = json.loads(shipped("initiative.json").read_bytes())
    document["tables"]["steps"][0]["colour"] = "green"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, json.loads(make()))
