"""What somebody changed in the file by stock TinyDB or an editor: told field by field, and taken in as a revision."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from tests.cli.program import Program, Result

Edit = Callable[[Program], object]


def stock(program: Program, table: str, act: Callable[[Any], object]) -> None:
    """TinyDB as it is installed, writing the file in its own way."""
    with TinyDB(program.file, encoding="utf-8", ensure_ascii=False) as db:
        act(db.table(table))


def editor(program: Program, old: str, new: str) -> None:
    """One value changed in the text."""
    text = program.file.read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    program.file.write_text(text.replace(old, new), encoding="utf-8")


def declare(percent: int, code: str = "S2") -> Edit:
    return lambda program: stock(program, "steps", lambda t: t.update({"declared": percent}, where("id") == code))


def weigh(percent: int, code: str = "S4") -> Edit:
    return lambda program: stock(program, "steps", lambda t: t.update({"weight": percent}, where("id") == code))


LESSON = {"id": "L1", "text": {"ar": "درس"}, "source_side": "ly", "status": "recorded"}


def insert_lesson(program: Program) -> None:
    stock(program, "lessons", lambda t: t.insert(LESSON))


def truncate_lessons(program: Program) -> None:
    stock(program, "lessons", lambda t: t.truncate())


def reformat(program: Program) -> None:
    stock(program, "steps", lambda t: t.update({}, where("id") == "S1"))


def changes(found: Result) -> list[tuple[str, Any, Any]]:
    return [(change["code"], change["before"], change["after"]) for change in found.json["edits"]]


def state(program: Program) -> Any:
    """The records alone, without the numbers of the revisions that last changed them and without identities."""
    tables = program("export").json["tables"]
    return {table: [{**row, "rev": 0, "uid": ""} for row in rows] for table, rows in tables.items() if rows}


def seemly(program: Program, revisions: int) -> None:
    """File, chain and records agree, and nothing nags."""
    found = program("check")
    assert "changed by hand" not in found.out + found.err
    assert "The file is sound." in found.out
    assert changes(program("check", "--json")) == []
    verified = program("history", "--verify", "--json")
    assert (verified.code, verified.data["whole"], verified.data["revisions"]) == (0, True, revisions)
    for command in ("status", "list", "show S2", "history", "list --as-of today"):
        assert "changed by hand" not in program(*command.split()).err, command
    with TinyDB(program.file, access_mode="r") as db:
        assert len(db.table("revisions")) == revisions


EDITS: dict[str, tuple[Edit, list[tuple[str, Any, Any]], str]] = {
    "what a revision set": (declare(41), [("S2", {"declared": 40}, {"declared": 41})], "S2 Declared: 40% → 41%"),
    "what no revision touched": (weigh(21), [("S4", {"weight": 20}, {"weight": 21})], "S4 Weight: 20 → 21"),
    "a field that was not there": (
        lambda p: stock(p, "steps", lambda t: t.update({"planned_end": "2026-12-31"}, where("id") == "S3")),
        [("S3", {"planned_end": None}, {"planned_end": "2026-12-31"})],
        "S3 Planned end: (empty) → 31 December 2026",
    ),
    "a record more": (insert_lesson, [("L1", None, LESSON)], "L1 added: درس"),
    "a value in an editor": (
        lambda p: editor(p, "Exchange of intelligence", "Sharing of intelligence"),
        [],
        "S1 Title (en): Exchange of intelligence",
    ),
    "the order of steps": (
        lambda p: stock(p, "steps", lambda t: t.update({"order": 9}, where("id") == "S1")),
        [("S1", {"order": 1}, {"order": 9})],
        "S1 Order: 1 → 9",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told_field_by_field_and_taken_in(started: Program, name: str) -> None:
    edit, wanted, said = EDITS[name]
    before = state(started)
    edit(started)
    raw, after = started.file.read_bytes(), state(started)
    for command in ("list", "status", "show S2", "export"):
        assert "changed by hand" in started(*command.split()).err
    shown = started("check")
    assert shown.code == 3
    assert said in " ".join(shown.out.split())
    assert "tracker check --fix" in shown.out
    assert not wanted or changes(started("check", "--json")) == wanted
    assert started.file.read_bytes() == raw
    taken = started("check", "--fix", "--yes")
    assert taken.code == 3  # what the article lacks
    assert "revision 2" in taken.err
    assert [p.read_bytes() for p in Path(f"{started.file}.backups").glob("*-check.json")] == [raw]
    assert state(started) == after
    revision = started("history", "--json").data[0]
    assert (revision["number"], revision["command"], revision["by"]) == (2, "check", "")
    assert said in " ".join(started("history").out.split())
    seemly(started, 2)
    assert started("undo", "2", "--yes").code == 0
    assert state(started) == before
    seemly(started, 3)


def test_removing_and_truncating(started: Program) -> None:
    assert started("add-lesson", "درس").code == 0
    assert started("add-lesson", "درس آخر").code == 0
    stock(started, "lessons", lambda t: t.remove(where("id") == "L2"))
    assert "L2 removed" in started("check").out
    assert "revision 4" in started("check", "--fix", "--yes").err
    truncate_lessons(started)
    assert [code for code, _, after in changes(started("check", "--json")) if after is None] == ["L1"]
    assert "revision 5" in started("check", "--fix", "--yes").err
    seemly(started, 5)
    assert started("undo", "5", "--yes").code == 0
    assert [row["id"] for row in started("list", "lessons", "--json").data] == ["L1"]
    assert started("add-lesson", "درس ثالث").code == 0
    assert [row["id"] for row in started("list", "lessons", "--json").data] == ["L1", "L3"]  # L2 is not given again


def test_a_code_that_came_by_hand_is_not_given_again(started: Program) -> None:
    stock(started, "lessons", lambda t: t.insert({**LESSON, "id": "L7"}))
    assert started("check", "--fix", "--yes").code == 3
    stock(started, "lessons", lambda t: t.truncate())
    assert started("check", "--fix", "--yes").code == 3
    assert started("add-lesson", "درس").code == 0
    assert [row["id"] for row in started("list", "lessons", "--json").data] == ["L8"]


def test_what_was_only_formatted_is_sealed_without_a_revision(started: Program) -> None:
    sound = started.file.read_bytes()
    reformat(started)
    assert started.file.read_bytes() != sound
    assert "its content is the same" in " ".join(started("check").out.split())
    assert changes(started("check", "--json")) == []
    assert "sealed again" in started("check", "--fix").err
    assert started.file.read_bytes() == sound
    seemly(started, 1)


def test_numbers_of_revisions_in_the_records_are_put_right(started: Program) -> None:
    sound = started.file.read_bytes()
    stock(started, "steps", lambda t: t.update({"rev": 7}, where("id") == "S2"))
    assert "sealed again" in started("check", "--fix").err
    assert started.file.read_bytes() == sound


def test_fiction_does_not_become_official_by_hand(program: Program) -> None:
    """What the file says of itself follows from how it began; nobody takes that in, it is put right."""
    assert program("init", "--template", "demo").code == 0
    sound = program.file.read_bytes()
    stock(
        program,
        "standing",
        lambda t: t.update({"demo": False, "counters": {"C": 1}, "at": "2030-01-01T00:00:00+00:00"}),
    )
    refused = program("update-step", "S4", "--weight", "21")
    assert (refused.code, "tracker check --fix" in refused.err) == (1, True)
    found = program("check")
    for said in (
        "at: the file has 2030-01-01",
        "demo: the file has false, its history has true",
        "counters/S: the",
    ):
        assert said in " ".join(found.out.split())
    assert "its content is the same" not in found.out
    assert "sealed again" in program("check", "--fix").err
    assert program.file.read_bytes() == sound


def test_what_was_only_formatted_hinders_no_command(started: Program) -> None:
    reformat(started)
    assert started("update-step", "3", "--progress", "10").code == 0
    seemly(started, 2)


WRITES = (
    "update-step 3 --progress 10",
    "add-lesson درس",
    "config stale_days 20",
    "undo --yes",
    "redact 1 --reason سبب --yes",
    "import export.json --yes",
    "backup restore {backup} --yes",
)


@pytest.mark.parametrize("line", WRITES)
def test_no_command_writes_over_an_edit(started: Program, line: str) -> None:
    """The next seal would hide it."""
    assert started("export", "-o", "export.json").code == 0
    assert started("update-step", "2", "--progress", "50").code == 0
    declare(41)(started)
    raw = started.file.read_bytes()
    backup = next(Path(f"{started.file}.backups").iterdir()).name
    for more in ((), ("--dry-run",)):
        found = started(*line.format(backup=backup).split(), *more)
        if line.startswith("backup restore"):
            break
        if more and line.startswith("redact"):
            continue
        assert found.code == 1, found
        assert "was changed by hand" in found.err
        assert "tracker check --fix" in found.err
        assert started.file.read_bytes() == raw


def test_a_backup_takes_an_edit_back_and_the_history_goes_on(started: Program) -> None:
    assert started("update-step", "2", "--progress", "50").code == 0
    before = state(started)
    weigh(21)(started)
    backup = next(Path(f"{started.file}.backups").iterdir()).name
    assert started("backup", "restore", backup, "--yes").code == 0
    seemly(started, 3)
    assert started("undo", "3", "--yes").code == 0
    assert state(started) == before


def test_in_a_pipe_it_asks_and_a_dry_run_changes_nothing(started: Program) -> None:
    declare(41)(started)
    raw = started.file.read_bytes()
    asked = started("check", "--fix")
    assert (asked.code, asked.out) == (2, "")
    assert "--yes" in asked.err
    dry = started("check", "--fix", "--dry-run", "--json")
    assert "will be recorded as a revision" in dry.err
    assert changes(dry) == [("S2", {"declared": 40}, {"declared": 41})]
    assert started.file.read_bytes() == raw
    assert list(Path(f"{started.file}.backups").glob("*")) == []


def test_a_person_is_asked(started: Program) -> None:
    declare(41)(started)
    raw = started.file.read_bytes()
    refused = started.typed("check", "--fix", keys="no\n")
    assert refused.code == 1
    assert "S2 Declared: 40% → 41%" in refused.out
    assert started.file.read_bytes() == raw
    assert started.typed("check", "--fix", keys="yes\n").code == 3
    seemly(started, 2)


def test_json_carries_the_revision_it_was_taken_in_with(started: Program) -> None:
    declare(41)(started)
    found = started("check", "--fix", "--yes", "--json").json
    assert found["edits"] == []
    assert (found["revision"]["number"], found["revision"]["command"]) == (2, "check")
    assert started("check", "--json").json["revision"] is None


BROKEN: dict[str, tuple[Edit, str]] = {
    "completed without evidence": (
        lambda p: stock(p, "steps", lambda t: t.update({"status": "completed"}, where("id") == "S2")),
        "S2",
    ),
    "beyond all": (declare(140), "140"),
    "quoted text": (
        lambda p: stock(p, "aspects", lambda t: t.update({"name": {"ar": "غيره"}}, where("id") == "A1")),
        "A1",
    ),
    "quoted record": (lambda p: stock(p, "steps", lambda t: t.remove(where("id") == "S5")), "S5"),
    "named record": (lambda p: stock(p, "parties", lambda t: t.remove(where("id") == "TR")), "TR"),
    "no such passage": (
        lambda p: stock(p, "steps", lambda t: t.update({"status": "not_started", "declared": 0}, where("id") == "S2")),
        "S2",
    ),
    "a person": (
        lambda p: stock(p, "lessons", lambda t: t.insert({**LESSON, "text": {"ar": "اتصل بـ someone@example.org"}})),
        "personal data",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_breaks_a_rule_is_named_and_not_taken_in(started: Program, name: str) -> None:
    edit, said = BROKEN[name]
    edit(started)
    raw = started.file.read_bytes()
    assert started("check").code == 3
    for more in ((), ("--yes",), ("--dry-run",)):
        found = started("check", "--fix", *more)
        assert found.code == 1, found
        assert said in found.err
        assert started.file.read_bytes() == raw
    assert list(Path(f"{started.file}.backups").glob("*")) == []


def test_hostile_signs_in_a_text_are_taken_out(started: Program) -> None:
    stock(started, "lessons", lambda t: t.insert({**LESSON, "text": {"ar": "در\u202eس"}}))
    found = started("check", "--fix", "--yes")
    assert found.err.count("direction controls were removed") == 1
    assert started("list", "lessons", "--json").data[0]["text"]["ar"] == "درس"
    seemly(started, 2)


def test_an_approved_evaluation_is_only_read(program: Program) -> None:
    assert program("init", "--template", "demo").code == 0
    assert program("add-review", "2026-Q1").code == 0
    reviews = program("list", "reviews", "--json").data
    code = reviews[-1]["id"]
    assert program("update-review", code, "--approve").code == 0
    stock(program, "reviews", lambda t: t.update({"lead": {"party": "TR"}}, where("id") == code))
    found = program("check", "--fix", "--yes")
    assert (found.code, code in found.err) == (1, True)


def test_edited_twice(started: Program) -> None:
    declare(41)(started)
    weigh(21)(started)
    assert [code for code, _, _ in changes(started("check", "--json"))] == ["S2", "S4"]
    assert started("check", "--fix", "--yes").code == 3
    declare(42)(started)
    assert changes(started("check", "--json")) == [("S2", {"declared": 41}, {"declared": 42})]
    assert started("check", "--fix", "--yes").code == 3
    seemly(started, 3)


def test_after_many_revisions_and_without_backups(started: Program) -> None:
    """What the source says and what revisions did since is enough."""
    for percent in (50, 60, 70):
        assert started("update-step", "2", "--progress", str(percent)).code == 0
    shutil.rmtree(f"{started.file}.backups")
    declare(71)(started)
    weigh(21)(started)
    wanted = [("S2", {"declared": 70}, {"declared": 71}), ("S4", {"weight": 20}, {"weight": 21})]
    assert changes(started("check", "--json")) == wanted
    assert started("check", "--fix", "--yes").code == 3
    seemly(started, 5)


@pytest.mark.parametrize("template", ["demo", "blank"])
def test_of_another_template(program: Program, template: str) -> None:
    assert program("init", "--template", template).code == 0
    stock(program, "initiative", lambda t: t.update({"planned_end": "2031-12-31"}))
    assert [code for code, _, _ in changes(program("check", "--json"))] == ["initiative"]
    assert "revision 2" in program("check", "--fix", "--yes").err
    assert program("history", "--verify").code == 0


def test_with_an_imported_history(started: Program, tmp_path: Path) -> None:
    assert started("export", "-o", "export.json").code == 0
    other = Program(tmp_path / "other")
    other.home.mkdir()
    assert other("import", str(started.home / "export.json")).code == 0
    declare(41)(other)
    weigh(21)(other)
    wanted = [("S2", {"declared": 40}, {"declared": 41}), ("S4", {"weight": 20}, {"weight": 21})]
    assert changes(other("check", "--json")) == wanted
    assert other("check", "--fix", "--yes").code == 3
    seemly(other, 3)


def test_with_records_that_were_imported_without_a_history(started: Program, tmp_path: Path) -> None:
    """No template and no revision tells how they were; the copy that import keeps does."""
    document = started("export").json
    for gone in ("standing", "revisions"):
        del document[gone]
    document["tables"]["steps"][3]["weight"] = 33
    place = tmp_path / "bare.json"
    place.write_text(json.dumps(document), encoding="utf-8")
    other = Program(tmp_path / "other")
    other.home.mkdir()
    assert other("import", str(place)).code == 0
    weigh(21)(other)
    assert changes(other("check", "--json")) == [("S4", {"weight": 33}, {"weight": 21})]
    assert other("check", "--fix", "--yes").code == 3
    seemly(other, 2)


@pytest.mark.parametrize("backups", [(), ("--backups",)])
def test_after_a_redaction(started: Program, backups: tuple[str, ...]) -> None:
    assert started("update-step", "1", "--title-tr", "Gizli").code == 0
    assert started("update-step", "1", "--title-tr", "Adım").code == 0
    assert started("redact", "2", "--reason", "سبب", "--yes", *backups).code == 0
    weigh(21)(started)
    declare(41)(started)
    wanted = [("S2", {"declared": 40}, {"declared": 41}), ("S4", {"weight": 20}, {"weight": 21})]
    assert changes(started("check", "--json")) == wanted
    assert started("check", "--fix", "--yes").code == 3
    seemly(started, 5)
    assert started("show", "S1", "--json").data[0]["title"]["tr"] == "Adım"


def test_a_history_that_was_changed_is_told_and_not_taken_in(started: Program) -> None:
    assert started("update-step", "2", "--progress", "50").code == 0
    stock(started, "revisions", lambda t: t.update({"by": "TR"}, doc_ids=[1]))
    declare(51)(started)
    assert started("update-step", "3", "--progress", "10").code == 1
    assert "does not belong to the chain" in started("check").out
    assert changes(started("check", "--json")) == []
    assert started("check", "--fix", "--yes").code == 3
    assert len(started("history", "--json").data) == 2
    assert "does not belong to the chain" in started("check").out


def test_a_backup_helps_where_nothing_tells_what_was_changed(started: Program) -> None:
    """The file is sealed as it is first, for nothing of it may get lost."""
    assert started("update-step", "2", "--progress", "50").code == 0
    stock(started, "revisions", lambda t: t.truncate())
    backup = next(Path(f"{started.file}.backups").iterdir()).name
    refused = started("backup", "restore", backup, "--yes")
    assert (refused.code, "tracker check --fix" in refused.err) == (1, True)
    assert "sealed again" in started("check", "--fix").err
    assert started("backup", "restore", backup, "--yes").code == 0
    assert started("list", "--json").data[1]["progress"] == 40


def test_a_standing_behind_its_history_is_told_and_put_right(started: Program) -> None:
    stock(started, "standing", lambda t: t.update({"number": 0}))
    assert "number: the file has 0, its history has" in started("check").out
    refused = started("update-step", "3", "--progress", "10")
    assert (refused.code, "changed by hand" in refused.err) == (1, True)
    assert started("check", "--fix").code == 3
    assert started("update-step", "3", "--progress", "10").code == 0
    assert started("history", "--verify").code == 0


def test_a_history_that_cannot_be_read_is_not_sealed(started: Program) -> None:
    stock(started, "revisions", lambda t: t.update({"changes": 7}, doc_ids=[1]))
    raw = started.file.read_bytes()
    assert started("check", "--fix", "--yes").code == 1
    assert started.file.read_bytes() == raw


def test_an_edit_that_an_earlier_program_sealed_is_found_and_taken_in(started: Program) -> None:
    """A file whose seal fits and whose records are not what its history left."""
    from tracker.store.file import layout
    from tracker.store.file.parse import parse

    weigh(21)(started)
    parsed = parse(started.file.read_bytes(), "")
    started.file.write_bytes(b"".join(layout.pieces(parsed.content)))
    assert "changed by hand" not in started("list").err
    assert changes(started("check", "--json")) == [("S4", {"weight": 20}, {"weight": 21})]
    assert started("check", "--fix", "--yes").code == 3
    seemly(started, 2)


def test_what_changes_between_question_and_answer_is_not_taken_in(started: Program) -> None:
    from tests.store.stores import act
    from tracker.errors import ChangedMeanwhile
    from tracker.store.edits import edits_of, take_in
    from tracker.store.open import open_store

    declare(41)(started)
    store = open_store(started.file, named=True)
    shown = edits_of(store, store.state())
    weigh(21)(started)
    raw = started.file.read_bytes()
    with pytest.raises(ChangedMeanwhile):
        take_in(store, act("check", by=""), shown, shown.changes)
    assert started.file.read_bytes() == raw


def test_a_second_check_says_the_same_and_finds_what_was_forged_since(started: Program) -> None:
    kept = started.home / ".local/state/tracker/verified"
    for line in (("check", "--dry-run"), ("history", "--verify", "--dry-run")):
        assert started(*line).out
        assert not kept.exists()
    first = started("check", "--json")
    assert kept.is_file()
    assert started("check", "--json") == first
    stock(started, "revisions", lambda t: t.update({"by": "TR"}))
    forged = started("check", "--json")
    assert forged.code == 3
    assert forged.json != first.json
    assert started("history", "--verify").code == 3


def test_verifying_the_history_is_remembered_as_checking_it_is(started: Program) -> None:
    assert started("history", "--verify").code == 0
    kept = started.home / ".local/state/tracker/verified"
    told = kept.read_bytes()
    started("check")
    assert kept.read_bytes() == told
