from collections.abc import Callable

import pytest

from tracker.locale import open_catalog
from tracker.message import Message
from tracker.reports import nouns

# Zero, one, two (nominative, oblique), few, many, other; Turkish; English.
TABLE = {
    "steps": (
        "لا خطوات",
        "خطوة واحدة",
        "خطوتان",
        "خطوتين",
        "{n} خطوات",
        "{n} خطوة",
        "{n} خطوة",
        "{n} adım",
        "{n} steps",
    ),
    "days": ("لا أيام", "يوم واحد", "يومان", "يومين", "{n} أيام", "{n} يومًا", "{n} يوم", "{n} gün", "{n} days"),
    "documents": (
        "لا مستندات",
        "مستند واحد",
        "مستندان",
        "مستندين",
        "{n} مستندات",
        "{n} مستندًا",
        "{n} مستند",
        "{n} belge",
        "{n} documents",
    ),
    "months": ("لا أشهر", "شهر واحد", "شهران", "شهرين", "{n} أشهر", "{n} شهرًا", "{n} شهر", "{n} ay", "{n} months"),
}
FORM_OF = {0: 0, 1: 1, 2: 2, 3: 4, 10: 4, 11: 5, 99: 5, 100: 6, 101: 6, 102: 6, 103: 4, 111: 5}


def worded(lang: str, message: Message) -> str:
    catalog = open_catalog(lang)  # type: ignore[arg-type]  # the tests name only the three languages
    assert message.many is not None
    if message.context is None:
        return catalog.count(message.text, message.many, message.n)
    return catalog.count(message.text, message.many, message.n, message.context)


@pytest.mark.parametrize("n", FORM_OF)
@pytest.mark.parametrize("name", TABLE)
def test_nouns(name: str, n: int) -> None:
    *arabic, turkish, english = TABLE[name]
    noun: Callable[[int], Message] = getattr(nouns, name)
    assert worded("ar", noun(n)) == arabic[FORM_OF[n]]
    assert worded("tr", noun(n)) == turkish
    assert worded("en", noun(n)) == (english.removesuffix("s") if n == 1 else english)


@pytest.mark.parametrize("n", FORM_OF)
def test_days_in_the_oblique_case(n: int) -> None:
    *arabic, turkish, english = TABLE["days"]
    assert worded("ar", nouns.days_oblique(n)) == arabic[3 if n == 2 else FORM_OF[n]]
    assert worded("tr", nouns.days_oblique(n)) == turkish
    assert worded("en", nouns.days_oblique(n)) == (english.removesuffix("s") if n == 1 else english)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        (
            "steps_without_owner",
            ["خطوة واحدة بلا مسؤول", "خطوتان بلا مسؤول", "{n} خطوات بلا مسؤول", "{n} خطوة بلا مسؤول"],
        ),
    ],
)
def test_adjectives_agree(name: str, forms: list[str]) -> None:
    noun: Callable[[int], Message] = getattr(nouns, name)
    assert [worded("ar", noun(n)) for n in (1, 2, 3, 11)] == forms
    assert worded("ar", noun(100)) == forms[3]
    assert worded("tr", noun(1)) == worded("tr", noun(5))
