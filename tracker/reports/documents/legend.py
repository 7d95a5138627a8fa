"""The legend of the execution matrix: what colours, percentages, weights and gates mean."""

from collections.abc import Iterator

from tracker.message import Message, msg
from tracker.model.records.activities import PERCENT, Gate
from tracker.model.state.health import Health
from tracker.reports.report import Many, Note, Notes, Percent, Word


def legend() -> Notes:
    """A sentence for each; the thresholds stand in the small print."""
    return Notes("legend", msg("Legend"), tuple(_notes()))


def _notes() -> Iterator[Note]:
    colours = (Health.GREEN, Health.AMBER, Health.RED, Health.GREY)
    yield Note(Message("{colours}", {"colours": Many(tuple(Word(health) for health in colours))}))
    yield Note(msg("Declared is what the owner reports; evidenced is the part of it that evidence supports."))
    yield Note(msg("The weight of a step is its share of the whole, that of an activity its share of the step."))
    gates = {gate.value: Word(gate) for gate in Gate if gate is not Gate.NONE}
    percents = {f"{gate}_percent": Percent(PERCENT[Gate(gate)]) for gate in gates}
    yield Note(
        msg(
            "Progress gates: {approved} {approved_percent}, {prepared} {prepared_percent}, "
            "{delivered} {delivered_percent}, {documented} {documented_percent}.",
            **gates,
            **percents,
        )
    )
