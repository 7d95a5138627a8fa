"""The topic `statuses`: of work and of other records, with progress and health, which follow from them."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph, termed, typed
from tracker.message import msg
from tracker.reports.report import Many, Ref
from tracker.views.words import Words

WORK = msg("Steps, activities and commitments have one of these statuses:")
STATUSES = (
    ("not-started", msg("The first status of all work.")),
    ("in-progress", msg("Begun. A percentage, a gate or an actual start sets it too.")),
    ("blocked", msg("Held up by an obstacle; the reason given becomes one where there is none.")),
    ("suspended", msg("Needs a reason, for a step also the decision.")),
    ("completed", msg("Needs evidence. It can be reopened with a reason and a lower percentage or gate.")),
    ("cancelled", msg("Needs a reason, for a step also the decision. It can be taken up again with a reason.")),
)
OTHERS = msg(
    "Statuses of other kinds are in their help: {commands}.",
    commands=Many((Ref("tracker update-meeting --help"), Ref("tracker update-obstacle --help"))),
)
PROGRESS = msg(
    "Declared progress is what the owner states; evidenced progress is the part that evidence supports; expected"
    " progress follows the planned dates. An activity has the percentage of the last gate it has passed: approved 20%,"
    " prepared 40%, delivered 80%, documented 100%. A step with activities has the weighted mean of theirs."
)
HEALTH = msg(
    "Health is computed: green, amber, red, or grey where nothing can be said. It is always shown with its reasons."
    " An office can only make it worse, with a reason: {health}. Late and stale are computed as well. The thresholds:"
    " {config}",
    health=Ref("--health red"),
    config=Ref("tracker config"),
)


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield (*paragraph(words, WORK), termed(words, STATUSES))
    yield from (paragraph(words, each) for each in (OTHERS, PROGRESS, HEALTH))
    yield typed(
        "tracker update-step 2 --status in-progress --progress 40 --evidence 118/2026",
        "tracker update-activity S2.1 --gate delivered --on 2026-03-25",
        "tracker show S2 --explain",
    )
