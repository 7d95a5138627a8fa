"""The words that people type for what has a slug: other words than ours, the article, the other gender."""

from collections.abc import Iterable, Mapping
from functools import cache

from tracker.text.input.fold import fold

# Beside our own words in three languages (views/vocabulary.py), by the name of the vocabulary.
OTHER_WORDS: Mapping[str, Mapping[str, str]] = {
    "Status": {
        "not_started": "لم تبدأ بعد, لم يبدأ بعد, başlanmadı, not begun",
        "in_progress": "جارية, جار, جاري, sürüyor, ongoing, under way",
        "blocked": "متوقفة بعقبة, معرقلة, tıkandı",
        "suspended": "معلق, askıda",
        "completed": "منجزة, أنجزت, bitti, done, finished",
        "cancelled": "ملغية, iptal, canceled",
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
    "MeetingStatus": {"held": "عقد, تم", "cancelled": "iptal, canceled"},
    "ObstacleStatus": {"resolved": "محلولة, çözüldü, solved", "accepted": "مقبولة"},
    "kind": {
        "steps": "خطوات, خطوة, adımlar, adım, step",
        "aspects": "جوانب, جانب, boyutlar, boyut, aspect",
        "activities": "أنشطة, نشاط, faaliyetler, faaliyet, activity",
        "meetings": "لقاءات, لقاء, اجتماعات, اجتماع, görüşmeler, görüşme, toplantılar, toplantı, meeting",
        "series": "سلاسل اللقاءات, سلاسل, سلسلة, diziler, dizi",
        "decisions": "قرارات, قرار, kararlar, karar, decision",
        "commitments": "التزامات, التزام, yükümlülükler, yükümlülük, commitment",
        "obstacles": "عقبات, عقبة, engeller, engel, obstacle",
        "lessons": "دروس, درس, dersler, ders, lesson",
        "indicators": "مؤشرات, مؤشر, göstergeler, gösterge, indicator",
        "reviews": "تقييمات, تقييم, değerlendirmeler, değerlendirme, review",
        "recommendations": "توصيات, توصية, tavsiyeler, tavsiye, recommendation",
        "evidence": "مستندات, مستند, إثباتات, أدلة, belgeler, belge, kanıtlar, kanıt, paper, papers",
        "parties": "أطراف, طرف, taraflar, taraf, party",
        "roles": "صفات, صفة, görevler, görev, role",
        "all": "كل, الكل, جميع, الجميع, hepsi, tümü, everything",
    },
    "report": {
        "full": "كامل, شامل, tam, complete",
        "brief": "موجز, özet",
        "matrix": "مصفوفة, matris",
        "evaluation": "تقييم, değerlendirme",
        "followup": "متابعة, takip, follow-up",
        "indicators": "مؤشرات, göstergeler",
    },
    "lang": {"ar": "عربي, العربية, Arapça, Arabic", "tr": "تركي, Türkçe, Turkish", "en": "إنجليزي, İngilizce, English"},
}


def key_of(text: str) -> str:
    """The key that two spellings of a word share: folded, hyphens for blanks, Arabic without article and gender."""
    words = fold(text).replace("_", " ").replace("-", " ").split()
    return "-".join(_stem(word) for word in words)


def _stem(word: str) -> str:
    if word.startswith("ال") and len(word) > 4:
        word = word[2:]
    return word[:-1] if word.endswith("ه") and len(word) > 3 else word


@cache
def others(kind: str) -> Mapping[str, str]:
    """The keys of all further words, with the slug that each stands for."""
    return {key_of(word): slug for slug, words in OTHER_WORDS.get(kind, {}).items() for word in words.split(",")}


def spelled(given: str, kind: str, allowed: Iterable[str]) -> str | None:
    """The slug that was meant by its own letters or by another word; None when none was."""
    wanted = key_of(given)
    slugs = {key_of(slug): slug for slug in allowed}
    return slugs.get(wanted) or next((s for s in slugs.values() if s == others(kind).get(wanted)), None)
