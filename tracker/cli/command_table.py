"""All commands, without importing any: root help and suggestions need no more, and one command is built alone."""

from typing import NamedTuple

from tracker.reports.message import mark


class Command(NamedTuple):
    """Where a command lives, in which panel it is listed, what it does in a sentence, and examples of its use.

    `arabic` and `turkish` are names that do as well as the English one: help, completion and suggestions show the
    first of them to those who read that language.
    """

    name: str
    place: str
    panel: str
    summary: str
    examples: tuple[str, ...]
    arabic: tuple[str, ...]
    turkish: tuple[str, ...]

    def aliases(self, lang: str) -> tuple[str, ...]:
        """Its other names in a language; English has none."""
        return {"ar": self.arabic, "tr": self.turkish}.get(lang, ())


PANELS = (mark("Daily"), mark("Plan"), mark("Follow-up"), mark("Measure"), mark("Data"))
DAILY, PLAN, FOLLOW, MEASURE, DATA = PANELS

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command(
            "status",
            "status:status",
            DAILY,
            mark("Show on one screen what needs doing."),
            ("tracker status --since -1w", "tracker status --check"),
            ("حالة", "موقف"),
            ("durum",),
        ),
        Command(
            "list",
            "listing:list_records",
            DAILY,
            mark("List steps and aspects, or records of another kind."),
            ("tracker list", "tracker list evidence --unverified", "tracker list steps --sort -due --json"),
            ("قائمة", "سرد"),
            ("liste", "listele"),
        ),
        Command(
            "show",
            "showing:show",
            DAILY,
            mark("Show everything about records."),
            ("tracker show S2", "tracker show S2 A1 --explain"),
            ("عرض", "اعرض"),
            ("göster",),
        ),
        Command(
            "update-step",
            "steps:update_step",
            DAILY,
            mark("Change a step: status, progress, evidence, dates, owner."),
            (
                "tracker update-step 2 --status in-progress --progress 40 --evidence 118/2026",
                "tracker update-step S3 --due 2027-06-30 --reason @reason.txt",
                "tracker update-step 4 --confirm",
            ),
            ("حدث-خطوة", "تحديث-خطوة"),
            ("adım-güncelle",),
        ),
        Command(
            "report",
            "reporting:report",
            DAILY,
            mark("Make a report: the complete picture, a brief, a matrix, on the terminal or as a file."),
            (
                "tracker report",
                "tracker report brief -o brief.pdf --lang tr",
                "tracker report evaluation --period 2025-Q4 --against 2025-Q3",
                "tracker report followup --meeting M7 --lang ar+tr",
                "tracker report matrix --audience counterpart",
            ),
            ("تقرير",),
            ("rapor",),
        ),
        Command(
            "attach",
            "evidence:attach",
            DAILY,
            mark("Attach evidence to a record."),
            ("tracker attach S2 118/2026 --kind minutes --date 2026-11-03",),
            ("إرفاق", "أرفق"),
            ("belge-ekle", "kanıt-ekle"),
        ),
        Command(
            "verify",
            "evidence:verify",
            DAILY,
            mark("Verify evidence as another office than the owner's."),
            ("tracker verify E2 --by TR",),
            ("تحقق",),
            ("doğrula",),
        ),
        Command(
            "history",
            "history:history",
            DAILY,
            mark("Show who changed what, when, from what to what, and why."),
            ("tracker history S2", "tracker history --verify"),
            ("سجل-التغييرات", "سجل"),
            ("geçmiş",),
        ),
        Command(
            "undo",
            "history:undo",
            DAILY,
            mark("Take back a change."),
            ("tracker undo", "tracker undo 12"),
            ("تراجع",),
            ("geri-al",),
        ),
        Command(
            "redo",
            "history:redo",
            DAILY,
            mark("Bring back what was taken back."),
            ("tracker redo",),
            ("إعادة", "أعد"),
            ("yinele", "yeniden-uygula"),
        ),
        Command(
            "add-step",
            "steps:add_step",
            PLAN,
            mark("Add a step to the programme."),
            ("tracker add-step @title.txt --aspect A2 --owner LY/ops --start 2026-09-01 --due 2027-03-31",),
            ("أضف-خطوة", "إضافة-خطوة"),
            ("adım-ekle",),
        ),
        Command(
            "add-activity",
            "activities:add_activity",
            PLAN,
            mark("Add an activity to a step."),
            (
                "tracker add-activity S2 @title.txt --type training-course --start 2026-09-01 --due 2026-09-30",
                "tracker add-activity S2 @title.txt --like S2.3 --start 2027-01-10",
            ),
            ("أضف-نشاط", "إضافة-نشاط"),
            ("faaliyet-ekle",),
        ),
        Command(
            "update-activity",
            "activities:update_activity",
            PLAN,
            mark("Change an activity: gate, status, evidence, dates, owner, participants."),
            (
                "tracker update-activity S2.5 --gate delivered --on 2026-03-25 --evidence 118/2026",
                "tracker update-activity S2.4 --status completed --evidence 12/2026 --ly 20 --women 6",
                "tracker update-activity S4.4 --status suspended --reason @reason.txt",
            ),
            ("حدث-نشاط", "تحديث-نشاط"),
            ("faaliyet-güncelle",),
        ),
        Command(
            "add-aspect",
            "aspects:add_aspect",
            PLAN,
            mark("Add an aspect of the memorandum."),
            ("tracker add-aspect @name.txt --details @details.txt --step S5",),
            ("أضف-جانب", "إضافة-جانب"),
            ("boyut-ekle",),
        ),
        Command(
            "update-aspect",
            "aspects:update_aspect",
            PLAN,
            mark("Change the translations of an aspect."),
            ("tracker update-aspect A1 --name-en Expertise",),
            ("حدث-جانب", "تحديث-جانب"),
            ("boyut-güncelle",),
        ),
        Command(
            "link",
            "steps:link",
            PLAN,
            mark("Link a step to an aspect of the memorandum."),
            ("tracker link S3 A1 --primary",),
            ("ربط", "اربط"),
            ("ilişkilendir", "bağla"),
        ),
        Command(
            "update-initiative",
            "initiative:update_initiative",
            PLAN,
            mark("Change the initiative: owner, dates, memorandum."),
            ("tracker update-initiative --start 2026-01-01 --due 2027-12-31 --owner LY/coord",),
            ("حدث-مبادرة", "تحديث-مبادرة"),
            ("girişim-güncelle",),
        ),
        Command(
            "add-party",
            "parties:add_party",
            PLAN,
            mark("Add a party."),
            ("tracker add-party SEC @name.txt --kind secretariat --side joint",),
            ("أضف-طرف", "إضافة-طرف"),
            ("taraf-ekle",),
        ),
        Command(
            "add-series",
            "series:add_series",
            FOLLOW,
            mark("Add a series of meetings that are held at an interval."),
            ("tracker add-series @name.txt --interval 3 --level technical",),
            ("أضف-سلسلة", "إضافة-سلسلة"),
            ("dizi-ekle",),
        ),
        Command(
            "update-series",
            "series:update_series",
            FOLLOW,
            mark("Change a series of meetings."),
            ("tracker update-series T1 --interval 6",),
            ("حدث-سلسلة", "تحديث-سلسلة"),
            ("dizi-güncelle",),
        ),
        Command(
            "add-meeting",
            "meetings:add_meeting",
            FOLLOW,
            mark("Add a meeting or a visit."),
            (
                "tracker add-meeting --series T3 --on 2026-05-12 --place TR",
                "tracker add-meeting @title.txt --on 2026-03-10 --held --minutes 12/2026",
            ),
            ("أضف-لقاء", "إضافة-لقاء"),
            ("görüşme-ekle",),
        ),
        Command(
            "update-meeting",
            "meetings:update_meeting",
            FOLLOW,
            mark("Change a meeting: held, minutes, postponed, agenda, participants."),
            (
                "tracker update-meeting M3 --held --minutes 118/2026 --participants LY/min=6",
                "tracker update-meeting M4 --postpone --reason @reason.txt --rescheduled-to 2026-06-02",
            ),
            ("حدث-لقاء", "تحديث-لقاء"),
            ("görüşme-güncelle",),
        ),
        Command(
            "add-decision",
            "decisions:add_decision",
            FOLLOW,
            mark("Add a decision of a meeting."),
            ("tracker add-decision M2 @decision.txt",),
            ("أضف-قرار", "إضافة-قرار"),
            ("karar-ekle",),
        ),
        Command(
            "add-commitment",
            "commitments:add_commitment",
            FOLLOW,
            mark("Add a commitment that follows from a decision, recommendation, obstacle or lesson."),
            ("tracker add-commitment D1 @title.txt --owner TR/coord --due 2026-12-01",),
            ("أضف-التزام", "إضافة-التزام"),
            ("yükümlülük-ekle",),
        ),
        Command(
            "update-commitment",
            "commitments:update_commitment",
            FOLLOW,
            mark("Change a commitment: status, date, owner, evidence."),
            (
                "tracker update-commitment C1 --status completed --evidence 118/2026",
                "tracker update-commitment C1 --due +2w --reason @reason.txt",
            ),
            ("حدث-التزام", "تحديث-التزام"),
            ("yükümlülük-güncelle",),
        ),
        Command(
            "add-obstacle",
            "obstacles:add_obstacle",
            FOLLOW,
            mark("Add an obstacle."),
            ("tracker add-obstacle @title.txt --step S3 --severity high --type logistic",),
            ("أضف-عقبة", "إضافة-عقبة"),
            ("engel-ekle",),
        ),
        Command(
            "update-obstacle",
            "obstacles:update_obstacle",
            FOLLOW,
            mark("Change an obstacle: treatment, response, resolution, acceptance."),
            (
                "tracker update-obstacle O3 --status under-treatment --owner LY/log --response @response.txt",
                "tracker update-obstacle O1 --resolve --evidence 120/2026",
            ),
            ("حدث-عقبة", "تحديث-عقبة"),
            ("engel-güncelle",),
        ),
        Command(
            "add-lesson",
            "lessons:add_lesson",
            FOLLOW,
            mark("Add a lesson learned."),
            ("tracker add-lesson @lesson.txt --from M1 --recommendation @recommendation.txt --side tr",),
            ("أضف-درس", "إضافة-درس"),
            ("ders-ekle",),
        ),
        Command(
            "update-lesson",
            "lessons:update_lesson",
            FOLLOW,
            mark("Change a lesson: accepted, applied, rejected."),
            ("tracker update-lesson L1 --status applied --applied-in S2",),
            ("حدث-درس", "تحديث-درس"),
            ("ders-güncelle",),
        ),
        Command(
            "add-indicator",
            "indicators:add_indicator",
            MEASURE,
            mark("Add an indicator."),
            (
                "tracker add-indicator @title.txt --step S2 --level outcome --unit percent "
                "--baseline 20 --baseline-date 2024-12-31 --target 2026-12-31=60",
            ),
            ("أضف-مؤشر", "إضافة-مؤشر"),
            ("gösterge-ekle",),
        ),
        Command(
            "update-indicator",
            "indicators:update_indicator",
            MEASURE,
            mark("Change an indicator: baseline, targets, owner, wording."),
            ("tracker update-indicator I1 --target 2027-12-31=200", "tracker update-indicator I4 --owner SEC/me"),
            ("حدث-مؤشر", "تحديث-مؤشر"),
            ("gösterge-güncelle",),
        ),
        Command(
            "add-measurement",
            "indicators:add_measurement",
            MEASURE,
            mark("Record what was measured in a period, or correct it."),
            (
                "tracker add-measurement I4 2025-Q4 78 --evidence 118/2026",
                "tracker add-measurement I1 2026-Q1 84 --reason @reason.txt",
            ),
            ("أضف-قياس", "إضافة-قياس"),
            ("ölçüm-ekle",),
        ),
        Command(
            "add-review",
            "reviews:add_review",
            MEASURE,
            mark("Begin the evaluation of a quarter or year, and freeze its figures."),
            ("tracker add-review 2026-Q1 --lead SEC/me",),
            ("أضف-تقييم", "إضافة-تقييم"),
            ("değerlendirme-ekle",),
        ),
        Command(
            "update-review",
            "reviews:update_review",
            MEASURE,
            mark("Change an evaluation: ratings, findings, summary, approval."),
            (
                "tracker update-review R5 --rate S2.effectiveness=3 --evidence E14",
                "tracker update-review R5 --finding @finding.txt --step S3",
                "tracker update-review R5 --approve",
            ),
            ("حدث-تقييم", "تحديث-تقييم"),
            ("değerlendirme-güncelle",),
        ),
        Command(
            "add-recommendation",
            "reviews:add_recommendation",
            MEASURE,
            mark("Add a recommendation of an evaluation."),
            ("tracker add-recommendation R5 @recommendation.txt",),
            ("أضف-توصية", "إضافة-توصية"),
            ("tavsiye-ekle",),
        ),
        Command(
            "update-recommendation",
            "reviews:update_recommendation",
            MEASURE,
            mark("Answer a recommendation, or word it otherwise."),
            ("tracker update-recommendation N2 --response rejected --reason @reason.txt",),
            ("حدث-توصية", "تحديث-توصية"),
            ("tavsiye-güncelle",),
        ),
        Command(
            "remove",
            "removing:remove",
            DATA,
            mark("Remove records that nothing rests on; history keeps them."),
            ("tracker remove C1", "tracker remove D1 C1 C2 --reason @reason.txt"),
            ("إزالة", "أزل"),
            ("kaldır",),
        ),
        Command(
            "init",
            "data:init",
            DATA,
            mark("Make a new tracker."),
            ("tracker init --db new.json",),
            ("إنشاء", "أنشئ"),
            ("oluştur",),
        ),
        Command(
            "import",
            "data:import_file",
            DATA,
            mark("Take in an exported tracker, after showing the difference."),
            ("tracker import export.json",),
            ("استيراد", "استورد"),
            ("içe-aktar",),
        ),
        Command(
            "export",
            "data:export",
            DATA,
            mark("Write everything, with its history, as JSON; or the meetings for a calendar."),
            ("tracker export -o export.json", "tracker export meetings -o meetings.ics"),
            ("تصدير", "صدر"),
            ("dışa-aktar",),
        ),
        Command(
            "backup",
            "backup:backup",
            DATA,
            mark("Make, list or restore backups."),
            ("tracker backup", "tracker backup list", "tracker backup restore 20260331T101500.000000Z-manual.json"),
            ("نسخ-احتياطي", "نسخة-احتياطية"),
            ("yedek", "yedekle"),
        ),
        Command(
            "check",
            "check:check",
            DATA,
            mark("Check the data and the file."),
            ("tracker check --fix", "tracker check --terminal"),
            ("فحص", "افحص"),
            ("denetle",),
        ),
        Command(
            "config",
            "config:config",
            DATA,
            mark("Show or set preferences and thresholds."),
            (
                "tracker config",
                "tracker config lang tr",
                "tracker config stale_days 20",
                "tracker config completion bash",
            ),
            ("إعدادات", "ضبط"),
            ("ayarlar", "ayar"),
        ),
        Command(
            "redact",
            "history:redact",
            DATA,
            mark("Erase the text of a revision and keep its digest."),
            ("tracker redact 12 --reason @reason.txt",),
            ("محو", "امح"),
            ("metin-sil",),
        ),
    )
}

# What asks for help in place of a command.
HELP = ("help", "مساعدة", "yardım")


def command_named(word: str) -> str | None:
    """The English name of the command that a word names in any of the three languages; None when there is none.

    Marks, hamzas and the dots of Turkish letters may be left out. Help is named too, as `help`.
    """
    if word in COMMANDS or word == "help":
        return word
    from tracker.text.fold import fold  # noqa: PLC0415 - who types the English name does not pay for it

    wanted = fold(word).replace("_", "-")
    if wanted in map(fold, HELP[1:]):
        return "help"
    return next((c.name for c in COMMANDS.values() if wanted in map(fold, (*c.arabic, *c.turkish))), None)
