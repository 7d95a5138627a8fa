"""The web page, parsed: landmarks, headings, tables for screen readers, and nothing that runs or is fetched."""

import re
from itertools import pairwise

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.demo import DAY, DEMO
from tests.views.documents.hostile import HOSTILE, hostile
from tests.views.documents.making import HEAD, WHOLE, content, made
from tests.views.documents.reopened import html_outline
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing
from tracker.views.web import DRAWN


@pytest.mark.parametrize("kind", WHOLE)
def test_in_arabic(kind: str, snapshot: SnapshotAssertion) -> None:
    assert "\n".join(html_outline(content(made(kind), "html").decode()).lines) == snapshot


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_screen_reader_finds_its_way(kind: str) -> None:
    tags = html_outline(content(made(kind), "html").decode()).tags
    names = [name for name, _ in tags]
    assert dict(tags)["html"] == {"lang": "ar-LY", "dir": "rtl"}
    assert [names.count(name) for name in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert names.count("caption") == names.count("table")
    assert {attributes.get("scope") for name, attributes in tags if name == "th"} == {"col", "row"}
    drawn = [attributes for name, attributes in tags if name == "svg" and attributes.get("aria-hidden") != "true"]
    assert all(attributes.get("role") == "img" for attributes in drawn)


def loads(text: str) -> list[str]:
    """Whatever a browser would run or fetch; a place within the page is neither."""
    tags = [(name, a) for name, a in html_outline(text).tags if name != "a" or not str(a["href"]).startswith("#")]
    fetched = [name for name, a in tags if {"src", "srcset", "href", "action", "data", "poster"} & a.keys()]
    run = [name for name, a in tags if name in {"script", "link", "iframe", "object", "embed", "base", "form"}]
    return fetched + run + [name for name, a in tags if any(key.startswith("on") for key in a)]


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_nothing_runs_and_nothing_is_fetched(kind: str) -> None:
    text = content(made(kind), "html").decode()
    assert loads(text) == []
    assert "default-src 'none'" in text


def test_hostile_texts_are_text() -> None:
    request = Request(tracker=hostile(DEMO), day=DAY, standing=Standing(3, HEAD, "2026-03-31T08:00:00+00:00"))
    text = content(document("full", request), "html").decode()
    assert loads(text) == []
    shown = "\n".join(html_outline(text).lines)
    for hostile_text in HOSTILE:
        if hostile_text.isascii() and hostile_text.isprintable():
            assert hostile_text in shown
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069]", re.sub("<text.*?</text>", "", text))


def test_a_day_is_not_broken_where_the_days_left_stand_below_it() -> None:
    page = content(made("full"), "html", "en").decode()
    assert re.search(r'<span class="number">(<bdi[^>]*>)?2026-06-30(</bdi>)?</span><br>[^0-9]*91', page)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_no_colour_of_a_drawing_stays_what_it_is_in_the_dark(kind: str) -> None:
    """Each has a name in the styles; white is the paper's, unless letters are white on a full square."""
    page = content(made(kind), "html", "en").decode()
    drawn = "".join(re.findall(r"<figure.*?</figure>", page, re.DOTALL))
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]+)"', drawn))
    assert used - set(DRAWN.values()) <= {"#ffffff"}
    for name in DRAWN:
        assert page.count(f"--{name}:") == 3 or not drawn  # in the light, in the dark and on paper


def test_a_wide_table_gives_long_titles_room() -> None:
    page = content(made("matrix"), "html", "tr").decode()
    letters = [int(each) for each in re.findall(r'class="roomy" style="--letters:(\d+)"', page)]
    assert max(letters) > 2 * min(letters)
    assert ".many .roomy { min-inline-size: max(9rem, calc(var(--letters) * .45rem)); }" in page
