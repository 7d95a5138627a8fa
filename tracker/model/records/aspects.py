"""The aspects of the memorandum; their progress and health come from the steps linked to them."""

from tracker.model.records.localized import Localized
from tracker.model.records.record import Record


class Aspect(Record, kw_only=True):
    """An aspect; `verbatim` locks the Arabic of name and details, which is quoted from the source letter by letter."""

    shared = frozenset({"name", "details"})
    order: int
    name: Localized
    details: Localized
    verbatim: bool = False
