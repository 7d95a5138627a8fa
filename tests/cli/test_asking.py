"""On a terminal a person is asked for what is missing; in a pipe nothing ever asks."""

import json
import os
import pty
import shlex
import signal
import time

import pytest

from tests.cli.program import Program
from tracker.cli.app import build
from tracker.cli.command_table import COMMANDS
from tracker.cli.parser import arguments
from tracker.cli.say.argument_words import question
from tracker.locale import LANGUAGES, open_catalog
from tracker.message import Message
from tracker.model.records.localized import Lang
from tracker.views.words import Words

NO_BIDI = {"TRACKER_BIDI": "logical"}


@pytest.mark.parametrize(
    ("line", "keys", "said"),
    [
        ("update-step --progress 50", "2\n", "Code of the record, for example S2:"),
        ("show", "S2 A1\n", "Codes of the records, for example S2 C1:"),
        ("attach S2", "9/2026\n", "Reference number, address, file or code of the evidence:"),
        ("attach", "S2\n9/2026\n", "Reference number, address, file or code of the evidence:"),
        ("link S3 --dry-run", "A2\n", "Aspect, for example A1:"),
        ("add-party SEC", "أمانة السر\n", "Name:"),
        ("add-meeting", "لقاء فني\n", "Title:"),
        ("update-step 2", "\n60\n\n\n", "--progress"),
        ("update-aspect A1", "\nExpertise\n\n\n", "--name-en"),
        ("update-initiative", "\n2026-01-01\n\n\n\n", "--start"),
        ("update-step 2 --status suspended", "funds\nR 7/2026\n", "--decision"),
        ("update-step 2 --status completed", "10/2026\n", "--evidence"),
        ("update-step 2 --due 2027-01-01 --start 2026-01-01", "", ""),
        ("verify E2", "TR\n", "--by"),
    ],
)
def test_what_is_missing_is_asked_for(started: Program, line: str, keys: str, said: str) -> None:
    found = started.typed(*line.split(), keys=keys, env=NO_BIDI)
    assert found.code == 0, found.out
    assert said in found.out
    assert "Traceback" not in found.out


@pytest.mark.parametrize("line", ["update-step --progress 50", "attach S2", "update-step 2", "verify E2"])
@pytest.mark.parametrize("keys", ["\n\n\n\n\n", "\x04"])
def test_without_an_answer_it_is_refused_as_in_a_pipe(started: Program, line: str, keys: str) -> None:
    found = started.typed(*line.split(), keys=keys, env=NO_BIDI)
    piped = started(*line.split())
    assert (found.code, piped.code) == (2, 2)
    assert piped.err.splitlines()[0] in found.out


def test_a_reason_that_a_rule_asks_for_is_asked_for_once(started: Program) -> None:
    found = started.typed("update-step", "2", "--status", "suspended", keys="\n", env=NO_BIDI)
    assert found.code == 1
    assert found.out.count("--reason –") == 1


def test_a_warning_is_told_once_however_often_more_is_asked_for(started: Program) -> None:
    found = started.typed("add-step", keys="تدريب\nA1\n", env=NO_BIDI)
    assert (found.code, found.out.count("is kept as Arabic")) == (0, 1), found.out


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_an_argument_is_asked_for_in_words(command: str, lang: Lang) -> None:
    """Not by its name in the help, which is in capitals or ends in three dots."""
    words = Words(open_catalog(lang))
    for place in arguments(build(command).params):
        if place.required:
            asked = words.message(question(command, place.metavar or ""))
            name = words.message(Message(place.metavar or ""))
            assert (asked[-1], name == asked[:-1], "…" in asked) == (":", False, False)


def test_values_with_a_dash_are_no_options(started: Program) -> None:
    found = started.typed("attach", "S2", keys="-x-\n", env=NO_BIDI)
    assert found.code == 0
    assert any(paper["reference"] == "-x-" for paper in started("list", "evidence", "--json").data)


YES = {"ar": "نعم", "tr": "Evet", "en": "YES "}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("answered", LANGUAGES)
def test_yes_is_understood_in_every_language(started: Program, lang: str, answered: str) -> None:
    found = started.typed("undo", keys=YES[answered] + "\n", env={**NO_BIDI, "TRACKER_LANG": lang})
    assert found.code == 0, found.out
    assert started("list", "--json").data[1]["progress"] == 0


@pytest.mark.parametrize("keys", ["no\n", "لا\n", "hayır\n", "\n", "x\n", "\x04", "yess\n"])
def test_anything_else_is_no(started: Program, keys: str) -> None:
    assert started.typed("undo", keys=keys).code == 1
    assert started("list", "--json").data[1]["progress"] == 40


@pytest.mark.parametrize("line", ["undo", "redact 1 --reason why", "import e.json", "backup restore NAME"])
def test_in_a_pipe_nothing_asks(started: Program, line: str) -> None:
    started("export", "-o", "first.json")
    started("import", "first.json", "--db", "other.json")
    started("update-step", "3", "--progress", "30", "--db", "other.json")
    started("export", "-o", "e.json", "--db", "other.json")
    started("backup")
    started("update-step", "2", "--progress", "50")
    name = started("backup", "list", "--json").data[-1]["name"]
    found = started(*line.replace("NAME", name).split(), stdin="yes\n")
    assert found.code == 2
    assert "--yes" in found.err
    assert [step["progress"] for step in started("list", "--json").data[1:3]] == [50, 0]


@pytest.mark.parametrize("line", ["undo", "redact 1 --reason why"])
def test_a_program_reads_nothing_but_the_refusal(started: Program, line: str) -> None:
    found = started(*line.split(), "--json")
    assert (found.code, found.out) == (2, "")
    assert json.loads(found.err)["error"]["code"] == "needs_answer"


def test_a_terminal_that_nobody_reads_asks_nothing(started: Program) -> None:
    """The keyboard is there, but the questions would go to a file."""
    mine, theirs = pty.openpty()
    with (started.home / "err").open("wb") as err, (started.home / "out").open("wb") as out:
        assert started.started(("undo",), (theirs, out.fileno(), err.fileno())).ended() == 2
    os.close(mine)
    os.close(theirs)


def test_ctrl_c_at_a_question_changes_nothing(started: Program) -> None:
    run, terminal = started.on_terminal("undo", env={"TERM": "xterm", **NO_BIDI})
    seen = b""
    while b"yes/no" not in seen:
        seen += os.read(terminal, 4096)
    time.sleep(0.1)
    os.write(terminal, b"\x03")
    code = run.ended()
    os.close(terminal)
    assert code in (130, -signal.SIGINT)
    assert started("list", "--json").data[1]["progress"] == 40


def test_a_missing_source_is_chosen_by_number_and_owner_and_date_are_asked_for(started: Program) -> None:
    assert started("add-decision", "M1", "Agreed").code == 0
    assert started("add-obstacle", "Delay").code == 0
    found = started.typed("add-commitment", "File", keys="2\nTR/coord\n2026-06-01\n", env=NO_BIDI)
    assert found.code == 0, found.out
    assert "2. O1 Delay" in found.out
    made = started("list", "commitments", "--json").data[0]
    assert (made["source"], made["due"], made["owner"]["role"]) == ("O1", "2026-06-01", "coord")


def test_evaluations_are_offered_with_their_periods(started: Program) -> None:
    assert started("add-review", "2025-Q4").code == 0
    found = started.typed("add-recommendation", keys="\n", env=NO_BIDI)
    assert "R1 1 October 2025 to 31 December 2025" in found.out.partition("Evaluation, for example")[0]


def test_codes_of_one_kind_are_shown_and_a_number_is_that_of_the_code(started: Program) -> None:
    found = started.typed("update-step", "--progress", "50", keys="3\n", env=NO_BIDI)
    assert "S3 " in found.out.partition("Code of the record")[0]
    assert "1. S1" not in found.out
    assert [step["progress"] for step in started("list", "--json").data[1:3]] == [40, 50]


@pytest.mark.parametrize(
    ("line", "missing", "answer"),
    [
        ('add-commitment "A file"', "SOURCE", 'tracker add-commitment D1 "A file"'),
        ("add-activity Course --type workshop", "STEP", "tracker add-activity S2 Course --type workshop"),
        ("add-decision Agreed", "MEETING", "tracker add-decision M1 Agreed"),
    ],
)
def test_the_text_that_was_given_is_not_what_is_missing(started: Program, line: str, missing: str, answer: str) -> None:
    found = started(*shlex.split(line))
    assert found.code == 2
    assert found.err.startswith(f"Error: {missing} is missing.")
    assert found.err.splitlines()[-1].endswith(f": {answer}")


@pytest.mark.parametrize(
    ("given", "warned"),
    [
        ((), "C1 has no owner and no date, so it can never be late: tracker update-commitment C1 --owner … --due …"),
        (("--owner", "TR"), "C1 has no date, so it can never be late: tracker update-commitment C1 --due …"),
        (("--due", "2026-06-01"), "C1 has no owner, so nobody is responsible for it"),
        (("--owner", "TR", "--due", "2026-06-01"), ""),
    ],
)
def test_a_commitment_that_is_nobodys_or_has_no_date_is_warned_of(
    started: Program, given: tuple[str, ...], warned: str
) -> None:
    assert started("add-decision", "M1", "Agreed").code == 0
    found = started("add-commitment", "D1", "File", *given)
    assert found.code == 0
    assert warned in found.err if warned else "Warning" not in found.err


@pytest.mark.parametrize("value", ["-8", "-٨", "−8"])
def test_a_threshold_is_typed_back_as_it_is_shown(started: Program, value: str) -> None:
    assert started("config", "amber_variance_points", value).code == 0
    rows = [line.split("\t") for line in started("config", "--plain").out.splitlines()]
    assert ["amber_variance_points", "-8"] in [row[:2] for row in rows]
    assert started("config", "amber_variance_points", "-9", "--dry-run").code == 0
    assert started("config", "amber_variance_points", "-x").code == 2
