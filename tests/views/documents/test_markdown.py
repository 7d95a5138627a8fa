"""Markdown, rendered as forges do: tables stay tables, and nothing that a user typed is markup."""

import html
import re

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.demo import DAY, DEMO
from tests.views.documents.hostile import HOSTILE, hostile
from tests.views.documents.making import HEAD, WHOLE, content, made
from tests.views.documents.reopened import FORGE, ISOLATES
from tests.views.pages import LANGS
from tracker.frozen import replace
from tracker.model.records.localized import Localized
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.pictures.drawn import Bars, Heat, Timeline, Trend
from tracker.reports.pictures.tables import table_of
from tracker.reports.report import Report, Table


def tables(report: Report) -> list[Table]:
    shown = [table_of(b) if isinstance(b, Bars | Timeline | Trend | Heat) else b for b in report.blocks]
    return [block for block in shown if isinstance(block, Table) and block.rows]


@pytest.mark.parametrize("kind", WHOLE)
def test_in_arabic(kind: str, snapshot: SnapshotAssertion) -> None:
    assert ISOLATES.sub("", content(made(kind), "md").decode()) == snapshot


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_every_row_is_a_row(kind: str) -> None:
    report = made(kind)
    page = FORGE.render(content(report, "md").decode())
    assert page.count("<table>") == len(tables(report))
    assert page.count("<tr>") == sum(len(table.rows) + 1 for table in tables(report))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_hostile_texts_are_text(kind: str) -> None:
    request = Request(tracker=hostile(DEMO), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    report = document(kind, request)
    page = FORGE.render(content(report, "md").decode())
    assert page.count("<tr>") == sum(len(table.rows) + 1 for table in tables(report))
    assert set(re.findall(r"<(/?\w+)", page)) - OURS == set()
    shown = ISOLATES.sub("", html.unescape(re.sub(r"<[^>]*>", "", page)))
    if kind == "matrix":
        for text in HOSTILE:
            if text.isascii() and text.isprintable() and len(text) < 100:
                assert text in shown


OURS = {
    side + name
    for name in (
        "div",
        "blockquote",
        "p",
        "strong",
        "em",
        "h1",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "thead",
        "tbody",
    )
    for side in ("", "/")
} | {"thead", "/thead", "tbody", "/tbody", "tr", "/tr", "th", "/th", "td", "/td"}


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_no_title_is_cut_however_long(lang: str) -> None:
    longer = " – longer than a line of eighty letters may ever be, and longer still than two of them" * 2
    titled = {
        code: replace(step, title=Localized(**{each: getattr(step.title, each) + longer for each in LANGS}))
        for code, step in DEMO.steps.items()
    }
    request = Request(tracker=replace(DEMO, tables={**DEMO.tables, "steps": titled}), day=DAY)
    for kind in DOCUMENTS:
        text = ISOLATES.sub("", content(document(kind, request), "md", lang).decode())
        assert "…" not in text
        if kind == "brief":
            assert all(getattr(step.title, lang) in text for step in titled.values())


def test_a_colour_has_its_sign_and_no_cell_is_empty() -> None:
    text = ISOLATES.sub("", content(made("evaluation"), "md", "en").decode())
    assert "| ■ red – intervention required" in text
    assert not re.search(r"\| +\|", text)
    assert "| ▲ needs attention |" in ISOLATES.sub("", content(made("brief"), "md", "en").decode())
