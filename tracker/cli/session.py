"""The session: what a command may ask for (settings, store, day, writers), built lazily, cheap things first."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from tracker import errors
from tracker.cli.opened import Opened
from tracker.frozen import replace
from tracker.message import msg

if TYPE_CHECKING:
    from tracker.model.tracker import Tracker
    from tracker.reports.report import Report
    from tracker.store.act import Act, Outcome
    from tracker.text.output.writer import Writer

T = TypeVar("T")


class Session(Opened):
    """One command line on a tracker; the store is opened, and the tracker read, when one of them is first needed."""

    _office: str | None = None

    def show(self, report: "Report", *, answer: bool = False) -> None:
        """A report in the form that was asked for: tables, tab-separated lines or JSON.

        What was asked for to be read is paged; the `answer` to a change is not, for more is said after it.
        """
        report = self._marked(report)
        if self.flag("json"):
            from tracker.views import machine

            self.out.write_raw(machine.texts_of(report))
            return
        if self.is_plain and (report.demo or report.audience):
            self._write_banners(report)
        self._write(self.out, report, long=not answer)

    def _write_banners(self, report: "Report") -> None:
        """Say beside the lines of a plain report what stands above a page."""
        from tracker.views.banners import banners

        for banner in banners(report):
            self.err.write_text(self.words.message(banner))

    def show_aside(self, report: "Report") -> None:
        """A report that a question is about: on stderr, where the question is asked; programs get none."""
        if not self.flag("json"):
            self._write(self.err, self._marked(report))

    def _write(self, writer: "Writer", report: "Report", *, long: bool = False) -> None:
        words = self.words.in_language(report.lang) if report.lang else self.words
        if self.is_plain:
            from tracker.views import plain

            writer.write_raw(plain.render(report, words))
            return
        from tracker.views.blocks.report import blocks_of

        if report.beside:
            from tracker.views.bilingual import bilingual_words

            words = bilingual_words(report, words)
        self.lay_out(writer, blocks_of(report, words), long=long)

    def _marked(self, report: "Report") -> "Report":
        """The report as it is shown here: with the zone of the tracker, and marked where that is fictional."""
        self.words.timezone = self.timezone
        demo = self._tracker is not None and self._tracker.demo
        return replace(report, demo=True) if demo and not report.demo else report

    def tracker_on(self, day: str | None, *, known_here: bool = False) -> "tuple[Tracker, date]":
        """The tracker and the day to count with; of an earlier day when one is asked for (`--as-of`).

        `known_here` leaves out what another copy has brought since.
        """
        if day is None:
            return self.tracker, self.today
        from tracker.store.past import tracker_at, tracker_known_at
        from tracker.text.input.parse_date import parse_date

        wanted = parse_date(day, self.today, "end")
        at = tracker_known_at if known_here else tracker_at
        return at(self.store, wanted, self.state, self.tracker), wanted

    @cached_property
    def timezone(self) -> str:
        """The zone in which a day ends; the default one for commands that go on when the tracker cannot be read."""
        from tracker.model.records.thresholds import Thresholds

        usual = Thresholds().timezone
        try:
            # The other records are left alone: who changes one reads them again under the lock.
            kept = next(iter(self.state.documents.get("thresholds", {}).values()), {})
            return str(kept.get("timezone", usual))
        except errors.StoreError:
            return usual

    @property
    def now(self) -> datetime:
        """The present moment, UTC."""
        return datetime.now(UTC)

    @cached_property
    def today(self) -> date:
        """The day to count with: --today, TRACKER_TODAY, else the day in the tracker's time zone."""
        given = self.options.get("today") or self.environ.get("TRACKER_TODAY")
        from tracker.text.input.zone import in_zone

        day = in_zone(self.now, self.timezone).date()
        if not given:
            return day
        from tracker.text.input.parse_date import parse_date

        return parse_date(str(given), day)

    @property
    def office(self) -> str:
        """The office that acts, on a server that of the login; empty when none is set."""
        if self._office is None:
            from tracker.cli.input import values

            self._office = str(values.office(self, self.settings["by"] or None, "--by") or self._own_office())
        return self._office

    def _own_office(self) -> str:
        """The office that the login acts for, if it is one's only one."""
        if not self.address:
            return ""
        with suppress(errors.DatabaseMissing):  # it is about to be made
            self.state  # noqa: B018 - who one is comes with what is read
        login = self.store.engine.login
        return login.office if login else ""

    def act_for(self, office: str | None) -> None:
        """Act for that office from now on."""
        self.options["by"], self._office = office, None

    def local_day(self, at: str) -> date:
        """The day of a UTC moment in the tracker's time zone."""
        from tracker.store.past import local_day

        return local_day(at, self.timezone)

    def act(
        self,
        command: str,
        note: str | None = None,
        expected: Mapping[str, int] | None = None,
        *,
        dry: bool = False,
        about: tuple[str, ...] = (),
    ) -> "Act":
        """The act: who acts now with which command; `dry` for a preview, `about` the records of a mere note."""
        from tracker.store.act import Act

        dry_run = dry or self.flag("dry_run")
        return Act(command, self.office, self.now, note, expected, dry_run, bool(self.forced), about)

    def once(self, key: object, make: "Callable[[], T]") -> "T":  # noqa: ARG002 - a session has but one line
        """The things that the lines with that key have in common."""
        return make()

    def change(self, act: "Act", fn: "Callable[[Tracker], Tracker]") -> "Outcome":
        """Carries a change out and shows what became of it."""
        outcome = self.store.change(act, fn)
        self.show_outcome(outcome)
        return outcome

    def show_outcome(self, outcome: "Outcome") -> None:
        """Say in one line what changed, the new totals, and how to undo it."""
        from tracker.reports.answers import changed, codes

        dry, done = self.flag("dry_run"), outcome.revision
        self.show(changed.changed_report(outcome.before, outcome.after, done, self.today, dry_run=dry), answer=True)
        if done and self.state.standing.lines:
            for sentence in codes.codes_moved(outcome.after, [change.code for change in done.changes]):
                self.warn(sentence)
        if done and not dry:
            if not self.store.was_stored:
                self.say(msg("The tracker was created at {path}.", path=self.place[0]))
            self.say(changed.undo_hint(done), "dim")
