"""`report all`: the documents for a meeting in one folder, with a page that leads to each."""

import re
from pathlib import Path

import pytest

from tests.cli.program import Program
from tracker.reports.documents import SETS

DAY = ("--today", "2026-03-31")


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def links(page: bytes) -> list[str]:
    return re.findall(r'href="([^"]+)"', page.decode())


def test_the_page_leads_to_every_document(demo: Program) -> None:
    assert demo("report", "all", "-o", "set/", *DAY, "--lang", "ar").code == 0
    found = files(demo.home / "set")
    forms = ("pdf", "docx", "xlsx", "html")
    assert set(found) == {"index.html"} | {f"{kind}.{form}" for kind in SETS["all"] for form in forms}
    assert sorted([*links(found["index.html"]), "index.html"]) == sorted(found)
    assert "وثائق الاجتماع" in found["index.html"].decode()


def test_a_format_an_audience_and_the_options_of_its_parts(demo: Program) -> None:
    line = ("--format", "md", "--audience", "counterpart", "--meeting", "M7", "--period", "2025-Q4")
    found = demo("report", "all", "-o", "set/", *line, *DAY, "--lang", "tr", "--json")
    assert found.code == 0, found.err
    paths = found.data["paths"]
    assert len(paths) == len(SETS["all"]) + 1
    page = files(demo.home / "set")["index.html"].decode()
    assert "Karşı taraf için nüsha" in page
    assert all(name.endswith("-counterpart.md") for name in links(page.encode()))
    assert "M7" in (demo.home / "set/followup-counterpart.md").read_text("utf-8")


def test_a_set_has_a_folder(demo: Program) -> None:
    for line in ((), ("-o", "set.pdf"), ("-o", "-")):
        refused = demo("report", "all", *line, "--lang", "en")
        assert (refused.code, refused.out) == (2, "")
        assert "tracker report all -o M8/" in refused.err
    refused = demo("report", "all", "-o", "set/", "--owner", "LY/log")
    assert refused.code == 2
    assert not (demo.home / "set").exists()
    assert demo("report", "all", "-o", "set/", "--dry-run").code == 0
    assert not (demo.home / "set").exists()


@pytest.mark.parametrize("name", ["all", "الكل", "tümü"])
def test_its_name_is_understood_in_three_languages(demo: Program, name: str) -> None:
    assert demo("report", name, "-o", "set/", "--format", "json", "--dry-run").code == 0


def test_two_copies_of_one_head_have_the_same_documents(demo: Program) -> None:
    """They differ where language and readers do, and nowhere else."""
    assert demo("export", "-o", "copy.json").code == 0
    assert demo("init", "--from", "copy.json", "--side", "tr", "--db", "second.json").code == 0
    assert demo("merge", "second.json", "--yes").code == 0
    one = ("--by", "SEC/coord", "--lang", "ar", "--audience", "counterpart", "--format", "html", *DAY)
    assert demo("report", "all", "-o", "one/", *one).code == 0
    assert demo("report", "all", "-o", "other/", *one, "--db", "second.json").code == 0
    assert files(demo.home / "one") == files(demo.home / "other")


NO_TYPST = "import sys; sys.modules['typst'] = None"


@pytest.mark.parametrize("kind", ["all", "full", "owed"])
@pytest.mark.parametrize("trial", [(), ("--dry-run",), ("--json",)])
def test_the_one_format_that_is_asked_for_is_refused_where_it_cannot_be_written(
    demo: Program, kind: str, trial: tuple[str, ...]
) -> None:
    demo.before = NO_TYPST
    found = demo("report", kind, "-o", "set/", "--format", "pdf", *trial)
    assert (found.code, found.out) == (1, "")
    assert "The component that writes pdf is not installed." in found.err
    assert re.search(r"pip install .*\[pdf\]", found.err)
    assert "left out" not in found.err
    assert not (demo.home / "set").exists()


@pytest.mark.parametrize("kind", ["all", "full"])
def test_a_format_among_others_is_left_out_where_it_cannot_be_written(demo: Program, kind: str) -> None:
    demo.before = NO_TYPST
    found = demo("report", kind, "-o", "set/")
    assert found.code == 0
    assert re.search(r"pdf was not written; to install it: .*pip install .*\[pdf\]", found.err)
    endings = {path.suffix for path in (demo.home / "set").iterdir()}
    assert {".docx", ".xlsx"} < endings
    assert ".pdf" not in endings
