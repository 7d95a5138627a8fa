"""Files that commands write: whole or not at all, never in the place of a tracker."""

import os
import stat

import pytest

from tests.cli.program import Program


@pytest.fixture(params=["report", "export"])
def command(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def name_for(command: str) -> str:
    return "out.json" if command == "export" else "out.md"


def test_a_file_is_written_and_named(program: Program, command: str) -> None:
    name = name_for(command)
    found = program(command, "-o", name)
    assert (found.code, found.out) == (0, "")
    assert name in found.err
    assert (program.home / name).read_text(encoding="utf-8")
    assert [path.name for path in program.home.iterdir()] == [name]


def test_an_older_file_is_replaced_and_keeps_its_rights(program: Program, command: str) -> None:
    path = program.home / name_for(command)
    path.write_text("OLD" * 100_000)
    path.chmod(0o604)
    assert program(command, "-o", path.name).code == 0
    assert "OLD" not in path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_link_is_followed(program: Program, command: str) -> None:
    (program.home / "link.json").symlink_to(program.home / "real.json")
    (program.home / "link.md").symlink_to(program.home / "real.md")
    name = name_for(command).replace("out", "link")
    assert program(command, "-o", name).code == 0
    assert (program.home / name).is_symlink()
    assert (program.home / name.replace("link", "real")).is_file()


@pytest.mark.parametrize("place", [".", "folder.md", "missing/out.md", "file.txt/out.md", "x" * 300 + ".md"])
def test_places_that_cannot_be_written_are_refused(program: Program, command: str, place: str) -> None:
    args, ending = (("--format", "md"), ".md") if command == "report" else ((), ".json")
    place = place.replace(".md", ending)
    (program.home / f"folder{ending}").mkdir()
    (program.home / "file.txt").write_text("x")
    found = program(command, "-o", place, *args)
    assert (found.code, found.out) == (1, "")
    assert place in found.err
    assert "Errno" not in found.err
    assert sorted(path.name for path in program.home.iterdir()) == ["file.txt", f"folder{ending}"]


def test_a_tracker_is_never_overwritten(started: Program, command: str) -> None:
    started("init", "--db", "other.json")
    (started.home / "link.json").symlink_to("other.json")
    (started.home / "data" / "hard.json").hardlink_to(started.home / "other.json")
    started("backup")
    backup = next((started.home / "data" / "tracker" / "tracker.json.backups").iterdir())
    before = {path: path.read_bytes() for path in started.home.rglob("*.json") if path.is_file()}
    lock = started.file.with_name("tracker.json.lock")
    args = ("--format", "json") if command == "report" else ()
    for place in (started.file, "other.json", "link.json", "data/hard.json", backup, backup.parent / "new.json", lock):
        found = started(command, "-o", str(place), *args)
        assert found.code == 1, place
        assert "not overwritten" in found.err
    assert {path: path.read_bytes() for path in started.home.rglob("*.json") if path.is_file()} == before


def test_the_place_where_the_tracker_will_be_is_refused_too(program: Program) -> None:
    program.file.parent.mkdir(parents=True)
    assert program("export", "-o", str(program.file)).code == 1
    assert not program.file.exists()


def test_a_full_disk_is_told_and_leaves_nothing(program: Program, command: str) -> None:
    program.before = "from resource import *; setrlimit(RLIMIT_FSIZE, (1024, RLIM_INFINITY))"
    found = program(command, "-o", name_for(command))
    assert (found.code, found.out) == (1, "")
    assert "no room" in found.err
    assert not list(program.home.iterdir())


def test_a_fault_leaves_the_older_file(program: Program) -> None:
    path = program.home / "out.md"
    path.write_text("old")
    program.home.chmod(0o500)
    try:
        found = program("report", "-o", "out.md")
        assert found.code == (0 if os.geteuid() == 0 else 1)
        assert path.read_text() == "old" or os.geteuid() == 0
    finally:
        program.home.chmod(0o700)


def test_in_a_dry_run_nothing_is_written(program: Program, command: str) -> None:
    assert program(command, "-o", name_for(command), "--dry-run").code == 0
    assert list(program.home.iterdir()) == []


def test_minus_is_the_pipe(program: Program) -> None:
    assert program("report", "-o", "-").out == program("report", "--format", "md").out
    assert program("report", "-o", "-", "--json").json == program("report", "--json").json
    assert program("export", "-o", "-").out == program("export").out


@pytest.mark.parametrize(("name", "start"), [("A.MD", "<div"), ("a.Json", "{"), ("a.txt", "<div")])
def test_the_format_follows_the_name_unless_it_is_named(program: Program, name: str, start: str) -> None:
    given = ("--format", "md") if name.endswith("txt") else ()
    assert program("report", "-o", name, *given).code == 0
    assert (program.home / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_the_language_of_a_report_is_that_of_the_command(program: Program, lang: str) -> None:
    program("report", "-o", "out.md", "--lang", lang)
    assert f'lang="{lang}"' in (program.home / "out.md").read_text(encoding="utf-8")


def test_an_export_comes_back_with_its_history(started: Program) -> None:
    started("export", "-o", "e.json")
    found = started("import", "e.json", "--db", "new.json", "--json")
    assert found.code == 0
    assert found.data["command"] == "import"
    assert started("--db", "new.json", "list", "--json").data == started("list", "--json").data
    assert len(started("--db", "new.json", "history", "--json").data) == 2
    assert started("--db", "new.json", "history", "--verify").code == 0
    text = (started.home / "e.json").read_bytes()
    assert started("import", "-", "--db", "third.json", stdin=text).code == 0


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "tracker"}', '{"format": "tracker", "schema": 1}', "\0"])
def test_what_is_no_export_is_refused(program: Program, text: str) -> None:
    (program.home / "e.json").write_text(text)
    found = program("import", "e.json", "--yes")
    assert (found.code, found.out) == (1, "")
    assert not program.file.exists()
