"""The command `init`."""

from typing import Annotated

import typer

from tracker import errors
from tracker.cli.commands.incoming import check_unchanged, fit_to_keep, told_faults
from tracker.cli.commands.taken_file import content_of
from tracker.cli.input import values
from tracker.cli.input.choices import Listed, word_option
from tracker.cli.options import ForceIn, Note, Reason
from tracker.cli.parser import VALUE
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark, msg
from tracker.model.history.documents import Document
from tracker.model.history.revision import Revision
from tracker.model.records.parties import Side
from tracker.reports.answers.copies import copy_named
from tracker.reports.answers.done import done_report
from tracker.reports.answers.history import machine_revision
from tracker.store.accepted import faults
from tracker.store.exchange.copies import in_free_block, read_copy
from tracker.store.file.mounts import risky_place
from tracker.store.revisions import revision_document
from tracker.store.state import State
from tracker.store.template import TEMPLATES, template_state

BEGIN = mark("The copy to begin from: an export or a tracker's file.")
SIDE = mark("The side whose copy it is; the copy gets numbers of its own.")


def init(
    ctx: typer.Context,
    template: Annotated[
        str,
        typer.Option(
            click_type=Listed("template", TEMPLATES),
            metavar=VALUE,
            help=mark("Content that the new tracker starts with."),
        ),
    ] = "article",
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar=mark("FILE"), help=BEGIN),
    ] = None,
    side: Annotated[
        Side | None,
        word_option(Side, "--side", SIDE),
    ] = None,
    note: Note = None,
    reason: Reason = None,
    force: ForceIn = False,
) -> None:
    """Make a new tracker."""
    session: Session = ctx.obj
    values.required_reason(force, reason)
    note, reason = values.note_and_reason(session, note, reason, force=force)
    if from_ is not None and template != "article":
        raise errors.Contradictory(("--template", "--from"))
    state, revisions = _named(template_state(template), side), list[Document]()
    if from_:
        state, revisions = copy_for(session, from_, side, force=force)
    store = session.store_to_make(lambda: state)
    place = session.place[0]
    if session.is_taken:
        raise errors.AlreadyExists(place)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    say_created(session, store.create(session.act("init", note or reason), state, revisions))
    if state.standing.side:
        session.say(copy_named(state.standing.side, state.standing.block))
    if risk := "" if session.address else risky_place(place):
        session.warn(
            msg("{path} is on a shared or synchronized drive ({kind}), where no file is safe.", path=place, kind=risk)
        )


def copy_for(session: Session, file: str, side: Side | None, *, force: bool) -> tuple[State, list[Document]]:
    """The state and the revisions of a copy, to be gone on with by that side in the first block that is free."""
    with session.working(msg("Reading {file} …", file=file)):
        found = read_copy(content_of(file), file)
    lines = [revision_document(each) for each in found.revisions]
    fit = fit_to_keep(session, found.state, file, {}, force=force)
    check_unchanged(found.state, fit, lines, file)
    told_faults(session, faults(fit, found.revisions), force=force)
    fit = replace(fit, standing=replace(fit.standing, taken={}, arrivals=[], block=0))
    if side is None:
        return _named(fit, None), lines
    return _named(replace(fit, standing=in_free_block(fit.standing)), side), lines


def _named(state: State, side: Side | None) -> State:
    """Give the copy the name of a side, or none."""
    return replace(state, standing=replace(state.standing, side=side.upper() if side else ""))


def say_created(session: Session, revision: Revision) -> None:
    """Tells where the new tracker is."""
    place = session.place[0]
    done = msg("The tracker was created at {path}.", path=place)
    session.show(done_report("revision", session.today, done, {"path": place, **machine_revision(revision)}))
