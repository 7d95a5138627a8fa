"""The sentence for each finding of `check`, and the command that mends it."""

from collections.abc import Callable, Mapping

from tracker import errors
from tracker.message import Message, count, msg, msg_in
from tracker.model.checks.finding import Finding
from tracker.reports import nouns


def sentence(finding: Finding, said: Callable[[errors.RuleBroken], Message]) -> Message:
    """The finding in words; a broken rule as it is `said` where a command breaks it."""
    if finding.rule is not None:
        return msg("A rule is broken: {rule}", rule=said(finding.rule))
    return _SENTENCES[finding.code](finding)


def command(finding: Finding) -> str:
    """The command that mends it; command names are the same in every language."""
    return _COMMANDS[finding.code].format(record=finding.record or "", paper=finding.detail or "…")


def _days(finding: Finding) -> Message:
    return nouns.days_oblique(finding.number)


_SENTENCES: Mapping[str, Callable[[Finding], Message]] = {
    "weights": lambda f: msg("Weights sum to {sum}; 100 is expected.", sum=f.number),
    "no_dates": lambda _: msg("It has no planned start and end, so nothing can be expected of it."),
    "no_owner": lambda _: msg("No office answers for it."),
    "stale": lambda f: msg("It has not been updated for {days}.", days=_days(f)),
    "unevidenced": lambda _: msg("More is declared than papers show."),
    "unverified": lambda _: msg("Nobody of another office has verified its evidence."),
    "unblocked": lambda _: msg("It is blocked, but no obstacle is open any more."),
    "activity_overdue": lambda f: msg("It is {days} overdue.", days=_days(f)),
    "activity_unassessed": lambda _: msg("No risk assessment is among its papers."),
    "activity_undocumented": lambda _: msg("It was delivered, but its last papers are not filed."),
    "activity_no_dates": lambda _: msg_in(
        "masculine", "It has no planned start and end, so nothing can be expected of it."
    ),
    "activity_no_owner": lambda _: msg_in("masculine", "No office answers for it."),
    "activity_outside": lambda _: msg("Its planned dates lie outside those of its step."),
    "activity_unevidenced": lambda _: msg("More is declared than papers show."),
    "activity_unverified": lambda _: msg_in("masculine", "Nobody of another office has verified its evidence."),
    "activity_unblocked": lambda _: msg_in("masculine", "It is blocked, but no obstacle is open any more."),
    "meeting_passed": lambda f: msg(
        "Its day passed {days} ago, and it is not said whether it was held.", days=_days(f)
    ),
    "meeting_outside": lambda _: msg("It falls on a day on which one of the sides rests."),
    "series_overdue": lambda f: msg("The series has been due for {days}, and no meeting is scheduled.", days=_days(f)),
    "decision_without_commitment": lambda _: msg("A decision without a commitment: nobody is to carry it out."),
    "commitment_overdue": lambda f: msg("It is {days} overdue.", days=_days(f)),
    "commitment_no_owner": lambda _: msg_in("masculine", "No office answers for it."),
    "commitment_no_due": lambda _: msg("It has no due date."),
    "commitment_unverified": lambda _: msg_in("masculine", "Nobody of another office has verified its evidence."),
    "obstacle_overdue": lambda f: msg("It should have been resolved {days} ago.", days=_days(f)),
    "obstacle_no_owner": lambda _: msg("No office treats this obstacle."),
    "lesson_remark": lambda _: msg("Without a recommendation it is but a remark."),
    "lesson_not_applied": lambda _: msg("The lesson was accepted, but nothing was changed by it yet."),
    "minutes_missing": lambda _: msg("The meeting was held, but no minutes are recorded."),
    "indicator_no_baseline": lambda _: msg("Without a baseline nobody can say how far it has come."),
    "indicator_no_target": lambda _: msg("It has no target."),
    "indicator_no_source": lambda _: msg("It is not said where its values come from."),
    "indicator_no_owner": lambda _: msg_in("masculine", "No office answers for it."),
    "indicator_unmeasured": lambda f: msg(
        "It was never measured; the first value has been due for {days}.", days=_days(f)
    ),
    "indicator_stale": lambda f: msg("Its next measurement has been due for {days}.", days=_days(f)),
    "outputs_only": lambda _: msg("Its outputs are counted, but no outcome is measured."),
    "review_draft": lambda f: msg("Its period ended {days} ago, and it is not approved yet.", days=_days(f)),
    "review_unrated": lambda f: count("{n} rating is missing.", "{n} ratings are missing.", f.number),
    "recommendation_unanswered": lambda _: msg("The management has not answered it."),
    "recommendation_without_commitment": lambda _: msg("It was accepted, and nobody is to carry it out."),
    "supports_nothing": lambda _: msg("The paper supports no record."),
    "mou_unknown": lambda _: msg("Number and date of the memorandum are unknown."),
}

_COMMANDS: Mapping[str, str] = {
    "broken_rule": "tracker show {record}",
    "weights": "tracker update-step S1 --weight N",
    "no_dates": "tracker update-step {record} --start … --due …",
    "no_owner": "tracker update-step {record} --owner …",
    "stale": "tracker update-step {record} --confirm",
    "unevidenced": "tracker attach {record} …",
    "unverified": "tracker show {record}",
    "unblocked": "tracker update-step {record} --status in-progress",
    "activity_overdue": "tracker update-activity {record} --gate …",
    "activity_unassessed": "tracker attach {record} … --kind risk-assessment",
    "activity_undocumented": "tracker update-activity {record} --gate documented --evidence …",
    "activity_no_dates": "tracker update-activity {record} --start … --due …",
    "activity_no_owner": "tracker update-activity {record} --owner …",
    "activity_outside": "tracker update-activity {record} --start … --due … --reason …",
    "activity_unevidenced": "tracker attach {record} …",
    "activity_unverified": "tracker verify {paper} --by …",
    "activity_unblocked": "tracker update-activity {record} --status in-progress",
    "meeting_passed": "tracker update-meeting {record} --held",
    "minutes_missing": "tracker update-meeting {record} --minutes …",
    "meeting_outside": "tracker update-meeting {record} --on …",
    "series_overdue": "tracker add-meeting --series {record} --on …",
    "decision_without_commitment": "tracker add-commitment {record} … --owner … --due …",
    "commitment_overdue": "tracker update-commitment {record} --status …",
    "commitment_no_owner": "tracker update-commitment {record} --owner …",
    "commitment_no_due": "tracker update-commitment {record} --due …",
    "commitment_unverified": "tracker verify {paper} --by …",
    "obstacle_overdue": "tracker update-obstacle {record} --resolve --evidence …",
    "obstacle_no_owner": "tracker update-obstacle {record} --owner …",
    "lesson_remark": "tracker update-lesson {record} --recommendation …",
    "lesson_not_applied": "tracker update-lesson {record} --applied-in …",
    "indicator_no_baseline": "tracker update-indicator {record} --baseline … --baseline-date …",
    "indicator_no_target": "tracker update-indicator {record} --target …",
    "indicator_no_source": "tracker update-indicator {record} --means …",
    "indicator_no_owner": "tracker update-indicator {record} --owner …",
    "indicator_unmeasured": "tracker add-measurement {record} … …",
    "indicator_stale": "tracker add-measurement {record} … …",
    "outputs_only": "tracker add-indicator … --step {record} --level outcome",
    "review_draft": "tracker update-review {record} --approve",
    "review_unrated": "tracker update-review {record} --rate … --evidence …",
    "recommendation_unanswered": "tracker update-recommendation {record} --response …",
    "recommendation_without_commitment": "tracker add-commitment {record} … --owner … --due …",
    "supports_nothing": "tracker attach S1 {record}",
    "mou_unknown": "tracker update-initiative --mou-number … --mou-date …",
}
