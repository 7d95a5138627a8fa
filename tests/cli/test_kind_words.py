"""The words for kinds of records and reports in three languages: each means one of those that can stand there."""

import pytest

from tracker.cli.input.kind_words import kind_of, words_in
from tracker.cli.sheets.kinds import KINDS as SHEETS
from tracker.reports.documents import DOCUMENTS
from tracker.reports.lists.listing import KINDS

ALLOWED = {"kind": KINDS, "export": ("all", *SHEETS), "report": tuple(DOCUMENTS)}
RECORDS = {
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
    "evidence": "مستندات, مستند, مستندات-الإثبات, إثباتات, أدلة, belgeler, belge, kanıtlar, kanıt, paper, papers",
    "parties": "أطراف, طرف, taraflar, taraf, party",
    "roles": "صفات, صفة, görevler, görev, role",
    "all": "كل, الكل, جميع, الجميع, hepsi, tümü, everything",
}
REPORTS = {
    "full": "كامل, شامل, tam, complete",
    "brief": "موجز, özet",
    "matrix": "مصفوفة, matris",
    "evaluation": "تقييم, değerlendirme",
    "followup": "متابعة, takip, follow-up",
    "indicators": "مؤشرات, göstergeler, مؤشر, gösterge, indicator",
}
MEASUREMENTS = {"measurements": "قياسات, قياس, ölçümler, ölçüm, measurement"}
MEANT = [
    (name, word.strip(), kind)
    for name, table in (("kind", RECORDS), ("export", RECORDS | MEASUREMENTS), ("report", REPORTS))
    for kind, words in table.items()
    for word in words.split(",")
    if kind in ALLOWED[name]
]


@pytest.mark.parametrize(("name", "word", "kind"), MEANT)
def test_a_word_means_its_kind_however_it_is_spelt(name: str, word: str, kind: str) -> None:
    definite = word if word in ("الكل", "الجميع") else f"ال{word}"
    for spelling in (word, word.upper(), f" {word} ", definite, word.replace("ة", "ه").replace("ı", "i")):
        assert kind_of(spelling, name, ALLOWED[name]) == kind


@pytest.mark.parametrize("name", ALLOWED)
def test_every_kind_has_words(name: str) -> None:
    for kind in ALLOWED[name]:
        assert words_in("ar", kind)
        assert words_in("tr", kind)
        assert kind_of(kind.upper(), name, ALLOWED[name]) == kind
