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
    "meetings": (
        "لا لقاءات",
        "لقاء واحد",
        "لقاءان",
        "لقاءين",
        "{n} لقاءات",
        "{n} لقاءً",
        "{n} لقاء",
        "{n} görüşme",
        "{n} meetings",
    ),
    "days": ("لا أيام", "يوم واحد", "يومان", "يومين", "{n} أيام", "{n} يومًا", "{n} يوم", "{n} gün", "{n} days"),
    "obstacles": (
        "لا عقبات",
        "عقبة واحدة",
        "عقبتان",
        "عقبتين",
        "{n} عقبات",
        "{n} عقبة",
        "{n} عقبة",
        "{n} engel",
        "{n} obstacles",
    ),
    "decisions": (
        "لا قرارات",
        "قرار واحد",
        "قراران",
        "قرارين",
        "{n} قرارات",
        "{n} قرارًا",
        "{n} قرار",
        "{n} karar",
        "{n} decisions",
    ),
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
    "points": (
        "لا فرق",
        "نقطة مئوية واحدة",
        "نقطتان مئويتان",
        "نقطتين مئويتين",
        "{n} نقاط مئوية",
        "{n} نقطة مئوية",
        "{n} نقطة مئوية",
        "{n} yüzde puan",
        "{n} percentage points",
    ),
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
    alone: Callable[[int], Message] = getattr(nouns, name)
    oblique: Callable[[int], Message] = getattr(nouns, f"{name}_oblique")
    assert worded("ar", alone(n)) == arabic[FORM_OF[n]]
    assert worded("ar", oblique(n)) == arabic[3 if n == 2 else FORM_OF[n]]
    for message in (alone(n), oblique(n)):
        assert worded("tr", message) == turkish
        assert worded("en", message) == (english.removesuffix("s") if n == 1 else english)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("overdue_steps", ["خطوة واحدة متأخرة", "خطوتان متأخرتان", "{n} خطوات متأخرة", "{n} خطوة متأخرة"]),
        ("blocked_steps", ["خطوة واحدة متعثرة", "خطوتان متعثرتان", "{n} خطوات متعثرة", "{n} خطوة متعثرة"]),
        ("stale_steps", ["خطوة واحدة غير محدَّثة", "خطوتان غير محدَّثتين", "{n} خطوات غير محدَّثة", "{n} خطوة غير محدَّثة"]),
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
