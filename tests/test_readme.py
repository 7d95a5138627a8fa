"""README and the guides: what they show is run, what they link to is there, and README is read in ten minutes."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.guides import GUIDES, README, ROOT, Typed, anchors, links, parts, programs, typed
from tracker.text.emission import EMISSIONS

LONGEST = 16_384
FOUND_SOMETHING = 3  # the exit code of a check
LANGUAGES = ("بالعربية", "Türkçe", "English")
STORE, TEXT, VIEWS = (ROOT / "tracker" / room / "README.md" for room in ("store", "text", "views"))
SHOWN = [
    (name, heading)
    for name, path in GUIDES.items()
    for heading, text in parts(path.read_text(encoding="utf-8")).items()
    if "```console" in text
]


def fits(wanted: str, printed: str) -> bool:
    """Whether the output is as written, breaks of lines aside; … stands for anything."""
    pattern = ".*".join(re.escape(" ".join(piece.split())) for piece in wanted.split("…"))
    return re.fullmatch(pattern.replace(r"\ ", r"\s*"), " ".join(printed.split()), re.DOTALL) is not None


def run(line: str, home: Path) -> tuple[int, str]:
    """The exit code of a command line and all that it prints."""
    words = shlex.split(line)
    assert words[0] == "tracker"
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "TRACKER_TODAY": "2026-11-23",
        "COLUMNS": "100",
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-m", "tracker", *words[1:]]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=home, env=environ, check=False, timeout=60
    )
    return done.returncode, done.stdout.decode()


def play(each: Typed, home: Path) -> None:
    """Type it, and compare what is printed with what is shown."""
    if each.is_file:
        (home / "own.toml").write_text(each.line, encoding="utf-8")
        return
    code, printed = run(each.line, home)
    refused = "Error:" in (each.wanted or "")
    assert (code not in {0, FOUND_SOMETHING}) == refused, f"$ {each.line}\n{printed}"
    assert each.wanted is None or fits(each.wanted, printed), f"$ {each.line}\n{printed}"


@pytest.mark.parametrize(("guide", "heading"), SHOWN)
def test_what_a_guide_shows_is_what_is_printed(guide: str, heading: str, tmp_path: Path) -> None:
    """All that stands under one heading follows each other on one tracker, as a reader would type it."""
    for each in typed(parts(GUIDES[guide].read_text(encoding="utf-8"))[heading]):
        play(each, tmp_path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_readme_leads_to_a_brief_in_each_language(language: str) -> None:
    text = parts(README.read_text(encoding="utf-8"))[language]
    lines = [each.line for each in typed(text)]
    assert "tracker report brief -o brief.pdf" in lines
    assert "python3 -m venv .venv && .venv/bin/pip install '.[pdf]' && .venv/bin/tracker list" in text
    assert "pipx install '.[pdf]'" in text
    assert "uv tool install '.[pdf]'" in text


def test_readme_is_short() -> None:
    assert len(README.read_bytes()) <= LONGEST


@pytest.mark.parametrize("guide", GUIDES)
def test_what_a_guide_links_to_is_there(guide: str) -> None:
    here = GUIDES[guide]
    for link in links(here.read_text(encoding="utf-8")):
        if link.startswith("https:"):
            continue
        place, _, anchor = unquote(link).partition("#")
        target = (here.parent / place).resolve() if place else here
        assert target.exists(), link
        assert not anchor or anchor in anchors(target.read_text(encoding="utf-8")), link


def test_every_guide_is_reached_from_readme() -> None:
    found, open_ones = set(), [README]
    while open_ones:
        here = open_ones.pop()
        found.add(here)
        targets = [(here.parent / link.partition("#")[0]).resolve() for link in links(here.read_text(encoding="utf-8"))]
        open_ones += [each for each in targets if each.suffix == ".md" and each not in found]
    assert set(GUIDES.values()) <= found


def test_readme_and_the_documents_have_their_pictures() -> None:
    for guide in (README, VIEWS, TEXT):
        assert re.findall(r"!\[[^\]]+\]\(", guide.read_text(encoding="utf-8"))
    used = {Path(link).name for path in GUIDES.values() for link in links(path.read_text(encoding="utf-8"))}
    assert {path.name for path in (ROOT / ".pictures").iterdir()} <= used


def test_stock_tinydb_finds_what_the_commands_find(tmp_path: Path) -> None:
    """The program of the store's guide on the sample data, in which a step was changed twice."""
    run("tracker --db tracker.json init --template demo", tmp_path)
    for weight in (21, 20):
        run(f"tracker --db tracker.json update-step S4 --weight {weight} --quiet", tmp_path)
    before = (tmp_path / "tracker.json").read_bytes()
    found = [line.split() for line in printed_by(STORE, tmp_path).splitlines()]
    assert (tmp_path / "tracker.json").read_bytes() == before
    late = {row["id"] for row in listed("commitments", tmp_path) if row["overdue_days"]}
    papers = {row["id"] for row in listed("evidence", tmp_path) if any(s["record"] == "S2.3" for s in row["supports"])}
    assert late
    assert {first for first, *_ in found if first.startswith("C")} == late
    assert {first for first, *_ in found if first.startswith("E")} == papers
    assert [line[:1] + line[2:3] for line in found[-2:]] == [["2", "update-step"], ["3", "update-step"]]


def test_a_program_of_ones_own_prints_a_report(tmp_path: Path) -> None:
    run("tracker --db tracker.json init --template demo", tmp_path)
    printed = printed_by(TEXT, tmp_path)
    assert "الخطوات المشتركة" in printed
    assert "S5" in printed


def printed_by(guide: Path, home: Path) -> str:
    """What the one program of a guide prints in a folder."""
    (program,) = programs(guide)
    command = [sys.executable, "-X", "utf8", "-c", program]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=home, env=environ, capture_output=True, check=True, encoding="utf-8").stdout


def listed(kind: str, home: Path) -> Any:
    """The records of a kind as `list --json` has them, on the day that the program asks about."""
    return json.loads(run(f"tracker --db tracker.json --today 2026-04-01 list {kind} --json", home)[1])["data"]


def test_a_wrong_transcript_is_noticed() -> None:
    assert not fits("S1 … 40%\n", "S1 begins\n… 41%")


@pytest.mark.parametrize("mode", EMISSIONS)
def test_every_way_of_writing_is_explained(mode: str) -> None:
    assert f"\n| `{mode}` | " in TEXT.read_text(encoding="utf-8")
