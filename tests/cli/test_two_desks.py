"""The promises to two secretariats, sentence by sentence, as they type them."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.desks import LY, TR, both_moved, done, files, head, listed
from tests.cli.program import Program
from tests.store.desks import Desk
from tests.store.stores import act, change, update
from tracker.model.records.status import Status
from tracker.store.template import template_state

TODAY = datetime.now(UTC).date()


def history(program: Program, desk: tuple[str, ...], *line: str) -> Any:
    """The revisions of all offices, the newest first."""
    return done(program, desk[:2], "history", "--json", *line).data


def test_three_groups_are_shown_and_one_question_is_asked(desks: Program) -> None:
    done(desks, LY, "update-step", "1", "--status", "in-progress")
    done(desks, TR, "attach", "S2", "Rapor 7", "--note", "iki nüsha")
    shown = desks.typed("merge", "tr.json", *LY, keys="yes\n").out
    places = [shown.index(part) for part in ("What they bring", "What only you have changed", "Merge this file?")]
    assert places == sorted(places)
    assert len(re.findall(r"\(yes/no\)", shown)) == 1
    assert "Head of the chain" in shown


def test_a_no_changes_nothing(desks: Program) -> None:
    done(desks, TR, "update-step", "1", "--status", "in-progress")
    done(desks, LY, "update-step", "2", "--status", "in-progress")
    before = (desks.home / "ly.json").read_bytes()
    assert "Nothing was changed" in desks.typed("merge", "tr.json", *LY, keys="no\n").out
    assert (desks.home / "ly.json").read_bytes() == before


def test_an_import_into_a_tracker_is_the_same_join(desks: Program) -> None:
    done(desks, LY, "update-step", "1", "--status", "in-progress")
    done(desks, TR, "update-step", "2", "--status", "in-progress")
    files(desks)
    done(desks, LY, "import", "from-tr.json", "--yes")
    done(desks, TR, "merge", "from-ly.json", "--yes")
    assert head(desks, LY) == head(desks, TR)


def test_who_had_to_choose_is_the_author_and_nobody_else(desks: Program) -> None:
    done(desks, LY, "update-step", "2", "--status", "in-progress")
    done(desks, TR, "update-step", "3", "--status", "in-progress")
    files(desks)
    done(desks, LY, "merge", "from-tr.json", "--yes")
    assert (history(desks, LY)[0]["command"], history(desks, LY)[0]["by"]) == ("merge", "")
    both_moved(desks)
    done(desks, LY, "merge", "tr.json", "--ours", "--yes", "--note", "اتفاق في الاجتماع")
    made = history(desks, LY)[0]
    assert (made["command"], made["by"], made["note"]) == ("merge", "LY/liaison", "اتفاق في الاجتماع")


def test_who_only_lacked_news_is_named_the_backup_that_brings_back_what_was(desks: Program) -> None:
    done(desks, TR, "update-step", "1", "--status", "in-progress")
    told = done(desks, LY, "merge", "tr.json", "--yes").err
    (command,) = re.findall(r"tracker (backup restore \S+)", told)
    done(desks, LY, *command.split(), "--yes")
    assert listed(desks, "steps")[0]["status"] == "not_started"


def test_a_person_chooses_one_by_one(desks: Program) -> None:
    both_moved(desks)
    done(desks, LY, "update-step", "5", "--title-tr", "Bizim")
    done(desks, TR, "update-step", "5", "--title-tr", "Onların")
    shown = desks.typed("merge", "tr.json", *LY, keys="2\n٢\nyes\n").out
    assert re.search(r"C1\.due \([12] of 2\)", shown)
    assert re.search(r"S5\.title/tr \([12] of 2\)", shown)
    (commitment,) = listed(desks, "commitments")
    assert (commitment["due"], commitment["reschedules"]) == ("2026-05-10", 2)
    assert listed(desks, "steps")[4]["title"]["tr"] == "Onların"


@pytest.mark.parametrize("keys", ["\n", "2\n\n", "2\n9\n", "x\n"])
def test_anything_but_an_answer_changes_nothing(desks: Program, keys: str) -> None:
    both_moved(desks)
    done(desks, LY, "update-step", "5", "--title-tr", "Bizim")
    done(desks, TR, "update-step", "5", "--title-tr", "Onların")
    before = (desks.home / "ly.json").read_bytes()
    assert "Nothing was changed" in desks.typed("merge", "tr.json", *LY, keys=keys).out
    assert (desks.home / "ly.json").read_bytes() == before


def stepped(program: Program, desk: tuple[str, ...], day: date, declared: int) -> None:
    """The first step with another percentage, typed on a desk whose clock says that day."""
    store = Desk(program.home / desk[1], desk[3]).store
    change(store, update(declared=declared), day=day, by=desk[3])


@pytest.fixture
def long_ago(program: Program) -> Program:
    """Two copies that were begun and last exchanged some days ago."""
    ly = Desk(program.home / "ly.json", "LY")
    ly.store.create(act("init", by="LY", day=TODAY - timedelta(20)), template_state())
    change(ly.store, update(status=Status.IN_PROGRESS), day=TODAY - timedelta(20), by="LY")
    Desk(program.home / "tr.json", "TR", ly)
    return program


@pytest.mark.parametrize(("ours", "theirs", "kept"), [(1, 2, 30), (2, 1, 20)])
def test_the_newer_one_stays_where_that_is_asked_for(long_ago: Program, ours: int, theirs: int, kept: int) -> None:
    stepped(long_ago, LY, TODAY - timedelta(10 - ours), 20)
    stepped(long_ago, TR, TODAY - timedelta(10 - theirs), 30)
    done(long_ago, LY, "merge", "tr.json", "--newer", "--yes")
    assert Desk(long_ago.home / "ly.json", "LY").store.load().steps["S1"].declared == kept


def test_a_clock_that_runs_ahead_wins_nothing(long_ago: Program) -> None:
    stepped(long_ago, LY, TODAY - timedelta(1), 20)
    stepped(long_ago, TR, TODAY + timedelta(30), 30)
    found = long_ago("merge", "tr.json", "--newer", "--yes", *LY)
    assert found.code == 1
    assert re.search("clock is (29|30|31) days ahead", found.err)
    assert "S1.declared" in found.err
    done(long_ago, LY, "merge", "tr.json", "--ours", "--yes")
    done(long_ago, LY, "update-step", "2", "--title-en", "Two")
    (ours,) = [
        each for each in history(long_ago, LY) if each["by"] == "LY/liaison" and each["command"] == "update-step"
    ][:1]
    assert ours["at"][:10] <= (TODAY + timedelta(1)).isoformat()


def test_where_neither_is_newer_the_newer_one_is_not_offered_again(long_ago: Program) -> None:
    stepped(long_ago, LY, TODAY - timedelta(1), 20)
    stepped(long_ago, TR, TODAY - timedelta(1), 30)
    assert "--newer" in long_ago("merge", "tr.json", "--yes", *LY).err
    found = long_ago("merge", "tr.json", "--newer", "--yes", *LY)
    assert found.code == 1
    assert "The times do not show which is newer." in found.err
    assert "--take S1.declared=theirs" in found.err
    assert "--newer" not in found.err


def test_a_move_that_both_took_back_counts_once_less(desks: Program) -> None:
    done(desks, LY, "update-commitment", "1", "--due", "2026-04-30", "--reason", "سبب")
    done(desks, LY, "update-commitment", "1", "--due", "2026-05-30", "--reason", "سبب")
    done(desks, TR, "merge", "ly.json", "--yes")
    for desk in (LY, TR):
        moves = [each for each in history(desks, desk, "C1") if each["command"] == "update-commitment"]
        done(desks, desk, "undo", str(moves[0]["number"]), "--yes")
    done(desks, LY, "merge", "tr.json", "--yes")
    done(desks, TR, "merge", "ly.json", "--yes")
    assert head(desks, LY) == head(desks, TR)
    (commitment,) = listed(desks, "commitments")
    assert (commitment["due"], commitment["reschedules"]) == ("2026-04-30", 1)


def test_a_code_once_given_up_is_never_given_again_and_what_names_it_follows(desks: Program) -> None:
    for desk, title in ((LY, "حجز القاعة"), (TR, "Salonu ayırtmak")):
        done(desks, desk, "add-commitment", "D1", title)
        done(desks, desk, "attach", "C2", f"{title} 1")
    files(desks)
    done(desks, LY, "merge", "from-tr.json", "--yes")
    done(desks, TR, "merge", "from-ly.json", "--yes")
    assert head(desks, LY) == head(desks, TR)
    titles = {row["id"]: next(filter(None, row["title"].values())) for row in listed(desks, "commitments")}
    for paper in listed(desks, "evidence"):
        for support in paper["supports"]:
            if support["record"] in ("C2", "C3"):
                assert paper["reference"] == f"{titles[support['record']]} 1"
    (moved,) = [row for row in listed(desks, "commitments") if row["former"]]
    assert (moved["id"], moved["former"]) == ("C3", ["C2"])
    assert "C2" in done(desks, LY, "show", "C3").out
    for desk in (LY, TR):
        done(desks, desk, "remove", "C3", "--yes", "--reason", "خطأ")
    done(desks, LY, "add-commitment", "D1", "جديد")
    assert [row["id"] for row in listed(desks, "commitments")][-1] == "C4"


def test_history_shows_theirs_as_theirs(desks: Program) -> None:
    done(desks, TR, "update-step", "1", "--status", "in-progress", "--note", "toplantıdan sonra")
    done(desks, LY, "update-step", "2", "--status", "in-progress")
    done(desks, LY, "merge", "tr.json", "--yes")
    (theirs,) = [each for each in history(desks, LY) if each["by"] == "TR/coord" and each["note"]]
    assert (theirs["command"], theirs["note"]) == ("update-step", "toplantıdan sonra")
    shown = done(desks, LY[:2], "history").out
    assert "toplantıdan sonra" in shown
    assert "TR/coord" in shown


def test_what_came_from_the_other_side_can_be_redacted(desks: Program) -> None:
    done(desks, TR, "update-step", "1", "--title-tr", "gizli isim")
    done(desks, TR, "update-step", "1", "--title-tr", "Adım")
    done(desks, LY, "update-step", "2", "--status", "in-progress")
    done(desks, LY, "merge", "tr.json", "--yes")
    (revision,) = [
        each for each in history(desks, LY) if any("gizli isim" in str(change["after"]) for change in each["changes"])
    ]
    label = str(revision["number"])
    done(desks, LY, "redact", label, "--reason", "طلب", "--yes")
    assert "gizli isim" not in (desks.home / "ly.json").read_text("utf-8")
    done(desks, TR, "merge", "ly.json", "--yes")
    assert "gizli isim" not in (desks.home / "tr.json").read_text("utf-8")
    assert head(desks, LY) == head(desks, TR)


def test_what_arrived_since_a_day_is_shown(desks: Program) -> None:
    done(desks, TR, "update-step", "1", "--status", "in-progress", "--today", "2026-03-01")
    done(desks, LY, "merge", "tr.json", "--yes")
    assert "S1" in done(desks, LY, "status", "--since", "2026-03-30").out


def test_a_comparison_names_what_has_changed_on_either_side_since(desks: Program) -> None:
    done(desks, LY, "merge", "tr.json", "--yes")
    done(desks, LY, "update-step", "1", "--status", "in-progress")
    checked = desks("check", *LY)
    assert re.search("since then 1 revision of yours", checked.out + checked.err)


def test_another_file_of_the_same_copy_can_be_a_plain_path(desks: Program, tmp_path: Path) -> None:
    """A tracker's own file with a name that has blanks and letters of another script."""
    done(desks, TR, "update-step", "1", "--status", "in-progress")
    (desks.home / "ملف أنقرة.json").write_bytes((desks.home / "tr.json").read_bytes())
    done(desks, LY, "merge", "ملف أنقرة.json", "--yes")
    assert head(desks, LY) == head(desks, TR)
