"""Roles: functions in the register of offices, which are added by naming them."""

from tracker.cli import texts
from tracker.cli.noun import Noun
from tracker.model.changes import parties
from tracker.model.changes.parties import RoleChange as Change
from tracker.model.records.parties import Role

NOUN = Noun(
    name="role",
    record=Role,
    letter="",
    change=Change,
    update=parties.update_role,
    fields=texts.localized((Change.name_ar, Change.name_tr, Change.name_en), "name", texts.NAME),
    questions=("name_ar", "name_tr", "name_en"),
    columns="name*",
)
