"""Colours, symbols and signs of the terminal view. A colour never stands alone: a symbol and a word go with it."""

from tracker.model.health import Health
from tracker.model.status import Status

TITLE = "bold"
HEADER = "bold"
FAINT = "dim"
LABEL = "dim"
CODE = "bold cyan"

HEALTH_STYLE = {
    Health.GREEN: "green",
    Health.AMBER: "yellow",
    Health.RED: "bold red",
    Health.GREY: "dim",
}
# Shapes differ, so that nothing is lost without colours.
HEALTH_SYMBOL = {Health.GREEN: "●", Health.AMBER: "▲", Health.RED: "■", Health.GREY: "○"}

STATUS_STYLE = {
    Status.NOT_STARTED: "dim",
    Status.IN_PROGRESS: "",
    Status.BLOCKED: "bold red",
    Status.SUSPENDED: "yellow",
    Status.COMPLETED: "green",
    Status.CANCELLED: "dim strike",
}

BAR_EVIDENCED, BAR_DECLARED, BAR_REST = "█", "▒", "░"
BAR_WIDTH = 10
EVIDENCED_STYLE, DECLARED_STYLE, REST_STYLE = "green", "yellow", "dim"

RULE = "─"
STRONG_RULE = "━"
GAP = "  "
