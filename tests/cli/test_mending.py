"""`check --fix`: what it mends, after a backup, and what it leaves alone (rule 15.7)."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Program

Edit = Callable[[bytes], bytes]


def rewritten(change: Callable[[Any], object]) -> Edit:
    """The file as an editor of JSON would save it after that change."""

    def edit(raw: bytes) -> bytes:
        data = json.loads(raw)
        change(data)
        return json.dumps(data, indent=2, ensure_ascii=False).encode()

    return edit


def set_weight(data: Any) -> None:
    """A record that no revision has touched."""
    data["steps"]["1"]["weight"] = 21


SEALED_AGAIN: dict[str, Edit] = {
    "indented": rewritten(lambda data: data),
    "byte-order mark": lambda raw: b"\xef\xbb\xbf" + raw,
    "windows lines": lambda raw: raw.replace(b"\n", b"\r\n"),
    "no last newline": lambda raw: raw[:-1],
    "another order": lambda raw: json.dumps(dict(reversed(json.loads(raw).items()))).encode(),
    "seal taken out": rewritten(lambda data: data["_meta"]["1"].pop("seal")),
    "seal of another file": lambda raw: raw.replace(b"sha256:", b"sha256:0", 1),
    "an empty table more": rewritten(lambda data: data.update(lessons={})),
}

CHANGED: dict[str, tuple[Edit, str]] = {
    "the history is gone": (rewritten(lambda data: data.pop("revisions")), "Revision 1 does not belong to the chain"),
    "the history says otherwise": (
        rewritten(lambda data: data["revisions"]["1"].update(by="TR")),
        "Revision 1 does not belong to the chain",
    ),
}

REFUSED: dict[str, tuple[Edit, str]] = {
    "cut off": (lambda raw: raw[: raw.rindex(b"\n", 0, len(raw) // 2)], "not valid JSON"),
    "cut within a letter": (lambda raw: raw[: raw.index("ا".encode()) + 1], "not UTF-8"),
    "empty": (lambda _: b"", "it is empty"),
    "other letters": (lambda raw: raw.decode().encode("utf-16"), "not UTF-8"),
    "a key twice": (lambda raw: raw.replace(b'"aspects": {', b'"aspects": {},\n"aspects": {', 1), "duplicate key"),
    "an unknown status": (rewritten(lambda data: data["steps"]["1"].update(status="done")), "cannot be read"),
    "an unknown field": (rewritten(lambda data: data["steps"]["1"].update(colour="red")), "cannot be read"),
    "a record twice": (rewritten(lambda data: data["steps"]["2"].update(id="S1")), "duplicate key"),
    "no standing": (rewritten(lambda data: data.pop("standing")), "cannot be read"),
    "a revision at no moment": (
        rewritten(lambda data: data["revisions"]["1"].update(at="yesterday")),
        "cannot be read (revisions/1)",
    ),
    "a revision without its changes": (
        rewritten(lambda data: data["revisions"]["1"].pop("changes")),
        "cannot be read (revisions/1)",
    ),
    "a counter of nothing": (
        rewritten(lambda data: data["standing"]["1"]["counters"].update({"S@x": 1})),
        "cannot be read (standing)",
    ),
    "a newer program": (rewritten(lambda data: data["_meta"]["1"].update(schema=99)), "newer"),
}


@pytest.fixture
def edited(started: Program) -> Callable[[Edit], bytes]:
    """Puts the file into that state; gives it."""

    def damaged(edit: Edit) -> bytes:
        raw = edit(started.file.read_bytes())
        started.file.write_bytes(raw)
        return raw

    return damaged


def backups(program: Program) -> list[bytes]:
    folder = Path(f"{program.file}.backups")
    return [path.read_bytes() for path in sorted(folder.glob("*-check.json"))]


def held(program: Program) -> Any:
    found = program("export").json
    return {**found, "tables": {table: rows for table, rows in found["tables"].items() if rows}}


@pytest.mark.parametrize("name", SEALED_AGAIN)
def test_what_says_the_same_is_sealed_after_a_backup(
    started: Program, edited: Callable[[Edit], bytes], name: str
) -> None:
    whole = held(started)
    raw = edited(SEALED_AGAIN[name])
    assert "its content is the same" in started("check").out
    found = started("check", "--fix")
    assert found.code == 3  # what the article lacks
    assert "The file was sealed again" in found.err
    assert "The file is sound." in found.out
    assert backups(started) == [raw]
    assert held(started) == whole
    assert "changed by hand" not in started("list").err
    assert started("history", "--verify").code == 0


@pytest.mark.parametrize("name", CHANGED)
def test_a_changed_history_is_kept_and_still_told(started: Program, edited: Callable[[Edit], bytes], name: str) -> None:
    """A seal is no judgement: nothing tells any more what the records were, and only people know what is right."""
    edit, said = CHANGED[name]
    raw = edited(edit)
    changed = held(started)
    found = started("check", "--fix")
    assert found.code == 3
    assert said in found.out
    assert "tracker backup list" in found.out
    assert "seal it again" not in found.out
    assert backups(started) == [raw]
    assert held(started) == changed
    assert said in started("history", "--verify").out
    assert any(said in fault for fault in started("check", "--json").json["store"])


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_left_alone(started: Program, edited: Callable[[Edit], bytes], name: str) -> None:
    edit, said = REFUSED[name]
    raw = edited(edit)
    found = started("check", "--fix")
    assert (found.code, found.out) == (1, "")
    assert said in found.err
    assert started.file.read_bytes() == raw
    assert backups(started) == []


@pytest.mark.parametrize("name", ["a revision at no moment", "an unknown status", "no standing"])
def test_a_backup_with_the_same_fault_is_not_called_good(
    started: Program, edited: Callable[[Edit], bytes], name: str
) -> None:
    assert started("backup").code == 0
    folder = Path(f"{started.file}.backups")
    good = max(path.name for path in folder.iterdir())
    edited(REFUSED[name][0])
    assert started("backup").code == 0
    assert good in started("check", "--fix").err
    for path in folder.iterdir():
        path.write_bytes(started.file.read_bytes())
    refused = started("check", "--fix")
    assert refused.code == 1
    assert "There is no backup of it" in refused.err


def test_numbers_that_follow_from_the_history_are_put_right(started: Program, edited: Callable[[Edit], bytes]) -> None:
    """Under a seal that fits, too, they are told one by one."""
    edited(rewritten(lambda data: data["standing"]["1"].update(created="2020-01-01T00:00:00+00:00")))
    said = "created: the file has 2020-01-01T00:00:00+00:00, its history has"
    assert said in started("history", "--verify").out
    assert said in started("check").out
    assert started("history", "--verify").code == 3
    assert started("list").code == 0
    assert "sealed again" in started("check", "--fix").err
    assert started("history", "--verify").code == 0


def test_nothing_is_done_to_a_sound_file_or_in_a_dry_run(started: Program, edited: Callable[[Edit], bytes]) -> None:
    sound = started.file.read_bytes()
    assert "Nothing had to be repaired" in started("check", "--fix").err
    raw = edited(SEALED_AGAIN["indented"])
    assert "will be sealed" in started("check", "--fix", "--dry-run").err
    assert started.file.read_bytes() == raw
    assert backups(started) == []
    assert started("check", "--fix").code == 3
    assert started.file.read_bytes() == sound


def test_the_backup_that_is_named_brings_the_edit_back(started: Program, edited: Callable[[Edit], bytes]) -> None:
    edited(rewritten(set_weight))
    name = started("check", "--fix", "--yes").err.partition("the backup ")[2].split()[0]
    assert started("update-step", "1", "--weight", "20").code == 0
    assert started("backup", "restore", name, "--yes").code == 0
    assert started("list", "--json").data[0]["weight"] == 21


def test_a_place_without_a_file_is_not_made(program: Program) -> None:
    assert program("check", "--fix").code == 3
    assert not program.file.exists()
