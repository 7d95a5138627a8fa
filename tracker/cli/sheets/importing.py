"""`import FILE.csv`: preview, question, one revision."""

from collections.abc import Iterator

from tracker import errors
from tracker.cli.input.values import guessed
from tracker.cli.session import Session
from tracker.cli.sheets.kinds import DEMO
from tracker.cli.sheets.pages import Own, Page, parts_of
from tracker.cli.sheets.reader import Options, SheetReader
from tracker.cli.sheets.rows import RowSession
from tracker.cli.sheets.twice import without_known
from tracker.message import msg
from tracker.model.rules.invariants import violations
from tracker.model.tracker import Tracker
from tracker.reports.report import Many, Ref
from tracker.store.act import WHOLE, Act, Outcome
from tracker.text.sheets.sheet_text import SheetText


class SheetImport:
    """A spreadsheet that was read, and what it is put over. Raises `BadSheet`, `DemoMixed`.

    New rows that are there already are told and not added, unless they are meant `again`.
    """

    def __init__(self, session: Session, page: Page, own: Own, extra: Options, *, again: bool = False) -> None:
        self.session, self.extra, self.again = session, extra, again
        self.parts = parts_of(session.tracker, page, own)
        if page.sheet.encoding:
            session.warn(guessed(page.sheet.encoding))
        first, *others = (part.ignored for part in self.parts)
        if ignored := [heading for heading in first if all(heading in other for other in others)]:
            session.warn(msg("These columns were not imported: {columns}.", columns=Many(tuple(map(Ref, ignored)))))
        self._made: tuple[Tracker, Tracker] | None = None
        if any(_is_demo(part.sheet) for part in self.parts) and not session.tracker.demo:
            raise errors.DemoMixed(session.place[0])

    def preview(self, note: str | None) -> Outcome:
        """Show what the sheet would change."""
        return self._changed(self.session.act("import", note, dry=True, about=WHOLE))

    def commit(self, note: str | None, expected: dict[str, int]) -> Outcome:
        """Take the sheet in; raises `RevisionConflict` where a record has moved since it was shown."""
        # Only now is it known whether a text is kept by force, which the act says.
        self._applied(self.session.tracker)
        return self._changed(self.session.act("import", note, expected, about=WHOLE))

    def _changed(self, act: Act) -> Outcome:
        """The change; a rule that looks at all records when all rows are read is told with its row, too."""
        try:
            return self.session.store.change(act, self._applied)
        except errors.RuleBroken as refused:
            raise self._in_its_row(refused) from refused

    def _applied(self, tracker: Tracker) -> Tracker:
        """Put the sheet over a tracker; what was shown is not made a second time where nobody has changed it since."""
        if self._made is None or self._made[0] != tracker:
            rows = RowSession(self.session, tracker, aloud=self._made is None)
            for reader in self._readers(rows):
                reader.apply()
            self._made = tracker, rows.tracker
        return self._made[1]

    def _readers(self, rows: RowSession) -> Iterator[SheetReader]:
        before = rows.tracker
        for part in self.parts:
            new = part if self.again else without_known(self.session, before, part, aloud=rows.aloud)
            yield SheetReader(rows, new, self.extra)

    def _in_its_row(self, refused: errors.RuleBroken) -> errors.TrackerError:
        """The refusal with the line of the first row that breaks the rule, if it is one: row after row is tried."""
        rows = RowSession(self.session, self.session.tracker, aloud=False)
        before = rows.tracker
        for line in (line for reader in self._readers(rows) for line in reader.lines()):
            if any(each.case == refused.case for each in violations(rows.tracker, before)):
                return errors.SheetRefused(line, "", refused)
            before = rows.tracker
        return refused


def _is_demo(sheet: SheetText) -> bool:
    if DEMO not in sheet.headings:
        return False
    place = sheet.headings.index(DEMO)
    return any(any(row.cells[place : place + 1]) for row in sheet.rows)
