"""Values for the parameters of commands: such as the parameter takes, and such as nobody should be able to type.

What a parameter takes is asked of the program itself: its closed set, the codes that completion offers, else the sort
of value that help calls it. So a command that is new is tried without a word here.
"""

from random import Random

from tracker.cli.completion.candidate_sources import FILES
from tracker.cli.completion.candidates import Place, candidates
from tracker.cli.parser import Choice, Parameter
from tracker.cli.session import Session

DAYS = ("2026-03-31", "2026-03-01", "2025-11-15", "2026-02", "2025", "2027-06-30", "2026-12-31", "today", "-1w", "+2w")
TEXTS = ("نصّ عربي جديد", "Türkçe metin", "An English text", "محضر (118) [2026] {أ}", "سطر\nآخر", "=1+1 <b> %s {x}")
GIVEN, MADE = ("export.json", "other.json", "steps.csv"), ("out.md", "out.csv", "out.json", "out.html", "out.xlsx", "-")
SORTS: dict[str, tuple[str, ...]] = {
    "DATE": (*DAYS, "٢٠٢٦-٠٣-٣١", "31.03.2026", "31 mart 2026"),
    "N": ("1", "2", "3", "5", "10", "20", "40", "٦٠"),
    "NUMBER": ("78", "12.5", "٣٫٥", "0"),
    "PERIOD": ("2025-Q3", "2025-Q4", "2026-Q1", "2025", "2025-H2"),
    "TEXT": TEXTS,
    "TITLE": TEXTS,
    "NAME": TEXTS,
    "REF": ("118/2026", "محضر 12/2026", "Tutanak 7", "E1", "E2"),
    "ADDRESS": ("https://example.ly/118", "http://example.com/a?b=c"),
    "COUNTRY/CITY": ("TR", "LY", "TR/أنقرة", "LY/طرابلس"),
    "LY/min=6": ("LY=4", "TR=2", "LY/min=6"),
    "2026-12-31=60": ("2026-12-31=60", "2027-12-31=75"),
    "S2.effectiveness=3": ("S2.effectiveness=3", "S1.relevance=4", "S3.efficiency=2"),
}
ODD = (
    *("", " ", "-", "--", "-1", "0", "101", "1e9", "9" * 5000, "²", "1_000", "٪", "S99", "S1.99", "Z9", "initiative"),
    *("nosuch", "LY/nobody", "XX", "2026-02-30", "0001-01-01", "9999-12-31", "99999-01-01", "13.13.2026", "2026-Q9"),
    *("../../x", "nosuch/x.md", "~nobody/x", "~", "/", ".", "@nosuch.txt", "@", "@@x", "@.", "%s", "{0}{code!r}"),
    *("\x1b[31m\x1b]0;t\x07", "\u202eabc\u2066", "\ud800", "\udcff", "a\x00b", "[red]x[/oops]", "=cmd|' /C calc'!A0"),
    *(
        "<script>",
        "a@b.ly",
        "0912345678",
        "x" * 20_000,
        "كلمة " * 3000,
        "\u200b",
        "TR=",
        "=",
        "S2.x=9",
        "a=b=c",
        ",",
        ",,",
    ),
)


def legal(rnd: Random, session: Session, place: Place, before: list[str]) -> str:
    """A value that this parameter takes, after these arguments; whether the rules take it too is another matter.

    Raises `LookupError` where the tracker has nothing of that sort.
    """
    kind = place.param.type
    offered = [found.value for found in candidates(session, place, "", before) if found is not FILES]
    if not offered and isinstance(kind, Choice):
        offered = list(kind.of(before).choices)
    if offered:
        some = rnd.sample(offered, min(2, len(offered))) if isinstance(kind, Choice) and kind.many else []
        return ",".join(some) if some and rnd.random() < 0.5 else rnd.choice(offered)
    if takes_files(place.param):
        return rnd.choice(MADE if place.param.name == "output" else GIVEN)
    if place == ("add-party", place.param) and place.param.name == "code":
        return rnd.choice(("ZA", "QX", "LY-TRN")) + rnd.choice("ABCDEFGH")
    return rnd.choice(SORTS[(place.param.metavar or "TEXT").strip("[]…")])


def illegal(rnd: Random) -> str:
    """A value that hardly any parameter takes."""
    return rnd.choice(ODD)


def takes_files(param: Parameter) -> bool:
    """Whether the parameter names a place on the disk."""
    return (param.metavar or "").strip("[]…") in ("FILE", "PATH")
