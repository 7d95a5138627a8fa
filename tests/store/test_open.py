"""Which tracker a place shows before anything is written there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker import errors
from tracker.model.changes.parties import add_party
from tracker.model.records.localized import Localized
from tracker.model.records.parties import PartyKind, Side
from tracker.store.act import Act
from tracker.store.file.backups import make_backup, put_back
from tracker.store.open import open_store

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def test_a_place_nobody_named_shows_the_article_and_stays_empty(tmp_path: Path) -> None:
    assert len(open_store(tmp_path / "tracker.json", named=False).load().steps) == 5
    assert list(tmp_path.iterdir()) == []


def test_a_named_place_must_exist(tmp_path: Path) -> None:
    with pytest.raises(errors.DatabaseMissing) as missing:
        open_store(tmp_path / "tracker.json", named=True).load()
    assert missing.value.backup == ""


@pytest.mark.parametrize("named", [True, False])
def test_a_file_that_was_removed_is_not_started_afresh(named: bool, tmp_path: Path) -> None:
    path = tmp_path / "tracker.json"
    name = Localized("الأمانة الفنية")
    store = open_store(path, named=False)
    store.change(
        Act("add-party", "", NOW),
        lambda t: add_party(t, "SEC", name, PartyKind.SECRETARIAT, Side.JOINT, NOW.date()),
    )
    backup = make_backup(path)
    path.unlink()
    gone = open_store(path, named=named)
    with pytest.raises(errors.DatabaseMissing) as missing:
        gone.load()
    assert missing.value.backup == backup.name
    put_back(path, backup)
    assert "SEC" in gone.load().parties
