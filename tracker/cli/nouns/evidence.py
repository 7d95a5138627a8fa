"""Evidence: its reference, title, date and kind. It is attached, detached and verified by commands of their own."""

from tracker.cli import fields, texts
from tracker.cli.input.references import address_of
from tracker.cli.noun import Noun
from tracker.cli.session import Session
from tracker.message import mark
from tracker.model.changes import evidence as evidence_changes
from tracker.model.changes.evidence import EvidenceChange as Change
from tracker.model.records.evidence import Confidentiality, Evidence, EvidenceKind


def _address(session: Session, typed: str, called: str, _: bool) -> str | None:
    return address_of(session, typed, called)


KIND = mark("Kind of evidence.")
URL = fields.Traits(metavar=mark("ADDRESS"), clear=True)
NOUN = Noun(
    name="evidence",
    record=Evidence,
    letter="E",
    change=Change,
    update=evidence_changes.update,
    arguments=(fields.argument("supports", mark("CODE")), fields.argument("reference", mark("REF"))),
    fields=(
        fields.reference(
            Change.reference, "reference", mark("Reference number; changing it makes the evidence unverified again.")
        ),
        fields.word(Change.kind, EvidenceKind, "kind", KIND, metavar=mark("KIND")),
        fields.day(Change.date, "date", mark("The date on the document."), clear=True),
        fields.field(Change.url, "url", mark("Address where it can be read."), _address, URL),
        fields.word(
            Change.confidentiality, Confidentiality, "confidentiality", mark("Readers who may know that it exists.")
        ),
        *texts.optional_text(
            (Change.title_ar, Change.title_tr, Change.title_en), "title", mark("Title."), meanings=texts.TITLE
        ),
    ),
    questions=("title_ar", "date", "kind", "confidentiality"),
    columns="reference title* kind date url confidentiality supports verified_by verified_on",
    new_rows="attach",
)
