"""The file for the other desk, as both type it: what is internal stays, and the work of both comes together."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Program, Result

LY, TR = ("--db", "ly.json", "--by", "LY"), ("--db", "tr.json", "--by", "TR")
Line = tuple[str, ...]


def done(program: Program, desk: Line, *line: str) -> Result:
    found = program(*line, *desk)
    assert found.code == 0, found.err
    return found


def work(desk: str, first: str) -> list[Line]:
    """Commands that bring an internal text into every place that has one; `first` is the step of that desk."""
    secret = (f"{desk}secret{number}." for number in range(100))

    def reason() -> Line:
        return ("--reason", next(secret))

    return [
        ("update-step", first, "--status", "suspended", *reason(), "--decision", next(secret), "--note", next(secret)),
        ("update-step", first, "--status", "in-progress", *reason()),
        ("update-step", first, "--start", "2026-04-01", "--due", "2026-05-01"),
        ("update-step", first, "--forecast", "2026-06-01", *reason()),
        ("update-step", first, "--health", "red", *reason()),
        ("attach", first, next(secret), "--title", next(secret)),
        ("attach", first, next(secret), "--confidentiality", "restricted"),
        ("add-obstacle", f"عائق {desk}", "--step", first),
        ("add-lesson", f"درس {desk}", "--note", next(secret)),
        ("add-commitment", "O1" if desk == "LY" else "O501", f"التزام {desk}", "--due", "2026-05-01"),
        ("update-commitment", "C1" if desk == "LY" else "C501", "--due", "2026-05-09", *reason()),
        ("add-meeting", f"اجتماع {desk}", "--on", "2026-04-20"),
        ("add-review", "2026-Q1" if desk == "LY" else "2025-Q4"),
    ]


@pytest.fixture
def desks(program: Program) -> Program:
    done(program, LY, "init")
    for line in work("LY", "S1"):
        done(program, LY, *line)
    done(program, LY, "update-review", "R1", "--rate", "S1.relevance=2", "--justification", "LYsecret-rating.")
    done(program, LY, "update-review", "R1", "--summary", "LYsecret-summary.", "--finding", "LYsecret-finding.")
    done(program, LY, "add-recommendation", "R1", "LYsecret-advice.")
    told = done(program, LY, "export", "--audience", "counterpart", "-o", "for-tr.json")
    assert "withheld" in told.err
    done(program, TR, "init", "--from", "for-tr.json", "--side", "tr")
    return program


def text(program: Program, name: str) -> str:
    return (program.home / name).read_text("utf-8")


def head(program: Program, desk: Line) -> str:
    found = done(program, desk, "history", "--verify", "--json")
    assert found.json["data"]["whole"]
    return str(found.json["data"]["head"])


def exchange(program: Program, number: int) -> None:
    """Both hand over their file, and take in the other one."""
    for desk, name in ((LY, "ly"), (TR, "tr")):
        done(program, desk, "export", "--audience", "counterpart", "-o", f"from-{name}-{number}.json")
    for desk, name in ((LY, "tr"), (TR, "ly")):
        done(program, desk, "merge", f"from-{name}-{number}.json", "--yes")


def test_twice_in_both_directions_nothing_internal_is_given_and_both_have_one_head(desks: Program) -> None:
    for line in work("TR", "S2"):
        done(desks, TR, *line)
    exchange(desks, 1)
    assert head(desks, LY) == head(desks, TR)
    done(desks, LY, "update-step", "3", "--status", "suspended", "--reason", "LYsecret-3.", "--decision", "LYsecret-4.")
    done(desks, TR, "update-step", "4", "--status", "suspended", "--reason", "TRsecret-3.", "--decision", "TRsecret-4.")
    exchange(desks, 2)
    assert head(desks, LY) == head(desks, TR)
    for name, theirs in (("ly", "TRsecret"), ("tr", "LYsecret")):
        assert theirs not in text(desks, f"{name}.json")
        for number in (1, 2):
            for secret in ("LYsecret", "TRsecret"):
                assert secret not in text(desks, f"from-{name}-{number}.json")
    assert text(desks, "ly.json").count("LYsecret") > 20
    assert done(desks, LY, "show", "S3", "--json").data
    for desk in (LY, TR):
        assert desks("check", *desk).code == 3  # something is to be done, and no rule is broken


def test_only_what_one_withholds_oneself_is_told_as_withheld(desks: Program) -> None:
    told = done(desks, TR, "export", "--audience", "counterpart", "-o", "from-tr.json").err
    assert "there is nothing internal to withhold" in told
    done(desks, TR, "note", "S1", "TRsecret-note.")
    done(desks, TR, "attach", "S2", "TRsecret-paper.")
    told = done(desks, TR, "export", "--audience", "counterpart", "-o", "from-tr.json").err
    assert "1 document that is not public." in told
    assert "2 internal texts" in told
    assert "evaluation" not in told


def test_the_other_desk_sees_that_something_is_withheld_and_not_what(desks: Program) -> None:
    shown = done(desks, TR, "show", "S1")
    assert "[withheld by the other side]" in shown.out
    assert "\ufdd0" not in shown.out
    assert json.loads(done(desks, TR, "show", "S1", "--json").out)["data"][0]["forecast_reason"]["en"] == "[withheld]"
    history = done(desks, TR[:2], "history", "S1")
    assert "[withheld by the other side]" in history.out
    assert "محجوب" in done(desks, TR, "show", "S1", "--lang", "ar").out


def test_a_text_that_is_withheld_is_not_replaced_unseen(desks: Program) -> None:
    before = text(desks, "tr.json")
    refused = desks("update-evidence", "E2", "--reference", "TR-guess", *TR)
    assert refused.code == 1
    assert "withholds" in refused.err
    assert text(desks, "tr.json") == before
    done(desks, TR, "update-step", "1", "--forecast", "2026-07-01", "--reason", "Kendi gerekçemiz")


def test_a_sheet_and_an_editor_leave_what_is_withheld_as_it_is(desks: Program) -> None:
    done(desks, TR, "export", "evidence", "-o", "e.csv")
    assert "[withheld]" in text(desks, "e.csv")
    before = text(desks, "tr.json")
    assert "Nothing changed" in done(desks, TR, "import", "e.csv", "--yes").out
    assert text(desks, "tr.json") == before


def test_a_mark_cannot_be_typed(desks: Program) -> None:
    mark = "\ufdd0" + "a" * 64
    done(desks, LY, "add-lesson", f"نص {mark}")
    assert mark not in text(desks, "ly.json")


def test_documents_of_a_copy_from_which_something_is_withheld(desks: Program, tmp_path: Path) -> None:
    for kind in ("full", "brief", "matrix", "evaluation"):
        name = tmp_path / f"{kind}.md"
        options = ("--period", "2026-Q1") if kind == "evaluation" else ()
        done(desks, TR, "report", kind, "-o", str(name), *options)
        assert "\ufdd0" not in name.read_text("utf-8")


def test_a_copy_that_was_put_back_gets_its_work_from_the_other_desk_without_its_internal_texts(desks: Program) -> None:
    earlier = text(desks, "ly.json")
    done(desks, LY, "update-step", "3", "--status", "suspended", "--reason", "LYsecret-3.", "--decision", "LYsecret-4.")
    exchange(desks, 1)
    (desks.home / "ly.json").write_text(earlier, encoding="utf-8")
    done(desks, TR, "export", "--audience", "counterpart", "-o", "back.json")
    found = done(desks, LY, "merge", "back.json", "--yes")
    assert "this copy was restored to an earlier state" in found.err
    (step,) = done(desks, LY, "show", "S3", "--json").data
    assert (step["status"], step["status_reason"]["en"]) == ("suspended", "[withheld]")
    assert head(desks, LY) == head(desks, TR)
    (first,) = done(desks, LY, "show", "S1", "--json").data
    assert first["forecast_reason"]["en"].startswith("LYsecret")


def noted(program: Program, desk: Line) -> list[tuple[str, str]]:
    return [(each["by"], each["text"]) for each in done(program, desk, "show", "S1", "--json").data[0]["notes"]]


def test_both_desks_keep_the_notes_of_both_and_read_the_public_ones(desks: Program) -> None:
    done(desks, LY, "note", "S1", "LYsecret-note.")
    done(desks, LY, "note", "S1", "ملاحظة عامة", "--public")
    done(desks, TR, "note", "S1", "TRsecret-note.")
    done(desks, TR, "note", "S1", "Açık not", "--public")
    exchange(desks, 1)
    assert head(desks, LY) == head(desks, TR)
    ours, theirs = noted(desks, LY), noted(desks, TR)
    assert sorted(ours) == [
        ("LY", "LYsecret-note."),
        ("LY", "ملاحظة عامة"),
        ("TR", "Açık not"),
        ("TR", "[withheld]"),
    ]
    assert sorted(theirs) == [("LY", "[withheld]"), ("LY", "ملاحظة عامة"), ("TR", "Açık not"), ("TR", "TRsecret-note.")]
    assert "withheld by the other side" in done(desks, TR, "show", "S1").out
    assert "LYsecret" not in text(desks, "tr.json") + text(desks, "from-ly-1.json")
    assert "TRsecret" not in text(desks, "ly.json") + text(desks, "from-tr-1.json")


def test_a_note_that_is_taken_back_or_erased_is_so_on_both_desks(desks: Program) -> None:
    done(desks, LY, "note", "S1", "wrong", "--public")
    done(desks, LY, "note", "S1", "private matter", "--public")
    exchange(desks, 1)
    assert [words for _, words in noted(desks, TR)] == ["wrong", "private matter"]
    wrong, private = (each["number"] for each in done(desks, LY, "show", "S1", "--json").data[0]["notes"])
    done(desks, LY, "undo", str(wrong), "--yes")
    done(desks, LY, "redact", str(private), "--reason", "x", "--yes")
    exchange(desks, 2)
    assert noted(desks, TR) == noted(desks, LY) == [("LY", "[…]")]
    assert head(desks, LY) == head(desks, TR)
    assert "private matter" not in text(desks, "tr.json") + text(desks, "ly.json")


@pytest.mark.parametrize("change", [{"note": "غيره"}, {"number": 7}, {"by": "TR"}], ids=str)
def test_a_text_is_given_under_its_own_digest_alone(program: Program, change: dict[str, Any]) -> None:
    """A revision that we know, in a file that has the texts that we lack and something else besides."""
    done(program, LY, "init")
    done(program, LY, "update-step", "1", "--confirm", "--note", "سري")
    done(program, LY, "export", "--audience", "counterpart", "-o", "for-tr.json")
    done(program, TR, "init", "--from", "for-tr.json", "--side", "tr")
    done(program, LY, "export", "-o", "whole.json")
    whole = json.loads((program.home / "whole.json").read_text("utf-8"))
    whole["revisions"][1].update(change)
    (program.home / "forged.json").write_text(json.dumps(whole), "utf-8")
    before = head(program, TR)
    program("merge", "forged.json", "--yes", *TR)
    assert head(program, TR) == before
    told = program("history", "--json", *TR[:2]).data[-2]
    assert (told["number"], told["by"]) == (2, "LY")
    assert told["note"] != "غيره"
    done(program, TR, "merge", "whole.json", "--yes")
    assert program("history", "--json", *TR[:2]).data[-2]["note"] == "سري"


def test_a_translation_of_a_withheld_reason_is_no_question_on_either_desk(desks: Program) -> None:
    """The digest of the words is the same, whether they stand alone or beside a translation (rule 17.9)."""
    exchange(desks, 1)
    done(desks, LY, "update-step", "S1", "--forecast-reason-tr", "LYsecret bir gerekçe.")
    done(desks, TR, "update-step", "S1", "--forecast", "2027-08-01", "--reason", "TRsecret gerekçe.", "--dry-run")
    done(desks, TR, "update-step", "S1", "--title-en", "Exchange of information")
    exchange(desks, 2)
    assert head(desks, LY) == head(desks, TR)
    assert "LYsecret" not in text(desks, "tr.json")


def test_who_has_answered_is_told_when_both_have_one_head(desks: Program) -> None:
    exchange(desks, 1)
    done(desks, LY, "update-step", "S4", "--progress", "20", "--status", "in-progress")
    done(desks, TR, "update-step", "S4", "--progress", "30", "--status", "in-progress")
    for desk, name in ((LY, "ly"), (TR, "tr")):
        done(desks, desk, "export", "--audience", "counterpart", "-o", f"of-{name}.json")
    told = done(desks, LY, "merge", "of-tr.json", "--ours", "--yes")
    assert "once it merges your file" in told.out + told.err
    assert "has the same head; write it" not in told.out + told.err
    done(desks, LY, "export", "--audience", "counterpart", "-o", "answered.json")
    told = done(desks, TR, "merge", "answered.json", "--yes")
    assert "has the same head; write it" in told.out + told.err
    assert head(desks, LY) == head(desks, TR)
