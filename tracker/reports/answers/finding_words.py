"""The sentence for each finding of `check`, and the command that mends it."""

from collections.abc import Callable, Mapping

from tracker import errors
from tracker.frozen import replace
from tracker.message import Message, count, mark, msg, msg_in
from tracker.model.checks.finding import Finding
from tracker.reports import nouns
from tracker.reports.answers.translating import to_translate, translating


def sentence(finding: Finding, said: Callable[["errors.RuleBroken"], Message]) -> Message:
    """The finding in words; a broken rule as it is `said` where a command breaks it."""
    if finding.rule is not None:
        return msg("A rule is broken: {rule}", rule=said(finding.rule))
    if finding.code == "untranslated":
        return to_translate(finding)
    words, _ = _FINDINGS[finding.code]
    number = finding.number
    if isinstance(words, str):
        return Message(words, {"sum": number, "days": nouns.days_oblique(number)})
    return replace(words, n=number, values={"n": number})


def command(finding: Finding) -> str:
    """The command that mends it; command names are the same in every language."""
    if finding.code == "untranslated":
        return translating(finding)
    typed = "show {record}" if finding.rule is not None else _FINDINGS[finding.code][1]
    return "tracker " + typed.format(record=finding.record or "", paper=finding.detail or "…")


# Places of the sentences: {days} and {sum} are the number of the finding.
_FINDINGS: Mapping[str, tuple[Message | str, str]] = {
    "weights": (mark("Weights sum to {sum}; 100 is expected."), "update-step S1 --weight N"),
    "no_dates": (
        msg("It has no planned start or no planned end, so its expected progress cannot be computed."),
        "update-step {record} --start … --due …",
    ),
    "no_owner": (msg("No office is responsible for it."), "update-step {record} --owner …"),
    "no_aspect": (msg("It serves no aspect of the memorandum yet."), "link {record} {paper} --primary"),
    "stale": (mark("It has not been updated for {days}."), "update-step {record} --confirm"),
    "unevidenced": (msg("More is declared than the evidence supports."), "attach {record} …"),
    "unverified": (msg("No other office has verified its evidence."), "show {record}"),
    "self_verified": (
        msg("The office that verified it is now the owner of what it supports."),
        "verify {record} --by …",
    ),
    "unblocked": (msg("It is blocked, but no obstacle is open any more."), "update-step {record} --status in-progress"),
    "activity_overdue": (mark("It is {days} overdue."), "update-activity {record} --gate …"),
    "activity_stopped": (
        msg("Its step is cancelled, and it is still to be done."),
        "update-activity {record} --status cancelled --reason …",
    ),
    "activity_unassessed": (
        msg("None of its documents is a risk assessment."),
        "attach {record} … --kind risk-assessment",
    ),
    "activity_undocumented": (
        msg("It was delivered, but its closing documents are not filed."),
        "update-activity {record} --gate documented --evidence …",
    ),
    "activity_no_dates": (
        msg_in("masculine", "It has no planned start or no planned end, so its expected progress cannot be computed."),
        "update-activity {record} --start … --due …",
    ),
    "activity_no_owner": (
        msg_in("masculine", "No office is responsible for it."),
        "update-activity {record} --owner …",
    ),
    "activity_outside": (
        msg("Its planned dates lie outside those of its step."),
        "update-activity {record} --start … --due … --reason …",
    ),
    "activity_too_early": (
        msg("Its planned start is before the planned end of the activity it follows."),
        "update-activity {record} --start … --due … --reason …",
    ),
    "activity_unevidenced": (msg("More is declared than the evidence supports."), "attach {record} …"),
    "activity_unverified": (
        msg_in("masculine", "No other office has verified its evidence."),
        "verify {paper} --by …",
    ),
    "activity_unblocked": (
        msg_in("masculine", "It is blocked, but no obstacle is open any more."),
        "update-activity {record} --status in-progress",
    ),
    "meeting_passed": (
        mark("Its date passed {days} ago, and it is not recorded whether it was held."),
        "update-meeting {record} --held",
    ),
    "meeting_outside": (msg("It falls on a day on which one of the sides rests."), "update-meeting {record} --on …"),
    "series_overdue": (
        mark("The series has been due for {days}, and no meeting is scheduled."),
        "add-meeting --series {record} --on …",
    ),
    "decision_without_commitment": (
        msg("A decision without a commitment: nobody has been assigned to carry it out."),
        "add-commitment {record} … --owner … --due …",
    ),
    "commitment_overdue": (mark("It is {days} overdue."), "update-commitment {record} --status …"),
    "commitment_no_owner": (
        msg_in("masculine", "No office is responsible for it."),
        "update-commitment {record} --owner …",
    ),
    "commitment_no_due": (msg("It has no due date."), "update-commitment {record} --due …"),
    "commitment_unverified": (
        msg_in("masculine", "No other office has verified its evidence."),
        "verify {paper} --by …",
    ),
    "obstacle_overdue": (
        mark("It should have been resolved {days} ago."),
        "update-obstacle {record} --resolve --evidence …",
    ),
    "obstacle_no_owner": (msg("No office is responsible for this obstacle."), "update-obstacle {record} --owner …"),
    "lesson_remark": (
        msg("Without a recommendation it is only a remark."),
        "update-lesson {record} --recommendation …",
    ),
    "lesson_not_applied": (
        msg("The lesson was accepted but has not been applied yet."),
        "update-lesson {record} --applied-in …",
    ),
    "minutes_missing": (
        msg("The meeting was held, but no minutes are recorded."),
        "update-meeting {record} --minutes …",
    ),
    "indicator_no_baseline": (
        msg("Without a baseline its progress cannot be measured."),
        "update-indicator {record} --baseline … --baseline-date …",
    ),
    "indicator_no_target": (msg("It has no target."), "update-indicator {record} --target …"),
    "indicator_no_source": (msg("The source of its values is not stated."), "update-indicator {record} --means …"),
    "indicator_no_owner": (
        msg_in("masculine", "No office is responsible for it."),
        "update-indicator {record} --owner …",
    ),
    "indicator_unmeasured": (
        mark("It was never measured; the first value has been due for {days}."),
        "add-measurement {record} … …",
    ),
    "indicator_stale": (mark("Its next measurement has been due for {days}."), "add-measurement {record} … …"),
    "outputs_only": (
        msg("Its outputs are counted, but no outcome is measured."),
        "add-indicator … --step {record} --level outcome",
    ),
    "review_draft": (
        mark("Its period ended {days} ago, and it is not approved yet."),
        "update-review {record} --approve",
    ),
    "review_unrated": (
        count("{n} rating is missing.", "{n} ratings are missing.", 0),
        "update-review {record} --rate … --evidence …",
    ),
    "recommendation_unanswered": (
        msg("The management has not answered it."),
        "update-recommendation {record} --response …",
    ),
    "recommendation_without_commitment": (
        msg("It was accepted, and nobody has been assigned to carry it out."),
        "add-commitment {record} … --owner … --due …",
    ),
    "supports_nothing": (msg("The evidence supports no record."), "attach S1 {record}"),
    "mou_unknown": (
        msg("The number and date of the memorandum are unknown."),
        "update-initiative --mou-number … --mou-date …",
    ),
}
