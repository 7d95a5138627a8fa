"""The filters and sorting of `list`: which records of a kind are shown, and in what order."""

from collections.abc import Callable, Mapping
from datetime import date

from tracker.frozen import Frozen, replace
from tracker.model.records.office import Office
from tracker.model.records.parties import Side
from tracker.model.records.record import Record
from tracker.reports.kinds import kind_of
from tracker.reports.kinds.kind import Seen


class Selection(Frozen, kw_only=True):
    """The selection that `list` was asked for; empty fields let everything through.

    `search` is a test on text, made by the caller, who knows how to fold it; `mine` tells whether an office is that of
    whoever asks. `sort` names keys, `-` before one turns it round. `sample` is how many are drawn, and by which word.
    `touched` are what revisions since `changed_since` changed; an undo puts the day of a record back.
    """

    status: tuple[str, ...] = ()
    aspect: str | None = None
    step: str | None = None
    side: Side | None = None
    owner: Callable[[str], bool] | None = None
    mine: Callable[[Office | None], bool] | None = None
    support: Callable[[str], bool] | None = None
    open: bool = False
    overdue: bool = False
    due_before: date | None = None
    stale: bool = False
    stale_days: int | None = None
    no_evidence: bool = False
    unverified: bool = False
    missing_minutes: bool = False
    strict: bool = False
    not_met: bool = False
    changed_since: date | None = None
    touched: frozenset[str] = frozenset()
    search: Callable[[str], bool] | None = None
    sort: tuple[str, ...] = ()
    limit: int | None = None
    sample: tuple[int, str] | None = None

    @property
    def empty(self) -> bool:
        """Whether everything is shown."""
        return replace(self, sort=()) == Selection()

    @property
    def filters(self) -> bool:
        """Whether it keeps back records for what they are."""
        return replace(self, sort=(), limit=None, sample=None) != Selection()


def select(seen: Seen, table: str, selection: Selection) -> list[str]:
    """The codes that pass, sorted and limited; a sort key that this kind does not know leaves the order as it is."""
    rows: Mapping[str, Record] = seen.tracker.tables.get(table, {})
    codes = list(rows)
    if selection.filters:
        from tracker.reports.lists.passing import tests_of  # noqa: PLC0415 - asks what most lists do not

        tests = tests_of(seen, table, selection)
        codes = [code for code in codes if all(test(rows[code]) for test in tests)]
    usual = kind_of(table).order
    if usual:
        codes.sort(key=lambda code: usual(rows[code]))
    codes = _drawn(codes, selection.sample)
    if selection.sort:
        from tracker.reports.lists.sorting import ordered  # noqa: PLC0415 - as above

        codes = ordered(seen.assessment, table, rows, codes, selection.sort)
    return codes[: selection.limit]


def _drawn(codes: list[str], sample: tuple[int, str] | None) -> list[str]:
    """Draw so many of them, chosen by nobody: whoever draws by the same word from the same codes gets the same ones."""
    if sample is None:
        return codes
    from hashlib import sha256  # noqa: PLC0415 - loads OpenSSL for what is drawn once a quarter

    number, word = sample
    chosen = set(sorted(codes, key=lambda code: sha256(f"{word}/{code}".encode()).digest())[:number])
    return [code for code in codes if code in chosen]
