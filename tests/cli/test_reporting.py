"""`report`: formats, folders, readers, and options that belong to other kinds."""

import json

import pytest

from tests.cli.program import Program
from tracker.cli.commands.reporting.files import formats_of


def test_a_folder_gets_every_format(program: Program) -> None:
    found = program("report", "-o", "all/", "--lang", "en")
    assert found.code == 0
    names = {path.name for path in (program.home / "all").iterdir()}
    assert names == {f"full.{form}" for form in formats_of("full")}
    assert all(f"all/{name}" in found.err for name in names)


def test_a_folder_gets_the_format_that_is_named(program: Program) -> None:
    assert program("report", "-o", "one/", "--format", "md").code == 0
    assert [path.name for path in (program.home / "one").iterdir()] == ["full.md"]


def test_in_a_dry_run_no_folder_is_made(program: Program) -> None:
    assert program("report", "-o", "all/", "--dry-run").code == 0
    assert list(program.home.iterdir()) == []


def test_programs_get_the_paths_of_a_folder(program: Program) -> None:
    found = program("report", "-o", "all/", "--json")
    assert "all/full.md" in json.loads(found.out)["data"]["paths"]


@pytest.mark.parametrize("form", ["pdf", "docx", "html", "md", "txt"])
def test_one_pipe_gets_a_document_or_json(program: Program, form: str) -> None:
    found = program("report", "--format", form, "--json")
    assert (found.code, found.out) == (2, "")
    assert f"--format {form}" in json.loads(found.err)["error"]["message"]
    assert json.loads(program("report", "--format", "json", "--json").out)["kind"] == "full"
    assert json.loads(program("report", "--format", form, "--json", "-o", f"x.{form}").out)["kind"] == "file"


@pytest.mark.parametrize(
    "option",
    [("--meeting", "M1"), ("--period", "2026-Q1"), ("--against", "2025"), ("--side", "ly"), ("--lang", "ar+tr")],
)
def test_an_option_of_another_kind_is_refused(program: Program, option: tuple[str, str]) -> None:
    found = program("report", "full", *option)
    assert (found.code, found.out) == (2, "")
    assert option[0] in found.err


@pytest.mark.parametrize("lang", ["ar+ar", "ar+xx", "ar+"])
def test_a_second_language_is_another_one_of_ours(program: Program, lang: str) -> None:
    assert program("report", "--lang", lang).code == (0 if lang == "x" else 2)


def test_other_commands_are_in_one_language(program: Program) -> None:
    assert program("list", "--lang", "ar+tr").code == 2


def test_the_other_side_gets_no_internal_paper(program: Program) -> None:
    assert program("attach", "S2", "داخلي-77", "--confidentiality", "internal").code == 0
    assert program("attach", "S2", "عام-88", "--confidentiality", "public").code == 0
    own = program("report", "--format", "json").out
    other = program("report", "--format", "json", "--audience", "counterpart").out
    assert "داخلي-77" in own
    assert "عام-88" in own
    assert "داخلي-77" not in other
    assert "عام-88" in other


@pytest.mark.parametrize("asked", [("-o", "made.html"), ("-o", "made/")])
def test_a_person_sees_what_is_being_made(program: Program, asked: tuple[str, ...]) -> None:
    """The line goes when the file is there; a pipe and readers of plain text get none of it."""
    found = program.typed("--lang", "en", "report", "brief", *asked, env={"TRACKER_BIDI": "logical"})
    begun = found.out.index("Making html …")
    gone = found.out.index("\r\x1b[2K", begun)
    assert found.out.index("Written to", begun) > gone
    assert "Making" not in program("--lang", "en", "report", "brief", *asked).err
    assert "Making" not in program.typed("--lang", "en", "report", "brief", *asked, "--plain").out


@pytest.mark.parametrize("extra", ["--quiet", "--json"])
def test_whoever_wants_quiet_hears_nothing_of_it(program: Program, extra: str) -> None:
    found = program.typed("--lang", "en", "report", "brief", "-o", "made.html", extra, env={"TRACKER_BIDI": "logical"})
    assert found.code == 0
    assert "Making" not in found.out
    assert "\x1b[?25l" not in found.out  # nor is the cursor hidden


def test_a_letter_that_the_font_lacks_is_told(demo: Program) -> None:
    assert demo("report", "matrix", "-o", "whole.pdf").err.count("lacks a letter") == 0
    assert demo("update-step", "S3", "--title-en", "漢 step").code == 0
    found = demo("report", "matrix", "-o", "m.pdf")
    assert found.code == 0
    assert "lacks a letter that was typed" in found.err
    assert (demo.home / "m.pdf").read_bytes().startswith(b"%PDF")
