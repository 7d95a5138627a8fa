"""attach, detach and verify."""

from typing import Annotated, Any

import typer

from tracker import errors
from tracker.cli.input import languages, values
from tracker.cli.input.choices import word_option
from tracker.cli.input.references import papers_of
from tracker.cli.options import Code, Force, IfRev, Note, Reason
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark
from tracker.model.changes import evidence
from tracker.model.records.evidence import Confidentiality, Evidence, EvidenceKind
from tracker.model.records.office import parse_office
from tracker.model.tracker import Tracker

REFERENCES = mark("REF…")


def attach(
    ctx: typer.Context,
    code: Code,
    references: Annotated[list[str], typer.Argument(metavar=REFERENCES)],
    kind: Annotated[
        EvidenceKind | None,
        word_option(EvidenceKind, "--kind", mark("Kind of evidence."), mark("KIND"), EvidenceKind.OTHER),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar=mark("TEXT"), help=mark("Title."))] = None,
    date: Annotated[str | None, typer.Option(metavar=mark("DATE"), help=mark("The date on the document."))] = None,
    confidentiality: Annotated[
        Confidentiality | None,
        word_option(
            Confidentiality,
            "--confidentiality",
            mark("Readers who may know that it exists."),
            default=Confidentiality.INTERNAL,
        ),
    ] = None,
    note: Note = None,
    reason: Reason = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Attach evidence to a record."""
    session: Session = ctx.obj
    values.required_reason(force, reason, code)
    with values.given_as("title"):
        named = values.text(session, title, "--title", force=force)
    details: dict[str, Any] = {
        "kind": kind,
        "title": languages.in_its_language(session, named, "--title"),
        "date": values.day(session, date, "--date"),
        "confidentiality": confidentiality,
    }
    wanted = [replace(paper, **details) for paper in papers_of(session, references, REFERENCES)]
    with values.given_as("code"):
        _, record = session.tracker.find(code)
    today = session.today
    note, reason = values.note_and_reason(session, note, reason, force=force)
    act = session.act("attach", note or reason, values.expected(if_rev, record.id), about=(record.id,))
    session.change(act, lambda tracker: evidence.attach_all(tracker, record.id, wanted, today))


def detach(
    ctx: typer.Context,
    code: Code,
    references: Annotated[list[str], typer.Argument(metavar=REFERENCES)],
    reason: Reason = None,
    note: Note = None,
    force: Force = False,
    if_rev: IfRev = None,
) -> None:
    """Detach evidence from one of the records it supports."""
    session: Session = ctx.obj
    note, reason = values.note_and_reason(session, note, reason, force=force)
    _, record = session.tracker.find(code)
    if not reason:
        raise errors.NeedsReason(record.id, "detached")
    wanted = [paper.reference for paper in papers_of(session, references, REFERENCES)]
    today = session.today

    def detached(tracker: Tracker) -> Tracker:
        for reference in wanted:
            tracker = evidence.detach(tracker, record.id, reference, today)
        return tracker

    act = session.act("detach", note or reason, values.expected(if_rev, record.id), about=(record.id,))
    session.change(act, detached)


def verify(
    ctx: typer.Context,
    codes: Annotated[list[str], typer.Argument(metavar=mark("EVIDENCE…"))],
    note: Note = None,
    if_rev: IfRev = None,
) -> None:
    """Verify evidence as another office."""
    session: Session = ctx.obj
    if not session.office:
        raise errors.NeedsOffice
    office, today = parse_office(session.office), session.today
    found = [session.tracker.get(Evidence, code).id for code in codes]

    def verified(tracker: Tracker) -> Tracker:
        for code in found:
            tracker = evidence.verify(tracker, code, office, today)
        return tracker

    act = session.act(
        "verify", values.text(session, note, "--note"), values.expected(if_rev, *found), about=tuple(found)
    )
    session.change(act, verified)
