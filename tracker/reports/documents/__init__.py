"""The kinds of `report`, each made by the module of its name, which is loaded only when it is asked for.

A module offers `report(request) -> Report`. Its `Report` has a title, and the small print at its foot.
"""

from importlib import import_module

from tracker.frozen import Frozen
from tracker.reports.documents.request import Request
from tracker.reports.report import Report


class Document(Frozen):
    """The options that a kind has beside those that all have, and whether it is a table that CSV can carry.

    A `letter` is framed by the brand of who sends it. One that is `addressed` goes to offices: each gets one of its
    own, in its language, and a pipe the text for a mail.
    """

    options: frozenset[str] = frozenset()
    tabular: bool = False
    letter: bool = False
    addressed: bool = False


DOCUMENTS: dict[str, Document] = {
    "full": Document(),
    "brief": Document(options=frozenset({"issue", "reference"}), letter=True),
    "matrix": Document(tabular=True),
    "evaluation": Document(options=frozenset({"period", "against"})),
    "followup": Document(options=frozenset({"meeting", "side", "beside"}), tabular=True),
    "indicators": Document(tabular=True),
    "owed": Document(options=frozenset({"owner", "side", "reference"}), tabular=True, addressed=True),
}
SETS: dict[str, tuple[str, ...]] = {
    "all": ("brief", "matrix", "followup", "evaluation", "indicators", "owed", "full"),
}
"""Sets of documents that are made together, by the kinds in them."""
OF_SETS = frozenset({"period", "against", "meeting", "reference"})
"""The options of its parts that a set takes: the others change which documents are made."""


def options_of(kind: str) -> frozenset[str]:
    """The options that a kind or a set has beside those that all have."""
    return OF_SETS if kind in SETS else DOCUMENTS[kind].options


def document(kind: str, request: Request) -> Report:
    """The report of a kind of DOCUMENTS."""
    module = import_module(f"{__name__}.{kind}")
    made: Report = module.report(request)
    return made
