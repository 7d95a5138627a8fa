"""The topic `spreadsheets`: written, filled in and imported."""

from collections.abc import Iterator

from tracker.cli.say.layout import Group, paragraph, termed, typed
from tracker.message import msg
from tracker.reports.report import Many, Ref
from tracker.views.words import Words

OUT = msg(
    "{excel} writes a form to fill in, with headings in your language and lists of values to choose from. {csv} writes"
    " a table for programs, with the names of fields as headings.",
    excel=Ref("tracker export commitments -o c.xlsx"),
    csv=Ref("tracker export commitments -o c.csv"),
)
IN = msg(
    "{command} shows what would change, asks, and changes everything in one revision. Where a row is refused, its line"
    " and column are named and nothing is changed. Files may be {formats}; headings may be in any of the three"
    " languages.",
    command=Ref("tracker import c.xlsx"),
    formats=Many((Ref(".xlsx"), Ref(".ods"), Ref(".csv"))),
)
MORE = Many((Ref("reason"), Ref("decision"), Ref("on")))
ROWS = (
    (msg("A changed cell"), msg("changes the record by the rules of its command.")),
    (msg("An empty cell"), msg("clears nothing.")),
    (msg("A row without a code"), msg("is a new record.")),
    (msg("A row that is missing"), msg("removes nothing.")),
    (msg("Further columns"), msg("{columns} give what a rule needs.", columns=MORE)),
)
OWN = msg(
    "Of a spreadsheet of your own each unknown heading is asked once, and the answer is kept in the settings. In a"
    " pipe options answer: {map} names a field, {left_out} leaves a column out, {every} is a value for every new row.",
    map=Ref('--map "Görev=title"'),
    left_out=Ref('--map "İmza="'),
    every=Ref("--every source=D3"),
)
LISTS = msg(
    "Any list can be written as a spreadsheet, too: {list}. It is for reading; {export} writes the form that is filled"
    " in and imported.",
    list=Ref("tracker list commitments --overdue -o overdue.xlsx"),
    export=Ref("tracker export"),
)


def paragraphs(words: Words) -> Iterator[Group]:
    """The paragraphs of the topic."""
    yield from (paragraph(words, each) for each in (OUT, IN))
    yield (termed(words, ROWS),)
    yield from (paragraph(words, each) for each in (OWN, LISTS))
    yield typed("tracker export commitments -o c.xlsx", "tracker import c.xlsx --dry-run", "tracker import c.xlsx")
