"""The command `check`."""

from collections.abc import Iterator
from typing import Annotated

import typer

from tracker import errors
from tracker.cli.commands.config_keys import warn_of_unknown_keys
from tracker.cli.session import Session
from tracker.message import Message, mark, msg
from tracker.model.checks.findings import REMARKS, findings
from tracker.model.history.graph import ancestors, graph_of
from tracker.model.state.health import Health
from tracker.reports.answers.checks import Examined, check_report
from tracker.reports.answers.config import SOURCES
from tracker.reports.answers.copies import copy_named, last_taken
from tracker.reports.answers.history import broken_chain, said_otherwise
from tracker.reports.answers.terminal import emission_and_why
from tracker.reports.kinds.kind import refs
from tracker.reports.lists.logins import connection
from tracker.reports.report import Many, Note, Ref, Value
from tracker.settings import user_folder
from tracker.store.edits import Edits, edits_of
from tracker.store.file.backups import paths_of
from tracker.store.file.mounts import risky_place
from tracker.store.store import Store
from tracker.store.verified import keep_verified, verified_before

LARGE = 10_000_000  # bytes; beyond that every command gets slower


def check(
    ctx: typer.Context,
    fix: Annotated[
        bool,
        typer.Option("--fix", help=mark("Record what was changed by hand as a revision, after a backup.")),
    ] = False,
    terminal: Annotated[
        bool,
        typer.Option(
            "--terminal",
            help=mark("Find how Arabic reads correctly on this terminal, with a test card."),
        ),
    ] = False,
) -> None:
    """Check the data and the file."""
    session: Session = ctx.obj
    if terminal:
        from tracker.cli.commands.terminal_card import show_terminal  # noqa: PLC0415 - asked for once in a lifetime

        session.options["terminal"] = True
        show_terminal(session)
        return
    mended = None
    if fix:
        from tracker.cli.commands.mending import mend  # noqa: PLC0415 - only for a file that was changed by hand

        mended = mend(session)
    warn_of_unknown_keys(session)
    with session.working(msg("Checking the data and the file …")):
        edits = _edits(session)
        faults = (*_faults(session.store, edits), *_odd_rights(session))
        store = Examined(tuple(_facts(session)), faults, edits.changes, mended)
        tracker = session.tracker
        found = findings(tracker, session.today)
    session.show(check_report(tracker, session.today, found, store, _sentence, session.words.bare))
    if store.faults or any(finding.code not in REMARKS for finding in found):
        raise typer.Exit(3)


def _edits(session: Session) -> Edits:
    """The changes made by hand. Only the hashes are computed that came since the history was verified last."""
    folder, store = user_folder("state"), session.store
    edits = edits_of(store, session.state, verified_before(folder, store.engine))
    if edits.harmless and not session.flag("dry_run"):
        keep_verified(folder, store.engine)
    return edits


def _sentence(rule: errors.RuleBroken) -> Message:
    """A broken rule as the command would be refused that breaks it."""
    from tracker.cli.say.error_words import worded  # noqa: PLC0415 - only where a rule is broken

    return worded(rule)[0]


def _facts(session: Session) -> Iterator[tuple[str, Message, Value]]:
    place, source = session.place
    path = session.path
    login = session.store.engine.login
    yield "path", msg("Server") if session.address else msg("File"), place
    yield "source", msg("Chosen by"), SOURCES[source]
    if login:
        yield "login", msg("Login"), connection(login.name, login.role, login.office)
    if not session.address:
        yield "size", msg("Bytes"), path.stat().st_size if path.is_file() else msg("not written yet")
    yield "backups", msg("Backups"), len(paths_of(path))
    standing = session.state.standing
    yield "revision", msg("Last revision"), standing.number
    if standing.head:
        yield "head", msg("Head of the chain"), Ref(standing.head)
    if standing.side:
        yield "copy", msg("This copy"), copy_named(standing.side, standing.block)
    if standing.taken:
        yield "taken", msg("Last files merged"), Many(tuple(_taken(session)), stacked=True)
    yield "timezone", msg("Time zone"), session.timezone
    terminal = session.out.terminal
    yield "bidi", msg("Arabic on this terminal"), emission_and_why(terminal.mode, terminal.why, terminal.evidence)


def _taken(session: Session) -> Iterator[Message]:
    """Tell of each other copy when its last file was taken in, and what it cannot know since."""
    revisions = list(session.store.revisions())
    graph = graph_of(revisions)
    acts = {each.hash for each in revisions if len(each.parents) == 1}
    for last in session.state.standing.taken.values():
        yield last_taken(last["side"], last["at"], len(acts - ancestors(graph, last["head"])))


def _faults(store: Store, edits: Edits) -> Iterator[Note]:
    edited = _edited(store, edits)
    if edited:
        yield Note(edited, Health.AMBER)
    if edits.standing:
        for each in edits.standing:
            yield Note(said_otherwise(each.place, each.said, each.told), Health.RED)
        fix = Ref("tracker check --fix")
        text = msg("What the file says about itself was changed by hand. To correct it: {command}", command=fix)
        yield Note(text, Health.AMBER)
    if edits.broken is not None:
        fault, command = broken_chain(edits.broken), Ref("tracker backup list")
        text = msg("{fault} Only you can judge that; earlier versions: {command}", fault=fault, command=command)
        yield Note(text, Health.RED)
    file = store.engine.path
    if risk := risky_place(file):
        text = msg("The file is on a shared or synchronized drive ({kind}), where no file is safe.", kind=Ref(risk))
        yield Note(text, Health.AMBER)
    if file.is_file() and file.stat().st_size > LARGE:
        yield Note(msg("The file has grown beyond 10 MB; commands will become slower."), Health.AMBER)


def _odd_rights(session: Session) -> Iterator[Note]:
    """Tell of rights on the server that are not as they were set up."""
    if not session.address:
        return
    from tracker.cli.commands.sharing import server_of  # noqa: PLC0415 - only for a tracker on a server
    from tracker.store.postgres.privileges import odd_rights  # noqa: PLC0415 - as above

    if odd := odd_rights(server_of(session)):
        text = msg("The rights in the database are not as they were set up: {places}.", places=refs(odd))
        yield Note(text, Health.RED)


def _edited(store: Store, edits: Edits) -> Message | None:
    """Say what happened to the file past the program, and what to do about it."""
    fix = Ref("tracker check --fix")
    match store.engine.edited, bool(edits.changes):
        case True, True:
            return msg("The file was changed by hand. To record the changes as a revision: {command}", command=fix)
        case False, True:
            return msg(
                "The records differ from the last state in the history. To record the difference as a revision: "
                "{command}",
                command=fix,
            )
        case True, False if edits.vouched is None:
            return msg("The file was changed by hand. To seal it again as it is: {command}", command=fix)
        case True, False if edits.harmless:
            return msg(
                "The file was written by another program, and its content is the same. To seal it again: {command}",
                command=fix,
            )
    return None
