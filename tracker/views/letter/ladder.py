"""The rungs of a letter: how much of it one page holds, and for web pages, which cannot measure, which one fits.

PDF measures its own parts (`pdf/letter/letter.typ`), Word its elements (`word/letter_measured.py`), by the same rungs.
Nothing is ever printed below ten points.
"""

from collections.abc import Iterator, Sequence
from math import ceil

from tracker.frozen import Frozen
from tracker.text.printable import without_controls
from tracker.views.letter.model import LetterPage, Result, Step

ORDER = ("red", "amber", "grey", "green")
"""Health from what is shown first to what is left out first."""
LETTER = {"ar": 0.46, "tr": 0.43, "en": 0.44}
"""The width of a letter against its size, in the widest of the usual faces: a page must not run over."""
BOLD = 6 / 7
"""The letters of a bold line against those of another one."""


class Rung(Frozen):
    """The part of a letter that is shown: `most` steps (None: all), with bars, aspects, `results`, and sentences."""

    most: int | None = None
    results: int | None = None
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
    *(
        Rung(most=n, aspects=False, notes=0, results=results)
        for n, results in ((5, None), (4, None), (4, 2), (3, 2), (3, 1), (2, 1), (3, 0), (2, 0), (1, 0), (0, 0))
    ),
)


class Sheet(Frozen):
    """The page that a letter has to fit on: its room in points, and the heights of a line and of what a row adds."""

    width: float
    height: float
    size: float
    line: float
    row: float
    letter: float = 0.46
    request: float = 0.7
    step: float = 0.4
    result: float = 0.38
    judged: float = 0.24
    since: float = 0.2
    bar: float = 0.15
    """The shares of the width that words have in their tables, and that a bar takes."""


def rung_for(page: LetterPage, sheet: Sheet) -> Rung:
    """The first rung that fits, else the last."""
    fixed = _fixed(page, sheet)
    return next((rung for rung in RUNGS if fixed + _moving(page, sheet, rung) <= sheet.height), RUNGS[-1])


def shown(page: LetterPage, rung: Rung) -> tuple[tuple[Step, ...], str]:
    """The steps of a rung, the worst first where some are left out, and the sentence that counts those."""
    if rung.most is None:
        return page.steps, ""
    steps = sorted(page.steps, key=lambda step: (ORDER.index(step.light.health), _gap(step)))
    return tuple(steps[: rung.most]), _counted("steps", "more", steps, rung.most, page)


def results_shown(page: LetterPage, rung: Rung) -> tuple[tuple[Result, ...], str]:
    """The results of a rung, the worst first where some are left out, and the sentence that counts those."""
    if rung.results is None:
        return page.results, ""
    results = sorted(page.results, key=lambda result: ORDER.index(result.light.health))
    return tuple(results[: rung.results]), _counted("results", "more_results", results, rung.results, page)


def _counted(heading: str, words: str, ranked: Sequence[Step | Result], most: int, page: LetterPage) -> str:
    """The sentence that counts by colour what is left out, which are “the others” beside some; nothing if none is."""
    found = [each.light.health for each in ranked[most:]]
    counts = [f"{page.lights[health]}: {_figures(found.count(health), page)}" for health in ORDER if health in found]
    said = page.words[words] if most else f"{page.words[heading]} – {{counts}}."
    return said.replace("{counts}", page.words["comma"].join(counts)) if counts else ""


def sentences(page: LetterPage, rung: Rung) -> Iterator[tuple[str, str]]:
    """The sentences of a rung with their labels: achievements go first, then obstacles, the next meeting never."""
    for each in page.sentences:
        most = most_of(rung)[each.key]
        if each.items[:most]:
            text = page.words["semicolon"].join(each.items[:most])
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


def _cells(row: Sequence[str], sheet: Sheet) -> int:
    """The lines of a row of the results: those of its highest cell; the second is bold."""
    title, judged, since = row
    return max(
        lines(title, sheet, sheet.result), lines(judged, sheet, sheet.judged * BOLD), lines(since, sheet, sheet.since)
    )


def _fixed(page: LetterPage, sheet: Sheet) -> float:
    """The height of everything that every rung has."""

    def high(text: str, share: float = 1) -> float:
        return lines(text, sheet, share) * sheet.line if text else 0

    facts = max(len(page.head.start), len(page.head.end) if page.lang != "ar" else 0)
    head = (max(4, 2 + len(page.head.marks)) + facts) * sheet.line
    opening = sum(high(text) for text in (page.addressee, page.greeting, page.relation, page.intro))
    opening += high(page.subject, 0.75)  # bold and larger
    bottom = sum(high(text, 0.96 * (1 if place else BOLD)) for place, text in enumerate(page.bottom))
    figures = 2 * sheet.line + 48
    requests = sum(high(f"{r.before}{r.when}{r.after}", sheet.request) + sheet.row for r in page.requests)
    tables = (2 * bool(page.requests) + 1) * (sheet.line + sheet.row)
    return head + opening + bottom + figures + requests + tables + 9 * 6 + 5.5 * sheet.line + 6


def _moving(page: LetterPage, sheet: Sheet, rung: Rung) -> float:
    """The height of what rungs leave out."""
    steps, more = shown(page, rung)
    share = sheet.step + (0 if rung.drawn else sheet.bar)
    height = sum(lines(step.title, sheet, share) * sheet.line + sheet.row for step in steps)
    height += lines(more, sheet) * sheet.line if more else 0
    results, more = results_shown(page, rung)
    if results:
        heads = (page.words["results"], page.words["judged"], page.words["since"])
        rows = [heads, *((result.title, result.judged, result.since) for result in results)]
        height += sum(_cells(row, sheet) * sheet.line + sheet.row for row in rows)
    height += lines(more, sheet) * sheet.line if more else 0
    if rung.aspects and page.aspects:
        said = "".join(f"{a.title} {a.said} ({a.light.word})   " for a in page.aspects) + page.words["aspects"]
        height += lines(said, sheet) * sheet.line
    return height + sum(lines(f"{label}: {text}", sheet) * sheet.line for label, text in sentences(page, rung))
