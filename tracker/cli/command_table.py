"""The table of all commands, without importing any: root help and suggestions need no more, and one is built alone."""

from collections.abc import Sequence

from tracker.frozen import Frozen
from tracker.message import mark


class Command(Frozen):
    """The place of a command, its other names, what it does in a sentence, and examples of its use.

    Options that the examples show are those used daily, which help lists first; a screen of help begins with the first
    two examples, so these are the most usual lines.

    The place is `file:function`; that of a command which adds or changes records is the file of their kind alone.
    `names` in Arabic and in Turkish, with blanks between them, do as well as the English one: completion and
    suggestions show the first of them to those who read that language.
    """

    name: str
    place: str
    names: tuple[str, str]
    summary: str
    examples: tuple[str, ...]

    def aliases(self, lang: str) -> tuple[str, ...]:
        """The other names of the command in a language; English has none."""
        arabic, turkish = self.names
        return tuple({"ar": arabic, "tr": turkish}.get(lang, "").split())

    def shows(self, option: Sequence[str]) -> bool:
        """Whether an example uses the option of these names."""
        typed = {word.partition("=")[0] for example in self.examples for word in example.split()}
        return not typed.isdisjoint(option)


PANELS: dict[str, tuple[Command, ...]] = {
    mark("Daily"): (
        Command(
            "status",
            "commands.status:status",
            ("حالة موقف", "durum"),
            mark("Show on one screen what needs doing."),
            ("tracker status", "tracker status --since -1w", "tracker status --check"),
        ),
        Command(
            "list",
            "commands.listing:list_records",
            ("قائمة سرد", "liste listele"),
            mark("List steps and aspects, or records of another kind."),
            (
                "tracker list",
                "tracker list commitments --overdue --sort due",
                "tracker list steps --mine --status in-progress",
                "tracker list --search training -o found.xlsx",
            ),
        ),
        Command(
            "show",
            "commands.showing:show",
            ("عرض اعرض", "göster"),
            mark("Show everything about records."),
            ("tracker show S2", "tracker show S2 A1 --explain"),
        ),
        Command(
            "update-step",
            "nouns.steps",
            ("تحديث-خطوة حدث-خطوة", "adım-güncelle"),
            mark("Change a step: status, progress, evidence, dates, owner."),
            (
                "tracker update-step 2 --status in-progress --progress 40 --evidence 118/2026",
                "tracker update-step S3 --due 2027-06-30 --reason @reason.txt",
                "tracker update-step 4 --confirm",
            ),
        ),
        Command(
            "note",
            "commands.history:note",
            ("ملاحظة تعليق", "not yorum"),
            mark("Write a dated note on a record, for your own side unless it is public."),
            ("tracker note S2 @note.txt", "tracker note C1 @note.txt --public"),
        ),
        Command(
            "report",
            "commands.reporting:report",
            ("تقرير", "rapor"),
            mark("Make a report: the complete picture, a brief, a matrix, on the terminal or as a file."),
            (
                "tracker report",
                "tracker report brief -o brief.pdf --lang tr",
                "tracker report evaluation --period 2025-Q4 --against 2025-Q3",
                "tracker report followup --meeting M1 --lang ar+tr",
                "tracker report matrix --audience counterpart",
                "tracker report owed --owner TR/coord -o letter.docx",
            ),
        ),
        Command(
            "attach",
            "commands.attaching:attach",
            ("إرفاق أرفق", "belge-ekle kanıt-ekle"),
            mark("Attach evidence to a record."),
            (
                "tracker attach S2 118/2026 --kind minutes --date 2026-11-03",
                "tracker attach S3 https://example.org/report.pdf --title @title.txt",
            ),
        ),
        Command(
            "detach",
            "commands.attaching:detach",
            ("إلغاء-إرفاق ألغ-إرفاق", "belge-çıkar kanıt-çıkar"),
            mark("Detach evidence from one of the records it supports."),
            (
                'tracker detach M4 E2 --reason "Belongs to M2"',
                "tracker detach M4 12/2026 --reason @reason.txt",
            ),
        ),
        Command(
            "verify",
            "commands.attaching:verify",
            ("تحقق", "doğrula"),
            mark("Verify evidence as an office other than the owner."),
            (
                "tracker verify E2 --by TR",
                "tracker verify E1 E2 --by TR",
            ),
        ),
        Command(
            "update-evidence",
            "nouns.evidence",
            ("تحديث-مستند حدث-مستند", "belge-güncelle kanıt-güncelle"),
            mark("Correct the details of a piece of evidence: reference, title, date, kind, address, confidentiality."),
            (
                "tracker update-evidence E2 --date 2026-11-03 --kind minutes",
                "tracker update-evidence E2 --reference 119/2026 --title @title.txt",
                "tracker update-evidence E2 --confidentiality public",
            ),
        ),
        Command(
            "history",
            "commands.history:history",
            ("سجل-التغييرات سجل", "geçmiş"),
            mark("Show who changed what, when, from what to what, and why."),
            ("tracker history S2", "tracker history --verify"),
        ),
        Command(
            "undo",
            "commands.history:undo",
            ("تراجع", "geri-al"),
            mark("Take back a change."),
            ("tracker undo", "tracker undo 1"),
        ),
        Command(
            "redo",
            "commands.history:redo",
            ("إعادة أعد", "yinele yeniden-uygula"),
            mark("Bring back what was taken back."),
            (
                "tracker redo",
                "tracker redo --dry-run",
            ),
        ),
    ),
    mark("Plan"): (
        Command(
            "add-step",
            "nouns.steps",
            ("إضافة-خطوة أضف-خطوة", "adım-ekle"),
            mark("Add a step to the programme."),
            (
                "tracker add-step @title.txt --aspect A2 --owner LY/ops --due 2027-03-31",
                "tracker add-step @title.txt --like S2 --start 2026-09-01 --due 2027-06-30",
            ),
        ),
        Command(
            "add-activity",
            "nouns.activities",
            ("إضافة-نشاط أضف-نشاط", "faaliyet-ekle"),
            mark("Add an activity to a step."),
            (
                "tracker add-activity S2 @title.txt --type training-course --start 2026-09-01",
                "tracker add-activity S2 @title.txt --like S2.1 --start 2027-01-10",
                "tracker add-activity S3 @title.txt --owner LY/log --start 2026-09-01 --due 2026-09-30",
            ),
        ),
        Command(
            "update-activity",
            "nouns.activities",
            ("تحديث-نشاط حدث-نشاط", "faaliyet-güncelle"),
            mark("Change an activity: gate, status, evidence, dates, owner, participants."),
            (
                "tracker update-activity S2.1 --gate delivered --on 2026-03-25",
                "tracker update-activity S2.1 --status completed --evidence 12/2026",
                "tracker update-activity S2.1 --ly 20 --women 6",
                "tracker update-activity S2.1 --status suspended --reason @reason.txt",
            ),
        ),
        Command(
            "add-aspect",
            "nouns.aspects",
            ("إضافة-جانب أضف-جانب", "boyut-ekle"),
            mark("Add an aspect of the memorandum."),
            (
                "tracker add-aspect @name.txt --details @details.txt --step S5",
                "tracker add-aspect @name.txt --step S4 --name-en Funding",
            ),
        ),
        Command(
            "update-aspect",
            "nouns.aspects",
            ("تحديث-جانب حدث-جانب", "boyut-güncelle"),
            mark("Change the translations of an aspect."),
            (
                "tracker update-aspect A1 --name-en Expertise",
                "tracker update-aspect A2 --name-en Capacity --name-tr Kapasite",
            ),
        ),
        Command(
            "link",
            "commands.linking:link",
            ("ربط اربط", "ilişkilendir bağla"),
            mark("Link a step to an aspect of the memorandum."),
            (
                "tracker link S3 A1 --primary",
                "tracker link S3 A2 --secondary",
            ),
        ),
        Command(
            "update-initiative",
            "nouns.initiatives",
            ("تحديث-مبادرة حدث-مبادرة", "girişim-güncelle"),
            mark("Change the initiative: owner, dates, memorandum."),
            (
                "tracker update-initiative --start 2026-01-01 --due 2027-12-31 --owner LY/coord",
                "tracker update-initiative --mou-number 7/2025 --mou-date 2025-06-15",
            ),
        ),
        Command(
            "add-party",
            "nouns.parties",
            ("إضافة-طرف أضف-طرف", "taraf-ekle"),
            mark("Add a party."),
            (
                "tracker add-party SEC @name.txt --kind secretariat --side joint",
                "tracker add-party LY-TRN @name.txt --kind agency --side ly",
            ),
        ),
        Command(
            "update-party",
            "nouns.parties",
            ("تحديث-طرف حدث-طرف", "taraf-güncelle"),
            mark("Change a party: name, kind, side."),
            (
                "tracker update-party SEC --name-en Secretariat",
                "tracker update-party LY-TRN --kind ministry --side ly",
            ),
        ),
        Command(
            "update-role",
            "nouns.roles",
            ("تحديث-صفة حدث-صفة", "görev-güncelle"),
            mark("Rename a role; every office that has it shows the new name."),
            (
                'tracker update-role liaison --name-en "Focal point"',
                "tracker update-role coord --name-en Coordinator --name-tr Koordinatör",
            ),
        ),
    ),
    mark("Follow-up"): (
        Command(
            "add-series",
            "nouns.series",
            ("إضافة-سلسلة أضف-سلسلة", "dizi-ekle"),
            mark("Add a series of meetings that are held at an interval."),
            (
                "tracker add-series @name.txt --interval 3 --level technical",
                "tracker add-series @name.txt --interval 12 --level ministerial",
            ),
        ),
        Command(
            "update-series",
            "nouns.series",
            ("تحديث-سلسلة حدث-سلسلة", "dizi-güncelle"),
            mark("Change a series of meetings."),
            (
                "tracker update-series T1 --interval 6",
                "tracker update-series T1 --level senior-officials",
            ),
        ),
        Command(
            "add-meeting",
            "nouns.meetings",
            ("إضافة-لقاء أضف-لقاء", "görüşme-ekle"),
            mark("Add a meeting or a visit."),
            (
                "tracker add-meeting --series T1 --on 2026-05-12 --place TR",
                "tracker add-meeting @title.txt --on 2026-03-10 --held --minutes 12/2026",
            ),
        ),
        Command(
            "update-meeting",
            "nouns.meetings",
            ("تحديث-لقاء حدث-لقاء", "görüşme-güncelle"),
            mark("Change a meeting: held, minutes, postponed, agenda, participants."),
            (
                "tracker update-meeting M2 --held --minutes 118/2026 --participants LY/min=6",
                "tracker update-meeting M3 --postpone --reason @reason.txt",
                "tracker update-meeting M3 --postpone --reason @reason.txt --rescheduled-to 2026-06-02",
            ),
        ),
        Command(
            "add-decision",
            "nouns.decisions",
            ("إضافة-قرار أضف-قرار", "karar-ekle"),
            mark("Add a decision of a meeting."),
            (
                "tracker add-decision M2 @decision.txt",
                "tracker add-decision M2 @decision.txt --text-en @decision.en.txt",
            ),
        ),
        Command(
            "update-decision",
            "nouns.decisions",
            ("تحديث-قرار حدث-قرار", "karar-güncelle"),
            mark("Correct the words of a decision; its code and meeting stay."),
            (
                "tracker update-decision D1 --text-ar @decision.txt --text-en @decision.en.txt",
                "tracker update-decision D1 --text @decision.txt",
            ),
        ),
        Command(
            "add-commitment",
            "nouns.commitments",
            ("إضافة-التزام أضف-التزام", "yükümlülük-ekle"),
            mark("Add a commitment that follows from a decision, recommendation, obstacle or lesson."),
            (
                "tracker add-commitment D1 @title.txt --owner TR/coord --due 2026-12-01",
                "tracker add-commitment D1 @title.txt --owner LY/coord --due +2w --step S2",
            ),
        ),
        Command(
            "update-commitment",
            "nouns.commitments",
            ("تحديث-التزام حدث-التزام", "yükümlülük-güncelle"),
            mark("Change a commitment: status, date, owner, evidence."),
            (
                "tracker update-commitment C1 --status completed --evidence 118/2026",
                "tracker update-commitment C1 --due +2w --reason @reason.txt",
            ),
        ),
        Command(
            "add-obstacle",
            "nouns.obstacles",
            ("إضافة-عقبة أضف-عقبة", "engel-ekle"),
            mark("Add an obstacle."),
            (
                "tracker add-obstacle @title.txt --step S3 --severity high --type logistic",
                "tracker add-obstacle @title.txt --owner LY/log --response @response.txt",
            ),
        ),
        Command(
            "update-obstacle",
            "nouns.obstacles",
            ("تحديث-عقبة حدث-عقبة", "engel-güncelle"),
            mark("Change an obstacle: treatment, response, resolution, acceptance."),
            (
                "tracker update-obstacle O2 --status under-treatment --response @response.txt",
                "tracker update-obstacle O1 --resolve --evidence 120/2026",
                "tracker update-obstacle O1 --owner LY/log --reason @reason.txt",
            ),
        ),
        Command(
            "add-lesson",
            "nouns.lessons",
            ("إضافة-درس أضف-درس", "ders-ekle"),
            mark("Add a lesson learned."),
            (
                "tracker add-lesson @lesson.txt --recommendation @recommendation.txt",
                "tracker add-lesson @lesson.txt --from M1 --side tr --step S2",
            ),
        ),
        Command(
            "update-lesson",
            "nouns.lessons",
            ("تحديث-درس حدث-درس", "ders-güncelle"),
            mark("Change a lesson: accepted, applied, rejected."),
            (
                "tracker update-lesson L1 --status applied --applied-in S2",
                "tracker update-lesson L1 --status rejected --reason @reason.txt",
            ),
        ),
    ),
    mark("Measure"): (
        Command(
            "add-indicator",
            "nouns.indicators",
            ("إضافة-مؤشر أضف-مؤشر", "gösterge-ekle"),
            mark("Add an indicator."),
            (
                "tracker add-indicator @title.txt --baseline 20 --baseline-date 2024-12-31",
                "tracker add-indicator @title.txt --step S2 --level outcome --unit percent",
                "tracker add-indicator @title.txt --baseline 2 --baseline-date 2024-12-31 --target 2026-12-31=6",
            ),
        ),
        Command(
            "update-indicator",
            "nouns.indicators",
            ("تحديث-مؤشر حدث-مؤشر", "gösterge-güncelle"),
            mark("Change an indicator: baseline, targets, owner, wording."),
            ("tracker update-indicator I1 --target 2027-12-31=75", "tracker update-indicator I1 --owner SEC/me"),
        ),
        Command(
            "add-measurement",
            "commands.measuring:add_measurement",
            ("إضافة-قياس أضف-قياس", "ölçüm-ekle"),
            mark("Record what was measured in a period, or correct it."),
            (
                "tracker add-measurement I1 2025-Q4 78 --evidence 118/2026",
                "tracker add-measurement I1 2026-Q1 84 --reason @reason.txt",
            ),
        ),
        Command(
            "add-review",
            "nouns.reviews",
            ("إضافة-تقييم أضف-تقييم", "değerlendirme-ekle"),
            mark("Begin the evaluation of a quarter, half year or year, and freeze its figures."),
            (
                "tracker add-review 2026-Q1 --lead LY/me",
                "tracker add-review 2025-H2 --kind independent --lead LY/me",
            ),
        ),
        Command(
            "update-review",
            "nouns.reviews",
            ("تحديث-تقييم حدث-تقييم", "değerlendirme-güncelle"),
            mark("Change an evaluation: ratings, findings, summary, approval."),
            (
                "tracker update-review R1 --rate S2.effectiveness=3 --evidence E2",
                "tracker update-review R1 --finding @finding.txt --step S3",
                "tracker update-review R1 --approve",
            ),
        ),
        Command(
            "add-recommendation",
            "nouns.recommendations",
            ("إضافة-توصية أضف-توصية", "tavsiye-ekle"),
            mark("Add a recommendation of an evaluation."),
            (
                "tracker add-recommendation R1 @recommendation.txt",
                "tracker add-recommendation R1 @recommendation.txt --text-en @decision.en.txt",
            ),
        ),
        Command(
            "update-recommendation",
            "nouns.recommendations",
            ("تحديث-توصية حدث-توصية", "tavsiye-güncelle"),
            mark("Answer a recommendation, or reword it."),
            (
                "tracker update-recommendation N1 --response accepted",
                "tracker update-recommendation N1 --response rejected --reason @reason.txt",
            ),
        ),
    ),
    mark("Data"): (
        Command(
            "remove",
            "commands.removing:remove",
            ("إزالة أزل حذف احذف", "kaldır sil"),
            mark("Remove records that no other record refers to; the history keeps them."),
            (
                "tracker remove C1",
                "tracker remove D1 C1 C2 --reason @reason.txt",
            ),
        ),
        Command(
            "init",
            "commands.init:init",
            ("إنشاء أنشئ", "oluştur"),
            mark("Make a new tracker."),
            (
                "tracker init --db new.json",
                "tracker init --template demo --db demo.json",
            ),
        ),
        Command(
            "merge",
            "commands.merging:merge_file",
            ("ضم دمج", "birleştir"),
            mark("Merge the copy of the other side into this one, after showing what is new on both sides."),
            ("tracker merge tr.json", "tracker merge tr.json --take C1.due=theirs", "tracker merge tr.json --status"),
        ),
        Command(
            "import",
            "commands.importing:import_file",
            ("استيراد استورد", "içe-aktar"),
            mark("Import an exported tracker or a spreadsheet, after showing what would change."),
            (
                "tracker import export.json",
                "tracker import commitments.xlsx --dry-run",
                "tracker import commitments.csv --kind commitments",
            ),
        ),
        Command(
            "export",
            "commands.exporting:export",
            ("تصدير صدر", "dışa-aktar"),
            mark(
                "Export everything as JSON, one kind of records as a spreadsheet, or meetings and due dates as a "
                "calendar."
            ),
            (
                "tracker export -o export.json",
                "tracker export commitments -o c.xlsx",
                "tracker export meetings -o meetings.ics",
                "tracker export commitments -o due.ics --alarm 3",
            ),
        ),
        Command(
            "backup",
            "commands.backup:backup",
            ("نسخ-احتياطي نسخة-احتياطية", "yedek yedekle"),
            mark("Make, list or restore backups."),
            ("tracker backup", "tracker backup list", "tracker backup restore 20260331T101500.000000Z-manual.json"),
        ),
        Command(
            "share",
            "commands.sharing:share",
            ("صلاحيات مشاركة", "paylaş yetki"),
            mark("Show or set what the logins of a server may do with the tracker."),
            ("tracker share", "tracker share amina --as writer --office LY/sec", "tracker share amina --as nobody"),
        ),
        Command(
            "check",
            "commands.check:check",
            ("فحص افحص", "denetle"),
            mark("Check the data and the file."),
            ("tracker check", "tracker check --fix", "tracker check --terminal"),
        ),
        Command(
            "config",
            "commands.config:config",
            ("إعدادات ضبط", "ayarlar ayar"),
            mark("Show or set preferences and thresholds."),
            (
                "tracker config",
                "tracker config lang tr",
                "tracker config stale_days 20",
                "tracker config completion bash",
                "tracker config copy tr",
            ),
        ),
        Command(
            "redact",
            "commands.history:redact",
            ("محو امح", "metin-sil"),
            mark("Erase the text of a revision and keep its digest."),
            (
                "tracker redact 1 --reason @reason.txt",
                "tracker redact 1 --reason @reason.txt --backups",
            ),
        ),
    ),
}
"""The commands by the panels of help that list them."""
COMMANDS = {command.name: command for commands in PANELS.values() for command in commands}
