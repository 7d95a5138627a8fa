"""The words that people type for what has a slug: other words than ours, the article, the other gender."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from tracker.text.input.fold import fold

# Beside our own words in three languages (reports/vocabulary.py), by the name of the vocabulary.
OTHER_WORDS: Mapping[str, Mapping[str, str]] = {
    "Status": {
        "not_started": "لم تبدأ بعد, لم يبدأ بعد, başlanmadı, not begun, to do, todo, open, "
        "new, planned, pending, yapılacak, planlandı, مفتوح, جديد, مخطط",
        "in_progress": "جارية, جار, جاري, قيد الإنجاز, sürüyor, devam ediyor, "
        "yapılıyor, ongoing, under way, doing, active, started, working on it",
        "blocked": "متوقفة بعقبة, معرقلة, tıkandı, stuck, impeded",
        "suspended": "معلق, مؤجل, askıda, beklemede, ertelendi, on hold, hold, paused, deferred, waiting",
        "completed": "منجزة, منجز, أنجزت, منتهية, تم, تم الإنجاز, bitti, "
        "tamamlandı, yapıldı, done, finished, complete, closed, resolved",
        "cancelled": "ملغية, iptal, iptal edildi, canceled, dropped, rejected, won't do",
    },
    "Health": {
        "green": "أخضر, yeşil",
        "amber": "أصفر, كهرماني, برتقالي, sarı, turuncu, yellow, orange",
        "red": "أحمر, kırmızı",
        "grey": "رمادي, gri, gray",
        "auto": "تلقائي, آلي, محسوب, otomatik, automatic, computed",
    },
    "Side": {
        "ly": "ليبي, ليبيا, Libya, Libyalı, Libyan",
        "tr": "تركي, تركيا, Türk, Türkiye, Turkish, Turkey",
        "joint": "مشترك, الجانبان, ortak, both",
        "other": "آخر, أخرى, diğer",
    },
    "MeetingStatus": {"held": "عقد, تم, done, completed, yapıldı", "cancelled": "iptal, canceled"},
    "ObstacleStatus": {"resolved": "محلولة, çözüldü, solved", "accepted": "مقبولة"},
    "lang": {"ar": "عربي, العربية, Arapça, Arabic", "tr": "تركي, Türkçe, Turkish", "en": "إنجليزي, İngilizce, English"},
}


@lru_cache(1024)  # a word that is not understood is compared with hundreds, and may be a long text
def key_of(text: str) -> str:
    """The key that two spellings of a word share: folded, hyphens for blanks, Arabic without article and gender."""
    words = fold(text).replace("_", " ").replace("-", " ").split()
    return "-".join(_stem(word) for word in words)


def _stem(word: str) -> str:
    while word.startswith("ال") and len(word) > 4:  # «الالتزامات»; «التزامات» loses its first letters in every form
        word = word[2:]
    return word[:-1] if word.endswith("ه") and len(word) > 3 else word


@cache
def others(kind: str) -> Mapping[str, str]:
    """The keys of all further words, with the slug that each stands for."""
    return {key_of(word): slug for slug, words in OTHER_WORDS.get(kind, {}).items() for word in words.split(",")}


@cache
def _keys(allowed: tuple[str, ...]) -> Mapping[str, str]:
    """Give the words of a list by their keys."""
    return {key_of(slug): slug for slug in allowed}


def spelled(given: str, kind: str, allowed: Iterable[str]) -> str | None:
    """The slug that was meant by its own letters or by another word; None when none was."""
    wanted, slugs = key_of(given), _keys(tuple(allowed))
    return slugs.get(wanted) or next((s for s in slugs.values() if s == others(kind).get(wanted)), None)
