"""The words for kinds of records and reports in three languages, in the plural and the singular."""

from collections.abc import Sequence

# In Arabic, in Turkish, and what else is understood in English.
WORDS: dict[str, tuple[str, str, str]] = {
    "steps": ("خطوات خطوة", "adımlar adım", "step"),
    "aspects": ("جوانب جانب", "boyutlar boyut", "aspect"),
    "activities": ("أنشطة نشاط", "faaliyetler faaliyet", "activity"),
    "series": ("سلاسل سلسلة", "diziler dizi", ""),
    "meetings": ("لقاءات لقاء", "görüşmeler görüşme toplantılar toplantı", "meeting"),
    "decisions": ("قرارات قرار", "kararlar karar", "decision"),
    "commitments": ("التزامات التزام", "yükümlülükler yükümlülük", "commitment"),
    "obstacles": ("عقبات عقبة", "engeller engel", "obstacle"),
    "lessons": ("دروس درس", "dersler ders", "lesson"),
    "indicators": ("مؤشرات مؤشر", "göstergeler gösterge", "indicator"),
    "measurements": ("قياسات قياس", "ölçümler ölçüm", "measurement"),
    "reviews": ("تقييمات", "değerlendirmeler", "review"),
    "recommendations": ("توصيات توصية", "tavsiyeler tavsiye", "recommendation"),
    "evidence": ("مستندات مستند مستندات-الإثبات", "kanıtlar kanıt belgeler belge", ""),
    "parties": ("أطراف طرف", "taraflar taraf", "party"),
    "roles": ("صفات صفة", "görevler görev", "role"),
    "all": ("كل الكل", "tümü hepsi", ""),
    "full": ("كامل", "tam", ""),
    "brief": ("موجز", "özet", ""),
    "matrix": ("مصفوفة", "matris", ""),
    "evaluation": ("تقييم", "değerlendirme", ""),
    "followup": ("متابعة", "takip", ""),
}
LANGS = ("ar", "tr", "en")
_ARTICLE = "ال"


def kind_of(given: str, vocabulary: str, allowed: Sequence[str]) -> str:
    """The kind that a word of the three languages means; raises `BadValue` of that vocabulary with the nearest."""
    if given in allowed:
        return given
    from tracker.cli.input.suggestions import one_of  # noqa: PLC0415 - only for a word that is no slug

    wanted = _bare(given)
    for kind in allowed:
        if wanted in {_bare(word) for lang in LANGS for word in words_in(lang, kind)}:
            return kind
    return one_of(given, vocabulary, allowed)


def words_in(lang: str, kind: str) -> list[str]:
    """The words of a language for a kind, the plural first."""
    return WORDS[kind][LANGS.index(lang)].split() if kind in WORDS else []


def _bare(word: str) -> str:
    from tracker.text.input.fold import fold  # noqa: PLC0415 - as above

    folded = fold(word).replace(" ", "-").replace("_", "-")
    return folded.removeprefix(_ARTICLE) or folded
