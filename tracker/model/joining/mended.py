"""The records that a join has changed further than either side, since both together left nothing else (rule 17.6)."""

from collections.abc import Iterator, Mapping

from tracker.frozen import Frozen
from tracker.model.history.documents import Documents


class Mended(Frozen):
    """A record, a field of it that follows from what both sides did, and the record that is the reason, if one is."""

    code: str
    field: str
    reason: str = ""


def mended(sides: tuple[Documents, Documents], joined: Documents, cancelled: Mapping[str, str]) -> Iterator[Mended]:
    """The activities that are taken in as cancelled, by identity with the step, and papers whose verification went."""
    for code, row in joined.get("activities", {}).items():
        if row["uid"] in cancelled:
            yield Mended(code, "status", cancelled[row["uid"]])
    verified = {row["uid"] for side in sides for row in side.get("evidence", {}).values() if row.get("verified_on")}
    for code, row in joined.get("evidence", {}).items():
        if row["uid"] in verified and not row.get("verified_on"):
            yield Mended(code, "verified_on")
