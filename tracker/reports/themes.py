"""The themes of steps and activities that the source names, in words."""

from collections.abc import Iterable

from tracker.message import Message, msg
from tracker.reports.report import Many, Ref, Value

THEMES: dict[str, Message] = {
    "coordination": msg("coordination between the sides"),
    "criminal_networks": msg("criminal networks"),
    "data_protection": msg("data protection"),
    "evaluation": msg("evaluation of results"),
    "land": msg("land"),
    "land_routes": msg("land routes"),
    "learning": msg("lessons and learning"),
    "maritime_rescue": msg("maritime rescue"),
    "monitoring": msg("monitoring"),
    "practical_skills": msg("practical skills"),
    "rapid_response": msg("rapid response"),
    "safety_equipment": msg("safety equipment"),
    "sea": msg("sea"),
    "sea_routes": msg("sea routes"),
}


def theme_names(themes: Iterable[str]) -> Many:
    """The themes in words; one that is not known stays as it is stored."""
    names: tuple[Value, ...] = tuple(THEMES.get(theme, Ref(theme)) for theme in themes)
    return Many(names)
