"""JSON of documents: the same keys for programs whatever the language."""

import json

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.views.documents.making import content, made
from tracker.reports.documents import DOCUMENTS


@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if kind != "full"])
def test_keys_and_values(kind: str, snapshot: SnapshotAssertion) -> None:
    assert content(made(kind), "json").decode() == snapshot


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_language_changes_nothing(kind: str) -> None:
    found = content(made(kind), "json", "ar")
    assert found == content(made(kind), "json", "tr")
    envelope = json.loads(found)
    assert (envelope["kind"], envelope["as_of"], envelope["demo"]) == (kind, "2026-03-31", True)
