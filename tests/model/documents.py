"""Random states of plain documents, for the properties of revisions."""

from typing import Any

from hypothesis import strategies as st

from tracker.frozen import asdict
from tracker.model.history.documents import Documents
from tracker.model.history.hashes import chained
from tracker.model.history.revision import Change, Revision

VALUES = st.one_of(
    st.integers(-5, 5),
    st.text(max_size=3),
    st.lists(st.text(max_size=2), min_size=1, max_size=2),
    st.fixed_dictionaries({"ar": st.text(min_size=1, max_size=3)}, optional={"tr": st.text(max_size=2)}),
)
DOCUMENTS = st.dictionaries(st.sampled_from(["title", "weight", "owner", "note"]), VALUES, max_size=4)
STATES: st.SearchStrategy[Documents] = st.dictionaries(
    st.sampled_from(["steps", "evidence", "roles"]),
    st.dictionaries(st.sampled_from(["X1", "X2"]), DOCUMENTS),
    max_size=3,
)


def filled(documents: Documents) -> Documents:
    """The state without empty tables: an empty table and none are the same."""
    return {table: rows for table, rows in documents.items() if rows}


def revision(number: int, *changes: Change, by: str = "LY", previous: str = "", **fields: Any) -> Revision:
    """A sealed revision of these changes."""
    defaults: dict[str, Any] = {
        "uuid": str(number),
        "at": "2026-03-31T10:00:00+00:00",
        "note": None,
        "schema": 2,
        "salt": f"{number:032}",
    }
    values = {"command": "update-step", **defaults, **fields}
    made = Revision(number=number, by=by, changes=changes, parents=(previous,), **values)
    return Revision(**{**asdict(made), "hash": chained(made)})
