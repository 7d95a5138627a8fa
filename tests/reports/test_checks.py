"""`check`: each finding has a sentence and a command that mends it."""

import json

import pytest

from tests.model.build import DAY, step, tracker
from tests.reports.told import notes, rows, told
from tracker.cli.command_table import COMMANDS
from tracker.model.checks import CODES
from tracker.model.finding import Finding
from tracker.model.health import Health
from tracker.reports.checks import check_report, command, sentence
from tracker.reports.message import msg
from tracker.reports.report import Note
from tracker.views import machine


@pytest.mark.parametrize("code", CODES)
def test_every_finding_has_both(code: str) -> None:
    found = Finding(code, "S1", 3, "needs_evidence")
    assert told(sentence(found)).endswith(".")
    words = command(found).split()
    assert words[0] == "tracker"
    assert words[1] in COMMANDS


def test_the_report() -> None:
    found = [Finding("weights", None, 60), Finding("stale", "S2", 40)]
    report = check_report(tracker(step()), DAY, found, (("path", msg("File"), "/x"),), (), told)
    assert rows(report, "findings") == [
        ["–", "Weights sum to 60; 100 is expected.", "tracker update-step S1 --weight N"],
        ["S2", "It has not been updated for 40 days.", "tracker update-step S2 --confirm"],
    ]
    assert notes(report, "store") == [("green", "The file is sound.")]
    envelope = json.loads(machine.render(report))
    assert envelope["data"][1] == {
        "code": "stale",
        "record": "S2",
        "number": 40,
        "detail": "",
        "sentence": "It has not been updated for 40 days.",
        "command": "tracker update-step S2 --confirm",
    }
    assert envelope["place"] == {"path": "/x"}


def test_faults_of_the_file_are_counted_too() -> None:
    report = check_report(tracker(step()), DAY, [], (), (Note(msg("Broken."), Health.RED),), told)
    assert notes(report, "store") == [("red", "Broken.")]
    assert [told(block.heading) for block in report.blocks if block.key == "findings"] == ["1 finding"]
