"""The words by which people say what they want to do, in three languages, where no command has that name."""

from collections.abc import Mapping
from functools import cache

from tracker.cli.input.spellings import key_of

# In English, in Arabic, in Turkish. One word stands for one wish.
_WISHES: Mapping[str, tuple[str, str, str]] = {
    "search": (
        "search find grep lookup query where searching",
        "بحث ابحث أبحث البحث جد أوجد فتش",
        "ara bul arama aramak sorgula",
    ),
    "late": (
        "overdue late delayed delays delay lagging behind",
        "متأخر متأخرة متأخرات متأخرون تأخير تأخر متأخرين",
        "gecikmiş gecikenler geciken geç gecikmeler gecikme gecikti geciken-işler",
    ),
    "next": (
        "next upcoming todo today agenda task tasks week inbox now attention pending",
        "تالي قادم مهام مهمة يوم قادمة عاجل",
        "sıradaki sonraki yapılacak yapılacaklar bugün gündem görevlerim işler",
    ),
    "overview": (
        "dashboard summary overview home situation stat stats state board",
        "ملخص لوحة نظرة وضع موقف خلاصة",
        "pano genel durumu panosu ozetle",
    ),
    "done": (
        "done complete finish finished close closed resolve resolved accomplish end",
        "تم أنجز إنجاز أكمل إكمال أغلق إغلاق إنهاء أنه انتهى انتهت",
        "bitti tamamla bitir kapat tamam",
    ),
    "start": ("start begin started begun", "ابدأ بدء بدأ بدأت", "başla başlat başladı"),
    "cancel": ("cancel abort", "ألغ إلغاء", "iptal vazgeç"),
    "suspend": ("suspend pause halt", "علق أوقف إيقاف", "durdur beklet askıya"),
    "block": ("block", "عرقل", "engelle"),
    "edit": (
        "edit modify change set update alter rename correct revise amend adjust fix",
        "تعديل عدل غير تغيير تحديث حدث صحح تصحيح",
        "düzenle değiştir güncelle düzelt ayarla",
    ),
    "add": (
        "add new create insert make register record",
        "أضف إضافة جديد جديدة إنشاء أنشئ سجل-جديد",
        "ekle yeni oluştur ekleme",
    ),
    "delete": ("delete del rm erase drop discard", "حذف احذف امسح مسح شطب", "sil çıkar"),
    "copy": ("copy duplicate clone cp", "نسخ انسخ نسخة كرر", "kopyala çoğalt kopya"),
    "print": ("print pdf", "طباعة اطبع", "yazdır bastır çıktı"),
    "word": ("word docx", "وورد", ""),
    "excel": ("excel xlsx spreadsheet sheet", "إكسل اكسل جدول", "tablo"),
    "web": ("html web", "", ""),
    "csv": ("csv", "", ""),
    "save": ("save download dump share send", "حفظ احفظ أرسل إرسال شارك مشاركة", "kaydet gönder paylaş indir"),
    "open": ("open", "افتح فتح مفتوح مفتوحة", "aç açık"),
    "show": (
        "view get display show cat see look details detail info print-out describe",
        "عرض اعرض أعرض شاهد تفاصيل أظهر اظهر انظر معلومات",
        "göster görüntüle bak detay ayrıntı bilgi gör",
    ),
    "explain": ("explain why calculate", "اشرح شرح لماذا", "açıkla neden hesapla"),
    "list": ("ls list enumerate lists", "قائمة سرد", "listele liste sırala"),
    "history": (
        "log changes audit diff blame changelog revisions journal",
        "سجلات تغييرات تعديلات",
        "günlük değişiklikler kayıtlar değişiklik",
    ),
    "settings": ("settings setting preferences options setup configure conf", "ضبط إعدادات خيارات", "tercihler ayar"),
    "language": ("language lang", "لغة", "dil dili"),
    "office": ("whoami login user profile", "أنا", "kimim kullanıcı"),
    "version": ("version ver about", "إصدار نسخة-البرنامج", "sürüm"),
    "help": ("man usage commands manual tutorial", "دليل-الاستخدام أوامر", "komutlar kılavuz"),
    "completion": ("completion completions autocomplete", "إكمال-تلقائي", "tamamlama"),
    "merge": ("sync pull push synchronize join", "مزامنة زامن", "eşitle senkronize"),
    "load": ("load read upload-file", "تحميل حمل", "yükle"),
    "check": ("validate lint test doctor health quality", "تدقيق دقق", "kontrol sına sağlık"),
    "note": ("note comment remark notes comments", "ملاحظة ملاحظات تعليق", "not yorum"),
    "assign": ("assign delegate owner responsible", "إسناد أسند كلف مسؤول تكليف", "ata görevlendir sorumlu"),
    "postpone": (
        "postpone reschedule move defer extend deadline due",
        "تأجيل أجل تمديد مدد موعد",
        "ertele uzat ötele",
    ),
    "progress": ("progress percent percentage", "نسبة تقدم", "ilerleme yüzde oran"),
    "prove": ("proof attach-file upload prove", "أثبت أرفق إرفاق", "ispatla iliştir"),
    "approve": ("approve adopt", "اعتمد اعتماد وافق", "onayla"),
    "held": ("held", "عقد عقدنا", "yapıldı"),
    "revert": ("revert rollback", "", "geri"),
    "calendar": ("calendar ics", "تقويم رزنامة", "takvim"),
}
# Words of a question or a request that say nothing of what is wanted.
_FILL = (
    "mark what whats what's which who is are was the a an my our of in for please all show me to on at with do "
    "does i we should be has have want need can how give from list and now as it be there any every whole tracker "
    "ما ماذا من هي هو هل الذي التي كل جميع لي لنا في على عن فضلك أريد اريد إلى الى مع أين كم هناك رجاء "
    "ne nedir neler kim kimler hangi hangileri bana bize lütfen tüm bütün var mı mi için olan ile ve nerede hepsi "
    "olarak bir"
)


@cache
def wishes() -> Mapping[str, str]:
    """The keys of the words (`key_of`), each with the wish that it says."""
    return {key_of(word): wish for wish, languages in _WISHES.items() for words in languages for word in words.split()}


@cache
def fill() -> frozenset[str]:
    """The keys of the words that say nothing by themselves."""
    return frozenset(key_of(word) for word in _FILL.split())
