"""The words that people type as options where ours have another name, in three languages."""

from collections.abc import Mapping
from functools import cache

from tracker.cli.input.spellings import key_of

# Our options in the order in which they are tried, each with the words that may mean it.
_WORDS: Mapping[str, str] = {
    "--progress": "percent percentage pct completion ratio p نسبة إنجاز تقدم ilerleme yüzde oran",
    "--overdue": "late delayed past-due due-past behind متأخر متأخرة متأخرات gecikmiş geciken gecikenler",
    "--status": "state stage s st حالة وضع durum",
    "--title": "name subject text wording t عنوان اسم نص başlık ad isim metin",
    "--on": "date when day at تاريخ يوم في tarih gün",
    "--due": "deadline end end-date due-date until finish date d "
    "تاريخ استحقاق موعد نهاية أجل tarih bitiş son-tarih termin",
    "--target": "due due-date deadline until end موعد استحقاق أجل نهاية termin son-tarih bitiş",
    "--date": "day dated تاريخ tarih",
    "--start": "begin start-date begin-date since بداية بدء başlangıç",
    "--from": "start begin",
    "--owner": "responsible assignee assigned assign office who o مسؤول جهة مالك صفة sorumlu sahip birim",
    "--side": "country party who جانب طرف taraf",
    "--note": "comment comments message msg m remark remarks n ملاحظة ملاحظات تعليق not yorum açıklama",
    "--reason": "because why cause r سبب لأن neden sebep gerekçe",
    "--evidence": "proof document doc ref reference file attachment paper e دليل إثبات مستند مرجع kanıt belge evrak",
    "--reference": "ref number رقم مرجع sayı",
    "--open": "pending active unfinished todo undone مفتوح مفتوحة جارية açık bekleyen",
    "--search": "find query q grep filter contains word بحث كلمة ara",
    "--sort": "order order-by sort-by orderby ترتيب sırala sıra",
    "--limit": "max top head count first last عدد حد sınır adet",
    "--output": "out save save-as export to حفظ çıktı kaydet",
    "--as-of": "at asof on date بتاريخ tarihinde",
    "--changed-since": "since changed modified منذ beri",
    "--severity": "importance level priority خطورة önem",
    "--priority": "importance urgency أولوية öncelik",
    "--place": "location where city country venue مكان yer",
    "--weight": "share w وزن ağırlık",
    "--period": "quarter year فترة ربع dönem",
    "--minutes": "protocol record evidence e محضر مستند tutanak belge kanıt",
    "--participants": "attendees who مشاركون حضور katılımcılar",
    "--kind": "type sort نوع tür",
    "--type": "kind category نوع tür",
    "--step": "steps s خطوة adım",
    "--aspect": "aspects a جانب boyut",
    "--dry-run": "dry preview simulate what-if test تجربة deneme",
    "--yes": "y force assume-yes نعم evet",
    "--quiet": "q silent هادئ sessiz",
    "--version": "V ver إصدار sürüm",
    "--help": "usage ? مساعدة yardım",
    "--lang": "language لغة dil",
    "--by": "as user office",
    "--db": "file database f ملف dosya",
    "--no-pager": "nopager no-less",
    "--plain": "text raw tsv",
    "--stale": "old outdated قديم eski",
    "--explain": "why details detail verbose شرح neden",
}
STATUSES: Mapping[str, str] = {
    "completed": "done complete completed finished finish close closed مكتمل مكتملة منجز tamamlandı bitti",
    "in-progress": "start started begin ongoing قيد-التنفيذ başladı",
    "cancelled": "cancel cancelled canceled ملغى iptal",
    "suspended": "suspend suspended معلق askıda",
    "blocked": "block blocked متوقف engellendi",
}
ENDINGS = ("pdf", "docx", "xlsx", "html", "csv", "json", "md")
OTHER_ENDINGS: Mapping[str, str] = {"word": "docx", "excel": "xlsx", "markdown": "md", "web": "html", "doc": "docx"}


@cache
def meanings() -> Mapping[str, tuple[str, ...]]:
    """The keys of the words, each with our options that it may mean."""
    found: dict[str, tuple[str, ...]] = {key_of(option.lstrip("-")): (option,) for option in _WORDS}
    for option, words in _WORDS.items():
        for word in words.split():
            key = word if len(word) == 1 else key_of(word)
            found[key] = (*found.get(key, ()), option)
    return found


def options_named(word: str) -> tuple[str, ...]:
    """Our options that an option or a word like one may mean, the likeliest first."""
    name = word.lstrip("-")
    return meanings().get(name if len(name) == 1 else key_of(name), ())


def status_named(word: str) -> str:
    """The status of work that a word or option says; empty for none."""
    name = key_of(word.lstrip("-"))
    return next((slug for slug, words in STATUSES.items() if name in map(key_of, words.split())), "")
