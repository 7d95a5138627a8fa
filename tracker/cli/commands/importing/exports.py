"""An export taken in by `import`: joined with the tracker that is there, or adopted with its history."""

from contextlib import suppress

from tracker import errors
from tracker.cli.commands.incoming import check_unchanged, fit_to_keep, told_faults
from tracker.cli.commands.init import say_created
from tracker.cli.commands.merging import Taking, join_copy
from tracker.cli.commands.taken_file import TAKING_IN
from tracker.cli.session import Session
from tracker.message import msg
from tracker.model.history.documents import Document
from tracker.store.accepted import faults
from tracker.store.exchange.export import read_export
from tracker.store.exchange.pair import Incoming
from tracker.store.revisions import to_revision
from tracker.store.state import State
from tracker.text.sheets.encodings import decoded


def take_export(session: Session, raw: bytes, file: str, note: str | None, *, begun_apart: bool, force: bool) -> None:
    """Join an exported tracker with the one that is there, or adopt it where there is none."""
    with session.working(msg("Reading {file} …", file=file)):
        # Shells of Windows turn an export into another encoding on its way to a file.
        text, _ = decoded(raw, session.words.lang)
        read, revisions = read_export(text.encode("utf-8", "replace"), file)
    if session.is_taken:
        copy = Incoming(read, tuple(to_revision(line, file) for line in revisions), file)
        join_copy(Taking(session, copy, note, begun_apart=begun_apart, force=force), {}, "")
        return
    incoming = fit_to_keep(session, read, file, {}, force=force)
    check_unchanged(read, incoming, revisions, file)
    told_faults(session, faults(incoming, [to_revision(line, file) for line in revisions]), force=force)
    _adopt(session, note, incoming, revisions)


def _adopt(session: Session, note: str | None, incoming: State, revisions: list[Document]) -> None:
    """Adopt an export with its history, into a place that holds nothing."""
    store = session.store_to_make(lambda: incoming)
    if session.flag("dry_run"):
        session.say(msg("Nothing was changed."))
        return
    with session.working(TAKING_IN):
        created = store.create(session.act("import", note), incoming, revisions)
        with suppress(errors.StoreError):  # the import itself is on the disk
            store.engine.back_up("adopted")
    say_created(session, created)
