"""The use of each kind of document, in a sentence: what a set says beside the names of its files."""

from collections.abc import Mapping

from tracker.message import Message, msg

PURPOSES: Mapping[str, Message] = {
    "brief": msg("One page for the minister: the position, the decisions that are asked for, and room to decide."),
    "matrix": msg("All steps and activities with their dates, offices, progress and evidence, and a timeline."),
    "followup": msg("The decisions and commitments of the meetings, and what is still open."),
    "evaluation": msg("The evaluation of a period against its plan."),
    "indicators": msg("The indicators against their targets, and a picture of each."),
    "owed": msg("The open matters of each office, with their due dates."),
    "full": msg("Everything that is on record."),
}
