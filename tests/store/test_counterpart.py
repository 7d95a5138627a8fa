"""The copy for the other side: what is internal is withheld, hashes hold, and both desks still come to one head."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.store.counterparts import begun_from, handed, head, load, reopened, take
from tests.store.stores import DAY, act, change, update
from tracker.errors import WithheldText
from tracker.model.changes import evidence, reviews
from tracker.model.changes.evidence import Attachment, EvidenceChange
from tracker.model.changes.reviews import NewRating, RecommendationChange, ReviewChange
from tracker.model.history.chain import digest
from tracker.model.history.documents import WITHHELD, Document, Documents
from tracker.model.history.identity import all_identified
from tracker.model.history.leaves import Leaf, with_leaves
from tracker.model.history.withheld import digest_in, marks_in
from tracker.model.history.withholding import Withholding
from tracker.model.records.evidence import Confidentiality
from tracker.model.records.localized import Localized
from tracker.model.records.reviews import Criterion, Response
from tracker.model.records.status import Status
from tracker.model.state import periods
from tracker.model.state.snapshot import figures_of
from tracker.model.tracker import Tracker
from tracker.store.exchange.joining import FORWARD, MERGED, NOTHING
from tracker.store.open import open_store
from tracker.store.redacting import redact
from tracker.store.state import Standing, State
from tracker.store.store import Store
from tracker.store.template import template_state
from tracker.store.verify import verify_chain


@pytest.fixture
def ours(path: Path) -> Store:
    store = open_store(path, named=False)
    change(
        store,
        update(status=Status.SUSPENDED, reason="OURS-reason", decision="OURS-decision"),
        by="LY",
        note="OURS-note",
    )
    change(store, attached("S1", "OURS-paper"), by="LY")
    return store


@pytest.fixture
def theirs(ours: Store) -> Store:
    return begun_from(handed(ours), Path(ours.place).with_name("theirs.json"))


def attached(code: str, reference: str) -> Callable[[Tracker], Tracker]:
    return lambda tracker: evidence.attach(tracker, code, Attachment(reference=reference), DAY)


def test_no_internal_text_is_in_the_file_or_in_the_other_copy(ours: Store, theirs: Store) -> None:
    assert b"OURS-" not in handed(ours)
    assert b"OURS-" not in Path(theirs.place).read_bytes()
    assert verify_chain(reopened(theirs)).broken is None
    step = load(theirs).steps["S1"]
    assert step.status is Status.SUSPENDED
    assert str(step.status_reason).startswith(WITHHELD)


def test_both_work_on_and_come_to_one_head(ours: Store, theirs: Store) -> None:
    assert take(ours, handed(theirs)).result == FORWARD
    change(ours, update("S2", forecast_end=DAY, reason="OURS-slip", planned_end=DAY), by="LY", note="OURS-2")
    change(
        theirs,
        update("S3", status=Status.SUSPENDED, reason="THEIRS-reason", decision="THEIRS-decision"),
        by="TR",
        note="THEIRS-note",
    )
    one, other = handed(ours), handed(theirs)
    assert take(ours, other).result == take(theirs, one).result == MERGED
    assert head(ours) == head(theirs)
    assert b"THEIRS-" not in Path(ours.place).read_bytes()
    assert b"OURS-" not in Path(theirs.place).read_bytes()
    assert load(ours).steps["S1"].status_reason == "OURS-reason"
    assert load(theirs).steps["S3"].status_reason == "THEIRS-reason"
    for store in (ours, theirs):
        assert verify_chain(reopened(store)).broken is None


def test_what_they_have_done_comes_back_and_nothing_of_ours_is_taken_for_deleted(ours: Store, theirs: Store) -> None:
    before = load(ours)
    change(theirs, update("S4", declared=30), by="TR")
    assert take(ours, handed(theirs)).result == FORWARD
    after = load(ours)
    assert after.steps["S4"].declared == 30
    assert after.evidence == before.evidence
    assert after.steps["S1"] == before.steps["S1"]
    assert next(each.note for each in reopened(ours).revisions()) == "OURS-note"


def test_nobody_writes_over_a_text_that_he_cannot_see(ours: Store, theirs: Store) -> None:
    with pytest.raises(WithheldText):
        change(theirs, lambda t: evidence.update(t, "E2", EvidenceChange(reference="THEIRS-guess"), DAY), by="TR")
    change(theirs, update(status=Status.IN_PROGRESS, reason="THEIRS-own"), by="TR")
    change(ours, update("S2", title_en="Second"), by="LY")
    assert take(ours, handed(theirs)).result == MERGED
    assert load(ours).steps["S1"].status is Status.IN_PROGRESS


def test_a_paper_that_becomes_public_is_given_with_its_words(ours: Store, theirs: Store) -> None:
    public = EvidenceChange(confidentiality=Confidentiality.PUBLIC)
    change(ours, lambda t: evidence.update(t, "E2", public, DAY), by="LY")
    change(theirs, update("S4", declared=30), by="TR")
    one, other = handed(ours), handed(theirs)
    assert b"OURS-paper" in one
    assert take(theirs, one).result == take(ours, other).result == MERGED
    assert head(ours) == head(theirs)
    assert load(theirs).evidence["E2"].reference == "OURS-paper"
    for store in (ours, theirs):
        assert verify_chain(reopened(store)).broken is None
        assert take(store, handed(ours)).result == NOTHING


def test_what_is_erased_here_is_erased_there_although_they_never_saw_it(ours: Store, theirs: Store) -> None:
    change(ours, update(status=Status.IN_PROGRESS, reason="OURS-later"), by="LY")
    number = next(e.number for e in reopened(ours).revisions() if e.note == "OURS-note")
    redact(reopened(ours), act("redact", by="LY"), number)
    assert take(theirs, handed(ours)).result == MERGED
    assert take(ours, handed(theirs)).result == FORWARD
    for store in (ours, theirs):
        assert verify_chain(reopened(store)).broken is None


def test_a_draft_is_there_without_a_word_or_a_score_and_comes_whole_once_it_is_approved(
    ours: Store, theirs: Store
) -> None:
    period = periods.period_of("2026-Q1")

    def begun(t: Tracker) -> Tracker:
        t = reviews.add(t, period, ReviewChange(figures=figures_of(t, period.end), summary_ar="OURS-summary"), DAY)
        t = reviews.update(t, "R1", rated(2, "OURS-first"), DAY)
        return reviews.recommend(t, "R1", Localized("OURS-advice"), DAY)

    change(ours, begun, by="LY")
    change(ours, lambda t: reviews.update(t, "R1", rated(4, "OURS-second"), DAY), by="LY")
    change(theirs, update("S4", declared=30), by="TR")
    one, other = handed(ours), handed(theirs)
    assert b"OURS-" not in one
    assert take(theirs, one).result == take(ours, other).result == MERGED
    assert head(ours) == head(theirs)
    (rating,) = load(theirs).reviews["R1"].ratings
    assert rating.value is None
    assert load(theirs).recommendations["N1"].review == "R1"
    with pytest.raises(WithheldText):
        change(theirs, lambda t: reviews.update(t, "R1", rated(1, "THEIRS-guess"), DAY), by="TR")

    change(ours, lambda t: reviews.update(t, "R1", ReviewChange(approve=DAY), DAY), by="LY")
    change(theirs, update("S4", declared=40), by="TR")
    one, other = handed(ours), handed(theirs)
    assert b"OURS-first" not in one
    assert take(theirs, one).result == take(ours, other).result == MERGED
    assert head(ours) == head(theirs)
    assert load(theirs).reviews == load(ours).reviews
    assert load(theirs).recommendations["N1"].text.ar == "OURS-advice"
    for store in (ours, theirs):
        assert verify_chain(reopened(store)).broken is None


def test_what_may_be_shared_is_given_in_the_history_too_after_it_was_translated(ours: Store) -> None:
    """Words in Arabic alone stand without a language, and beside a translation with one: they are the same words."""
    period = periods.period_of("2026-Q1")
    answer = RecommendationChange(response=Response.REJECTED, reason="OURS-answer")

    def begun(t: Tracker) -> Tracker:
        t = reviews.add(t, period, ReviewChange(figures=figures_of(t, period.end), summary_ar="ملخص"), DAY)
        t = reviews.update(reviews.recommend(t, "R1", Localized("توصية"), DAY), "R1", rated(2, "مسوغ"), DAY)
        return reviews.update(t, "R1", ReviewChange(approve=DAY), DAY)

    change(ours, begun, by="LY")
    change(ours, lambda t: reviews.respond(t, "N1", answer, DAY), by="LY")
    translated = RecommendationChange(response_reason_tr="OURS-çeviri")
    change(ours, lambda t: reviews.respond(t, "N1", translated, DAY), by="LY")
    file = json.loads(handed(ours))
    assert file["tables"]["recommendations"][0]["response_reason"] == {"ar": "OURS-answer", "tr": "OURS-çeviri"}
    answered, improved = (each["changes"][0] for each in file["revisions"][-2:])
    assert answered[3]["response_reason"] == improved[2]["response_reason"] == "OURS-answer"


def rated(value: int, justification: str) -> ReviewChange:
    rating = NewRating("S1", Criterion.RELEVANCE, value)
    return ReviewChange(rate=(rating,), justification_ar=justification)


def tokens(documents: Documents) -> tuple[Documents, set[str]]:
    """The documents with a token of its own in each text that is internal, and those tokens."""
    found: set[str] = set()
    given = Withholding(documents, "", {})

    def marked(table: str, row: Mapping[str, Any]) -> Document:
        def change(leaf: Leaf) -> Any:
            if not given.withholds(table, row["uid"], leaf) or not isinstance(leaf.value, str):
                return leaf.value
            found.add(token := f"token-{len(found)}.")
            return token

        return with_leaves(table, row, change)

    every = {table: {code: marked(table, row) for code, row in rows.items()} for table, rows in documents.items()}
    return every, found


def test_of_a_whole_programme_that_came_without_a_history_nothing_internal_is_given(path: Path) -> None:
    state = template_state("demo")
    documents, secrets = tokens(all_identified(state.documents, {}))
    store = open_store(path, named=False)
    standing = Standing(counters=state.standing.counters)
    store.create(act("import", by="LY"), State(documents, standing))
    change(store, update("S1", title_en="First"), by="LY")
    assert len(secrets) > 50
    file = handed(store)
    assert not [token for token in secrets if token.encode() in file]
    other = begun_from(file, path.with_name("other.json"))
    assert verify_chain(other).broken is None
    change(other, update("S1", title_en="Other"), by="TR")
    change(store, update("S2", title_en="Second"), by="LY")
    one, two = handed(store), handed(other)
    assert take(store, two).result == take(other, one).result == MERGED
    assert head(store) == head(other)
    assert {token for token in secrets if token in path.read_text("utf-8")} == secrets
    assert not [token for token in secrets if token in Path(other.place).read_text("utf-8")]


def test_digests_alone_are_of_no_use_to_who_guesses(ours: Store) -> None:
    """Nothing in the file, tried as a salt, makes a short text that was withheld into its digest."""
    document = json.loads(handed(ours))
    salts = {"", *strings(document)}
    step = next(row for row in document["tables"]["steps"] if row["id"] == "S1")
    wanted = {digest_in(mark) for mark in marks_in([step, document["revisions"]])}
    assert len(wanted) >= 4
    for text in ("OURS-reason", "OURS-decision", "OURS-note", "OURS-paper"):
        assert wanted.isdisjoint(digest(text, salt) for salt in salts)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)
