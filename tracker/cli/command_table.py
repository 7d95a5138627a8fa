"""All commands, without importing any: root help and suggestions need no more, and one command is built alone."""

from typing import NamedTuple

from tracker.reports.message import mark


class Command(NamedTuple):
    """Where a command lives, in which panel it is listed, what it does in a sentence, and examples of its use."""

    name: str
    place: str
    panel: str
    summary: str
    examples: tuple[str, ...] = ()


PANELS = (mark("Daily"), mark("Plan"), mark("Data"))
DAILY, PLAN, DATA = PANELS

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command(
            "status",
            "status:status",
            DAILY,
            mark("Show on one screen what needs doing."),
            ("tracker status --since -1w", "tracker status --check"),
        ),
        Command(
            "list",
            "listing:list_records",
            DAILY,
            mark("List steps and aspects, or records of another kind."),
            ("tracker list", "tracker list evidence --unverified", "tracker list steps --sort -due --json"),
        ),
        Command(
            "show",
            "showing:show",
            DAILY,
            mark("Show everything about records."),
            ("tracker show S2", "tracker show S2 A1 --explain"),
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
        ),
        Command(
            "report",
            "reporting:report",
            DAILY,
            mark("Make the complete picture, on the terminal or as a file."),
            ("tracker report", "tracker report -o report.md --lang tr"),
        ),
        Command(
            "attach",
            "evidence:attach",
            DAILY,
            mark("Attach evidence to a record."),
            ("tracker attach S2 118/2026 --kind minutes --date 2026-11-03",),
        ),
        Command(
            "verify",
            "evidence:verify",
            DAILY,
            mark("Verify evidence as another office than the owner's."),
            ("tracker verify E2 --by TR",),
        ),
        Command(
            "history",
            "history:history",
            DAILY,
            mark("Show who changed what, when, from what to what, and why."),
            ("tracker history S2", "tracker history --verify"),
        ),
        Command("undo", "history:undo", DAILY, mark("Take back a change."), ("tracker undo", "tracker undo 12")),
        Command("redo", "history:redo", DAILY, mark("Bring back what was taken back."), ("tracker redo",)),
        Command(
            "update-aspect",
            "aspects:update_aspect",
            PLAN,
            mark("Change the translations of an aspect."),
            ("tracker update-aspect A1 --name-en Expertise",),
        ),
        Command(
            "link",
            "steps:link",
            PLAN,
            mark("Link a step to an aspect of the memorandum."),
            ("tracker link S3 A1 --primary",),
        ),
        Command(
            "update-initiative",
            "initiative:update_initiative",
            PLAN,
            mark("Change the initiative: owner, dates, memorandum."),
            ("tracker update-initiative --start 2026-01-01 --due 2027-12-31 --owner LY/coord",),
        ),
        Command(
            "add-party",
            "parties:add_party",
            PLAN,
            mark("Add a party."),
            ("tracker add-party SEC @name.txt --kind secretariat --side joint",),
        ),
        Command("init", "data:init", DATA, mark("Make a new tracker."), ("tracker init --db new.json",)),
        Command(
            "import",
            "data:import_file",
            DATA,
            mark("Take in an exported tracker, after showing the difference."),
            ("tracker import export.json",),
        ),
        Command(
            "export",
            "data:export",
            DATA,
            mark("Write everything, with its history, as JSON."),
            ("tracker export -o export.json",),
        ),
        Command(
            "backup",
            "backup:backup",
            DATA,
            mark("Make, list or restore backups."),
            ("tracker backup", "tracker backup list", "tracker backup restore NAME"),
        ),
        Command("check", "check:check", DATA, mark("Check the data and the file."), ("tracker check --fix",)),
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
        ),
        Command(
            "redact",
            "history:redact",
            DATA,
            mark("Erase the text of a revision and keep its digest."),
            ("tracker redact 12 --reason @reason.txt",),
        ),
    )
}
