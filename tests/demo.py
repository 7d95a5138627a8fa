"""The fictional programme, and the results that were worked out for it by hand at 2026-03-31."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from tracker.model.tracker import Tracker
from tracker.store.open import template_state
from tracker.store.records import to_tracker

EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "demo_expected.json").read_text("utf-8"))
DAY = date.fromisoformat(EXPECTED["as_of"])


def _shipped() -> Tracker:
    state = template_state("demo")
    return to_tracker(state.documents, state.standing.counters, state.standing.demo)


DEMO = _shipped()
