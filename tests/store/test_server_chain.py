"""The hash that the database computes of a line is the one that the program computes."""

import json
import random
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from tests.servers import Server
from tests.store.places import Place
from tests.store.programmes import Programme
from tests.store.stores import act, fictional
from tracker import errors
from tracker.frozen import replace
from tracker.model.history.hashes import chained
from tracker.model.history.redaction import introduced, redacted
from tracker.model.history.revision import Change, Revision
from tracker.model.history.withheld import holds_withheld
from tracker.store.open import open_store
from tracker.store.redacting import redact
from tracker.store.revisions import revision_document
from tracker.store.store import Store

FIRST = Path(__file__).with_name("first_schema.json")
TEXTS = (
    '"',
    "\\",
    "\n\t\r\b\f",
    "\x01\x1f\x7f",
    "محضر ١١٨",
    "\u2028\u200f",
    "é😀",
    "</script>",
    "[…]",
    "'; DROP --",
    "",
)


@pytest.fixture
def database(server: Server) -> psycopg.Connection:
    made = Place(Path("unused"), server)
    store = made.store()
    store.create(act("init"), store.state())
    made.close()
    return psycopg.connect(server.conninfo(), autocommit=True)


def hashes(database: psycopg.Connection, lines: Iterable[Revision]) -> list[str]:
    given = json.dumps([revision_document(line) for line in lines])
    text = "SELECT tracker.chained(line) FROM jsonb_array_elements(%s::jsonb) WITH ORDINALITY AS e(line, n) ORDER BY n"
    return [found for (found,) in database.execute(text, (given,)).fetchall()]


def agree(database: psycopg.Connection, store: Store) -> list[Revision]:
    lines = list(store.revisions())
    assert hashes(database, lines) == [line.hash for line in lines]
    return lines


@pytest.mark.parametrize("withholding", [False, True])
@pytest.mark.parametrize("seed", [1, 2])
def test_of_copies_that_were_joined(
    database: psycopg.Connection, tmp_path: Path, seed: int, *, withholding: bool
) -> None:
    ran = Programme(tmp_path, seed, withholding=withholding)
    ran.run(25)
    marks = 0
    for desk in ran.desks:
        lines = agree(database, desk.store)
        marks += sum(holds_withheld(change.after) for line in lines for change in line.changes)
    assert bool(marks) == withholding


def test_of_the_first_schema_and_of_what_was_erased(database: psycopg.Connection, tmp_path: Path) -> None:
    path = tmp_path / "tracker.json"
    path.write_bytes(FIRST.read_bytes())
    store = open_store(path, named=True)
    for number in range(1, 11):
        with suppress(errors.StillShown):
            redact(store, act("redact", note="x"), number)
    assert any(line.erased for line in agree(database, store) if line.schema == 1)


def test_of_every_kind_of_record(database: psycopg.Connection, tmp_path: Path) -> None:
    """One revision that makes all records of the fictional programme: their lists, figures and wordings."""
    store = fictional(tmp_path / "tracker.json")
    (made, *_) = store.revisions(newest_first=True)
    documents = store.state().documents
    changes = tuple(
        Change(table, code, None, dict(row.items()), row["uid"])
        for table, of in documents.items()
        for code, row in of.items()
    )
    whole = replace(made, changes=changes, salts={}, hash="")
    assert hashes(database, [whole]) == [chained(whole)]
    without = redacted(whole, introduced(whole), note=True)
    assert without.erased
    assert hashes(database, [without]) == [chained(whole)]


@pytest.mark.parametrize("text", TEXTS)
def test_of_any_text(database: psycopg.Connection, tmp_path: Path, text: str) -> None:
    store = fictional(tmp_path / "tracker.json")
    (made, *_) = store.revisions(newest_first=True)
    said = {"title": {"ar": text, "en": text * 3}, "themes": [text, text], "notes": text}
    line = replace(
        made, changes=(Change("steps", "S1", {"title": None}, said, "u"),), note=text or None, salts={}, by=text
    )
    assert hashes(database, [line]) == [chained(line)]


@pytest.mark.parametrize("seed", range(20))
def test_a_line_that_was_changed_has_another(database: psycopg.Connection, tmp_path: Path, seed: int) -> None:
    rnd = random.Random(seed)
    store = fictional(tmp_path / "tracker.json")
    document = revision_document(rnd.choice(list(store.revisions())))
    name = rnd.choice([n for n in document if n not in {"hash", "salt", "salts"}])
    value = document[name]
    document[name] = value + 1 if isinstance(value, int) else [*value, "x"] if isinstance(value, (list, tuple)) else "x"
    if name == "changes":
        document[name] = [["steps", "S1", {"weight": 1}, {"weight": 99}, "u"]]
    text = "SELECT tracker.chained(%s::jsonb)"
    assert database.execute(text, (json.dumps(document),)).fetchone() != (document["hash"],)
