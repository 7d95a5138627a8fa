"""Parties: the bodies to which offices belong."""

import re
from datetime import date

from tracker import errors
from tracker.cli import fields, texts
from tracker.cli.noun import Given, Noun
from tracker.cli.parameters import plain
from tracker.message import mark
from tracker.model.changes import parties
from tracker.model.changes.parties import PartyChange as Change
from tracker.model.records.parties import PARTY_CODE, Party, PartyKind, Side
from tracker.model.tracker import Tracker


def _code(typed: str) -> str:
    """The code in capitals; raises `BadPartyCode`."""
    code = typed.strip().upper()
    if not re.fullmatch(PARTY_CODE, code):
        raise errors.BadPartyCode(typed)
    return code


def _add(tracker: Tracker, given: Given, change: Change, on: date) -> Tracker:
    kind, side = change.kind or PartyKind.OTHER, change.side or Side.OTHER
    return parties.add_party(tracker, given["code"], change.text("name"), kind, side, on)


NOUN = Noun(
    name="party",
    record=Party,
    letter="",
    change=Change,
    add=_add,
    update=parties.update_party,
    arguments=(
        fields.argument("code", mark("CODE"), read=plain(_code), column="id"),
        texts.heading(Change.name_ar, "name", mark("NAME")),
    ),
    fields=(
        fields.word(Change.kind, PartyKind, "kind", mark("Kind of body."), metavar=mark("KIND")),
        fields.word(Change.side, Side, "side", mark("The side it belongs to.")),
        *texts.localized((Change.name_ar, Change.name_tr, Change.name_en), "name", texts.NAME),
    ),
    questions=("name_ar", "name_tr", "name_en"),
    columns="name* kind side",
)
