"""The kinds for which each filter of `list` means something; elsewhere it is refused rather than show nothing."""

from tracker import errors
from tracker.model.records.evidence import TAKES_EVIDENCE
from tracker.reports.lists.selection import Selection

WORK = ("steps", "aspects", "activities")
_DUE = (*WORK, "series", "meetings", "commitments", "obstacles", "indicators")

FILTERS: dict[str, tuple[str, ...]] = {
    "status": (*WORK, "meetings", "commitments", "obstacles", "lessons", "reviews", "recommendations"),
    "aspect": (
        *(*WORK, "series", "meetings", "decisions", "commitments", "obstacles", "lessons", "indicators", "evidence"),
    ),
    "step": (*WORK, "meetings", "decisions", "commitments", "obstacles", "lessons", "indicators", "evidence"),
    "side": (*WORK, "commitments", "obstacles", "lessons", "indicators", "reviews", "parties"),
    "owner": (*WORK, "commitments", "obstacles", "indicators", "reviews"),
    "support": WORK,
    "open": (*WORK, "meetings", "commitments", "obstacles", "lessons", "reviews", "recommendations"),
    "overdue": _DUE,
    "due_before": _DUE,
    "stale": (*WORK, "commitments", "obstacles", "indicators"),
    "stale_days": (*WORK, "commitments", "obstacles"),
    "no_evidence": tuple(kind for kind in TAKES_EVIDENCE if kind != "initiative"),
    "unverified": (*WORK, "commitments", "evidence"),
    "missing_minutes": ("meetings",),
    "strict": ("indicators",),
    "not_met": ("indicators",),
}
"""The kinds for each field of `Selection`; fields that are not here mean something for every kind."""


def check_filters(kind: str, wanted: Selection) -> None:
    """Raises `OptionElsewhere` for what cannot be asked of a kind; of everything all can."""
    nothing = Selection()
    for field, kinds in FILTERS.items():
        if kind != "all" and kind not in kinds and getattr(wanted, field) != getattr(nothing, field):
            raise errors.OptionElsewhere(f"--{field.replace('_', '-')}", kind, kinds)
