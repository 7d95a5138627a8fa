"""A tracker that cannot be read is found out about, listed and restored with the commands that the message names."""

import re
from collections.abc import Callable

import pytest

from tests.cli.program import Program

BROKEN: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda raw: raw[: len(raw) // 2],
    "empty": lambda _: b"",
    "binary": lambda _: b"\0\xff" * 99,
}


@pytest.mark.parametrize("how", BROKEN)
def test_what_the_message_says_mends_the_file(started: Program, how: str) -> None:
    started("update-step", "2", "--progress", "50")
    before = started("history", "--json").data[1]
    started.file.write_bytes(BROKEN[how](started.file.read_bytes()))
    broken = started.file.read_bytes()
    refused = started("list")
    assert (refused.code, refused.out) == (1, "")
    line = re.search(r"tracker (backup restore \S+\.json)", refused.err)
    assert line is not None
    assert started.file.read_bytes() == broken
    assert started("backup", "list").code == 0
    assert started(*line[1].split()).code == 2  # in a pipe nothing asks
    assert started(*line[1].split(), "--dry-run").code == 0
    assert started.file.read_bytes() == broken
    done = started(*line[1].split(), "--yes", "--json")
    assert done.code == 0
    assert done.data["command"] == "restore"
    assert started("list", "--json").data[1]["progress"] == 40
    history = started("history", "--json").data
    assert [revision["command"] for revision in history] == ["restore", "update-step"]
    assert history[1] == before
    assert started("history", "--verify").code == 0
    kept = [path for path in started.file.with_name("tracker.json.backups").iterdir() if "broken" in path.name]
    assert [path.read_bytes() for path in kept] == [broken]


def test_a_file_that_is_gone_comes_back_with_its_history(started: Program) -> None:
    started("backup")
    name = started("backup", "list", "--json").data[0]["name"]
    started.file.unlink()
    assert started("backup", "restore", name, "--yes").code == 0
    assert [revision["command"] for revision in started("history", "--json").data] == ["restore", "update-step"]


def test_a_restore_is_a_revision_that_can_be_undone(started: Program) -> None:
    started("backup")
    name = started("backup", "list", "--json").data[0]["name"]
    started("update-step", "2", "--progress", "50")
    assert started("backup", "restore", name, "--yes").code == 0
    assert started("list", "--json").data[1]["progress"] == 40
    assert started("undo", "--yes").code == 0
    assert started("list", "--json").data[1]["progress"] == 50


def test_a_backup_that_is_not_named_is_asked_for_by_the_newest(started: Program) -> None:
    started("backup")
    found = started("backup", "restore")
    assert found.code == 1
    assert started("backup", "list", "--json").data[0]["name"] in found.err


def test_no_backup_is_made_in_a_dry_run(started: Program) -> None:
    assert started("backup", "--dry-run").code == 0
    assert started("backup", "list", "--json").data == []


@pytest.mark.parametrize("name", ["../tracker.json", "/etc/passwd", "", "."])
def test_only_backups_are_restored(started: Program, name: str) -> None:
    assert started("backup", "restore", name, "--yes").code == 1


def test_odd_names_among_the_backups_block_no_recovery(started: Program) -> None:
    started("backup")
    good = started("backup", "list", "--json").data[0]["name"]
    folder = started.file.with_name("tracker.json.backups")
    for odd in ("20261329T120000.000000Z-write.json", "00000000T000000.000000Z-write.json", "…-write.json"):
        (folder / odd).write_bytes(started.file.read_bytes())
    started.file.write_bytes(b"{")
    refused = started("list")
    assert (refused.code, good in refused.err) == (1, True)
    assert [each["name"] for each in started("backup", "list", "--json").data] == [good]
    assert started("backup", "restore", good, "--yes").code == 0
