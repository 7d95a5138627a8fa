"""Two secretariats with a copy each, as they type it: what is shown, asked, refused, joined and taken back."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.desks import LY, TR, both_moved, done, files, head, listed
from tests.cli.program import Program


def test_the_news_of_both_are_joined_and_both_desks_have_one_head(desks: Program) -> None:
    done(desks, LY, "update-step", "1", "--status", "in-progress")
    done(desks, TR, "add-lesson", "Erken başlamak", "--recommendation", "İki ay önce")
    files(desks)
    found = done(desks, LY, "merge", "from-tr.json", "--yes")
    assert "L1 added" in found.out
    assert "S1 Status: not started → in progress" in found.out
    done(desks, TR, "merge", "from-ly.json", "--yes")
    assert head(desks, LY) == head(desks, TR)
    assert head(desks, LY) in found.err
    assert desks("export", *LY).json["tables"] == desks("export", *TR).json["tables"]


def test_a_second_time_and_an_older_file_change_nothing(desks: Program) -> None:
    done(desks, TR, "update-step", "1", "--status", "in-progress")
    files(desks)
    done(desks, TR, "update-step", "2", "--status", "in-progress")
    done(desks, TR, "export", "-o", "newer.json")
    done(desks, LY, "merge", "newer.json", "--yes")
    before = (desks.home / "ly.json").read_bytes()
    for file in ("newer.json", "from-tr.json", "first.json"):
        assert "Nothing new" in done(desks, LY, "merge", file).err
    assert (desks.home / "ly.json").read_bytes() == before


def test_in_a_pipe_what_both_have_changed_is_refused_and_named(desks: Program) -> None:
    both_moved(desks)
    files(desks)
    before = (desks.home / "ly.json").read_bytes()
    found = desks("merge", "from-tr.json", *LY)
    assert (found.code, found.out) == (1, "")
    for part in ("C1.due", "30 April 2026", "10 May 2026", "Seyahat ertelendi", "TR/coord", "--take C1.due=theirs"):
        assert part in found.err
    assert (desks.home / "ly.json").read_bytes() == before
    refused = desks("merge", "from-tr.json", "--json", *LY)
    assert (refused.code, json.loads(refused.err)["error"]["code"]) == (1, "unanswered")


@pytest.mark.parametrize(
    ("choice", "due"),
    [
        (("--take", "C1.due=theirs"), "2026-05-10"),
        (("--take", "C1.due=ours"), "2026-04-30"),
        (("--theirs",), "2026-05-10"),
        (("--ours",), "2026-04-30"),
    ],
)
def test_the_answer_holds_on_both_desks_and_both_moves_count(desks: Program, choice: Any, due: str) -> None:
    both_moved(desks)
    files(desks)
    done(desks, LY, "merge", "from-tr.json", *choice, "--yes")
    done(desks, LY, "export", "-o", "back.json")
    assert "the same as theirs" in done(desks, TR, "merge", "back.json", "--yes").err
    assert head(desks, LY) == head(desks, TR)
    for desk in (LY, TR):
        (commitment,) = done(desks, desk, "list", "commitments", "--json").data
        assert (commitment["due"], commitment["reschedules"]) == (due, 2)


def test_two_papers_under_one_code_are_both_kept(desks: Program) -> None:
    both_moved(desks)
    files(desks)
    found = done(desks, LY, "merge", "from-tr.json", "--ours", "--yes")
    assert "E3 from now on" in found.out
    papers = {paper["reference"]: paper for paper in done(desks, LY, "list", "evidence", "--json").data}
    assert {papers["محضر 1"]["id"], papers["Rapor 7"]["id"]} == {"E2", "E3"}
    (moved,) = [paper for paper in papers.values() if paper["former"]]
    assert (moved["id"], moved["former"]) == ("E3", ["E2"])
    assert "Former codes" in done(desks, LY, "show", "E3").out
    revisions = desks("history", "E3", "--json", "--db", "ly.json").data
    assert all(any(change["uid"] == moved["uid"] for change in each["changes"]) for each in revisions)


def test_a_join_is_taken_back_and_that_travels(desks: Program) -> None:
    done(desks, LY, "update-step", "1", "--status", "in-progress")
    done(desks, TR, "update-step", "2", "--status", "in-progress")
    files(desks)
    done(desks, LY, "merge", "from-tr.json", "--yes")
    number = desks("history", "--json", "--db", "ly.json").data[0]["number"]
    done(desks, LY, "undo", str(number), "--yes")
    steps = {step["id"]: step["status"] for step in done(desks, LY, "list", "--json").data}
    assert (steps["S1"], steps["S2"]) == ("in_progress", "not_started")
    assert "Nothing new" in done(desks, LY, "merge", "from-tr.json").err
    done(desks, LY, "export", "-o", "back.json")
    done(desks, TR, "merge", "back.json", "--yes")
    assert head(desks, LY) == head(desks, TR)


def test_only_comparing_changes_nothing(desks: Program) -> None:
    both_moved(desks)
    before = (desks.home / "ly.json").read_bytes()
    found = done(desks, LY, "merge", "tr.json", "--status")
    assert "C1.due" in found.out
    data = done(desks, LY, "merge", "tr.json", "--status", "--json").data
    assert [each["take"] for each in data["both"]] == ["C1.due"]
    assert (desks.home / "ly.json").read_bytes() == before


def test_what_is_not_asked_cannot_be_answered(desks: Program) -> None:
    both_moved(desks)
    files(desks)
    found = desks("merge", "from-tr.json", "--ours", "--take", "S1.status=ours", "--yes", *LY)
    assert found.code == 2
    assert "C1.due" in found.err
    assert desks("merge", "from-tr.json", "--take", "C1.due=mine", *LY).code == 2
    assert desks("merge", "from-tr.json", "--ours", "--theirs", *LY).code == 2


def test_another_tracker_and_a_forged_file_are_refused_by_name(desks: Program) -> None:
    done(desks, TR, "update-step", "1", "--status", "in-progress", "--progress", "40", "--evidence", "12/2026")
    files(desks)
    path: Path = desks.home / "from-tr.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["revisions"][-1]["changes"][-1][3]["declared"] = 99
    next(step for step in document["tables"]["steps"] if step["id"] == "S1")["declared"] = 99
    path.write_text(json.dumps(document), encoding="utf-8")
    found = desks("merge", "from-tr.json", "--yes", *LY)
    assert found.code == 1
    assert "does not match the digest" in found.err
    assert desks("init", "--template", "blank", "--db", "blank.json").code == 0
    assert "another tracker, “مبادرة جديدة”" in desks("merge", "blank.json", "--yes", *LY).err


def test_the_second_desk_numbers_in_a_block_of_its_own(desks: Program) -> None:
    done(desks, LY, "export", "-o", "for-ankara.json")
    found = done(desks, ("--db", "block.json", "--by", "TR/coord"), "init", "--from", "for-ankara.json", "--side", "tr")
    assert "begin at 501" in found.err
    third = done(desks, ("--db", "third.json"), "init", "--from", "block.json", "--side", "other")
    assert "begin at 1001" in third.err
    desk = ("--db", "block.json", "--by", "TR/coord")
    for line in (("attach", "S1", "Rapor 1"), ("add-activity", "S2", "Kurs"), ("add-step", "Adım", "--aspect", "A1")):
        done(desks, desk, *line)
    done(desks, LY, "attach", "S1", "محضر 1")
    done(desks, LY, "add-step", "خطوة", "--aspect", "A1")
    done(desks, LY, "merge", "block.json", "--yes")
    codes = {
        row["id"]
        for kind in ("steps", "evidence", "activities")
        for row in done(desks, LY, "list", kind, "--json").data
    }
    assert {"E2", "E501", "S6", "S501", "S2.501"} <= codes
    assert not any(row["former"] for row in listed(desks, "evidence"))
    done(desks, LY, "attach", "S3", "محضر 2")
    assert "E3" in {row["id"] for row in listed(desks, "evidence")}
    facts = done(desks, LY, "check", "--json") if desks("check", *LY).code == 0 else desks("check", "--json", *LY)
    assert "taken" in facts.out
    assert "This copy: TR" in desks("status", *desk).err
    assert [key for key in done(desks, desk, "config", "--json").data if key == "copy"] == ["copy"]


def test_a_copy_that_was_put_back_gets_its_own_back_and_says_so(desks: Program) -> None:
    before = (desks.home / "ly.json").read_bytes()
    done(desks, LY, "update-step", "1", "--status", "in-progress")
    done(desks, TR, "merge", "ly.json", "--yes")
    (desks.home / "ly.json").write_bytes(before)
    found = done(desks, LY, "merge", "tr.json", "--yes")
    assert "brings back 1 revision" in found.err
    assert listed(desks, "steps")[0]["status"] == "in_progress"


def test_a_copy_made_by_hand_is_joined_and_told(desks: Program) -> None:
    (desks.home / "hand.json").write_bytes((desks.home / "ly.json").read_bytes())
    hand = ("--db", "hand.json", "--by", "LY/liaison")
    done(desks, LY, "update-step", "1", "--title-en", "One")
    done(desks, hand, "update-step", "2", "--title-en", "Two")
    assert "copied by hand" in done(desks, LY, "merge", "hand.json", "--yes").err
    done(desks, LY, "update-step", "3", "--title-en", "Three")
    assert "copied by hand" not in done(desks, hand, "merge", "ly.json", "--yes").err


def test_numbers_that_stand_twice_are_told_apart(desks: Program) -> None:
    done(desks, LY, "update-step", "3", "--title-en", "Three")
    done(desks, LY, "update-step", "1", "--title-en", "One")
    done(desks, TR, "update-step", "2", "--title-en", "Two")
    done(desks, LY, "merge", "tr.json", "--yes")
    history = desks("history", "--db", "ly.json").out
    assert re.findall(r"TR [0-9]", history) == ["TR 5", "TR 4"]
    done(desks, LY, "undo", "TR 5", "--yes")
    titles = [step["title"]["en"] for step in listed(desks, "steps")]
    assert titles[0] == "One"
    assert titles[1] != "Two"
    done(desks, LY, "undo", "--yes")
    assert listed(desks, "steps")[0]["title"]["en"] != "One"


def test_a_copy_begins_as_it_is_told(program: Program) -> None:
    found = program("init", "--side", "ly", "--db", "ly.json")
    assert (found.code, "This copy: LY." in found.err) == (0, True)
    assert program("init", "--from", "ly.json", "--template", "demo", "--db", "x.json").code == 2
    assert program("init", "--from", "missing.json", "--db", "x.json").code == 1
    assert program("init", "--from", "ly.json", "--db", "plain.json").code == 0
    assert "This copy" not in program("status", "--db", "plain.json").err
    assert program("update-step", "1", "--title-en", "One", "--db", "plain.json").code == 0
    assert "Title (en)" in program("merge", "plain.json", "--yes", "--db", "ly.json").out


def begun_apart(program: Program) -> None:
    for desk in (LY, TR):
        done(program, desk, "init")
    done(program, LY, "attach", "S1", "محضر 1")
    done(program, TR, "attach", "S2", "Rapor 7")
    done(program, TR, "export", "-o", "from-tr.json")


def test_two_begun_apart_are_joined_only_when_asked_for(program: Program) -> None:
    begun_apart(program)
    for command in ("merge", "import"):
        found = program(command, "from-tr.json", "--yes", *LY)
        assert found.code == 1
        assert "were started separately" in found.err
        assert "--begun-apart" in found.err
    (program.home / "sheet.csv").write_text("id,title_tr\nS1,x\n", "utf-8")
    assert program("import", "sheet.csv", "--begun-apart", "--yes", *LY).code == 2
    done(program, LY, "import", "from-tr.json", "--begun-apart", "--yes")
    done(program, TR, "merge", "ly.json", "--yes")
    assert head(program, LY) == head(program, TR)
    assert {row["reference"] for row in listed(program, "evidence")} >= {"محضر 1", "Rapor 7"}
    assert re.findall("init", program("history", "--db", "ly.json").out) == ["init", "init"]


def test_a_person_is_shown_both_titles_of_two_begun_apart(program: Program) -> None:
    begun_apart(program)
    merge = ("merge", "from-tr.json", "--begun-apart", *LY)
    asked = program.typed(*merge, keys="no\n").out
    assert "Ours: “Joint initiatives" in asked
    assert re.search("[0-9]+ records are the same in both. Are they of the same programme?", asked)
    assert "Nothing was changed" in asked
    assert "Head of the chain" in program.typed(*merge, keys="yes\nyes\n").out


def test_another_programme_is_refused_by_its_name(program: Program) -> None:
    for desk, title in ((LY, "برنامج الحدود"), (TR, "برنامج السواحل")):
        done(program, desk, "init", "--template", "blank")
        done(program, desk, "update-initiative", "--title-ar", title)
    found = program("merge", "tr.json", "--begun-apart", "--yes", *LY)
    assert found.code == 1
    assert "برنامج السواحل" in found.err


@pytest.mark.parametrize(
    ("ours", "theirs", "kind", "twice"),
    [
        (("attach", "S1", "12/2026"), ("attach", "S2", "١٢/٢٠٢٦"), "evidence", "has the reference number of"),
        (
            ("attach", "S1", "12/2026", "--confidentiality", "public", "--date", "2026-03-01"),
            ("attach", "S2", "12/2026", "--confidentiality", "public"),
            "evidence",
            "has the reference number of",
        ),
        (
            ("add-commitment", "D1", "توفير القاعة"),
            ("add-commitment", "D1", "تَوفير القاعه"),
            "commitments",
            "has the same text",
        ),
        (("add-meeting", "لقاء فني"), ("add-meeting", "لقاء  فني"), "meetings", "has the same text"),
        (("add-activity", "S1", "ورشة"), ("add-activity", "S1", "ورشة"), "activities", "has the same text"),
        (("add-lesson", "درس"), ("add-lesson", "درس"), "lessons", "has the same text"),
        (("add-obstacle", "تأخر"), ("add-obstacle", "تأخر"), "obstacles", "has the same text"),
        (("add-review", "2026-Q1"), ("add-review", "2026-Q1"), "reviews", "evaluates the period of"),
    ],
)
def test_what_may_be_there_twice_is_told_with_the_command_that_mends_it(
    desks: Program, ours: tuple[str, ...], theirs: tuple[str, ...], kind: str, twice: str
) -> None:
    before = len(listed(desks, kind))
    done(desks, LY, *ours)
    done(desks, TR, *theirs)
    planned = done(desks, LY, "merge", "tr.json", "--status", "--json").data
    (told,) = planned["findings"]
    found = done(desks, LY, "merge", "tr.json", "--yes")
    assert twice in " ".join(found.out.split())
    assert told["command"] in found.out
    assert len(listed(desks, kind)) == before + 2
    done(desks, LY, *told["command"].split()[1:], "--yes")
    assert len(listed(desks, kind)) == before + 1


def test_one_public_paper_of_both_is_one_and_stands_once(desks: Program) -> None:
    paper = ("12/2026", "--confidentiality", "public", "--date", "2026-03-01")
    done(desks, LY, "attach", "S1", *paper)
    done(desks, TR, "attach", "S2", *paper)
    found = done(desks, LY, "merge", "tr.json", "--yes", "--json")
    assert found.data["findings"] == []
    (evidence,) = [row for row in listed(desks, "evidence") if row["reference"] == "12/2026"]
    assert {support["record"] for support in evidence["supports"]} == {"S1", "S2"}
    for desk in (LY, TR):
        done(desks, desk, "attach", "S3", "12/2026")
    done(desks, LY, "merge", "tr.json", "--yes")
    done(desks, TR, "merge", "ly.json", "--yes")
    assert head(desks, LY) == head(desks, TR)
    assert len([row for row in listed(desks, "evidence") if row["reference"] == "12/2026"]) == 1


def test_one_paper_under_two_codes_can_still_be_attached_and_corrected(desks: Program) -> None:
    done(desks, LY, "attach", "S1", "12/2026")
    done(desks, TR, "attach", "S2", "12/2026")
    done(desks, LY, "merge", "tr.json", "--yes")
    done(desks, LY, "attach", "S3", "12/2026")
    papers = [row["id"] for row in listed(desks, "evidence") if row["reference"] == "12/2026"]
    assert len(papers) == 2
    for code in papers:
        done(desks, LY, "update-evidence", code, "--title-tr", "Rapor", "--title-ar", "تقرير")
    done(desks, LY, "remove", papers[1], "--yes")
    assert desks("check", *LY).err == ""


@pytest.fixture
def renumbered(desks: Program) -> Program:
    """Both have added C2, and ours is C3 or theirs is since the join; sheets of before lie in `old-*.csv`."""
    done(desks, LY, "add-commitment", "D1", "حجز القاعة")
    done(desks, TR, "add-commitment", "D1", "Salonu ayırtmak")
    for name, desk in (("ly", LY), ("tr", TR)):
        done(desks, desk, "export", "commitments", "-o", f"old-{name}.csv")
    done(desks, LY, "merge", "tr.json", "--yes")
    done(desks, TR, "merge", "ly.json", "--yes")
    return desks


def moved(program: Program) -> tuple[str, str]:
    """The names of the desk whose record kept its code and of the one whose went to another."""
    (row,) = [row for row in listed(program, "commitments") if row["former"]]
    assert (row["id"], row["former"]) == ("C3", ["C2"])
    return ("tr", "ly") if row["title"]["ar"] == "حجز القاعة" else ("ly", "tr")


def test_a_sheet_of_before_the_join_changes_no_other_record(renumbered: Program) -> None:
    stays, went = moved(renumbered)
    for desk in (LY, TR):
        rows = (renumbered.home / f"old-{went}.csv").read_text("utf-8-sig").splitlines()
        heading = rows[0].rstrip().split(",")
        assert heading[-2:] == ["rev", "uid"]
        found = renumbered("import", f"old-{went}.csv", "--yes", *desk)
        assert found.code == 1
        holder = {"ly": "حجز القاعة [in Arabic]", "tr": "Salonu ayırtmak"}[stays]
        assert f"C2 is “{holder}”; the record of this row is C3." in found.err
        done(renumbered, desk, "import", f"old-{stays}.csv", "--yes")
    # Without the identity the code alone tells the record, as ever.
    (renumbered.home / "plain.csv").write_text("id,title_tr\nC2,Salon\n", "utf-8")
    done(renumbered, LY, "import", "plain.csv", "--yes")


def test_a_row_of_a_record_that_is_gone_is_refused_by_name(renumbered: Program) -> None:
    _, went = moved(renumbered)
    done(renumbered, LY, "remove", "C3", "--yes")
    found = renumbered("import", f"old-{went}.csv", "--yes", *LY)
    assert "the record of this row no longer exists" in found.err
    done(renumbered, TR, "remove", "C2", "--yes")
    found = renumbered("import", f"old-{went}.csv", "--yes", *TR)
    assert "C2 no longer exists; the record of this row is C3" in found.err


def test_a_code_that_went_to_another_record_is_told_to_who_names_it(renumbered: Program) -> None:
    stays, _ = moved(renumbered)
    holder = {"ly": "حجز القاعة [in Arabic]", "tr": "Salonu ayırtmak"}[stays]
    for line in (("show", "C2"), ("update-commitment", "C2", "--priority", "high")):
        assert f"C2 is now “{holder}”; the former C2 is now C3" in done(renumbered, LY, *line).err
    assert "the former" not in done(renumbered, LY, "show", "C3").err
    assert "the former" not in done(renumbered, LY, "update-commitment", "C1", "--priority", "high").err


def block_of(program: Program, desk: tuple[str, ...]) -> str:
    return str(done(program, desk, "config", "copy", "--json").data["copy"]["value"])


def test_two_copies_with_one_block_part_and_it_is_said_once(desks: Program) -> None:
    done(desks, LY, "export", "-o", "for-ankara.json")
    one, two = (("--db", f"{name}.json", "--by", "TR/coord") for name in ("one", "two"))
    for desk in (one, two):
        done(desks, desk, "init", "--from", "for-ankara.json", "--side", "tr")
        done(desks, desk, "add-commitment", "D1", f"مهمة {desk[1]}")
    said = [
        "gives numbers from the same range" in done(desks, desk, "merge", f"{other}.json", "--yes").err
        for desk, other in ((one, "two"), (two, "one"), (one, "two"), (two, "one"))
    ]
    assert sum(said) == 1
    assert {block_of(desks, one), block_of(desks, two)} == {"TR 501…", "TR 1001…"}
    assert head(desks, one) == head(desks, two)
    for desk in (one, two):
        done(desks, desk, "attach", "S1", f"محضر {desk[1]}")
    done(desks, one, "merge", "two.json", "--yes")
    codes = {row["id"] for row in done(desks, one, "list", "evidence", "--json").data}
    assert {"E501", "E1001"} <= codes


def test_a_copy_made_by_hand_can_be_named(desks: Program) -> None:
    hand = ("--db", "hand.json", "--by", "TR/coord")
    (desks.home / "hand.json").write_bytes((desks.home / "ly.json").read_bytes())
    done(desks, LY, "update-step", "1", "--title-en", "One")
    done(desks, hand, "update-step", "2", "--title-en", "Two")
    told = done(desks, LY, "merge", "hand.json", "--yes").err
    assert "tracker config copy tr" in told
    named = done(desks, hand, "config", "copy", "tr")
    assert "its new codes begin at 501" in named.out
    assert block_of(desks, hand) == "TR 501…"
    done(desks, hand, "attach", "S1", "Rapor 1")
    done(desks, LY, "attach", "S1", "محضر 1")
    found = done(desks, LY, "merge", "hand.json", "--yes")
    assert "copied by hand" not in found.err
    assert {"E2", "E501"} <= {row["id"] for row in listed(desks, "evidence")}
    done(desks, hand, "merge", "ly.json", "--yes")
    assert head(desks, LY) == head(desks, hand)
    for line in (("copy", "nobody"), ("copy", "--unset")):
        assert desks("config", *line, *hand).code == 2
    before = (desks.home / "hand.json").read_bytes()
    done(desks, hand, "config", "copy", "ly", "--dry-run")
    assert (desks.home / "hand.json").read_bytes() == before


def test_a_copy_of_a_copy_made_by_hand_gets_numbers_of_its_own(desks: Program) -> None:
    done(desks, LY, "export", "-o", "for-ankara.json")
    tr, hand = (("--db", f"{name}.json", "--by", "TR/coord") for name in ("block", "hand"))
    done(desks, tr, "init", "--from", "for-ankara.json", "--side", "tr")
    (desks.home / "hand.json").write_bytes((desks.home / "block.json").read_bytes())
    done(desks, tr, "update-step", "1", "--title-en", "One")
    done(desks, hand, "update-step", "2", "--title-en", "Two")
    assert "begin at 1001" in done(desks, hand, "merge", "block.json", "--yes").err
    assert "same block" not in done(desks, tr, "merge", "hand.json", "--yes").err
    assert (block_of(desks, tr), block_of(desks, hand)) == ("TR 501…", "TR 1001…")


def test_a_note_on_a_file_without_news_leaves_one_answer(started: Program) -> None:
    assert started("export", "-o", "in.json").code == 0
    found = started("merge", "in.json", "--note", "ملاحظة", "--yes", "--json")
    assert (found.code, found.data["result"]) == (0, "nothing")
    assert "tracker undo 2" in found.err or "Revision 2" in found.err
    assert started("history", "--json").data[0]["note"] == "ملاحظة"
