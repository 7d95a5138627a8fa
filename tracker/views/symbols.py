"""The signs that stand beside a colour, so that nothing is lost without colours: their shapes differ."""

from tracker.model.state.health import Health

HEALTH_SYMBOL = {Health.GREEN: "●", Health.AMBER: "▲", Health.RED: "■", Health.GREY: "○"}

COLOURS = {Health.GREEN: "#1b7f4d", Health.AMBER: "#b8720a", Health.RED: "#c2302b", Health.GREY: "#767676"}
"""The colours on paper and pages: each is told from white at 3 to 1 at least (WCAG 2.2, 1.4.11)."""
