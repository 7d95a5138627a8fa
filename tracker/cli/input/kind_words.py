"""The words for kinds of records and reports in three languages: the plural, which is shown, and others."""

from collections.abc import Sequence

from tracker.locale import LANGUAGES
from tracker.model.records.localized import Lang

# In Arabic, in Turkish, and what else is understood in English. A word may stand for a kind of records and for one of
# reports: they are never asked for in the same place.
RECORDS: dict[str, tuple[str, str, str]] = {
    "steps": ("خطوات خطوة", "adımlar adım", "step"),
    "aspects": ("جوانب جانب", "boyutlar boyut", "aspect"),
    "activities": ("أنشطة نشاط", "faaliyetler faaliyet", "activity"),
    "series": ("سلاسل سلسلة سلاسل-اللقاءات", "diziler dizi", ""),
    "meetings": ("لقاءات لقاء اجتماعات اجتماع", "görüşmeler görüşme toplantılar toplantı", "meeting"),
    "decisions": ("قرارات قرار", "kararlar karar", "decision"),
    "commitments": ("التزامات التزام", "yükümlülükler yükümlülük", "commitment"),
    "obstacles": ("عقبات عقبة", "engeller engel", "obstacle"),
    "lessons": ("دروس درس", "dersler ders", "lesson"),
    "indicators": ("مؤشرات مؤشر", "göstergeler gösterge", "indicator"),
    "measurements": ("قياسات قياس", "ölçümler ölçüm", "measurement"),
    "reviews": ("تقييمات تقييم", "değerlendirmeler değerlendirme", "review"),
    "recommendations": ("توصيات توصية", "tavsiyeler tavsiye", "recommendation"),
    "evidence": ("مستندات مستند مستندات-الإثبات إثباتات أدلة", "kanıtlar kanıt belgeler belge", "paper papers"),
    "roles": ("صفات صفة", "görevler görev", "role"),
    "parties": ("أطراف طرف", "taraflar taraf", "party"),
}
WORDS = RECORDS | {
    "all": ("كل الكل جميع الجميع", "tümü hepsi", "everything"),
    "full": ("كامل شامل", "tam", "complete"),
    "brief": ("موجز", "bilgi-notu özet", ""),
    "matrix": ("مصفوفة", "matris", ""),
    "evaluation": ("تقييم", "değerlendirme", ""),
    "owed": ("مستحقات مطلوب مطلوبات", "beklenenler borçlar", "due debts owing"),
    "followup": ("متابعة", "takip", "follow-up"),
}


def kind_of(given: str, vocabulary: str, allowed: Sequence[str]) -> str:
    """The kind that a word of the three languages means; raises `BadValue` of that vocabulary with the nearest."""
    if given in allowed:
        return given
    from tracker.cli.input.spellings import key_of  # noqa: PLC0415 - only for a word that is none of them
    from tracker.cli.input.suggestions import one_of  # noqa: PLC0415 - as above

    wanted = key_of(given)
    for kind in allowed:
        if wanted in {key_of(word) for lang in LANGUAGES for word in words_in(lang, kind)}:
            return kind
    return one_of(given, vocabulary, allowed)


def words_in(lang: Lang, kind: str) -> list[str]:
    """The words of a language for a kind, the plural first."""
    return WORDS[kind][LANGUAGES.index(lang)].split() if kind in WORDS else []
