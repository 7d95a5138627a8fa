"""The digests of all values of a record at once: those that each value has by itself (rule 15.2)."""

from hashlib import sha256
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.model.documents import revision
from tracker.frozen import replace
from tracker.model.history.chain import Place, digest, digest_at, salt_at
from tracker.model.history.hashes import chained, digests_of_records, hashes_of, salting_of
from tracker.model.history.leaves import leaves
from tracker.model.history.revision import Change, Revision
from tracker.model.history.texts import ERASED
from tracker.model.history.withheld import is_private, mark

WORDS = st.one_of(
    st.text(max_size=4),
    st.sampled_from([ERASED, f"{ERASED} %s", "%", '"\\\n', mark("a" * 64), mark("b" * 64, "c" * 64)]),
)
PLAIN = st.one_of(WORDS, st.none(), st.booleans(), st.integers(-(2**53), 2**53), st.floats(allow_nan=False))
ITEMS = st.one_of(
    st.fixed_dictionaries({"record": WORDS, "progress": PLAIN, "note": WORDS}),
    st.fixed_dictionaries({"step": WORDS, "criterion": WORDS, "value": st.none(), "justification": WORDS}),
    st.dictionaries(st.sampled_from(["date", "name", "size", "a/b"]), st.one_of(PLAIN, st.lists(PLAIN, max_size=2))),
)
VALUES = st.one_of(
    PLAIN,
    st.lists(PLAIN, max_size=3),
    st.lists(ITEMS, max_size=3),
    st.dictionaries(st.sampled_from(["ar", "tr", "en"]), WORDS),
    st.dictionaries(
        st.sampled_from(["justification", "value", "b", "%s"]), st.one_of(PLAIN, st.lists(ITEMS, max_size=2))
    ),
)
NAMES = ["title", "weight", "figures", "supports", "ratings", "file", "note", "a/b", "a", "measurements", "ü", "%"]
PARTS = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6)
TABLES = st.sampled_from(["steps", "evidence", "reviews"])


@given(TABLES, st.sampled_from(["S1", 'S"1', "a/b", "%s"]), st.one_of(st.none(), PARTS), PARTS, st.data())
def test_a_record_has_the_digests_of_its_values(
    table: str, code: str, before: dict[str, Any] | None, after: dict[str, Any], data: st.DataObject
) -> None:
    paths = [leaf.path for leaf in leaves(table, after)]
    _assert_digests(
        Change(table, code, before, after, "0123456789abcdef"), data.draw(st.sets(st.sampled_from(paths or ["x"])))
    )


def test_what_is_one_value_has_one_digest_whatever_it_holds() -> None:
    for figures in ([{"record": "S1"}], [{"a": {"b": 1}}, {"a": None}], {"S1": [{"b": 1}]}):
        _assert_digests(Change("reviews", "R1", None, {"figures": figures}, "u"), set())


def _assert_digests(change: Change, salted: set[str]) -> None:
    """Hold the digest of a change against that which its values have one by one."""
    table, code, before, after = change.table, change.code, change.before, change.after or {}
    made = revision(3, change, salts={f"{table}/{code}/{path}": path and "5" * 32 for path in sorted(salted)})
    each = {
        leaf.path: digest_at(made, f"{table}/{code}/{leaf.path}", Place(leaf.value, leaf.text, _private(table, leaf)))
        for leaf in leaves(table, after)
    }
    what = "made" if before is None else "changed"
    found = _digest_of(made)
    assert found == digest({"record": f"{table}/{code}", "uid": change.uid, what: each})
    assert made.hash == hashes_of([(made, made.changes)])[0] == chained(made)


def _digest_of(made: Revision) -> str:
    (found,) = _digests_of(made)
    return found


def _digests_of(*made: Revision) -> list[str]:
    return [*digests_of_records((salting_of(each), change) for each in made for change in each.changes)]


@given(st.lists(st.tuples(TABLES, PARTS), min_size=2, max_size=4))
def test_several_records_have_the_digests_of_each(records: list[tuple[str, dict[str, Any]]]) -> None:
    changes = [Change(table, f"S{place}", None, after, "u") for place, (table, after) in enumerate(records)]
    made = revision(3, *changes)
    each = [digest for change in changes for digest in _digests_of(replace(made, changes=(change,)))]
    assert _digests_of(made) == each


@given(st.lists(st.tuples(TABLES, st.lists(PARTS, max_size=2), st.booleans()), max_size=4))
def test_several_revisions_have_the_hashes_of_each(told: list[tuple[str, list[dict[str, Any]], bool]]) -> None:
    made = []
    for number, (table, records, salted) in enumerate(told, 1):
        changes = [Change(table, f"S{place}", None, after, "u") for place, after in enumerate(records)]
        salts = {f"{table}/S0/title": "5" * 32} if salted else {}
        made.append(replace(revision(number, *changes, salts=salts), salt=f"{number}" * 32))
    assert hashes_of((each, iter(each.changes)) for each in made) == [chained(each) for each in made]


def _private(table: str, leaf: Any) -> bool:
    return is_private(table, leaf.path, text=leaf.text)


def test_one_of_each_value_is_digested_as_it_is_written() -> None:
    made = revision(1, Change("steps", "S1", None, {"weight": 20, "title": {"ar": "خطوة"}}, "u"))
    texts = {"weight": "20", "title/ar": '"خطوة"'}
    salted = {path: salt_at(made, f"steps/S1/{path}") + text for path, text in texts.items()}
    each = {path: sha256(text.encode()).hexdigest() for path, text in salted.items()}
    assert _digest_of(made) == digest({"made": each, "record": "steps/S1", "uid": "u"})
    other = replace(made, salt="1" * 32)
    assert _digest_of(other) != _digest_of(made)
