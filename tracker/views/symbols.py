"""The signs that stand beside a colour, so that nothing is lost without colours: their shapes differ."""

from tracker.model.state.health import Health

HEALTH_SYMBOL = {Health.GREEN: "●", Health.AMBER: "▲", Health.RED: "■", Health.GREY: "○"}

COLOURS = {Health.GREEN: "#1b6e43", Health.AMBER: "#8f5300", Health.RED: "#b3261e", Health.GREY: "#5c5c5c"}
"""The colours of health on paper and pages, and of nothing else: each is read on white and on tinted rows at 4.5 to 1
at least (WCAG 2.2, 1.4.3)."""

SURE, CLAIMED, EDGE, PLANNED = "#17406d", "#7690b4", "#767676", "#b9c6da"
"""Progress, in one hue: supported by evidence, declared beyond that, the edge of what remains, and planned time. Those
that follow each other, and white, are told apart at 3 to 1 at least (1.4.11), planned time by its edge."""
