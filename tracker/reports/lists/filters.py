"""The kinds for which each filter of `list` means something; elsewhere it is refused rather than show nothing."""

from tracker import errors
from tracker.model.records.evidence import TAKES_EVIDENCE
from tracker.reports.kinds import LISTED, kind_of
from tracker.reports.lists.selection import Selection

EVERYWHERE = frozenset({"changed_since", "touched", "search", "sort", "limit", "sample"})
"""The fields of `Selection` that mean something for every kind; for each other the kinds say so (`Kind.filters`)."""


def given_filters(selection: Selection) -> list[str]:
    """The filters that were asked for and do not mean something for every kind."""
    nothing = Selection()
    names = (name for name in Selection.__struct_fields__ if name not in EVERYWHERE)
    return [name for name in names if getattr(selection, name) != getattr(nothing, name)]


def knows(kind: str, name: str) -> bool:
    """Whether a filter means something for a kind; `mine` does where an office answers for it."""
    if name == "no_evidence":
        return kind in TAKES_EVIDENCE
    return ("owner" if name == "mine" else name) in kind_of(kind).filters


def kinds_with(name: str) -> tuple[str, ...]:
    """The kinds for which a filter means something."""
    order = TAKES_EVIDENCE if name == "no_evidence" else LISTED
    return tuple(kind for kind in order if kind in LISTED and knows(kind, name))


def check_filters(kind: str, selection: Selection) -> None:
    """Raises `OptionElsewhere` for what cannot be asked of a kind; of everything all can."""
    for name in given_filters(selection):
        if kind != "all" and not knows(kind, name):
            raise errors.OptionElsewhere(f"--{name.replace('_', '-')}", kind, kinds_with(name))
