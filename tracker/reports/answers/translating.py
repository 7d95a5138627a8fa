"""The texts that are not in all languages, as `check` tells of them for each kind of records, and the command."""

from tracker.message import Message, msg
from tracker.model.checks.finding import Finding
from tracker.model.records.tables import KINDS
from tracker.reports.labels import FIELDS
from tracker.reports.report import Ref


def to_translate(finding: Finding) -> Message:
    """The number of texts of a kind that are not in all languages, and the first of them."""
    _, name, *_, lang = finding.detail.split("/")
    return msg(
        "Texts of this kind that are not in all three languages: {n}. The first: {field} ({lang}).",
        n=finding.number,
        field=FIELDS[name],
        lang=Ref(lang),
    )


def translating(finding: Finding) -> str:
    """The command that gives the first of them in the language that lacks."""
    table, name, *place, lang = finding.detail.split("/")
    record = [] if finding.record == table else [finding.record or ""]
    option = _OPTIONS.get(name, name.replace("_", "-"))
    words = "".join(f'"{number}=…"' for number in place) or "…"
    return " ".join(("tracker", f"update-{KINDS[table].name.lower()}", *record, f"--{option}-{lang}", words))


_OPTIONS = {"means_of_verification": "means", "findings": "finding"}
"""The options that are not called like the field that they give."""
