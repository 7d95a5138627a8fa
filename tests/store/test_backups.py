import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import errors
from tracker.store.file import backup_folder, backups
from tracker.store.file.backup_names import expired, in_order
from tracker.store.file.backups import list_backups, make_backup, newest_good, remove_all
from tracker.store.file.file import FileStorage


def write(path: Path, value: int, **options: str) -> None:
    storage = FileStorage(path)
    with storage.transaction(**options):
        storage.write({"values": {"1": {"value": value}}})


def values(path: Path) -> list[int]:
    return [FileStorage(each.path).read()["values"]["1"]["value"] for each in list_backups(path)]


def name(day: int, second: int, kind: str = "write") -> str:
    return f"202611{day:02d}T1200{second:02d}.000000Z-{kind}.json"


LATER = "99990101T000000.000000Z-write.json"


def revise(path: Path, number: int, at: float, monkeypatch: pytest.MonkeyPatch, note: str = "") -> None:
    """A write of that revision while the system's clock says `at`, in seconds since 1970."""
    monkeypatch.setattr("time.time_ns", lambda: int(at * 10**9))
    storage = FileStorage(path)
    with storage.transaction():
        storage.write({"values": {"1": {"value": number}}})
        storage.append_revision({"number": number, "schema": 2, "note": note})


def test_each_write_leaves_the_version_it_replaced_and_three_stay(path: Path) -> None:
    for value in range(6):
        write(path, value)
    assert values(path) == [2, 3, 4]
    assert {each.kind for each in list_backups(path)} == {"write"}


def test_what_was_asked_to_be_kept_stays(path: Path) -> None:
    write(path, 0)
    write(path, 1, keep="import")
    manual = make_backup(path)
    for value in range(2, 9):
        write(path, value)
    assert values(path) == [0, 1, 5, 6, 7]
    assert [each.kind for each in list_backups(path)] == ["import", "manual", "write", "write", "write"]
    assert manual.name in {each.name for each in list_backups(path)}


def test_a_backup_tells_when_and_how_large(path: Path) -> None:
    write(path, 0)
    before = datetime.now(UTC)
    made = make_backup(path, "restore")
    assert before.replace(microsecond=0) <= made.time <= datetime.now(UTC)
    assert (made.kind, made.size, made.good) == ("restore", path.stat().st_size, True)
    assert made.name == made.time.strftime("%Y%m%dT%H%M%S.%fZ-restore.json")
    assert list_backups(path) == [made]


def test_a_manual_backup_is_a_file_of_its_own(path: Path) -> None:
    """An editor that writes in place must not reach it."""
    write(path, 1)
    made = make_backup(path)
    path.write_text("spoiled")
    assert newest_good(path) == made
    assert values(path) == [1]


def test_a_backup_can_be_read_like_the_file(path: Path) -> None:
    write(path, 1)
    before = set(path.parent.rglob("*"))
    FileStorage(make_backup(path).path).read()
    assert {each.name for each in set(path.parent.rglob("*")) - before} == {
        "tracker.json.backups",
        list_backups(path)[0].name,
    }


def test_without_a_file_there_is_nothing_to_back_up(path: Path) -> None:
    assert list_backups(path) == []
    assert newest_good(path) is None
    with pytest.raises(errors.DatabaseMissing):
        make_backup(path)
    assert list(path.parent.iterdir()) == []


def test_broken_backups_are_listed_as_such_and_passed_over(path: Path) -> None:
    for value in range(4):
        write(path, value)
    newest = Path(list_backups(path)[-1].path)
    newest.unlink()
    newest.mkdir()
    second = Path(list_backups(path)[-2].path)
    second.unlink()
    second.write_text("{}")
    assert [each.good for each in list_backups(path)] == [True, False, False]
    assert newest_good(path) == list_backups(path)[0]


def test_other_files_in_the_folder_are_left_alone(path: Path) -> None:
    write(path, 0)
    make_backup(path)
    strange = Path(backup_folder.folder_of(path)) / "notes.txt"
    strange.write_text("mine")
    for value in range(5):
        write(path, value)
    assert strange.exists()
    assert strange.name not in {each.name for each in list_backups(path)}


def test_all_can_be_removed(path: Path) -> None:
    write(path, 0)
    made = make_backup(path)
    assert remove_all(path) == [made.name]
    assert list_backups(path) == []
    assert remove_all(path.with_name("absent")) == []


@pytest.mark.parametrize("kind", ["", "a b", "../x", "X"])
def test_a_kind_is_one_plain_word(path: Path, kind: str) -> None:
    write(path, 0)
    with pytest.raises(ValueError, match=kind or "^$"):
        make_backup(path, kind)


def test_the_last_of_each_day_stays_for_fourteen_days() -> None:
    names = [name(day, second) for day in range(1, 21) for second in (1, 2)]
    kept = [each for each in names if each not in expired(names, LATER)]
    assert kept == [*(name(day, 2) for day in range(7, 20)), name(20, 1), name(20, 2)]


def test_days_without_work_do_not_count() -> None:
    names = [f"{year}0101T000000.000000Z-write.json" for year in range(2000, 2012)]
    assert expired(names, LATER) == set()


@given(
    st.lists(
        st.tuples(st.integers(1, 28), st.integers(0, 59), st.sampled_from(["write", "manual", "import"])), unique=True
    )
)
def test_rotation_keeps_what_it_promises(made: list[tuple[int, int, str]]) -> None:
    names = sorted(name(*each) for each in made)
    gone = expired(names, LATER)
    writes = [each for each in names if each.endswith("-write.json")]
    assert gone <= set(writes)
    assert gone.isdisjoint(writes[-3:])
    days = sorted({each[:8] for each in writes})[-14:]
    assert {max(each for each in writes if each.startswith(day)) for day in days}.isdisjoint(gone)
    assert len(set(writes) - gone) <= 3 + 14
    assert expired([each for each in names if each not in gone], LATER) == set()


def test_two_in_the_same_microsecond_get_two_names(path: Path) -> None:
    write(path, 0)
    names = {make_backup(path).name for _ in range(20)}
    assert len(names) == 20


def test_a_file_system_without_links_gets_copies(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    write(path, 0)
    monkeypatch.setattr(os, "link", refuse)  # the system's call, not ours
    write(path, 1)
    assert values(path) == [0]
    assert Path(list_backups(path)[0].path).stat().st_mode == path.stat().st_mode


def test_litter_of_a_killed_copy_is_removed(path: Path) -> None:
    write(path, 0)
    make_backup(path)
    litter = Path(backup_folder.folder_of(path)) / ".20261123T120000.000000Z-write.json.00ff.tmp"
    litter.touch()
    write(path, 1)
    assert not litter.exists()


NOW = 1_790_000_000.0
DAY = 86_400.0


def test_a_clock_that_ran_ahead_once_does_no_lasting_harm(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 4):
        revise(path, number, NOW + number, monkeypatch)
    revise(path, 4, NOW + 3 * 365 * DAY, monkeypatch)
    ahead = in_order(backup_folder.folder_of(path))[-1]
    for number in range(5, 9):
        revise(path, number, NOW + number, monkeypatch)
    assert values(path)[-3:] == [5, 6, 7]
    newest = newest_good(path)
    assert newest is not None
    assert newest.name == list_backups(path)[-1].name
    assert FileStorage(newest.path).read()["values"]["1"]["value"] == 7
    assert backups.paths_of(path)[0] == newest.path
    for number in range(9, 30):
        revise(path, number, NOW + number * DAY, monkeypatch)
    assert ahead not in in_order(backup_folder.folder_of(path))


@pytest.mark.parametrize("around", [0, 65_536, 131_072])
def test_a_line_of_any_length_tells_its_revision(path: Path, monkeypatch: pytest.MonkeyPatch, around: int) -> None:
    """Wherever its beginning lies within what is read at once; the clock goes backwards all the while."""
    lengths = [length for length in range(around - 60, around + 60, 7) if length >= 0]
    for number, length in enumerate(lengths, 1):
        revise(path, number, NOW - number, monkeypatch, note="x" * length)
        make_backup(path)
    assert values(path) == sorted(values(path))
    assert set(values(path)) == set(range(1, len(lengths) + 1))


def test_going_back_to_an_earlier_revision_leaves_every_write_its_backup(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(1, 9):
        revise(path, number, NOW + number, monkeypatch)
    first = list_backups(path)[0]
    backups.put_back(path, first)
    lowest = values(path)[0]
    for number in range(lowest + 1, lowest + 3):
        before = path.read_bytes()
        revise(path, number, NOW + 100 + number, monkeypatch)
        assert before in [Path(each.path).read_bytes() for each in list_backups(path)]


@pytest.mark.parametrize("odd", ["20261329T120000", "20260230T000000", "00000101T000000", "20260101T250000"])
def test_a_name_that_is_no_date_is_no_backup(path: Path, odd: str) -> None:
    write(path, 0)
    made = make_backup(path)
    strange = Path(backup_folder.folder_of(path)) / f"{odd}.000000Z-write.json"
    strange.write_bytes(path.read_bytes())
    assert list_backups(path) == [made]
    assert newest_good(path) == made
    write(path, 1)
    assert strange.exists()


def test_a_clock_that_no_name_can_say_makes_backups_all_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(path, 0)
    monkeypatch.setattr("time.time_ns", lambda: 10**21)
    made = [make_backup(path), make_backup(path)]
    assert list_backups(path) == made


def test_a_listing_survives_rotation_beside_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup that is given up between its name and its size was told by nobody."""
    for value in range(4):
        write(path, value)
    first, *others = list_backups(path)
    size = os.stat

    def gone(name: str, **options: Any) -> os.stat_result:
        if name == first.path:
            Path(first.path).unlink(missing_ok=True)
        return size(name, **options)

    monkeypatch.setattr(os, "stat", gone)  # the system's call, not ours
    assert list_backups(path) == others


def test_a_backup_that_was_given_up_meanwhile_is_not_put_back_as_nothing(path: Path) -> None:
    write(path, 0)
    made = make_backup(path)
    Path(made.path).unlink()
    with pytest.raises(errors.NoSuchBackup):
        backups.put_back(path, made)
    assert FileStorage(path).read()["values"]["1"]["value"] == 0
