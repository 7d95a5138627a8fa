"""One of the states that are joined, with its records by their identity."""

from collections.abc import Mapping
from typing import Any

from tracker.model.history.documents import Documents
from tracker.model.history.revision import difference, without_bookkeeping
from tracker.model.joining.codes import Place
from tracker.model.joining.conflict import Values
from tracker.model.joining.records import Fields
from tracker.model.joining.references import renamed


class State:
    """A state with its records by identity."""

    def __init__(self, documents: Documents, same: Mapping[str, str]) -> None:
        self.documents = documents
        self._same = same
        self.places: dict[str, Place] = {}
        self.codes: dict[str, str] = {}
        self.names: dict[str, str] = {}
        for table, rows in documents.items():
            for code, row in rows.items():
                uid = same.get(row["uid"], row["uid"])
                self.places[uid] = (table, code)
                self.codes[uid] = code
                self.names[code] = uid

    def touched(self, base: "State") -> set[str]:
        """The identities of the records that differ from those of the base, and of the papers that are another one."""
        found = {change.uid for change in difference(base.documents, self.documents)}
        return {self._same.get(uid, uid) for uid in found} | (set(self._same.values()) & self.places.keys())

    def names_as(self, base: "State") -> bool:
        """Whether no code names another record than in the base."""
        return all(base.names.get(code, uid) == uid for code, uid in self.names.items())

    def whole(self, uid: str) -> Mapping[str, Any] | None:
        """The document of a record as it stands in this state."""
        place = self.places.get(uid)
        return self.documents[place[0]][place[1]] if place else None

    def record(self, uid: str) -> Fields | None:
        """The fields of a record, with the identities of what it names; None if it is not there."""
        document = without_bookkeeping(self.whole(uid))
        if document is None:
            return None
        return renamed(self.places[uid][0], {k: v for k, v in document.items() if k != "id"}, self.names)

    def told(self, table: str, values: Values | None) -> Values | None:
        """The values with codes as this side knows them."""
        return values and renamed(table, values, self.codes)
