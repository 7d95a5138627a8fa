"""The rung of a letter in formats that cannot measure: how much of it fits one page, by the letters of its texts.

PDF measures its own parts (`pdf/letter/letter.typ`); the rungs are the same. Nothing is ever printed below ten points.
"""

from collections.abc import Iterator
from math import ceil

from tracker.frozen import Frozen
from tracker.text.printable import without_controls
from tracker.views.letter.model import LetterPage, Step

ORDER = ("red", "amber", "grey", "green")
"""Health from what is shown first to what is left out first."""
LETTER = {"ar": 0.46, "tr": 0.43, "en": 0.44}
"""The width of a letter against its size, in the widest of the usual faces: a page must not run over."""


class Rung(Frozen):
    """The part of a letter that is shown: `most` steps (None: all), with bars, aspects, and so many sentences."""

    most: int | None = None
    drawn: bool = True
    aspects: bool = True
    notes: int = 3


RUNGS = (
    Rung(),
    Rung(notes=2),
    Rung(notes=1),
    Rung(aspects=False, notes=1),
    Rung(aspects=False, notes=0),
    Rung(drawn=False, aspects=False, notes=0),
    Rung(most=7, notes=1),
    *(Rung(most=n, aspects=False, notes=1) for n in (6, 5)),
    *(Rung(most=n, aspects=False, notes=0) for n in (5, 4, 3, 2, 1, 0)),
)


class Sheet(Frozen):
    """The page that a letter has to fit on: its room in points, and the heights of a line and of what a row adds."""

    width: float
    height: float
    size: float
    line: float
    row: float
    letter: float = 0.46


def rung_for(page: LetterPage, sheet: Sheet) -> Rung:
    """The first rung that fits, else the last."""
    fixed = _fixed(page, sheet)
    return next((rung for rung in RUNGS if fixed + _moving(page, sheet, rung) <= sheet.height), RUNGS[-1])


def shown(page: LetterPage, rung: Rung) -> tuple[tuple[Step, ...], str]:
    """The steps of a rung, the worst first where some are left out, and the sentence that counts those."""
    if rung.most is None:
        return page.steps, ""
    steps = sorted(page.steps, key=lambda step: (ORDER.index(step.light.health), _gap(step)))
    rest = [step.light.health for step in steps[rung.most :]]
    counts = [f"{page.lights[health]}: {_figures(rest.count(health), page)}" for health in ORDER if health in rest]
    said = page.words["more"].replace("{counts}", ("، " if page.lang == "ar" else ", ").join(counts))
    return tuple(steps[: rung.most]), said if rest else ""


def sentences(page: LetterPage, rung: Rung) -> Iterator[tuple[str, str]]:
    """The sentences of a rung with their labels: achievements go first, then obstacles, the next meeting never."""
    for each in page.sentences:
        most = most_of(rung)[each.key]
        if each.items[:most]:
            text = ("؛ " if page.lang == "ar" else "; ").join(each.items[:most])
            yield each.label, text if text.endswith(".") else f"{text}."


def most_of(rung: Rung) -> dict[str, int]:
    """The number of sentences of each sort that a rung has."""
    return {"further": 1, "obstacles": rung.notes, "achieved": 3 if rung.notes > 2 else 0, "next": 1}


def _figures(n: int, page: LetterPage) -> str:
    return str(n).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if page.digits == "arab" else str(n)


def _gap(step: Step) -> int:
    return 0 if step.bar.expected is None else step.bar.declared - step.bar.expected


def lines(text: str, sheet: "Sheet", share: float = 1) -> int:
    """The lines that a text takes in a share of the page's width."""
    return max(1, ceil(len(without_controls(text)) * sheet.letter * sheet.size / (sheet.width * share)))


def _fixed(page: LetterPage, sheet: Sheet) -> float:
    """The height of everything that every rung has."""

    def high(text: str, share: float = 1) -> float:
        return lines(text, sheet, share) * sheet.line if text else 0

    facts = max(len(page.head.start), len(page.head.end) if page.lang != "ar" else 0)
    head = (max(4, 2 + len(page.head.marks)) + facts) * sheet.line
    opening = sum(high(text) for text in (page.addressee, page.greeting, page.relation, page.subject, page.intro))
    bottom = sum(high(text, 0.96) for text in page.bottom)
    figures = 2 * sheet.line + 48
    requests = sum(high(f"{r.before}{r.when}{r.after}", 0.7) + sheet.row for r in page.requests)
    results = sum(high(result.title, 0.38) + sheet.row for result in page.results)
    tables = (bool(page.requests) + bool(page.results) + 1) * (sheet.line + sheet.row)
    return head + opening + bottom + figures + requests + results + tables + 9 * 6 + 5.5 * sheet.line + 6


def _moving(page: LetterPage, sheet: Sheet, rung: Rung) -> float:
    """The height of what rungs leave out."""
    steps, more = shown(page, rung)
    share = 0.4 if rung.drawn else 0.55
    height = sum(lines(step.title, sheet, share) * sheet.line + sheet.row for step in steps)
    height += lines(more, sheet) * sheet.line if more else 0
    if rung.aspects and page.aspects:
        said = "".join(f"{a.title} {a.said} ({a.light.word})   " for a in page.aspects) + page.words["aspects"]
        height += lines(said, sheet) * sheet.line
    return height + sum(lines(f"{label}: {text}", sheet) * sheet.line for label, text in sentences(page, rung))
