"""Files that somebody has changed so that only one place is odd: told with that place, and nothing is written."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.program import Program
from tests.store.forged import sealed

Change = Callable[[Any], object]


def forged(program: Program, change: Change) -> None:
    """The tracker's file, changed and under a seal that fits."""
    raw = program.file.read_bytes()
    data = json.loads(raw)
    data.pop("_meta")
    change(data)
    tables = [f'"{name}": {{\n{_rows(rows)}\n}}' for name, rows in data.items()]
    program.file.write_bytes(sealed(raw[: raw.index(b"\n") + 1] + (",\n".join(tables) + "}\n").encode()))


def _rows(rows: Any) -> str:
    return ",\n".join(f'"{key}": {json.dumps(row, ensure_ascii=False)}' for key, row in rows.items())


def given(program: Program, change: Change) -> None:
    """`in.json`: the export, changed."""
    document = program("export").json
    change(document)
    (program.home / "in.json").write_text(json.dumps(document), encoding="utf-8")


def test_the_file_is_sealed_as_ours_is(started: Program) -> None:
    forged(started, lambda data: data["steps"]["4"].update(weight=21))
    assert started("list").err == ""


UNREADABLE: dict[str, Change] = {
    "an identity that is no text": lambda data: data["steps"]["2"].update(uid={}),
    "an owner that is a text": lambda data: data["steps"]["5"].update(owner="LY"),
    "a weight that is a text": lambda data: data["steps"]["4"].update(weight="x"),
}
LINES = (
    "history --verify",
    "check",
    "check --fix --yes",
    "redact 2 --reason سبب --yes",
    "export",
    "merge first.json --status",
    "import first.json --yes",
    "config copy ly",
    "export --audience counterpart -o other.json",
    "update-step S1 --title-tr Adım",
    "undo --yes",
)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_not_sealed_again(started: Program, name: str, line: str) -> None:
    """Whoever says that the file was left untouched has left it so."""
    assert started("update-step", "3", "--confirm", "--note", "سري").code == 0
    assert started("export", "-o", "first.json").code == 0
    forged(started, UNREADABLE[name])
    raw = started.file.read_bytes()
    found = started(*line.split())
    assert (found.code, found.out) == (1, ""), found.err
    assert "a value in it cannot be read (steps/S" in found.err
    assert started.file.read_bytes() == raw


@pytest.mark.parametrize("part", ["at", "head", "side"])
@pytest.mark.parametrize("line", ["check --json", "merge first.json --status", "export"])
def test_a_file_taken_in_is_noted_whole(started: Program, line: str, part: str) -> None:
    assert started("export", "-o", "first.json").code == 0
    whole = {"at": "2026-01-01T00:00:00+00:00", "head": "f" * 64, "side": "TR"}
    forged(started, lambda data: data["standing"]["1"].update(taken={"x": whole}))
    assert "cannot be read" not in started(*line.split()).err
    del whole[part]
    forged(started, lambda data: data["standing"]["1"].update(taken={"x": whole}))
    found = started(*line.split())
    assert found.code == 1
    assert "cannot be read" in found.err


def test_a_revision_that_cannot_be_read_is_named_as_it_stands(started: Program) -> None:
    raw = started.file.read_bytes().replace(b'{\n"1": {"number":1,"uuid"', b'{\n"1": {"number":1;"uuid"')
    started.file.write_bytes(sealed(raw))
    assert "(revisions.1)" in started("history").err


def test_a_history_of_a_record_without_identity_is_not_handed_over(started: Program) -> None:
    forged(started, lambda data: data["revisions"]["1"]["changes"].append(["lessons", "L9", {"id": "L9"}, None]))
    raw = started.file.read_bytes()
    found = started("export", "--audience", "counterpart", "-o", "other.json")
    assert (found.code, found.out) == (1, "")
    assert "(revisions)" in found.err
    assert started.file.read_bytes() == raw


@pytest.mark.parametrize(
    "line", ["merge copy.json --status", "merge copy.json --yes", "init --from copy.json --db n.json"]
)
def test_another_tracker_s_file_is_read_in_full_before_it_is_compared(started: Program, line: str) -> None:
    raw = started.file.read_bytes()
    forged(started, UNREADABLE["an identity that is no text"])
    started.file.rename(started.home / "copy.json")
    started.file.write_bytes(raw)
    found = started(*line.split())
    assert (found.code, found.out) == (1, ""), found.err
    assert "steps/S2" in found.err


@pytest.mark.parametrize("line", ["merge copy.json --status", "merge copy.json --theirs --yes"])
def test_another_tracker_s_record_without_an_identity_is_named(started: Program, line: str) -> None:
    raw = started.file.read_bytes()
    forged(started, lambda data: data["steps"]["2"].pop("uid"))
    started.file.rename(started.home / "copy.json")
    started.file.write_bytes(raw)
    found = started(*line.split())
    assert (found.code, found.out) == (1, ""), found.err
    assert "steps/S2/uid" in found.err
    assert started.file.read_bytes() == raw


@pytest.mark.parametrize(
    "line",
    [
        "update-step 2 --title-tr Adım",
        "undo --yes",
        "redact 2 --reason سبب --yes",
        "config copy ly",
        "export --audience counterpart -o other.json",
        "merge copy.json --status",
        "merge copy.json --theirs --yes",
    ],
)
def test_nothing_is_written_over_a_record_without_an_identity(started: Program, line: str) -> None:
    """It would be in no copy, and a revision would not say which record it changed."""
    assert started("update-step", "3", "--confirm", "--note", "سري").code == 0
    assert started("export", "-o", "copy.json").code == 0
    assert started("update-step", "4", "--confirm").code == 0
    forged(started, lambda data: data["steps"]["2"].pop("uid"))
    raw = started.file.read_bytes()
    found = started(*line.split())
    assert (found.code, found.out) == (1, ""), found.err
    assert "check --fix" in found.err
    assert started.file.read_bytes() == raw
    assert started("check", "--fix", "--yes").code in (0, 3)
    assert started(*line.split()).code in (0, 3), "what was mended is joined and changed as ever"


@pytest.mark.parametrize("schema", [0, -1])
@pytest.mark.parametrize("line", ["import in.json --db new.json", "init --from in.json --db new.json"])
def test_a_revision_of_a_schema_that_never_was_is_not_taken_in(started: Program, line: str, schema: int) -> None:
    """Zero was kept as nothing, and the file that was made could not be read."""
    given(started, lambda data: data["revisions"][0].update(schema=schema))
    found = started(*line.split(), "--force", "--reason", "سبب")
    assert (found.code, found.out) == (1, ""), found.out
    assert "(revisions/1)" in found.err
    assert not (started.home / "new.json").exists()


def test_a_copy_for_the_other_side_is_refused_before_anything_is_kept(started: Program) -> None:
    """A file of an earlier program has no secret yet, and this reader keeps one."""

    def change(data: Any) -> None:
        data["standing"]["1"].pop("old_secret")
        data["revisions"]["1"].update(at="x")

    forged(started, change)
    raw = started.file.read_bytes()
    found = started("export", "--audience", "counterpart", "-o", "other.json")
    assert (found.code, found.out) == (1, ""), found.err
    assert "(revisions/1)" in found.err
    assert started.file.read_bytes() == raw


@pytest.mark.parametrize("line", ["list", "check", "update-step 3 --progress 5", "undo --yes"])
def test_a_row_of_the_thresholds_without_an_id_is_refused(started: Program, line: str) -> None:
    forged(started, lambda data: data["thresholds"]["1"].pop("id"))
    raw = started.file.read_bytes()
    found = started(*line.split())
    assert (found.code, found.out) == (1, ""), found.err
    assert "(thresholds/1/id)" in found.err
    assert started.file.read_bytes() == raw


def test_a_code_that_is_no_text_is_refused(started: Program) -> None:
    data = json.loads(started.file.read_bytes())
    data["steps"]["2"]["id"] = ["S2"]
    started.file.write_text(json.dumps(data))
    found = started("list")
    assert (found.code, found.out) == (1, "")
    assert "cannot be read" in found.err


ODD: dict[str, tuple[Change, str]] = {
    "a record says that nothing changed it": (lambda data: data["tables"]["steps"][1].pop("rev"), "S2/rev"),
    "a counter is lower than a code": (lambda data: data["standing"]["counters"].update(S=2), "counters/S"),
    "the last moment is another": (
        lambda data: data["standing"].update(at="2026-01-01T00:00:00+00:00"),
        "at: the file has",
    ),
}


@pytest.mark.parametrize("line", ["import in.json --db new.json", "init --from in.json --db new.json"])
@pytest.mark.parametrize("name", ODD)
def test_what_a_file_says_otherwise_than_its_history_is_not_taken_in(started: Program, name: str, line: str) -> None:
    """`check` would nag of it from the first day on, and under the head that the other side knows."""
    change, place = ODD[name]
    given(started, change)
    found = started(*line.split())
    assert (found.code, found.out) == (1, "")
    assert place in found.err
    assert not (started.home / "new.json").exists()
    assert started(*line.split(), "--force", "--reason", "سبب").code == 0


@pytest.mark.parametrize("genesis", ["f" * 64, "0" * 64, "hash of the first revision"])
def test_a_beginning_that_no_revision_follows_is_a_forgery(started: Program, genesis: str) -> None:
    assert started("update-step", "3", "--progress", "5").code == 0
    first = started("export").json["revisions"][0]["hash"]
    given(started, lambda data: data["standing"].update(genesis=first if " " in genesis else genesis))
    assert started("undo", "--yes").code == 0
    raw = started.file.read_bytes()
    for line in ("merge in.json --status", "merge in.json --yes", "import in.json --yes"):
        found = started(*line.split())
        assert (found.code, found.out) == (1, ""), found.out
        assert "The chain of in.json breaks" in found.err
    assert started.file.read_bytes() == raw
