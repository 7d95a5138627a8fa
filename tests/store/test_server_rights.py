"""Nobody where he does not belong: attempts in SQL, under the login of each role, past the program and through it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import psycopg
import pytest

from tests.servers import Server
from tests.store.stores import DAY, act, attach, change, fictional, update
from tracker import errors
from tracker.frozen import replace
from tracker.model.audience import Audience, seen_by
from tracker.model.history.hashes import chained
from tracker.model.history.revision import Change, Revision
from tracker.model.records.tables import TABLES
from tracker.store.act import revision_of
from tracker.store.exchange.copies import name_copy
from tracker.store.open import open_store
from tracker.store.past import tracker_at
from tracker.store.plain_form import to_document
from tracker.store.postgres import sharing
from tracker.store.postgres.engine import PostgresEngine
from tracker.store.redacting import redact
from tracker.store.revisions import revision_document
from tracker.store.store import Store
from tracker.store.template import template_state
from tracker.store.verify import verify_chain

ROLES = {
    "r_reader": ("reader", ""),
    "w_libya": ("writer", "LY"),
    "w_turkey": ("writer", "TR"),
    "k_keeper": ("keeper", "LY"),
    "c_other": ("counterpart", ""),
}
NOBODY = "n_nobody"
EVERYBODY = (*ROLES, NOBODY)


@dataclass
class Shared:
    """Two trackers on a server: `proof`, which everybody has a role in, and `other`, which nobody has."""

    server: Server
    folder: Path
    connections: dict[str, psycopg.Connection] = field(default_factory=dict)
    stores: list[Store] = field(default_factory=list)

    def store(self, login: str = "postgres", tracker: str = "proof") -> Store:
        path = self.folder / f"{tracker}.json"
        self.stores.append(open_store(path, named=True, address=self.server.address(tracker, login, "rights")))
        return self.stores[-1]

    def close(self) -> None:
        """End the connections of the stores."""
        while self.stores:
            engine = self.stores.pop().engine
            assert isinstance(engine, PostgresEngine)
            engine.close()

    def sql(self, login: str, text: str, *values: Any) -> list[tuple[Any, ...]]:
        if login not in self.connections:
            self.connections[login] = psycopg.connect(self.server.conninfo(login, "rights"), autocommit=True)
        found = self.connections[login].execute(text.encode(), values or None)
        return found.fetchall() if found.description else [(found.rowcount,)]

    def line(self, by: str = "LY", changes: tuple[Change, ...] | None = None, **wanted: Any) -> dict[str, Any]:
        """The line that would come next, with what is wanted otherwise in it and a hash that fits."""
        state = self.store().state()
        row = state.documents["steps"]["S1"]
        usual = Change("steps", "S1", {"weight": row.get("weight")}, {"weight": row.get("weight", 1) + 1}, row["uid"])
        made = revision_of(act("sql", by=by), state, (usual,) if changes is None else changes)
        made = replace(made, **{name: value for name, value in wanted.items() if name != "hash"})
        return revision_document(replace(made, hash=wanted.get("hash") or chained(made)))

    def counters(self) -> str:
        return json.dumps(self.store().state().standing.counters)

    def append(self, login: str, line: dict[str, Any], *, counters: str = "", tracker: str = "proof") -> None:
        given = (tracker, json.dumps(line), counters or self.counters(), "s" * 32)
        self.sql(login, "SELECT tracker.append(%s, %s, %s, %s)", *given)


@pytest.fixture(scope="module")
def shared(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    made = Shared(server, tmp_path_factory.mktemp("rights"))
    server.run("createdb", "-h", str(server.folder), "-U", "postgres", "rights")
    for tracker in ("proof", "other"):
        address = server.address(tracker, database="rights")
        open_store(made.folder / tracker, named=False, address=address).create(act("init"), template_state("demo"))
    engine = made.store().engine
    assert isinstance(engine, PostgresEngine)
    for login, (role, office) in ROLES.items():
        assert sharing.share(engine, login, role, office)
    made.sql("postgres", f"CREATE ROLE {NOBODY} LOGIN")
    yield made
    for each in made.connections.values():
        each.close()


@pytest.fixture(autouse=True)
def closed(shared: Shared) -> Iterator[None]:
    """After each test the server has the connections back that it took."""
    yield
    shared.close()


PAST_THE_PROGRAM = {
    "insert a line": "INSERT INTO tracker.revision VALUES (1, 999, 'u', 'h', 'x', now(), '{}')",
    "update lines": "UPDATE tracker.revision SET line = '{}'",
    "delete lines": "DELETE FROM tracker.revision",
    "truncate lines": "TRUNCATE tracker.revision",
    "insert a document": "INSERT INTO tracker.doc (book, tbl, code, doc) VALUES (1, 'steps', 'S9', '{\"id\": \"S9\"}')",
    "update documents": "UPDATE tracker.doc SET doc = doc",
    "delete documents": "DELETE FROM tracker.doc",
    "truncate everything": "TRUNCATE tracker.book CASCADE",
    "update the standing": "UPDATE tracker.book SET standing = '{}'",
    "read the standing of all": "SELECT * FROM tracker.book",
    "update through the view": "UPDATE tracker.seen SET doc = '{}'",
    "read documents past the view": "SELECT * FROM tracker.doc",
    "read what others share": "SELECT * FROM tracker.shared_doc",
    "give himself access": "INSERT INTO tracker.access VALUES (2, session_user, 'keeper', 'LY')",
    "change his office": "UPDATE tracker.access SET office = 'TR'",
    "drop the trigger": "DROP TRIGGER only_append ON tracker.revision",
    "disable the triggers": "SET session_replication_role = replica",
    "disable row security": "ALTER TABLE tracker.revision DISABLE ROW LEVEL SECURITY",
    "become the owner": "SET ROLE tracker_owner",
    "become a superuser": "SET SESSION AUTHORIZATION postgres",
    "replace a function": "CREATE OR REPLACE FUNCTION tracker.sha(v text) RETURNS text LANGUAGE sql AS 'SELECT v'",
    "make something in the schema": "CREATE TABLE tracker.mine2 (x int)",
    "call what applies changes": "SELECT tracker.applied(1, 1, '[]')",
    "call what adds lines": "SELECT tracker.added(1, 99, '{}')",
    "widen what is shared": "UPDATE tracker.kind SET shared = fields",
    "drop the schema": "DROP SCHEMA tracker CASCADE",
    "rewrite with the flag set by hand": "SET tracker.rewriting = on; UPDATE tracker.revision SET line = '{}'",
}


@pytest.mark.parametrize("login", EVERYBODY)
@pytest.mark.parametrize("attempt", PAST_THE_PROGRAM)
def test_nothing_is_reached_past_the_functions(shared: Shared, login: str, attempt: str) -> None:
    before = shared.sql("postgres", "SELECT count(*), max(version) FROM tracker.book, tracker.revision")
    with pytest.raises(psycopg.Error) as refused:
        shared.sql(login, PAST_THE_PROGRAM[attempt])
    assert refused.value.sqlstate in {"42501", "55000"}  # no privilege; or a view that nothing is written through
    assert shared.sql("postgres", "SELECT count(*), max(version) FROM tracker.book, tracker.revision") == before


@pytest.mark.parametrize("login", ["r_reader", "c_other", NOBODY])
def test_who_only_reads_appends_nothing(shared: Shared, login: str) -> None:
    with pytest.raises(psycopg.Error):
        shared.append(login, shared.line())
    with pytest.raises(psycopg.Error):
        shared.sql(login, "SELECT tracker.locked('proof')")


WRONG: dict[str, dict[str, Any]] = {
    "in the name of another office": {"by": "LY"},
    "in nobody's name": {"by": ""},
    "with a wrong hash": {"hash": "0" * 64},
    "with a number left out": {"number": 4711},
    "behind an older head": {"parents": ("1" * 64,)},
    "dated back": {"at": "2020-01-01T00:00:00+00:00"},
    "dated ahead": {"at": "2099-01-01T00:00:00+00:00"},
    "dated by no date": {"at": "yesterday"},
    "of another copy": {"copy": "12345678"},
    "of another schema": {"schema": 1},
    "without a salt": {"salt": ""},
    "with digests in the place of texts": {"erased": {"note": "0" * 64}},
    "that says it erases": {"erases": ("0" * 64,)},
    "of a record that is not there": {"changes": (Change("steps", "S77", {"weight": 1}, {"weight": 2}, "u"),)},
    "of a record that is there": {"changes": (Change("steps", "S1", None, {"id": "S1"}, "u"),)},
    "of one record twice": {"changes": (Change("parties", "X", None, {"id": "X"}, "u"),) * 2},
    "of a value that was not there": {"changes": (Change("steps", "S1", {"weight": -5}, {"weight": 2}, "u"),)},
    "of a field that nobody knows": {"changes": (Change("parties", "X", None, {"id": "X", "colour": 1}, "u"),)},
    "of a table that nobody knows": {"changes": (Change("colours", "X", None, {"id": "X"}, "u"),)},
    "that sets what follows from it": {"changes": (Change("parties", "X", None, {"id": "X", "rev": 9}, "u"),)},
    "under another identity": {"changes": (Change("steps", "S1", {"owner": None}, {"owner": None}, "u"),)},
}


@pytest.mark.parametrize("attempt", WRONG)
def test_a_writer_appends_no_line(shared: Shared, attempt: str) -> None:
    before = shared.store().state().standing
    with pytest.raises(psycopg.Error) as refused:
        shared.append("w_turkey", shared.line(**{"by": "TR", **WRONG[attempt]}))
    assert (refused.value.sqlstate or "")[:2] in {"TR", "22", "23"}
    assert shared.store().state().standing == before


def test_a_writer_appends_what_is_lawful_once(shared: Shared) -> None:
    line = shared.line("TR")
    shared.append("w_turkey", line)
    with pytest.raises(psycopg.Error):
        shared.append("w_turkey", line)
    found = verify_chain(shared.store())
    assert (found.broken, found.head) == (None, line["hash"])


def test_codes_are_not_given_back(shared: Shared) -> None:
    with pytest.raises(psycopg.Error) as refused:
        shared.append("w_turkey", shared.line("TR"), counters='{"E": 0}')
    assert refused.value.sqlstate == "TR009"


def test_another_tracker_is_as_if_it_were_not_there(shared: Shared) -> None:
    (number,) = shared.sql("postgres", "SELECT id FROM tracker.book WHERE name = 'other'")[0]
    for login in ROLES:
        assert shared.sql(login, "SELECT * FROM tracker.opened('other')") == []
        assert shared.sql(login, f"SELECT * FROM tracker.seen WHERE book = {number}") == []
        with pytest.raises(errors.DatabaseMissing):
            shared.store(login, "other").load()
    for login in ("r_reader", "w_turkey", "k_keeper"):
        assert shared.sql(login, f"SELECT * FROM tracker.revision WHERE book = {number}") == []
        assert shared.sql(login, f"SELECT * FROM tracker.access WHERE book = {number}") == []
    with pytest.raises(psycopg.Error) as refused:
        shared.append("w_turkey", shared.line("TR"), tracker="other")
    assert refused.value.sqlstate == "TR002"


def test_only_a_keeper_joins_copies_names_them_and_erases(shared: Shared) -> None:
    with pytest.raises(errors.KeeperNeeded):
        name_copy(shared.store("w_libya"), act("config", by="LY"), "LY")
    done = change(shared.store("w_libya"), update("S2", title_tr="Eski"), note="سر")
    assert done.revision
    change(shared.store("w_libya"), update("S2", title_tr="Yeni"))
    with pytest.raises(errors.KeeperNeeded):
        redact(shared.store("w_libya"), act("redact", by="LY"), done.revision.number)
    redact(shared.store("k_keeper"), act("redact", by="LY"), done.revision.number)
    assert shared.store().revision(done.revision.number).note == "[…]"
    assert verify_chain(shared.store()).broken is None


@pytest.mark.parametrize("forged", ["by", "at", "changes", "hash", "note", "uuid"])
def test_a_keeper_erases_and_forges_nothing(shared: Shared, forged: str) -> None:
    state = shared.store().state()
    place, line = shared.sql("postgres", "SELECT place, line FROM tracker.revision WHERE book = 1 AND place = 1")[0]
    other: Any = [["steps", "S1", {"weight": 1}, {"weight": 99}, "u"]] if forged == "changes" else "2" * 64
    given = ("proof", json.dumps(state.standing.document()), json.dumps([[place, {**line, forged: other}]]))
    with pytest.raises(psycopg.Error) as refused:
        shared.sql("k_keeper", "SELECT tracker.joined(%s, %s, '[]', '[]', %s)", *given)
    assert refused.value.sqlstate == "TR001"


def test_a_keeper_adds_no_line_of_this_copy_for_another_office(shared: Shared) -> None:
    state, line = shared.store().state(), shared.line("TR")
    after = {**state.standing.document(), "number": line["number"], "head": line["hash"], "at": line["at"]}
    with pytest.raises(psycopg.Error) as refused:
        shared.sql(
            "k_keeper", "SELECT tracker.joined('proof', %s, '[]', %s, '[]')", json.dumps(after), json.dumps([line])
        )
    assert refused.value.sqlstate == "TR005"


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE tracker.revision SET line = '{}'",
        "DELETE FROM tracker.revision",
        "TRUNCATE tracker.revision",
        'SET tracker.rewriting = on; UPDATE tracker.revision SET line = line || \'{"by": "XX"}\'',
    ],
)
def test_not_even_the_owner_changes_lines_by_accident(shared: Shared, text: str) -> None:
    with psycopg.connect(shared.server.conninfo(database="rights")) as owner:
        owner.execute("SET ROLE tracker_owner")
        with pytest.raises(psycopg.Error) as refused:
            owner.execute(text.encode())
    assert refused.value.sqlstate == "TR001"


def test_who_shares(shared: Shared) -> None:
    owner, keeper, writer = (shared.store(login).engine for login in ("postgres", "k_keeper", "w_libya"))
    assert isinstance(owner, PostgresEngine) and isinstance(keeper, PostgresEngine)  # noqa: PT018 - for the types
    assert isinstance(writer, PostgresEngine)
    assert {each.login for each in sharing.accesses(keeper)} == ROLES.keys()
    assert {each.login for each in sharing.accesses(writer)} == {"w_libya"}
    with pytest.raises(errors.KeeperNeeded):
        sharing.share(writer, "w_libya", "keeper", "LY")
    with pytest.raises(errors.NoSuchLogin):
        sharing.share(keeper, "newcomer", "reader")
    sharing.share(keeper, NOBODY, "reader")
    assert shared.store(NOBODY).load().steps
    sharing.share(owner, "w_turkey", "reader")
    with pytest.raises(errors.MayOnlyRead):
        change(shared.store("w_turkey"), attach("S1", "x"), by="TR")
    sharing.share(owner, "w_turkey", "writer", "TR")
    sharing.share(keeper, NOBODY, None)
    with pytest.raises(errors.NoRight):
        shared.store(NOBODY).load()
    with pytest.raises(errors.LastKeeper):
        sharing.share(keeper, "k_keeper", "reader")
    with pytest.raises(psycopg.Error):
        shared.sql("k_keeper", "SELECT tracker.share('proof', 'k_keeper', 'owner', 'LY')")


def test_the_program_is_told_who_may_not(shared: Shared) -> None:
    with pytest.raises(errors.MayOnlyRead):
        change(shared.store("r_reader"), attach("S1", "x"))
    with pytest.raises(errors.OtherOffice) as refused:
        change(shared.store("w_turkey"), attach("S1", "x"), by="LY")
    assert (refused.value.login, refused.value.office) == ("w_turkey", "TR")
    with pytest.raises(errors.NoRight):
        shared.store(NOBODY).load()


def test_the_other_side_sees_what_is_shared_and_nothing_else(shared: Shared, tmp_path: Path) -> None:
    whole = shared.store().load()
    wanted = seen_by(Audience.COUNTERPART, whole)
    found = shared.sql("c_other", "SELECT tbl, code, doc FROM tracker.seen")
    theirs = {(table, code): to_document(msgspec.convert(doc, TABLES[table])) for table, code, doc in found}
    records = [(table, code, each) for table, of in wanted.tables.items() for code, each in of.items()]
    assert theirs == {(table, code): to_document(record) for table, code, record in records}
    store = shared.store("c_other")
    assert store.load().steps.keys() == whole.steps.keys()
    standing = store.state().standing
    assert (standing.secret, standing.old_secret, standing.salts) == ("", "", {})
    with pytest.raises(errors.HistoryWithheld):
        list(store.revisions())
    with pytest.raises(errors.HistoryWithheld):
        tracker_at(store, DAY)
    for text in ("SELECT * FROM tracker.revision", "SELECT * FROM tracker.access"):
        with pytest.raises(psycopg.Error):
            shared.sql("c_other", text)
    assert fictional(tmp_path / "x.json")  # the fictional programme has drafts and papers that are not public
    assert any(row.confidentiality != "public" for row in whole.evidence.values())


def test_a_draft_evaluation_and_what_it_recommends_are_not_shown(shared: Shared) -> None:
    before = shared.store().load()
    assert before.reviews
    code = next(iter(before.reviews))
    count = len(shared.sql("c_other", "SELECT 1 FROM tracker.seen WHERE tbl IN ('reviews', 'recommendations')"))
    line: Revision = revision_of(
        act("sql", by="LY"),
        shared.store().state(),
        (Change("reviews", code, {"status": "approved"}, {"status": "draft"}, before.reviews[code].uid or ""),),
    )
    shared.append("w_libya", revision_document(line))
    after = shared.sql("c_other", "SELECT 1 FROM tracker.seen WHERE tbl IN ('reviews', 'recommendations')")
    assert len(after) < count
    shared.store("c_other").load()
