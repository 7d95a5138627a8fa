"""The same commands on a server: what is typed and told, copies over and back, and no password anywhere."""

import shlex
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests import servers
from tests.cli.program import Program
from tests.guides import ROOT
from tests.servers import Server

LINES = (
    "update-step 2 --progress 40 --evidence 118/2026 --note begun",
    "add-activity S3 'Order the parts'",
    "add-decision M1 'A committee'",
    "add-commitment D1 'Hand over the list' --due 2027-01-15",
    "undo",
    "redo",
    "update-commitment C1 --due 2027-01-20 --reason travel",
    "attach C1 119/2026",
    "note S2 --public 'a word'",
    "config red_weight 2/3",
    "config red_weight 40%",
)
READ = (
    "list",
    "status",
    "show S2",
    "list all",
    "history --limit 3",
    "list commitments",
    "show C1",
    "show thresholds",
)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with servers.server() as made:
        yield made


@pytest.fixture
def address(server: Server, request: pytest.FixtureRequest) -> str:
    return server.address(f"c{abs(hash(request.node.nodeid))}")


@pytest.fixture
def shared(program: Program, address: str) -> Program:
    """The program, to which a new tracker on the server was named by the environment."""
    program.env |= {"TRACKER_DB": address, "TRACKER_LANG": "en", "TRACKER_BY": "LY"}
    assert program("init").code == 0
    return program


def test_every_command_does_there_as_in_a_file(shared: Program) -> None:
    in_file = "--db", "same.json"
    assert shared("init", *in_file).code == 0
    for line in LINES:
        words = shlex.split(line)
        there, here = shared(*words), shared(*words, *in_file)
        assert (there.code, there.out) == (here.code, here.out), line
    for line in READ:
        words = shlex.split(line)
        there, here = shared(*words), shared(*words, *in_file)
        assert there.out == here.out, line
    for line in ("update-step 9 --progress 5", "update-step 2 --status completed", "add-decision M9 x", "undo 99"):
        words = shlex.split(line)
        there, here = shared(*words), shared(*words, *in_file)
        assert (there.code, there.err) == (here.code, here.err), line


def test_where_one_is_and_as_whom_is_told(shared: Program, address: str) -> None:
    assert f"Connected to {address} as postgres: owns the tables." in shared("status").err + shared("status").out
    found = shared("check")
    assert "postgres: owns the tables" in found.out
    assert address in found.out


def test_a_tracker_goes_over_and_back_with_its_whole_history(shared: Program, server: Server) -> None:
    assert shared("update-step", "2", "--progress", "40").code == 0
    assert shared("export", "-o", "whole.json").code == 0
    over = server.address("over")
    assert shared("init", "--from", "whole.json", "--db", over).code == 0
    assert shared("history", "--verify", "--db", over).code == 0
    assert shared("update-step", "3", "--progress", "10", "--db", over).code == 0
    assert shared("export", "-o", "back.json", "--db", over).code == 0
    assert shared("init", "--from", "back.json", "--db", "file.json").code == 0
    for name, line in (("S2", 40), ("S3", 10)):
        assert shared("show", name, "--json", "--db", "file.json").data[0]["progress"] == line
    heads = [shared("history", "--verify", "--json", "--db", db).data for db in (over, "file.json")]
    assert heads[0]["broken"] is heads[1]["broken"] is None


def test_a_copy_is_joined_there(shared: Program) -> None:
    assert shared("export", "--audience", "counterpart", "-o", "ours.json").code == 0
    assert shared("init", "--from", "ours.json", "--side", "tr", "--db", "theirs.json").code == 0
    assert shared("update-step", "4", "--progress", "30", "--db", "theirs.json", "--by", "TR").code == 0
    assert shared("export", "--audience", "counterpart", "-o", "theirs-file.json", "--db", "theirs.json").code == 0
    assert shared("update-step", "5", "--progress", "20").code == 0
    merged = shared("merge", "theirs-file.json", "--yes")
    assert merged.code == 0, merged.err
    assert shared("show", "S4", "--json").data[0]["progress"] == 30
    assert [each["kind"] for each in shared("backup", "list", "--json").data] == ["merge"]
    assert "intact" in shared("history", "--verify").out


def test_a_backup_is_a_file_here_and_comes_back_as_a_revision(shared: Program) -> None:
    assert shared("update-step", "2", "--progress", "40").code == 0
    made = shared("backup", "--json").data
    assert Path(made["path"]).is_relative_to(shared.home)
    assert shared("show", "S2", "--json", "--db", made["path"]).data[0]["progress"] == 40
    assert shared("update-step", "2", "--progress", "60").code == 0
    assert made["name"] in shared("backup", "list").out
    assert shared("backup", "restore", made["name"], "--yes").code == 0
    assert shared("show", "S2", "--json").data[0]["progress"] == 40
    assert "restore" in shared("history", "--limit", "1").out


def test_texts_are_erased_there(shared: Program) -> None:
    assert shared("update-step", "2", "--progress", "40", "--note", "an unlucky word").code == 0
    number = shared("history", "S2", "--json").data[0]["number"]
    assert shared("redact", str(number), "--reason", "asked for", "--yes").code == 0
    assert "unlucky" not in shared("history", "--json").out
    assert "intact" in shared("history", "--verify").out


def test_logins_are_given_roles_by_a_command(shared: Program, address: str) -> None:
    assert "psql" in shared("share", "amina", "--as", "writer", "--office", "LY").err
    as_amina = ("--db", address.replace("user=postgres", "user=amina"))
    shared.env.pop("TRACKER_BY")
    assert shared("update-step", "2", "--progress", "40", *as_amina).code == 0  # in the name of her office
    assert "LY" in shared("history", "--limit", "1").out
    refused = shared("update-step", "2", "--progress", "50", *as_amina, "--by", "TR")
    assert (refused.code, refused.out) == (1, "")
    assert "acts for LY and for no other office" in refused.err
    assert shared("share", "--json").data == [{"login": "amina", "role": "writer", "office": "LY"}]
    assert shared("share", "amina", "--as", "nobody").code == 0
    assert shared("list", *as_amina).code == 1


SEEN = (
    *("list", "list all", "status", "show S2 C1 E1", "show S2 --explain", "report", "report brief -o brief.pdf"),
    *("report evaluation --format md", "report followup --meeting M7 --format md", "report all -o set/ --format md"),
    *("report matrix --format md", "report indicators --format md", "list -o list.xlsx", "config"),
)
WITHHELD = ("history", "history --verify", "check", "export -o x.json", "undo", "list --as-of 2027-01-31", "backup")


def test_the_other_side_reads_records_and_documents_without_their_history(program: Program, server: Server) -> None:
    """`show` and the documents that look back were refused altogether."""
    program.env |= {"TRACKER_DB": server.address("theirs"), "TRACKER_LANG": "en", "TRACKER_BY": "LY"}
    assert program("init", "--template", "demo").code == 0
    assert program("note", "S2", "an internal word").code == 0
    assert program("note", "S2", "a public word", "--public").code == 0
    assert program("share", "theirs", "--as", "counterpart").code == 0
    theirs = {"TRACKER_DB": server.address("theirs", "theirs"), "TRACKER_TODAY": "2027-03-31"}
    for line in SEEN:
        found = program(*shlex.split(line), env=theirs)
        assert found.code == 0, (line, found.err)
        assert "an internal word" not in found.out
    for line in WITHHELD:
        found = program(*shlex.split(line), "--yes", env=theirs)
        assert found.code == 1, line
        assert "is not shown to the other side" in found.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("share x", "Say what x may do."),
        ("share --as reader", "Say which login it is."),
        ("share x --as writer", "say for which"),
        ("share x --as reader --office LY", "--office"),
        ("share x --as king", "king"),
    ],
)
def test_what_is_missing_is_told(shared: Program, line: str, said: str) -> None:
    found = shared(*shlex.split(line))
    assert found.code == 2
    assert said in found.err


def test_a_file_has_no_logins(demo: Program) -> None:
    found = demo("share")
    assert found.code == 1
    assert "belong to a tracker on a server" in found.err


NO_PSYCOPG = """
import sys
for name in [name for name in sys.modules if name.startswith(("psycopg", "tracker.store.postgres"))]:
    del sys.modules[name]
sys.modules["psycopg"] = None
"""
PASSWORD = "postgresql://amina:open-sesame@db.example/mou"


@pytest.mark.parametrize(
    "line", ["list", "config", "check", "init", "config db {}", "backup", "update-step 2 --progress 5"]
)
@pytest.mark.parametrize("given", ["environment", "option"])
def test_a_password_in_an_address_is_shown_nowhere(program: Program, line: str, given: str) -> None:
    words = shlex.split(line.format(PASSWORD))
    if given == "environment":
        program.env["TRACKER_DB"] = PASSWORD
    else:
        words = [*words, "--db", PASSWORD]
    found = program(*words)
    assert "open-sesame" not in found.out + found.err
    assert [path for path in program.home.rglob("*") if path.is_file() and b"open-sesame" in path.read_bytes()] == []
    assert not (program.home / "postgresql:").exists()


def test_without_the_extra_it_says_what_to_install(program: Program) -> None:
    program.before = NO_PSYCOPG
    found = program("list", "--db", "postgresql://db.example/mou")
    assert (found.code, found.out) == (1, "")
    assert "The component that connects to PostgreSQL is not installed." in found.err
    assert "[postgres]" in found.err


def test_an_address_is_kept_in_the_settings(shared: Program, address: str) -> None:
    del shared.env["TRACKER_DB"]
    assert shared("config", "db", address).code == 0
    assert shared("update-step", "2", "--progress", "40").code == 0
    assert address in shared("config", "db").out


def block(guide: str, heading: str) -> list[str]:
    """The lines that a guide has typed in a shell under a heading."""
    text = (ROOT / guide).read_text(encoding="utf-8").partition(f"# {heading}\n")[2]
    return text.partition("```sh\n")[2].partition("```")[0].splitlines()


def test_what_readme_shows_of_a_server_works(program: Program, server: Server) -> None:
    program.env |= {"PGHOST": str(server.folder), "PGUSER": "postgres"}
    first, *lines = block("README.md", "On a server")
    assert first == "createdb office"
    server.run("createdb", "-h", str(server.folder), "-U", "postgres", "office")
    for line in lines:
        found = program(*shlex.split(line)[1:])
        assert found.code == 0, (line, found.err)
    assert program("update-step", "2", "--progress", "40", env={"PGUSER": "amina"}).code == 0
    assert program("update-step", "2", "--progress", "50", env={"PGUSER": "tarek"}).code == 1
    assert program("list", env={"PGUSER": "tarek"}).code == 0


def test_the_recipe_for_a_small_office_needs_no_superuser(program: Program, server: Server) -> None:
    install, *by_postgres, init, share = block("tracker/store/README.md", "On a server")
    assert install == "apt install postgresql"
    where = ("-h", str(server.folder), "-U", "postgres")
    for line in by_postgres:
        _, _, _, name, *words = shlex.split(line.replace("office", "bureau"))
        server.run(name, *where, *words)
    for line in (init, share):
        words = shlex.split(line.replace("office?", "bureau?").replace("@db.office.example/", "@/"))
        found = program(*words[1:], env={"PGHOST": str(server.folder)})
        assert found.code == 0, (line, found.err)
    address = "postgresql://amina@/bureau?tracker=mou"
    found = program("update-step", "2", "--progress", "40", "--db", address, env={"PGHOST": str(server.folder)})
    assert found.code == 0, found.err


ODD = {
    "GRANT UPDATE ON tracker.doc TO tracker_reader": "doc: UPDATE, tracker_reader",
    "GRANT SELECT ON tracker.book TO PUBLIC": "book: SELECT, PUBLIC",
    "ALTER TABLE tracker.doc DISABLE ROW LEVEL SECURITY": "doc: ROW LEVEL SECURITY",
    "ALTER TABLE tracker.revision DISABLE TRIGGER only_append": "revision: only_append",
    "ALTER TABLE tracker.access OWNER TO postgres": "access: postgres",
    "GRANT EXECUTE ON FUNCTION tracker.applied(int, int, jsonb) TO PUBLIC": "applied: EXECUTE, PUBLIC",
    "GRANT CREATE ON SCHEMA tracker TO tracker_writer": "schema: CREATE, tracker_writer",
}


@pytest.mark.parametrize("done", ODD)
def test_rights_that_are_not_as_they_were_set_up_are_told(program: Program, tmp_path: Path, done: str) -> None:
    with servers.server() as own:
        program.env |= {"TRACKER_DB": own.address(), "TRACKER_LANG": "en", "TRACKER_BY": "LY"}
        assert program("init").code == 0
        assert "The rights in the database" not in program("check").out
        with psycopg.connect(own.conninfo(), autocommit=True) as owner:
            owner.execute(done.encode())
        found = program("check")
        assert found.code == 3
        assert f"The rights in the database are not as they were set up: {ODD[done]}." in found.out
