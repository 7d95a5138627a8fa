"""The catalogs are complete and say what the code says. To bring them in step: `python -m tests.locale.catalogs`."""

import re
import string
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.locale import catalogs
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


@pytest.mark.parametrize("lang", TRANSLATED)
def test_there_are_as_many_forms_as_the_language_has(lang: str) -> None:
    number = int(PLURALS[lang].split("=")[1].split(";")[0])
    counted = [message for message in entries(lang).values() if len(ids(message)) > 1]
    assert [ids(message) for message in counted if len(forms(message)) != number] == []
    assert [key for key, message in entries(lang).items() if len(ids(message)) == 1 and len(forms(message)) != 1] == []


def test_arabic_says_none_one_two_and_few_differently() -> None:
    for key, message in entries("ar").items():
        if len(ids(message)) > 1:
            none, one, two, few, many, other = forms(message)
            assert len({none, one, two, few}) == 4, key
            assert few != other, key
            assert all("{n}" in form for form in (few, many, other)), key


def test_arabic_is_written_with_arabic_signs() -> None:
    """Comma, semicolon, question and quotation marks; no space before a sign; no hamza written as a bare letter."""
    wrong = re.compile(r"[\u0621-\u064a][,;?]|[\"“”]|\s[،؛؟.:](?!\S)|ـ|\b(?:الى|إلي|او|ان|اذا|اي|هذة|شئ|مسئول)\b")
    assert [form for message in entries("ar").values() for form in forms(message) if wrong.search(form)] == []


def test_turkish_hangs_no_suffix_on_a_value() -> None:
    """Its vowels and consonants depend on the last sound, which is not known."""
    wrong = re.compile(r"\}[’']?[a-zçğıöşü]|\}”?[’'][a-zçğıöşü]|\"")
    assert [form for message in entries("tr").values() for form in forms(message) if wrong.search(form)] == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_sentence_ends_as_its_original(lang: str) -> None:
    signs = str.maketrans("؟؛", "?;")
    wrong = []
    for key, message in entries(lang).items():
        for form in forms(message) if key[0] != "heading" else ():
            before, after = ids(message)[0][-1], form.translate(signs)[-1]
            # A path or a command may stand last, with nothing behind it that could be copied along.
            if after != "}" and (before in ".?:") != (after in ".?:"):
                wrong.append((ids(message)[0], form))
    assert wrong == []


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program and its catalogs, to be spoilt."""
    for file in [*(ROOT / "tracker").rglob("*.py"), *(ROOT / "tracker").rglob("*.[pm]o")]:
        place = tmp_path / file.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.read_bytes())
    monkeypatch.setattr(catalogs, "ROOT", tmp_path)
    return tmp_path


def test_extraction_takes_new_sentences_in_and_drops_old_ones(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    help_file = copied / "tracker" / "cli" / "say" / "layout.py"
    text = help_file.read_text(encoding="utf-8")
    help_file.write_text(text.replace('msg("Usage:")', 'msg("How to use it:")'), encoding="utf-8")
    compiled_before = mo_path("ar").read_bytes()
    assert catalogs.main(["extract"]) == 0
    said = capsys.readouterr().out
    assert "ar: dropped 'Usage:': 'الاستعمال:'" in said
    assert "tr: to translate 'How to use it:'" in said
    assert ("", "How to use it:") in entries("ar")
    assert ("", "Usage:") not in entries("ar")
    assert mo_path("ar").read_bytes() == compiled_before


def test_compilation_reads_what_was_translated(copied: Path) -> None:
    po = po_path("tr")
    po.write_text(po.read_text(encoding="utf-8").replace('"Kullanım:"', '"Nasıl kullanılır:"'), encoding="utf-8")
    assert copied in po.parents
    assert catalogs.main(["compile"]) == 0
    assert "Nasıl kullanılır:".encode() in mo_path("tr").read_bytes()


def test_another_word_is_refused(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert copied.exists()
    assert catalogs.main(["nosuch"]) == 2
    assert "extract" in capsys.readouterr().out
