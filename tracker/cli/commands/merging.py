"""The command `merge`: another copy of the tracker joined with this one, after both were compared."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Annotated, NamedTuple

import typer

from tracker import errors
from tracker.cli.commands.choosing import asked_of, choice, taken
from tracker.cli.commands.incoming import check_clean, check_typable, told_faults
from tracker.cli.commands.taken_file import COMPARING, content_of
from tracker.cli.input import values
from tracker.cli.options import BegunApart, ForceIn, Note, Reason
from tracker.cli.session import Session
from tracker.message import count, mark, msg
from tracker.model.joining.conflict import Choose, Stays
from tracker.model.records.localized import Localized
from tracker.reports.answers.changed import undo_hint
from tracker.reports.answers.copies import file_named
from tracker.reports.answers.merging import merge_report
from tracker.reports.report import Ref, Report
from tracker.store.accepted import faults_beside
from tracker.store.act import WHOLE
from tracker.store.exchange.copies import read_copy
from tracker.store.exchange.joining import FORWARD, NOTHING, Comparison, carry_out, compare
from tracker.store.exchange.pair import Incoming
from tracker.store.file.backups import newest_good
from tracker.store.records import to_tracker
from tracker.store.revisions import revision_document

JOINING = msg("Merging …")
NAMING = "tracker config copy tr"


def merge_file(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar=mark("FILE"))],
    ours: Annotated[
        bool, typer.Option("--ours", help=mark("Keep ours where both sides have changed something."))
    ] = False,
    theirs: Annotated[
        bool, typer.Option("--theirs", help=mark("Keep theirs where both sides have changed something."))
    ] = False,
    newer: Annotated[
        bool, typer.Option("--newer", help=mark("Keep the newer change where both sides have changed something."))
    ] = False,
    take: Annotated[
        list[str] | None,
        typer.Option(
            "--take", metavar="C8.due=theirs", help=mark("Value of the two that stays in that place; may be repeated.")
        ),
    ] = None,
    begun_apart: BegunApart = False,
    status: Annotated[bool, typer.Option("--status", help=mark("Only compare; nothing is changed."))] = False,
    note: Note = None,
    reason: Reason = None,
    force: ForceIn = False,
) -> None:
    """Join another copy of the tracker with this one."""
    session: Session = ctx.obj
    values.required_reason(force, reason)
    chosen = dict(taken(each) for each in take or ())
    given = [f"--{name}" for name, each in (("ours", ours), ("theirs", theirs), ("newer", newer)) if each]
    if len(given) > 1:
        raise errors.Contradictory(tuple(given))
    usual = Stays.OURS if ours else Stays.THEIRS if theirs else "newer" if newer else ""
    said, why = values.note_and_reason(session, note, reason, force=force)
    with session.working(msg("Reading {file} …", file=file)):
        incoming = read_copy(content_of(file), file)
    taking = Taking(session, incoming, said or why, begun_apart=begun_apart, force=force)
    join_copy(taking, chosen, usual, only_compare=status)


class Taking(NamedTuple):
    """The taking in of a copy, as it was asked for; what breaks a rule is taken in with `force` alone."""

    session: Session
    incoming: Incoming
    note: str | None
    begun_apart: bool
    force: bool

    def compared(self, choose: Choose) -> Comparison:
        """Both copies, joined as far as the questions are answered."""
        act = self.session.act("merge", self.note)
        return compare(self.session.store, act, self.incoming, choose, begun_apart=self.begun_apart)


def join_copy(taking: Taking, chosen: Mapping[str, str], usual: str, *, only_compare: bool = False) -> None:
    """Compare, ask what both have changed, and join; who has nothing of his own follows the other copy.

    Of what breaks a rule and was taken in a revision of our own says so.
    """
    session, incoming, note, _, force = taking
    with session.working(COMPARING):
        found = taking.compared(lambda _: None)
    _warn(session, incoming, found)
    check_clean([revision_document(each) for each in found.theirs], incoming.path)
    if found.theirs:
        state = incoming.state
        theirs = to_tracker(state.documents, state.standing.counters, state.standing.demo)
        check_typable(theirs)
        told_faults(session, faults_beside(found.before, theirs, state.standing.number), force=force)
    if found.result != NOTHING and not only_compare:
        _ask_if_one(session, found)
        found = _answered(taking, found, chosen, usual)
    looks = only_compare or session.flag("dry_run")
    if found.result == NOTHING or looks:
        _show(session, incoming, found)
        if not looks:
            _take_the_rest(session, note, found)
        return
    if not session.flag("yes"):
        session.show_aside(_report(session, incoming, found))
        session.agree(msg("Merge this file? (yes/no)"))
    with session.working(JOINING):
        carry_out(session.store, session.act("merge", note), found)
        if session.forced or (note and not (found.revision and found.revision.note)):
            session.store.change(session.act("merge", note, about=WHOLE), lambda tracker: tracker)
    _show(session, incoming, found)
    _tell(session, found)


def _take_the_rest(session: Session, note: str | None, found: Comparison) -> None:
    """Take in what a file without news brings: texts that were withheld before, and the note of who took it in."""
    if found.given:
        carry_out(session.store, session.act("merge", note), found)
        session.say(msg("The file contains texts that were withheld before."))
    if note:  # the answer is the comparison: of what was noted only the revision is told
        done = session.store.change(session.act("merge", note, about=WHOLE), lambda tracker: tracker).revision
        if done:
            session.say(undo_hint(done))


def _warn(session: Session, incoming: Incoming, found: Comparison) -> None:
    """Tell of a clock that runs ahead, and of revisions of our own that come from outside."""
    ahead = datetime.fromisoformat(incoming.state.standing.at or session.now.isoformat()) - session.now
    if ahead > timedelta(hours=1):
        days = count("{n} day", "{n} days", max(1, round(ahead / timedelta(days=1))))
        session.warn(msg("Their computer's clock is {time} ahead; nothing is decided by it.", time=days))
    if not found.lost:
        return
    number = len(found.lost)
    if found.result == FORWARD:
        lost = count("{n} revision that was made in this copy", "{n} revisions that were made in this copy", number)
        session.warn(msg("The file brings back {lost}: this copy was restored to an earlier state.", lost=lost))
    else:
        session.warn(
            msg(
                "This copy and the file continue from the same revision under the same name: one of them was "
                "copied by hand."
            )
        )
        session.say(msg("To give one of the two a name and numbers of its own: {command}", command=Ref(NAMING)))


def _ask_if_one(session: Session, found: Comparison) -> None:
    """Ask a person whether two copies that were begun apart are of one programme."""
    if found.apart is None or not session.can_ask or session.flag("yes") or session.flag("dry_run"):
        return
    ours, theirs = (Localized(**title) for title in found.apart.titles)
    session.say(msg("Ours: “{ours}”. Theirs: “{theirs}”.", ours=ours, theirs=theirs))
    same = count("{n} record is the same in both.", "{n} records are the same in both.", found.apart.agreeing)
    session.agree(msg("{same} Are they of the same programme? (yes/no)", same=same))


def _answered(taking: Taking, found: Comparison, chosen: Mapping[str, str], usual: str) -> Comparison:
    """The comparison with every question answered: as the command says, or by a person, one by one.

    An answer may raise another question, where a rule is broken. Raises `NoSuchPlace` and `Unanswered`.
    """
    session, incoming, *_ = taking
    answers: dict[tuple[str, str], int] = {}
    choose = choice(session, found, chosen, usual, answers)
    asked = {each.name for each in found.conflicts}
    if found.open and (usual or chosen):
        found = taking.compared(choose)
    while found.open:
        session.show_aside(_report(session, incoming, found))
        if not session.can_ask or session.flag("dry_run"):
            raise errors.Unanswered(len(found.open), found.open[0].name, usual == "newer")
        answers |= asked_of(session, found.open)
        found = taking.compared(choose)
        asked |= {each.name for each in found.conflicts}
    unknown = chosen.keys() - asked
    if unknown:
        raise errors.NoSuchPlace(min(unknown), tuple(sorted(asked)))
    return found


def _report(session: Session, incoming: Incoming, taken: Comparison) -> Report:
    renumbered = taken.renumbered
    head = taken.revision.hash if taken.revision else ""
    end = incoming.state.standing
    last = taken.found.standing.taken.get(end.copy)
    file = file_named(end.side, end.number, end.at, last["at"] if last else "") if end.at else ()
    return merge_report(
        *(taken.after, session.today, taken.result, taken.news, taken.conflicts, renumbered, head, file),
        doubles=taken.doubles,
        mended=taken.mended,
    )


def _show(session: Session, incoming: Incoming, taken: Comparison) -> None:
    session.show(_report(session, incoming, taken), answer=True)
    if taken.result == NOTHING:
        session.say(msg("Nothing new in the file."))


def _tell(session: Session, taken: Comparison) -> None:
    """Say what came of it, the head for the minutes, and the way back."""
    standing = session.store.state().standing
    head = standing.head
    if standing.block != taken.found.standing.block:
        session.warn(
            msg(
                "Another copy gives numbers from the same range: new codes of this copy begin at {number} from now on.",
                number=str(standing.block + 1),
            )
        )
    if taken.result == FORWARD:
        session.say(msg("You had nothing that they lacked: your copy is now the same as theirs."))
        backup = newest_good(session.path)
        if backup:
            command = Ref(f"tracker backup restore {backup.name}")
            session.say(msg("The earlier copy is kept. To go back to it: {command}", command=command), "dim")
    session.say(msg("Head of the chain: {hash}", hash=Ref(head)))
    if taken.revision is not None and taken.revision.decided:
        session.say(
            msg("You have answered for both sides: the other side has the same head once it merges your file."), "dim"
        )
    else:
        session.say(msg("Everyone who has merged the same files has the same head; write it in the minutes."), "dim")
    if taken.erases:
        session.warn(msg("The other side has erased texts; they are erased here too, but not in backups."))
    if taken.revision is not None:
        session.say(undo_hint(taken.revision), "dim")
