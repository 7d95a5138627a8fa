"""Words stand by the names of their vocabularies, so a name or a member without its word is found here."""

from collections import Counter

import pytest

from tests.vocabularies import all_kinds, vocabularies
from tracker.model.records.status import Status
from tracker.reports.vocabulary import MASCULINE, SHORT_HEALTH, WORDS

# Which link of a step the article itself makes is never said.
NEVER_SHOWN = {"Likeness", "Origin"}


def test_every_vocabulary_has_a_name_of_its_own_and_words() -> None:
    assert [name for name, number in Counter(kind.__name__ for kind in all_kinds()).items() if number > 1] == []
    assert {kind.__name__ for kind in all_kinds()} == {*WORDS, *NEVER_SHOWN}


@pytest.mark.parametrize("kind", vocabularies(), ids=lambda kind: kind.__name__)
def test_every_member_has_its_word_and_nothing_else_has_one(kind: type[Status]) -> None:
    assert set(WORDS[kind.__name__]) == {member.value for member in kind}


def test_a_status_has_a_word_in_either_gender_and_a_colour_a_short_one() -> None:
    assert set(MASCULINE) == set(Status)
    assert set(SHORT_HEALTH) == set(WORDS["Health"])
