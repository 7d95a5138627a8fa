"""Forged files: each is noticed, or says the same (rules 15.2 and 15.7, and tracker/store/README.md)."""

import json
from pathlib import Path

import pytest

from tests.store.forged import KINDS, files, forged, noticed, one_line
from tracker.frozen import replace
from tracker.model.history.hashes import chained
from tracker.store.open import open_store
from tracker.store.revisions import revision_document
from tracker.store.verify import verify_chain


@pytest.mark.parametrize("name", KINDS)
def test_a_forgery_is_noticed_or_says_the_same(tmp_path: Path, name: str) -> None:
    found, missed = forged(files(tmp_path, name), range(150))
    assert missed == []
    assert found > 90


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_many_forgeries_are_noticed_or_say_the_same(tmp_path: Path, name: str) -> None:
    found, missed = forged(files(tmp_path, name), range(1000, 1400))
    assert missed == []
    assert found > 240


def test_a_whole_chain_made_anew_is_noticed_by_the_head_in_the_minutes(path: Path) -> None:
    """Who rewrites everything after a revision makes a chain that is whole; its head is another."""
    one_line(path)
    store = open_store(path, named=True)
    head, parent, lines = store.state().standing.head, store.state().standing.genesis, []
    for each in store.revisions():
        made = replace(each, parents=(parent,), by="TR", erased={}, note=each.note and "غيره")
        made = replace(made, hash=chained(made))
        lines.append(revision_document(made))
        parent = made.hash
    data = json.loads(path.read_text(encoding="utf-8"))
    data["revisions"] = {str(place): line for place, line in enumerate(lines, 1)}
    data["standing"]["1"] |= {"head": parent, "erased": {}}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    assert noticed(path, head)
    assert verify_chain(open_store(path, named=True)).head == parent != head
