"""Odd places to read from and to write to: a sentence, in bounded time and memory, and nothing harmed."""

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.program import Program
from tracker.store.file import named

NOBODY = 65534
WRITES = (
    ("report", "brief", "--format", "md", "-o"),
    ("report", "matrix", "--format", "csv", "-o"),
    ("export", "-o"),
    ("export", "all", "--json", "-o"),
)
ROOT_ALONE = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to somebody else")


def pipe(program: Program) -> Path:
    """A pipe, which stands for any device: nothing may be written to it, and nothing put in its place."""
    path = program.home / "pipe"
    os.mkfifo(path)
    return path


def plug(program: Program) -> Path:
    path = program.home / "plug"
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.fspath(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else os.fspath(path))
    return path


def is_as_it_was(path: Path, before: os.stat_result) -> bool:
    now = path.lstat()
    return (now.st_mode, now.st_ino, now.st_size) == (before.st_mode, before.st_ino, before.st_size)


@pytest.mark.parametrize("make", [pipe, plug])
@pytest.mark.parametrize("linked", [False, True])
@pytest.mark.parametrize("line", WRITES)
def test_no_document_is_written_to_what_is_no_file(
    program: Program, make: Callable[[Program], Path], line: tuple[str, ...], linked: bool
) -> None:
    path = make(program)
    named = path
    if linked:
        named = program.home / "link"
        named.symlink_to(path)
    before = path.lstat()
    found = program(*line, str(named))
    assert (found.code, found.out) == (1, "")
    assert f"{named} is not a file" in found.err
    assert is_as_it_was(path, before)


@pytest.mark.parametrize("make", [pipe, plug])
@pytest.mark.parametrize("linked", [False, True])
def test_no_setting_is_written_to_what_is_no_file(
    program: Program, make: Callable[[Program], Path], linked: bool
) -> None:
    path = make(program)
    named = path
    if linked:
        named = program.home / "link"
        named.symlink_to(path)
    before = path.lstat()
    found = program("config", "lang", "tr", env={"TRACKER_CONFIG": str(named)})
    assert found.code == 1
    assert "is not a file" in found.err
    assert is_as_it_was(path, before)
    assert sorted(each.name for each in program.home.iterdir()) == sorted({path.name, named.name})


def test_a_circle_of_links_stays_one(program: Program) -> None:
    path = program.home / "circle"
    path.symlink_to("circle")
    for line, env in ((("config", "lang", "tr"), {"TRACKER_CONFIG": str(path)}), ((*WRITES[0], str(path)), {})):
        found = program(*line, env=env)
        assert found.code == 1
        assert "circle" in found.err
        assert path.is_symlink()


@ROOT_ALONE
@pytest.mark.parametrize("whole_folder", [False, True])
def test_nothing_is_written_through_a_link_that_somebody_else_planted(program: Program, whole_folder: bool) -> None:
    own, target = program.home / "own", program.home / "own" / "out.json"
    own.mkdir()
    target.write_text("mine")
    link = program.home / ("folder" if whole_folder else "out.json")
    link.symlink_to(own if whole_folder else target)
    os.chown(link, NOBODY, NOBODY, follow_symlinks=False)
    place = link / "out.json" if whole_folder else link
    for line, env in (
        ((*WRITES[0], str(place)), {}),
        ((*WRITES[2], str(place)), {}),
        (("config", "lang", "tr"), {"TRACKER_CONFIG": str(place)}),
    ):
        found = program(*line, env=env)
        assert found.code == 1
        assert "another user" in found.err
        assert target.read_text() == "mine"


@ROOT_ALONE
def test_names_that_can_be_foreseen_are_not_used_for_temporary_files(program: Program) -> None:
    """Whoever knows the name can put a link there before us."""
    victim = program.home / "victim"
    victim.write_text("mine")
    (program.home / "config.toml").write_text("broken [")
    (program.home / "config.toml.broken").symlink_to(victim)
    found = program("config", "lang", "tr")
    assert found.code == 0
    assert victim.read_text() == "mine"
    assert (program.home / "config.toml.broken2").read_text() == "broken ["


DISGUISES: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda raw: raw,
    "with a mark of byte order": lambda raw: b"\xef\xbb\xbf" + raw,
    "damaged at the start": lambda raw: b"\0" * 700 + raw[700:],
    "cut at the start": lambda raw: raw[5000:],
    "damaged at the end": lambda raw: raw[:-200],
    "with blanks before it": lambda raw: b" \n" * 2000 + raw,
    "of stock TinyDB, with another table first": lambda raw: b'{"_default": {}, ' + raw.replace(b"\n", b"")[1:],
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_no_tracker_is_written_over_whatever_it_begins_with(demo: Program, disguise: str) -> None:
    other = demo.home / "other.json"
    other.write_bytes(DISGUISES[disguise](demo.file.read_bytes()))
    before = other.read_bytes()
    for line, env in (
        (("report", "--format", "json", "-o", "other.json"), {}),
        (("export", "-o", "other.json"), {}),
        (("config", "lang", "tr"), {"TRACKER_CONFIG": str(other)}),
    ):
        found = demo(*line, env=env)
        assert found.code == 1, disguise
        assert "not overwritten" in found.err or "TRACKER_CONFIG" in found.err or "other.json" in found.err
        assert other.read_bytes() == before
    assert not list(demo.home.glob("other.json.*"))


def test_neither_are_the_locks_and_backups_of_any_tracker(started: Program) -> None:
    assert started("--db", "other.json", "init").code == 0
    assert started("--db", "other.json", "update-step", "1", "--progress", "3").code == 0
    backups = started.home / "other.json.backups"
    (backup,) = backups.iterdir()
    (started.home / "other.json").rename(started.home / "moved.json")
    before = backup.read_bytes()
    for place in ("other.json", "other.json.lock", "moved.json", str(backup), str(backups / "new.json")):
        for line, env in ((("export", "-o", place), {}), (("config", "lang", "tr"), {"TRACKER_CONFIG": place})):
            assert started(*line, env=env).code == 1, place
    assert backup.read_bytes() == before
    assert [each.name for each in backups.iterdir()] == [backup.name]


def test_documents_and_other_files_are_written_over(demo: Program) -> None:
    """An export, a report and a lock of another program look like no tracker."""
    for line in (("export", "-o", "e.json"), ("report", "-o", "r.json"), ("export", "steps", "-o", "s.csv")):
        assert demo(*line).code == 0
        assert demo(*line).code == 0
    (demo.home / "notes.md.lock").write_text("12")
    (demo.home / "notes.md").write_text("notes")
    assert demo("report", "-o", "notes.md").code == 0


NAMES = ("~nobody-at-all/x", "~nobody-at-all/")


@pytest.mark.parametrize(
    "line",
    [
        "report -o ~nobody-at-all/x.md",
        "report -o ~nobody-at-all/",
        "report -o x.docx --letterhead ~nobody-at-all/x.docx",
        "import ~nobody-at-all/x.json",
        "merge ~nobody-at-all/x.json",
        "config db ~nobody-at-all/x.json",
        "list --db ~nobody-at-all/x.json",
        "check --db ~nobody-at-all/x.json",
        "update-step 1 --confirm --note @~nobody-at-all/x",
        "update-step 1 --progress 3 --db ~nobody-at-all/x.json",
        "report -o x.md --db ~nobody-at-all/x.json",
        "init --from ~nobody-at-all/x.json --db y.json",
    ],
)
def test_the_home_of_nobody(started: Program, line: str) -> None:
    found = started(*line.split())
    assert found.code in (1, 2)
    assert found.out == ""
    assert "nobody-at-all" in found.err
    assert "Traceback" not in found.err


LINES_ANYWHERE = (
    "list --db t.json",
    "update-step 1 --progress 3 --db t.json",
    "init --db t.json",
    "check --db t.json",
    "backup --db t.json",
    "backup list --db t.json",
    "report -o x.md",
    "report -o x/",
    "export -o x.json",
    "export -o x.json --db t.json",
    "import x.json",
    "import x.json --db t.json",
    "merge x.json",
    "config db t.json",
    "report -o x.docx --letterhead y.docx",
    "attach S1 y.pdf",
    "config",
    "list",
)


@pytest.mark.parametrize("line", LINES_ANYWHERE)
def test_a_working_folder_that_is_gone(started: Program, line: str) -> None:
    started.before = "import os; os.mkdir('gone'); os.chdir('gone'); os.rmdir('../gone')"
    found = started(*line.split())
    assert "Traceback" not in found.err
    assert found.code == (0 if line in ("list", "config", "attach S1 y.pdf") else 1), found.err
    started.before = ""
    assert started("list", "--json").data[1]["progress"] == 40


def test_a_working_folder_that_is_gone_before_anything_is_loaded(home: Program) -> None:
    line = ["sh", "-c", "mkdir gone && cd gone && rmdir ../gone && tracker list"]
    found = subprocess.run(line, env=home.env, cwd=home.home, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    assert "S5" in found.stdout


READS = {
    "import": ("import", "PLACE"),
    "merge": ("merge", "PLACE"),
    "init": ("init", "--db", "new.json", "--from", "PLACE"),
    "letterhead": ("report", "brief", "-o", "x.docx", "--letterhead", "PLACE"),
    "note": ("update-step", "1", "--confirm", "--note", "@PLACE"),
}


@pytest.mark.parametrize("name", READS)
def test_an_input_without_end_is_read_as_far_as_it_may_be_long(started: Program, name: str) -> None:
    """From a pipe into which a process writes for ever."""
    endless = subprocess.Popen(
        [sys.executable, "-c", "while True: print('x' * 65536)"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert endless.stdout is not None
    try:
        line = [word.replace("PLACE", "/dev/fd/0") for word in READS[name]]
        found = started(*line, stdin=endless.stdout)
    finally:
        endless.stdout.close()
        endless.kill()
        endless.wait()
    assert found.code == 1
    assert "too large" in found.err
    assert started("list", "--json").data[1]["progress"] == 40


def test_standard_input_without_end_is_no_other(started: Program) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "while True: print('x' * 65536)"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as endless:
        assert endless.stdout is not None
        found = started("import", "-", stdin=endless.stdout)
        endless.stdout.close()
        endless.kill()
    assert found.code == 1
    assert "too large" in found.err


def test_too_little_memory_is_told(started: Program) -> None:
    path = started.home / "large.json"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    started.before = "from resource import *; setrlimit(RLIMIT_AS, (300 << 20, RLIM_INFINITY))"
    found = started("import", str(path))
    assert found.code == 1
    assert "not enough memory" in found.err


@pytest.mark.parametrize("name", READS)
def test_a_pipe_into_which_nobody_writes_is_not_waited_for(started: Program, name: str) -> None:
    path = pipe(started)
    found = started(*(word.replace("PLACE", str(path)) for word in READS[name]))
    assert found.code == (0 if name == "note" else 1)
    assert "Traceback" not in found.err
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_writer_who_says_nothing_is_given_up(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR)
    try:
        with pytest.raises(TimeoutError):
            named.read(path, 100, patience=0.05)
        os.write(writer, b"slow")
        with pytest.raises(TimeoutError):
            named.read(path, 100, patience=0.05)
    finally:
        os.close(writer)


def test_what_comes_slowly_is_waited_for(started: Program) -> None:
    assert started("export", "-o", "e.json").code == 0
    slowly = "import sys, time; time.sleep(0.5); sys.stdout.write(open('e.json').read())"
    with subprocess.Popen([sys.executable, "-c", slowly], cwd=started.home, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert started("import", "/dev/fd/0", "--db", "new.json", stdin=writer.stdout).code == 0


def test_settings_from_a_pipe_that_nobody_writes_are_none(started: Program) -> None:
    path = pipe(started)
    assert started("list", env={"TRACKER_CONFIG": str(path)}).code == 0


@pytest.mark.parametrize("name", [*READS, "db", "config"])
def test_a_huge_file_is_refused_before_it_is_read(started: Program, name: str) -> None:
    path = started.home / "huge.json"
    with path.open("wb") as file:
        file.truncate(2 << 30)
    env = {"TRACKER_DB": str(path)} if name == "db" else {"TRACKER_CONFIG": str(path)} if name == "config" else {}
    found = started(*(word.replace("PLACE", str(path)) for word in READS.get(name, ("list",))), env=env)
    assert found.code == 1
    assert "too large" in found.err
    if name == "db":
        assert started("update-step", "1", "--progress", "3", env=env).code == 1
        assert path.stat().st_size == 2 << 30


def test_a_tracker_that_would_be_too_large_to_be_read_is_not_written(started: Program) -> None:
    before = started.file.read_bytes()
    started.before = f"from tracker.store.file import refusals; refusals.LARGEST = {len(before) + 100}"
    found = started("add-obstacle", "عقبة " * 100)
    assert found.code == 1
    assert "too large" in found.err
    assert started.file.read_bytes() == before


def test_new_files_are_as_private_as_their_place(started: Program) -> None:
    """Beside the data they are their owner's alone, elsewhere what the umask leaves, and never everybody's to write."""
    started.before = "import os; os.umask(0)"
    for name in ("out.md", str(started.file.with_name("out.md")), str(started.file.parent / "in" / "brief.md")):
        Path(started.home / name).parent.mkdir(exist_ok=True)
        assert started("report", "brief", "-o", name).code == 0
    assert started("config", "lang", "tr").code == 0
    modes = {
        str(path.relative_to(started.home)): stat.S_IMODE(path.stat().st_mode)
        for path in started.home.rglob("*")
        if path.is_file()
    }
    assert modes.pop("out.md") == 0o664
    assert set(modes.values()) == {0o600}
    started.before = "import os; os.umask(0o077)"
    assert started("report", "brief", "-o", "private.md").code == 0
    assert stat.S_IMODE((started.home / "private.md").stat().st_mode) == 0o600


@ROOT_ALONE
def test_a_backups_folder_of_another_user_is_refused(started: Program) -> None:
    folder = started.file.with_name("tracker.json.backups")
    folder.mkdir(exist_ok=True)
    os.chown(folder, NOBODY, NOBODY)
    before = started.file.read_bytes()
    for line in ("update-step 2 --progress 50", "backup", "backup list", "backup restore --yes"):
        found = started(*line.split())
        assert found.code == 1, line
        assert "another user" in found.err
        assert started.file.read_bytes() == before
    os.chown(started.file, NOBODY, NOBODY)  # the folder of who owns the tracker too
    assert started("update-step", "2", "--progress", "50").code == 0


@pytest.mark.parametrize(
    "line",
    [
        ("list", "--db", "postgresql://me:secret@host/db?tracker=a"),
        ("init", "--db", "postgres://me:secret@host/db"),
        ("export", "-o", "https://me:secret@host/x.json"),
        ("merge", "ftp://me:secret@host/x.json"),
        ("import", "s3://me:secret@host/x.csv", "--kind", "steps"),
    ],
)
def test_the_address_of_a_server_is_no_place_in_a_folder(started: Program, line: tuple[str, ...]) -> None:
    """It was taken for a path, and a folder `postgresql:` made in silence."""
    before = sorted(started.home.rglob("*"))
    found = started(*line)
    assert (found.code, found.out) == (2, "")
    assert "is the address of a server" in found.err or "A password does not belong in an address" in found.err
    assert "secret" not in found.err
    assert sorted(path for path in started.home.rglob("*") if path.suffix != ".lock") == [
        path for path in before if path.suffix != ".lock"
    ]
