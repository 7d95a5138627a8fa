"""The names by which people call revisions: their number, with the party in front where a number stands twice."""

from collections import Counter
from collections.abc import Iterable

from tracker.model.history.revision import Revision


def labels(revisions: Iterable[Revision], copy: str) -> dict[str, str]:
    """The labels, by hash, of revisions of other copies whose number stands twice: `TR 41`; ours need none.

    Where that is not enough, the beginning of the hash follows.
    """
    known = list(revisions)
    numbers = Counter(revision.number for revision in known)
    doubled = [each for each in known if numbers[each.number] > 1 and each.copy != copy]
    names = {each.hash: f"{each.by.partition('/')[0] or each.copy[:4]} {each.number}" for each in doubled}
    several = Counter(names.values())
    return {name: f"{label}·{name[:4]}" if several[label] > 1 else label for name, label in names.items()}
