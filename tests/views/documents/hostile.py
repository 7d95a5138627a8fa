"""Texts that are commands somewhere, and a tracker full of them."""

from tracker.frozen import replace
from tracker.model.records.localized import Localized
from tracker.model.tracker import Tracker

HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\uff1d1+1",
    "[red]x[/red] [/oops]",
    "<script>alert(1)</script>",
    "</title></style><img src=x onerror=alert(1)>",
    "a|b\n# h",
    "\x1b[31mred\x1b[0m\x1b]0;t\x07",
    '"#eval("1")" #panic() $x$ *b* @ref \\u{1}',
    "\u202eabc \u2069\u2069 def \u2066",
    "{{ 7*7 }} {% raw %}",
    "&amp; &quot; ]]> <!--",
    "✅ 🇱🇾 \U0001f468\u200d\U0001f469 𝕏 \ufffe \U0010ffff",
    "كلمة" * 80,
    "W" * 300,
    "&P &D &[File]",
)


TITLES = ("steps", "activities", "obstacles", "commitments", "meetings", "indicators")
NAMES = ("aspects", "parties")


def hostile(tracker: Tracker) -> Tracker:
    """The tracker with each of them as a title or name somewhere, in all languages, and all as the programme's."""
    texts = [Localized(text, text, text) for text in HOSTILE]
    tables = dict(tracker.tables)
    for table, field in [*((table, "title") for table in TITLES), *((table, "name") for table in NAMES)]:
        tables[table] = {
            code: replace(record, **{field: texts[place % len(texts)]})
            for place, (code, record) in enumerate(tables[table].items())
        }
    whole = replace(tracker.initiative, title=Localized(" ".join(HOSTILE)))
    return replace(tracker, tables={**tables, "initiative": {"initiative": whole}})
