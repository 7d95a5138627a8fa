"""`check`: each finding has a sentence and a command that mends it."""

import json

import pytest

from tests.foreign import foreign
from tests.model.build import DAY, step, tracker
from tests.reports.told import notes, rows, told
from tracker.cli.command_table import COMMANDS
from tracker.cli.say.error_words import worded
from tracker.errors import NeedsEvidence, RuleBroken
from tracker.locale import LANGUAGES, open_catalog
from tracker.message import Message, msg
from tracker.model.checks.finding import Finding
from tracker.model.checks.findings import CODES
from tracker.model.history.revision import Change
from tracker.model.records.localized import Lang
from tracker.model.state.health import Health
from tracker.reports.answers.checks import Examined, check_report
from tracker.reports.answers.finding_words import command, sentence
from tracker.reports.report import Note
from tracker.views import machine
from tracker.views.words import Words


def said(rule: RuleBroken) -> Message:
    return worded(rule)[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_finding_has_both(code: str, lang: Lang) -> None:
    rule = NeedsEvidence("S1") if code == "broken_rule" else None
    found = Finding(code, "S1", 3, "steps/title/tr" if code == "untranslated" else "needs_evidence", rule)
    shown = Words(open_catalog(lang)).bare(sentence(found, said))
    assert shown.endswith(".")
    assert foreign(lang, shown) == []
    assert "needs_evidence" not in shown
    words = command(found).split()
    assert words[0] == "tracker"
    assert words[1] in COMMANDS


def test_the_report() -> None:
    found = [Finding("weights", None, 60), Finding("stale", "S2", 40)]
    report = check_report(tracker(step()), DAY, found, Examined((("path", msg("File"), "/x"),)), said, told)
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


def test_of_many_findings_the_first_of_each_kind_are_told_and_the_others_counted() -> None:
    found = [*(Finding("stale", f"S{n}", 40) for n in range(1, 25)), Finding("no_owner", "S1")]
    report = check_report(tracker(step()), DAY, found, Examined(), said, told)
    shown = rows(report, "findings")
    assert [code for code, *_ in shown] == [*(f"S{n}" for n in range(1, 21)), "–", "S1"]
    assert shown[20][1:] == ["4 further records; --json tells all of them", "–"]
    assert len(json.loads(machine.render(report))["data"]) == 25


def test_faults_of_the_file_are_counted_too() -> None:
    faults = (Note(msg("Broken."), Health.RED),)
    report = check_report(tracker(step()), DAY, [], Examined(faults=faults), said, told)
    assert notes(report, "store") == [("red", "Broken.")]
    assert [told(block.heading) for block in report.blocks if block.key == "findings"] == ["1 finding"]


def test_what_was_changed_by_hand_is_told_field_by_field() -> None:
    """Also the fields of which history says nothing, and as data."""
    change = Change("steps", "S1", {"declared": 40, "order": 1}, {"declared": 41, "order": 2})
    gone = Change("lessons", "L1", {"id": "L1", "text": {"ar": "درس"}}, None)
    report = check_report(tracker(step()), DAY, [], Examined(edits=(gone, change)), said, told)
    assert [text for _, text in notes(report, "edits")] == ["L1 removed", "S1 Declared: 40% → 41%", "S1 Order: 1 → 2"]
    envelope = json.loads(machine.render(report))
    assert envelope["edits"][1] == {"table": "steps", "code": "S1", "before": change.before, "after": change.after}
    assert envelope["revision"] is None
