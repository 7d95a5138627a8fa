"""A spreadsheet taken in by `import`: read, its headings understood, shown, agreed to, one revision."""

from tracker.cli.commands.taken_file import COMPARING, TAKING_IN
from tracker.cli.session import Session
from tracker.cli.sheets.importing import SheetImport
from tracker.cli.sheets.own import SheetSource, headings_in, line_of, settled
from tracker.cli.sheets.pages import page_of
from tracker.cli.sheets.reader import Options
from tracker.message import msg
from tracker.reports.answers.changed import planned_report
from tracker.reports.report import Ref
from tracker.settings import config_path
from tracker.store.act import Outcome


def take_sheet(session: Session, given: SheetSource, note: str | None, extra: Options) -> None:
    """Take in a spreadsheet; a person is shown what would change, and asked."""
    with session.working(msg("Reading {file} …", file=given.file)):
        page = page_of(given.raw, session.words.lang, given.kind, headings_in(given))
    own = settled(session, page, given)
    if own.answered and not session.flag("dry_run"):
        _keep(session, own.answered, line_of(page, own))
    with session.working(COMPARING):
        sheet = SheetImport(session, page, own, extra, again=given.again)
        # Whoever has said yes beforehand is shown what was done, not what would be.
        planned = None if session.flag("yes") else sheet.preview(note)
    expected = _agreed(session, planned) if planned else {}
    with session.working(TAKING_IN):
        outcome = sheet.commit(note, expected)
    session.show_outcome(outcome)


def _keep(session: Session, name: str, line: str) -> None:
    """Keeps the answers of a person for the next sheet with these headings, and says where."""
    from tracker.cli.commands.config_file import set_key  # noqa: PLC0415 - only where somebody has answered

    set_key(config_path(session.environ), name, line)
    command = Ref(f"tracker config {name} --unset")
    session.say(msg("Kept for the next sheet with these headings; to be asked again: {command}", command=command))


def _agreed(session: Session, planned: Outcome) -> dict[str, int]:
    """The revisions of the records that would change, after a yes of who has seen it."""
    if planned.revision is not None and not session.flag("dry_run"):
        session.show_aside(planned_report(planned.after, planned.revision, session.today))
        session.agree(msg("Import this? (yes/no)"))
    changes = planned.revision.changes if planned.revision else ()
    return {c.code: planned.before.find(c.code)[1].rev for c in changes if c.before}
