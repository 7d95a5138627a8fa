"""The topic `dates`: how they are typed and shown."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph, termed, typed
from tracker.message import msg
from tracker.reports.report import Ref
from tracker.views.words import Words

FORMS = (
    ("2026-12-03, 3/12/2026, 3.12.2026", msg("A day. The day stands before the month.")),
    ("3 December 2026, 3 Aralık 2026", msg("A day with its month in words of any of the three languages.")),
    ("٣ ديسمبر ٢٠٢٦", msg("The same in Arabic, with digits of either kind.")),
    ("1448-06-13h", msg("A day of the Hijri calendar, as Umm al-Qura has it.")),
    (msg("today, tomorrow, Friday"), msg("A day near today, in words of any of the three languages.")),
    ("+10d, +2w, -1m", msg("Days, weeks or months from today.")),
    ("2026-12, 2026-Q4, 2026-H2, 2026", msg("A month, a quarter, half a year, a year.")),
)
SPANS = msg(
    "Where one day is needed, a month, quarter or year gives its first day to a beginning and its last day to an end:"
    " {start} is 1 October, {due} is 31 December.",
    start=Ref("--start 2026-Q4"),
    due=Ref("--due 2026-Q4"),
)
PERIODS = msg(
    "Evaluations and measurements are of a period: {quarter}, {half} or {year}.",
    quarter=Ref("2026-Q1"),
    half=Ref("2026-H1"),
    year=Ref("2026"),
)
SHOWN = msg(
    "Dates are kept in the Gregorian calendar, and shown in words within sentences and in digits within tables."
    " {hijri} and {both} show the Hijri calendar, {digits} Arabic-Indic digits in"
    " Arabic.",
    hijri=Ref("--calendar hijri"),
    both=Ref("--calendar both"),
    digits=Ref("--digits arab"),
)
MOVED = msg(
    "{as_of} shows the tracker as it stood at the end of that day. {today} counts days as if it were that day.",
    as_of=Ref("--as-of 2026-01-31"),
    today=Ref("--today 2026-12-31"),
)


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield (termed(words, FORMS),)
    yield from (paragraph(words, each) for each in (SPANS, PERIODS, SHOWN, MOVED))
    yield typed(
        "tracker list --due-before +2w --calendar both",
        "tracker update-step S3 --due 2027-06-30 --reason @reason.txt",
        "tracker status --since -1w",
    )
