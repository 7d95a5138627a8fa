"""The thresholds in force, which every report prints (rule 4.8)."""

from datetime import date

from tracker.message import Message, msg
from tracker.model.records.thresholds import Thresholds
from tracker.reports import nouns
from tracker.reports.report import Day, Percent


def thresholds_in_force(limits: Thresholds, day: date) -> Message:
    """The thresholds, as reports print them."""
    return msg(
        "Thresholds on {day}: behind by more than {amber} points amber, by more than {red} red; overdue "
        "by more than {overdue} red; not updated for more than {stale} amber, for more than {very_stale} "
        "red.",
        day=Day(day),
        amber=-limits.amber_variance_points,
        red=-limits.red_variance_points,
        overdue=nouns.days_oblique(limits.red_overdue_days),
        stale=nouns.days_oblique(limits.stale_days),
        very_stale=nouns.days_oblique(limits.very_stale_days),
    )


def thresholds_of_the_whole(limits: Thresholds) -> Message:
    """The thresholds that colour initiative, aspect of meetings and indicators, where a report shows these."""
    return msg(
        "Red: red steps above {share} of the weight, or a meeting series overdue by more than {series}; "
        "indicators: green from {green}, amber from {amber}.",
        share=limits.red_weight_told,
        series=nouns.days_oblique(limits.series_red_days),
        green=Percent(limits.indicator_green_percent),
        amber=Percent(limits.indicator_amber_percent),
    )
