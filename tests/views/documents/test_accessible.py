"""The web page in a real browser: axe finds nothing wrong, and a phone shows it without scrolling sideways."""

import html
import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.demo import DEMO
from tests.views.documents.making import content, made
from tracker.reports.documents import DOCUMENTS
from tracker.views.pictures.canvas import SLIM

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [pytest.mark.office, pytest.mark.skipif(BROWSER is None, reason="needs Chromium")]

PHONE = 360
SAY = """
const said = what => { document.body.textContent = JSON.stringify(what); document.body.id = "said"; };
"""
RULES = """
axe.run(document).then(found => said({
  passes: found.passes.length,
  violations: found.violations.map(one => [one.id, one.nodes[0].html, one.nodes[0].failureSummary]),
}));
"""
WIDTH = """
addEventListener("load", () => {
  const page = document.querySelector("iframe").contentDocument.documentElement;
  said([page.clientWidth, page.scrollWidth]);
});
"""

SIDEWAYS = """
addEventListener("load", () => said([...document.querySelectorAll("iframe")].map(screen => {
  const frames = [...screen.contentDocument.querySelectorAll(".frame")].filter(one => one.clientWidth);
  return frames.map(frame => {
    const inner = frame.querySelector(".scroll"), hint = frame.querySelector(".wider");
    return [inner.scrollWidth > inner.clientWidth + 1, hint.clientHeight > 9, hint.scrollHeight <= hint.clientHeight];
  });
})));
"""


def axe() -> str:
    found = find_spec("axe_core_python")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


def open_page(kind: str, lang: str) -> str:
    """The page with everything unfolded, without the policy that would keep the test's own script out."""
    page = content(made(kind), "html", lang).decode().replace("<details>", "<details open>")
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)


def told(folder: Path, page: str, *options: str) -> Any:
    """What the script on the page says in a browser that has loaded it."""
    place = folder / "page.html"
    place.write_text(page, encoding="utf-8")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile")
    command = [str(BROWSER), *quiet, *options, "--virtual-time-budget=60000", "--dump-dom", place.as_uri()]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    found = re.search(r'<body[^>]* id="said">(.*?)</body>', run.stdout, re.DOTALL)
    assert found, run.stderr
    return json.loads(html.unescape(found[1]))


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_axe_finds_nothing_wrong(kind: str, tmp_path: Path) -> None:
    page = open_page(kind, "ar").replace("</body>", f"<script>{axe()}</script><script>{SAY}{RULES}</script></body>")
    found = told(tmp_path, page, "--window-size=1600,1200")
    assert found["violations"] == []
    assert found["passes"] > 20


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_axe_finds_nothing_wrong_in_the_dark(lang: str, tmp_path: Path) -> None:
    dark = open_page("evaluation", lang).replace("@media (prefers-color-scheme: dark)", "@media all")
    page = dark.replace("</body>", f"<script>{axe()}</script><script>{SAY}{RULES}</script></body>")
    assert told(tmp_path, page)["violations"] == []


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_phone_shows_it_without_scrolling_sideways(kind: str, tmp_path: Path) -> None:
    inner = html.escape(open_page(kind, "ar"))
    frame = f'<iframe style="width:{PHONE}px;height:700px;border:0" srcdoc="{inner}"></iframe>'
    width, needed = told(tmp_path, f"<!doctype html><body>{frame}<script>{SAY}{WIDTH}</script></body>")
    assert needed <= width <= PHONE


@pytest.mark.parametrize("kind", [kind for kind in DOCUMENTS if not DOCUMENTS[kind].letter])
def test_what_is_wider_than_the_screen_says_so_and_nothing_else_does(kind: str, tmp_path: Path) -> None:
    """Tables and pictures on a phone, a tablet and a desk: the line is there, and whole, exactly where one scrolls."""
    screens = [(width, html.escape(open_page(kind, lang))) for width in (PHONE, 768, 1280) for lang in ("ar", "tr")]
    frames = (f'<iframe style="width:{w}px;height:700px;border:0" srcdoc="{page}"></iframe>' for w, page in screens)
    found = told(tmp_path, f"<!doctype html><body>{''.join(frames)}<script>{SAY}{SIDEWAYS}</script></body>")
    told_of = [frame for screen in found for frame in screen]
    assert told_of
    for scrolls, shown, whole in told_of:
        assert shown == scrolls
        assert whole or not shown
    assert any(scrolls for scrolls, *_ in told_of) == (kind != "owed")  # whose columns are few


STICKING = """
addEventListener("load", () => {
  const page = document.querySelector("iframe").contentDocument;
  said([...page.querySelectorAll(".scroll")].filter(one => one.querySelector("thead")).map(one => {
    one.scrollTop = one.scrollHeight; one.scrollIntoView({block: "end"});
    const head = one.querySelector("thead th").getBoundingClientRect(), last = one.querySelector("tbody tr:last-child");
    return [head.top >= 0, last.getBoundingClientRect().bottom <= page.documentElement.clientHeight + 1];
  }));
});
"""


@pytest.mark.parametrize("kind", ["matrix", "full"])
def test_heads_of_a_long_table_are_seen_with_its_last_row(kind: str, tmp_path: Path) -> None:
    inner = html.escape(open_page(kind, "ar"))
    frame = f'<iframe style="width:1000px;height:420px;border:0" srcdoc="{inner}"></iframe>'
    found = told(tmp_path, f"<!doctype html><body>{frame}<script>{SAY}{STICKING}</script></body>")
    assert found
    assert all(head and last for head, last in found), found


@pytest.mark.parametrize("kind", ["indicators", "matrix"])
def test_a_phone_shows_the_whole_of_a_picture(kind: str, tmp_path: Path) -> None:
    """The last measurement stands at the end of a trend, and the times of steps beside their titles: out of sight."""
    inner = html.escape(open_page(kind, "tr"))
    frame = f'<iframe style="width:{PHONE}px;height:700px;border:0" srcdoc="{inner}"></iframe>'
    widths = """addEventListener("load", () => said([...document.querySelector("iframe").contentDocument
      .querySelectorAll("figure svg")].map(one => one.getBoundingClientRect().width).filter(Boolean)));"""
    found = told(tmp_path, f"<!doctype html><body>{frame}<script>{SAY}{widths}</script></body>")
    assert len(found) == {"indicators": len(DEMO.indicators), "matrix": 1}[kind]
    assert all(SLIM * 0.9 <= width <= PHONE for width in found)


@pytest.mark.parametrize("width", [PHONE, 700, 783])
def test_two_languages_stand_within_the_screen(width: int, tmp_path: Path) -> None:
    """Three offices sign, whose names are long in Turkish."""
    page = content(made("followup", beside="en", lang="tr", meeting="M6"), "html", "tr").decode()
    inner = html.escape(re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page))
    frame = f'<iframe style="width:{width}px;height:700px;border:0" srcdoc="{inner}"></iframe>'
    room, needed = told(tmp_path, f"<!doctype html><body>{frame}<script>{SAY}{WIDTH}</script></body>")
    assert needed <= room <= width


LEAVING = """
addEventListener("load", () => said([...document.querySelectorAll("iframe")].flatMap(screen => {
  const drawings = [...screen.contentDocument.querySelectorAll("figure svg")];
  return drawings.filter(one => one.clientWidth).map(one => [one.getBoundingClientRect(), one]).flatMap(([all, one]) =>
    [...one.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]).filter(
      ([_, box]) => box.left < all.left - 1 || box.right > all.right + 1).map(([words]) => words));
})));
"""


@pytest.mark.parametrize("kind", ["evaluation", "matrix", "indicators"])
def test_no_text_leaves_its_drawing_in_the_face_of_the_page(kind: str, tmp_path: Path) -> None:
    screens = [(width, html.escape(open_page(kind, lang))) for width in (PHONE, 1280) for lang in ("ar", "tr", "en")]
    frames = (f'<iframe style="width:{w}px;height:700px;border:0" srcdoc="{page}"></iframe>' for w, page in screens)
    page = f"<!doctype html><body>{''.join(frames)}<script>{SAY}{LEAVING}</script></body>"
    assert told(tmp_path, page) == []
