"""The hashes of revisions: each over the head of one, the hashes of its parents and the digests of its contents.

A long history has ten thousand small revisions, and one of them may have made ten thousand records. What is digested is
written for many records at once, whichever revisions they belong to.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import islice
from operator import attrgetter

from tracker.frozen import Frozen, sorted_lines
from tracker.model.history.chain import (
    FIRST_SCHEMA,
    canonical,
    digest,
    digest_at,
    place_of_note,
    places,
    places_of,
)
from tracker.model.history.forms import digests_of
from tracker.model.history.revision import Change, Revision, Undone

_PORTION = 64
"""The records whose values are written at once: more of them leave the memory that is near."""


class _Told(Frozen, omit_defaults=True):
    """The part of a revision that is told to everybody; what is empty is left out, so that more can be told one day."""

    note: str | None
    records: list[str]
    number: int = 0
    uuid: str = ""
    copy: str = ""
    at: str = ""
    by: str = ""
    command: str = ""
    schema: int = 0
    parents: tuple[str, ...] = ()
    undoes: Undone | None = None
    forced: bool = False
    erases: tuple[str, ...] = ()
    decided: tuple[tuple[str, str], ...] = ()
    about: tuple[tuple[str, str], ...] = ()
    public: bool = False


_told = attrgetter(*_Told.__struct_fields__[2:])


def chained(revision: Revision) -> str:
    """The hash of a revision: over its head, the hashes of its parents, and the digests of its contents."""
    if revision.schema == FIRST_SCHEMA:
        digests = {name: digest_at(revision, name, place) for name, place in places(revision).items()}
        head = [revision.number, revision.uuid, revision.at, revision.by, revision.command, revision.schema]
        undone = revision.undoes and revision.undoes.number
        return digest([*head, undone, revision.parents[0], digests])
    return hashes_of([(revision, revision.changes)])[0]


def hashes_of(told: Iterable[tuple[Revision, Iterable[Change]]]) -> list[str]:
    """The hash of each revision of the present schema, of what it did to records, in any order.

    A few changes at a time are asked for, and not kept.
    """
    revisions: list[tuple[Revision, int]] = []

    def each() -> Iterator[tuple[Salting, Change]]:
        for revision, changes in told:
            salting, many = salting_of(revision), 0
            for many, change in enumerate(changes, 1):  # noqa: B007 - the last one is how many there are
                yield salting, change
            revisions.append((revision, many))

    digests = iter([*digests_of_records(each())])
    heads = [_Told(_note(each), sorted(islice(digests, many)), *_told(each)) for each, many in revisions]
    return [sha256(text).hexdigest() for text in sorted_lines(heads).split(b"\n")[:-1]]


def _note(revision: Revision) -> str | None:
    return None if revision.note is None else digest_at(revision, "note", place_of_note(revision))


class Salting(Frozen):
    """A revision and all that salts the values of its records: the JSON of the salt of all, those of their own."""

    revision: Revision
    whole: bytes
    own: Mapping[str, Mapping[str, str]]


def salting_of(revision: Revision) -> Salting:
    """Everything that salts the values of records in a revision."""
    of_values = len(revision.salts) > ("note" in revision.salts)
    return Salting(revision, canonical(revision.salt), _by_record(revision.salts) if of_values else {})


def _by_record(salts: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Salts by record and path."""
    found: dict[str, dict[str, str]] = {}
    for place, salt in salts.items():
        table, _, rest = place.partition("/")
        code, _, path = rest.partition("/")
        found.setdefault(f"{table}/{code}", {})[path] = salt
    return found


def digests_of_records(told: Iterable[tuple[Salting, Change]]) -> Iterator[str]:
    """The digests of what happened to records: one for each, so that it can be withheld as a whole.

    Ten thousand new ones have hundreds of thousands of values, and are asked for a few at a time.
    """
    waiting = iter(told)
    while portion := [*islice(waiting, _PORTION)]:
        yield from _of_some(portion)


def _of_some(told: Sequence[tuple[Salting, Change]]) -> Iterator[str]:
    many, names = len(told), [f"{change.table}/{change.code}" for _, change in told]
    written = sorted_lines([*names, *(change.uid for _, change in told)]).split(b"\n")
    records, uids = written[:many], written[many:-1]
    pairs = zip(told, records, strict=True)
    places = [b"[%b,%b/" % (salting.whole, record[:-1]) for (salting, _), record in pairs]
    own = [salting.own.get(name) for (salting, _), name in zip(told, names, strict=True)]
    found = digests_of(places, [change.after or {} for _, change in told], own)
    for (salting, change), each, *ends in zip(told, found, records, uids, strict=True):
        if each is None or "/" in change.code or not change.after:  # a salt could be that of another record
            yield _by_itself(salting.revision, change)
            continue
        what = b"made" if change.before is None else b"changed"
        yield sha256(b'{"%b":%b,"record":%b,"uid":%b}' % (what, each.encode(), *ends)).hexdigest()


def _by_itself(revision: Revision, change: Change) -> str:
    what = "made" if change.before is None else "removed" if change.after is None else "changed"
    each = {path: digest_at(revision, place, value) for path, place, value in places_of(change)}
    return digest({"record": f"{change.table}/{change.code}", "uid": change.uid, what: each})
