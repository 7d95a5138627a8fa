import subprocess
import sys
from decimal import Decimal
from typing import get_args

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from tracker.locale import LANGUAGES, open_catalog
from tracker.model.records.localized import Lang

DAY = ("{n} day", "{n} days")
# Read here once: whichever example came first would have to wait for both.
ARABIC, CLDR = open_catalog("ar"), Locale("ar").plural_form


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("tr", "ltr"), ("en", "ltr")])
def test_direction(lang: Lang, direction: str) -> None:
    catalog = open_catalog(lang)
    assert (catalog.lang, catalog.direction) == (lang, direction)


def test_english_is_the_message_itself() -> None:
    english = open_catalog("en")
    assert english.word("{code} has no owner.") == "{code} has no owner."
    assert english.word_in("reason", "blocked") == "blocked"
    assert [english.count(*DAY, n) for n in (0, 1, 2)] == ["{n} days", "{n} day", "{n} days"]
    assert english.count_in("oblique", *DAY, 1) == "{n} day"


def test_case_is_a_context() -> None:
    arabic = open_catalog("ar")
    assert (arabic.count(*DAY, 2), arabic.count_in("oblique", *DAY, 2)) == ("يومان", "يومين")


@pytest.mark.parametrize("n", [2.5, Decimal("0.5"), Decimal("1.5"), -1.5])
def test_a_fraction_takes_the_form_other(n: float | Decimal) -> None:
    assert open_catalog("ar").count(*DAY, n) == "{n} يوم"
    assert open_catalog("tr").count(*DAY, n) == "{n} gün"
    assert open_catalog("en").count(*DAY, n) == "{n} days"


@pytest.mark.parametrize("n", [3.0, Decimal("3.00"), -3])
def test_a_whole_number_is_one_however_written(n: float | Decimal) -> None:
    assert open_catalog("ar").count(*DAY, n) == "{n} أيام"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_translated_stays_english(lang: Lang) -> None:
    catalog = open_catalog(lang)
    assert catalog.word("no such sentence") == "no such sentence"
    assert catalog.word_in("nowhere", "no such sentence") == "no such sentence"
    assert catalog.word("") == ""


def test_the_languages_are_those_of_texts() -> None:
    assert get_args(Lang) == LANGUAGES


def test_no_fourth_language() -> None:
    with pytest.raises(ValueError, match="fr"):
        open_catalog("fr")  # type: ignore[arg-type]  # what a broken configuration could ask for


@given(st.integers(0, 10**9))
def test_arabic_plurals_are_those_of_cldr(n: int) -> None:
    forms = {"zero": "لا أيام", "one": "يوم واحد", "two": "يومان", "few": "{n} أيام", "many": "{n} يومًا"}
    assert ARABIC.count(*DAY, n) == forms.get(CLDR(n), "{n} يوم")


def test_importing_is_cheap() -> None:
    script = "import sys, tracker.locale; sys.exit('gettext' in sys.modules or 'tracker.model' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
