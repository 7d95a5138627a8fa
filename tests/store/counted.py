"""The counts that a database keeps, held against the records."""

from tracker.model.state.tally import earliest_due, tally
from tracker.store.postgres import rows
from tracker.store.postgres.engine import PostgresEngine
from tracker.store.postgres.fetched import FetchedTable
from tracker.store.postgres.privileges import odd_rights
from tracker.store.store import Store


def engine_of(store: Store) -> PostgresEngine:
    assert isinstance(store.engine, PostgresEngine)
    return store.engine


def assert_counted(store: Store) -> None:
    """Hold what the database counts against the records."""
    found = store.engine.read()
    assert found is not None
    tables = {name: found.documents[name] for name in ("activities", "commitments")}
    assert all(isinstance(table, FetchedTable) for table in tables.values())
    whole = store.load()
    for name in rows.LATER:
        whole.read(name)
    assert tables["activities"].counted() == tally(whole)  # type: ignore[attr-defined]  # as asserted above
    first = earliest_due(whole)
    assert tables["commitments"].counted() == {step: first[step] for step in whole.steps if step in first}  # type: ignore[attr-defined]
    assert not odd_rights(engine_of(store))
