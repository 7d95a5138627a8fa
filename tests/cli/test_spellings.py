"""Statuses, kinds and the like are understood in three languages, however they are spelt."""

from enum import StrEnum
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.program import Program
from tests.vocabularies import vocabularies
from tracker.cli.input import values
from tracker.cli.input.spellings import OTHER_WORDS, key_of, others
from tracker.cli.input.suggestions import names_of
from tracker.errors import BadValue
from tracker.locale import LANGUAGES, open_catalog
from tracker.model.records.meetings import MeetingStatus
from tracker.model.records.obstacles import ObstacleStatus
from tracker.model.records.parties import PartyKind, Side
from tracker.model.records.status import Status
from tracker.model.state.health import Health, Reason
from tracker.reports.vocabulary import word_for
from tracker.views.words import Words

VOCABULARIES = [kind for kind in vocabularies() if kind is not Reason]  # reasons are never typed


@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_shown_can_be_typed(kind: type[StrEnum], lang: Any) -> None:
    words = Words(open_catalog(lang))
    for member in kind:
        for gender in ("feminine", "masculine"):
            shown = words.bare(word_for(member, gender))
            for spelling in (shown, shown.upper(), f" {shown} ", shown.replace("ة", "ه").replace("ı", "i")):
                assert values.word(kind, spelling) is member
        for spelling in (
            member.value,
            member.value.upper(),
            member.value.replace("_", "-"),
            member.value.replace("_", " "),
        ):
            assert values.word(kind, spelling) is member


@pytest.mark.parametrize(
    ("kind", "text", "member"),
    [
        *((Status, text, Status.COMPLETED) for text in ("مكتملة", "مُكتمِل", "المكتملة", "tamamlandi", "DONE")),
        *((Status, text, Status.IN_PROGRESS) for text in ("قيد التنفيذ", "جارية", "in progress", "Devam Ediyor")),
        *((Status, text, Status.NOT_STARTED) for text in ("لم يبدأ بعد", "لم تبدا", "NOT_STARTED", "başlamadi")),
        *((Status, text, Status.CANCELLED) for text in ("ملغى", "ملغاة", "ملغية", "canceled", "İPTAL")),
        *((ObstacleStatus, text, ObstacleStatus.OPEN) for text in ("مفتوح", "مفتوحه", "açık", "ACIK")),
        *((MeetingStatus, text, MeetingStatus.POSTPONED) for text in ("مؤجل", "مؤجلة", "ertelendi")),
        *((Side, text, Side.LY) for text in ("ليبي", "الجانب الليبي", "ليبيا", "Libya", "LY")),
        *((Side, text, Side.JOINT) for text in ("مشترك", "مشتركة", "ortak", "الجانبان معا")),
        *((PartyKind, text, PartyKind.MINISTRY) for text in ("وزارة", "الوزارة", "BAKANLIK")),
        *((Health, text, Health.AMBER) for text in ("أصفر", "اصفر", "SARI", "yellow", "amber")),
    ],
)
def test_as_people_type_it(kind: type[StrEnum], text: str, member: StrEnum) -> None:
    assert values.word(kind, text) is member


def test_commas_of_every_script() -> None:
    wanted = (Status.COMPLETED, Status.IN_PROGRESS)
    for text in ("completed,in-progress", "مكتملة، قيد التنفيذ", "tamamlandı; devam ediyor", "مكتملة،، in progress ؛"):
        assert values.words(Status, text) == wanted


@pytest.mark.parametrize("kind", VOCABULARIES, ids=lambda kind: kind.__name__)
def test_no_word_means_two_things(kind: type[StrEnum]) -> None:
    meant: dict[str, set[str]] = {}
    for member in kind:
        for key in chain(names_of(member), (key_of(member.value),)):
            meant.setdefault(key, set()).add(member.value)
    for key, slug in others(kind.__name__).items():
        meant.setdefault(key, set()).add(slug)
    assert {key: slugs for key, slugs in meant.items() if len(slugs) > 1} == {}


@pytest.mark.parametrize("kind", OTHER_WORDS)
def test_no_other_word_stands_twice(kind: str) -> None:
    for word, slug in others(kind).items():
        assert [s for s, text in OTHER_WORDS[kind].items() if word in map(key_of, text.split(","))] == [slug]


@given(st.text(), st.sampled_from(VOCABULARIES))
def test_any_text_is_a_word_or_a_refusal(text: str, kind: type[StrEnum]) -> None:
    found: Any
    try:
        found = values.word(kind, text)
    except BadValue as refused:
        found = refused
    if isinstance(found, BadValue):
        assert found.value == text
        assert not found.close or found.close in found.allowed
    else:
        assert found in kind


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("list الخطوات", "S2"),
        ("list adımlar", "S2"),
        ("list مستندات", "E1"),
        ("list الأطراف", "TR"),
        ("list steps --side ليبي", "S2"),
        ("list steps --status لم_تبدأ،مكتملة", "S1"),
        ("update-step 2 --health أصفر --reason x", "S2"),
        ("update-step 2 --status متعثرة --reason عائق", "S2"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_the_command_line(program: Program, line: str, code: str, lang: str) -> None:
    assert program("update-step", "2", "--progress", "10", "--owner", "LY").code == 0
    found = program(*line.split(), env={"TRACKER_LANG": lang})
    assert found.code == 0, found.err
    assert code in found.out


def test_a_refusal_shows_the_words_that_can_be_typed(program: Program) -> None:
    assert "completed (مكتملة)" in program("list", "--status", "xx", env={"TRACKER_LANG": "ar"}).err.replace("\n", " ")
    assert "completed (tamamlandı)" in program("list", "--status", "xx", "--lang", "tr").err.replace("\n", " ")
    assert "completed." not in program("list", "--status", "xx").err
    assert "completed (" not in program("list", "--status", "xx").err
