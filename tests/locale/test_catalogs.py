"""The catalogs are complete and say what the code says. To bring them in step: `python -m tests.locale.catalogs`."""

import re
import string
from collections import Counter

import pytest
from babel.messages.catalog import Message

from tests.locale.catalogs import PLURALS, ROOT, compiled, forms, ids, mo_path, po_path, read, translated, written
from tests.locale.marks import marks_of

MARKS = list(marks_of(ROOT / "tracker"))
TRANSLATED = sorted(PLURALS)


def entries(lang: str) -> dict[tuple[str, str], Message]:
    return {(message.context or "", ids(message)[0]): message for message in read(lang) if message.id}


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_mark_is_a_literal() -> None:
    assert [mark.place for mark in MARKS if not mark.text] == []


def test_every_place_is_given_a_value_and_no_other() -> None:
    wrong = [
        (mark.place, mark.text)
        for mark in MARKS
        if "**" not in mark.names and not mark.is_text and places(mark.text) | places(mark.many) != mark.names
    ]
    assert wrong == []


def test_one_sentence_has_one_plural() -> None:
    plurals = Counter(key for key, _ in {(mark.key, mark.many) for mark in MARKS})
    assert [key for key, number in plurals.items() if number > 1] == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_nothing_is_missing_and_nothing_is_left_over(lang: str) -> None:
    known, said = set(entries(lang)), {mark.key for mark in MARKS}
    assert sorted(said - known) == []
    assert sorted(known - said) == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_everything_is_translated(lang: str) -> None:
    assert [key for key, message in entries(lang).items() if not translated(message) or message.fuzzy] == []
    assert list(read(lang).obsolete) == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_places_are_the_same(lang: str) -> None:
    wrong = []
    for key, message in entries(lang).items():
        expected = set().union(*map(places, ids(message)))
        for number, form in enumerate(forms(message) if translated(message) else ()):
            # Arabic says none, one and two without the digit.
            may_drop = {"n"} if lang == "ar" and len(ids(message)) > 1 and number < 3 else set()
            if not expected - may_drop <= places(form) <= expected:
                wrong.append((key, form))
    assert wrong == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_the_language_is_the_right_one(lang: str) -> None:
    script = r"[A-Za-zÇĞİÖŞÜçğıöşü]" if lang == "tr" else r"[\u0621-\u064a]"
    for key, message in entries(lang).items():
        for form in forms(message):
            words = re.sub(r"\{\w+\}", "", form)
            assert re.search(script, words) or not re.search(r"[A-Za-z]", words), key
            assert not re.search(r"[\ufb50-\ufdff\ufe70-\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069]", form), key


@pytest.mark.parametrize("lang", TRANSLATED)
def test_compiled_from_the_same_words(lang: str) -> None:
    assert mo_path(lang).read_bytes() == compiled(lang)


@pytest.mark.parametrize("lang", TRANSLATED)
def test_the_file_is_as_the_command_writes_it(lang: str) -> None:
    assert po_path(lang).read_bytes() == written(lang, read(lang))
