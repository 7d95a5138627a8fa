"""Several records change alike with one command: in one revision, all or none, and a refusal names the record."""

import pytest

from tests.cli.program import Program

LY = ("--by", "LY/liaison")


def owners(program: Program) -> dict[str, str]:
    listed = program("list", "commitments", "--json").data
    return {each["id"]: f"{each['owner']['party']}/{each['owner']['role']}" for each in listed if each["owner"]}


@pytest.mark.parametrize("codes", [("C1", "C4"), ("1", "c4"), ("C1,C4",), ("C1", "C4", "C1")])
def test_all_change_in_one_revision_and_each_is_told(demo: Program, codes: tuple[str, ...]) -> None:
    found = demo("update-commitment", *codes, "--owner", "LY/ops", *LY)
    assert found.code == 0
    assert "C1 Owner: " in found.out
    assert "C4 Owner: " in found.out
    assert (owners(demo)["C1"], owners(demo)["C4"]) == ("LY/ops", "LY/ops")
    assert demo("undo", "--yes", *LY).code == 0
    assert "LY/ops" not in (owners(demo)["C1"], owners(demo)["C4"])


def test_a_note_and_a_paper_are_for_all_of_them(demo: Program) -> None:
    found = demo("update-step", "1", "3", "--evidence", "77/2026", "--note", "أُرسل إلى الجهتين", *LY)
    assert found.code == 0
    papers = [each for each in demo("list", "evidence", "--json").data if each["reference"] == "77/2026"]
    assert len(papers) == 1
    assert {support["record"] for support in papers[0]["supports"]} == {"S1", "S3"}


def test_one_refusal_refuses_all_and_names_its_record(demo: Program) -> None:
    before = demo.file.read_bytes()
    found = demo("update-commitment", "C8", "C1", "--due", "2027-01-01", "--reason", "تأجيل", *LY)
    assert found.code == 0
    demo("undo", "--yes", *LY)
    before = demo.file.read_bytes()
    found = demo("update-commitment", "C8", "C1", "--due", "2027-01-01", *LY)
    assert found.code == 1
    assert found.err.startswith("Error: C8: Moving the date of a commitment needs a reason")
    found = demo("update-step", "S1", "S3", "--status", "completed", *LY)
    assert found.code == 1
    assert found.err.startswith("Error: S1 ")
    assert "S1: " not in found.err
    assert demo.file.read_bytes() == before


def test_a_code_that_is_none_refuses_all(demo: Program) -> None:
    before = demo.file.read_bytes()
    found = demo("update-commitment", "C1", "C400", "--owner", "LY/ops")
    assert found.code == 1
    assert "No record with code C400." in found.err
    assert "No record with code ZZZ.\nSee tracker list all." in demo("show", "ZZZ").err
    assert demo.file.read_bytes() == before


@pytest.mark.parametrize("option", ["--title", "--title-tr", "--if-rev"])
def test_a_title_and_a_revision_are_of_one_record(demo: Program, option: str) -> None:
    found = demo("update-commitment", "C1", "C4", option, "3", "--owner", "LY/ops")
    assert found.code == 2
    assert f"{option} is for one record" in found.err
    assert demo("update-commitment", "C1", "C1", option, "3", "--owner", "LY/ops").code in (0, 1)


def test_one_record_is_edited(demo: Program) -> None:
    found = demo.typed("update-commitment", "C1", "C4", "--edit", env={"EDITOR": "true"})
    assert "--edit is for one record" in found.out


def test_items_of_an_agenda_are_of_one_meeting(demo: Program) -> None:
    assert "--agenda-tr is for one record" in demo("update-meeting", "M1", "M2", "--agenda-tr", "1=Açılış").err


def test_the_codes_that_are_left_are_completed(demo: Program) -> None:
    env = {"_TRACKER_COMPLETE": "bash_complete", "COMP_WORDS": "tracker update-commitment C1 C1", "COMP_CWORD": "3"}
    offered = {line.partition("\t")[0] for line in demo(env=env).out.splitlines()}
    assert "C10" in offered
    assert "C1" not in offered


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("update-step 1 50", "tracker update-step 1 --progress 50"),
        ("update-step 1 2 50", "tracker update-step 1 2 --progress 50"),
        ("update-step 1 2 done", "tracker update-step 1 2 --status completed"),
        ("update-commitment C1 C4 tomorrow", "tracker update-commitment C1 C4 --due tomorrow"),
        ("done C1 C4", "tracker update-commitment C1 C4 --status completed"),
        ("assign C1 C4 TR/coord", "tracker update-commitment C1 C4 --owner TR/coord"),
    ],
)
def test_words_behind_the_codes_are_answered_with_the_line_that_works(demo: Program, line: str, answer: str) -> None:
    assert demo(*line.split()).err.splitlines()[-1] == f"Type it like this: {answer}"


def test_a_word_that_is_no_code_is_refused_before_anything_is_asked(demo: Program) -> None:
    found = demo.typed("update-step", "1", "50")
    assert "tracker update-step 1 --progress 50" in found.out
    assert "--status" not in found.out
