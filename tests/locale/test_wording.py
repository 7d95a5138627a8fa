"""The words of the program: what the rules of tracker/locale/README.md forbid stands in no message of a language."""

import json
import re
from collections.abc import Iterator, Mapping

import pytest

from tests.locale.catalogs import ROOT, forms, ids, read
from tests.locale.marks import marks_of

FORBIDDEN: Mapping[str, Mapping[str, str]] = {
    "en": {
        r"\bpapers?\b": "evidence, document",
        r"\brest(s|ed)? on\b": "needs",
        r"\bin time\b": "on time",
        r"(?<!here )\bis no\b(?! (longer|step|room))": "is not a",
        r"\bmend(s|ed)?\b": "repair, correct",
        r"\bnobody answers\b": "nobody is responsible",
        r"\btake[ns]? (in|out|over|away)": "merge, import, record, remove",
        r"\bstands? there twice\b|\bwritten so\b|\buntil when\b|\bso many\b": "the usual English words",
        r"^Name (it|one|a|an|the)\b": "Give",
        r"\bshown by\b": "supported by evidence",
    },
    "ar": {
        r"الصفة (المسؤولة|المساندة)|صفة مسؤولة|هذه الصفة": "الجهة",
        r"(يلزمه|تلزمه|يحتاج إلى|يتطلب) (ذكر ال)?سبب": "يستلزم ذكر السبب",
        r"^لا (نشاط|خطوة|قرار|لقاء|التزام|مؤشر|درس|عقبة|طرف) مطابق": "لا يوجد",
        r"كان(ت)? س(ي|ت|ت)": "المستقبل للمعاينة",
        r"استُحق|يُستحق": "حلّ موعد",
        r"المتوقع للانتهاء": "الانتهاء المتوقع",
        r"\bسمِّ|سمّه|سمّها": "حدّد",
        r"الممكن": "القيم المقبولة",
        r"القيمة الأصلية": "القيمة الافتراضية",
        r"صارم|أنبوب|كهرماني|يعترض الطريق|تحرّك|أصلًا": "كلمة عربية مألوفة",
        r"سُلِّم": "نُفِّذ",
        r"\bينقص \{": "المعطى الناقص",
        r"الجانب الآخر": "الجانب المقابل",
    },
    "tr": {
        r"\bkadarı\b": "oranı",
        r"\b(gerekçe|değer) ister\b": "gerekir",
        r"\btuttur\w*": "hedefe ulaşmak",
        r"\bşununla\b|\btane\b|kötüye çek|üzerinde olanlar": "resmî ifade",
        r"\breferans\w*": "belge sayısı",
        r"(bozulurdu|mühürlenirdi|alınırdı|düşerdi|yapardı)\b": "değişecek, girilen değer",
        r"\bteslim edil": "fiilî uygulama",
        r"\bdeğişikliklik\b": "değişiklik içeren",
        r"\b(izleme|takip) kaydı\b": "takip dosyası",
        r"\btoplantı": "görüşme",
    },
}
"""What may not stand in a message, with what is written instead."""
OPTIONS = re.compile(r"^(What|How|When|Where|Who|Why|Which|It|Its|For whom|At which)\b[^?:]*\.$")
"""The beginning of a help that describes the effect of an option and not the option."""


def messages(lang: str) -> Iterator[str]:
    for message in read("tr" if lang == "tr" else "ar"):
        if message.id:
            yield from ids(message) if lang == "en" else forms(message)


@pytest.mark.parametrize(("lang", "wrong"), [(lang, wrong) for lang, rules in FORBIDDEN.items() for wrong in rules])
def test_what_the_rules_forbid(lang: str, wrong: str) -> None:
    # Places are names in the code, which no reader sees.
    found = [text for text in messages(lang) if re.search(wrong, re.sub(r"\{\w+\}", "{}", text))]
    assert found == [], f"instead: {FORBIDDEN[lang][wrong]}"


@pytest.mark.parametrize("name", ["initiative", "blank", "demo"])
def test_the_templates_have_the_words_of_the_program(name: str) -> None:
    def texts(value: object) -> Iterator[tuple[str, str]]:
        if isinstance(value, dict):
            yield from ((lang, value[lang]) for lang in FORBIDDEN if isinstance(value.get(lang), str))
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        for part in parts:
            yield from texts(part)

    data = json.loads((ROOT / "data" / f"{name}.json").read_text(encoding="utf-8"))
    found = list(texts(data))
    assert found
    assert [(text, wrong) for lang, text in found for wrong in FORBIDDEN[lang] if re.search(wrong, text)] == []


def test_help_of_an_option_begins_with_its_noun_or_verb() -> None:
    options = [mark for mark in marks_of(ROOT / "tracker") if mark.is_text and "/cli/" in mark.place]
    assert options
    assert [(mark.place, mark.text) for mark in options if OPTIONS.match(mark.text)] == []


def test_a_memorandum_has_its_full_name_in_turkish_headings() -> None:
    headings = [
        text for text in messages("tr") if text[-1:] not in ".?:" and re.search(r"\bmuhtıra", text, re.IGNORECASE)
    ]
    assert [text for text in headings if "mutabakat muhtıra" not in text.lower()] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A rating rests on a paper."),
        ("en", "“x” is no code of a party."),
        ("ar", "الصفة المسؤولة عنه."),
        ("ar", "ينقص {name}."),
        ("tr", "%68 kadarı gerçekleşti"),
        ("tr", "gerekçe ister"),
    ],
)
def test_an_offender_is_found(lang: str, text: str) -> None:
    assert any(re.search(wrong, text) for wrong in FORBIDDEN[lang])
