"""What is printed, kept as it was last looked at: read the difference before accepting it (`pytest --snapshot-update`).

Pages are in logical order, as a pipe gets them; real terminals are looked at in tests/terminals.
"""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.reports.told import told
from tests.views.example import TODAY, example
from tests.views.pages import LANGS, first_rows, page, says_all, words
from tracker.cli.say.error_words import worded
from tracker.cli.say.help import root_help
from tracker.message import msg
from tracker.model.checks.findings import findings
from tracker.reports.answers.checks import Examined, check_report
from tracker.reports.answers.history import history_report
from tracker.reports.answers.moved import Earlier
from tracker.reports.answers.show import show_report
from tracker.reports.answers.status import status_report
from tracker.reports.documents.full import report as full_report
from tracker.reports.documents.request import Request, Standing
from tracker.reports.lists.listing import list_report
from tracker.reports.lists.selection import Selection
from tracker.reports.report import Report
from tracker.store.past import tracker_at
from tracker.store.store import Store
from tracker.views import machine, markdown, plain
from tracker.views.blocks.report import blocks_of

KINDS = ("list", "status", "show", "history", "check", "full")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return example(tmp_path_factory.mktemp("example"))


def made(store: Store, kind: str) -> Report:
    tracker = store.load()
    match kind:
        case "list":
            return list_report(tracker, "steps", TODAY, Selection())
        case "status":
            before = TODAY.replace(month=10)
            return status_report(tracker, TODAY, Earlier(tracker_at(store, before), before))
        case "show":
            revisions = {"S2": list(store.revisions(code="S2", newest_first=True))}
            return show_report(tracker, ["S2", "A3", "E1"], TODAY, revisions, explain=True)
        case "history":
            return history_report(tracker, list(store.revisions(newest_first=True)), TODAY)
        case "check":
            facts = (("path", msg("File"), "tracker.json"),)
            examined = Examined(facts, ())
            return check_report(tracker, TODAY, findings(tracker, TODAY), examined, lambda rule: worded(rule)[0], told)
        case _:
            return full_report(Request(tracker=tracker, day=TODAY, standing=Standing(7, "0" * 64)))


@pytest.mark.parametrize("kind", KINDS)
def test_in_arabic_on_a_page_of_100(kind: str, store: Store, snapshot: SnapshotAssertion) -> None:
    assert page(blocks_of(made(store, kind), words("ar")), True) == snapshot


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("kind", KINDS)
def test_everything_is_said_in_every_language(kind: str, lang: str, store: Store) -> None:
    says_all(made(store, kind), lang)


@pytest.mark.parametrize("width", [20, 40, 80, 160, None])
def test_a_list_fits_its_page(width: int | None, store: Store, snapshot: SnapshotAssertion) -> None:
    assert page(blocks_of(first_rows(made(store, "list")), words("ar")), True, width) == snapshot


def test_a_list_from_left_to_right(store: Store, snapshot: SnapshotAssertion) -> None:
    assert page(blocks_of(first_rows(made(store, "list")), words("tr")), False) == snapshot


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("width", range(20, 170, 7))
def test_no_line_is_wider_than_its_page(width: int, lang: str, store: Store) -> None:
    from tracker.text.emission.lines import cells_of

    for kind in KINDS:
        for line in page(blocks_of(made(store, kind), words(lang)), lang == "ar", width).split("\n"):
            assert cells_of([(line, "")]) <= width, (kind, line)


def test_arabic_digits_and_both_calendars(store: Store, snapshot: SnapshotAssertion) -> None:
    assert page(blocks_of(first_rows(made(store, "list")), words("ar", "arab", "both")), True) == snapshot


def test_markdown(store: Store, snapshot: SnapshotAssertion) -> None:
    assert "".join(markdown.render(made(store, "full"), words("ar"))) == snapshot


def test_plain(store: Store, snapshot: SnapshotAssertion) -> None:
    assert "".join(plain.render(made(store, "full"), words("ar"))) == snapshot


@pytest.mark.parametrize("kind", ["list", "full", "status"])
def test_json(kind: str, store: Store, snapshot: SnapshotAssertion) -> None:
    assert machine.render(made(store, kind)) == snapshot


def test_help(snapshot: SnapshotAssertion) -> None:
    """In Arabic; tests/test_help.py asks for what it says in every language."""
    assert page(root_help(words("ar")), True) == snapshot


def test_markdown_lets_no_data_become_markup(store: Store) -> None:
    text = "".join(markdown.render(made(store, "full"), words("ar")))
    assert "<b>" not in text
    assert re.search(r"&lt;b&gt;\\\[7\\\]&lt;/b&gt;", text)
