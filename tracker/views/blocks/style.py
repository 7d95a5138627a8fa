"""Colours, symbols and signs of what people are shown. A colour never stands alone: a symbol and a word go with it."""

from tracker.model.records.status import Status
from tracker.model.state.health import Health
from tracker.text.line import Piece

TITLE = "bold"
HEADER = "bold"
FAINT = "dim"
LABEL = "dim"
CODE = "bold"

# Colours of the 256 that read well on white and on black; terminals with fewer get the nearest.
GREEN, AMBER, RED, BLUE = "color(28)", "color(130)", "color(160)", "color(32)"

# Not turned round: what a letter has below its cell would be white on the white of the next line.
BANNER = f"bold {RED}"

HEALTH_STYLE = {Health.GREEN: GREEN, Health.AMBER: AMBER, Health.RED: RED, Health.GREY: "dim"}

STATUS_STYLE = {
    Status.NOT_STARTED: "dim",
    Status.IN_PROGRESS: "",
    Status.BLOCKED: f"bold {RED}",
    Status.SUSPENDED: AMBER,
    Status.COMPLETED: GREEN,
    Status.CANCELLED: "dim strike",
}

# Progress has one hue, as on paper: green and amber are of health alone.
EVIDENCED, DECLARED, REST = Piece("█", BLUE), Piece("▒", BLUE), Piece("░", FAINT)

STRONG_RULE = "━"
GAP = "  "
BETWEEN = Piece(" · ", FAINT)
