"""The letter in Word: the same head, figures, requests and tables as in PDF, to be edited, signed and answered.

How much of it one page holds (`letter/ladder.py`) is measured in the elements themselves, before any picture is drawn.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from docx.shared import Mm

from tracker.views.letter import LetterPage
from tracker.views.letter.ladder import RUNGS, Rung, results_shown, sentences, shown
from tracker.views.letter.model import Bar, Light
from tracker.views.letterhead import Brand
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.word.bar import bar_png
from tracker.views.word.letter_frame import TWENTIETHS, FrameWriter
from tracker.views.word.letter_measured import height_of
from tracker.views.word.letter_page import height_within
from tracker.views.word.letter_parts import Say
from tracker.views.word.letter_widths import KEYS, Widths

if TYPE_CHECKING:
    from docx.document import Document

SPARE = 18
"""Points that are left free for what programs make of the same file: a line or two in every page."""
ROW = 3
"""Points that a row of a table takes at least beyond its lines."""
BAR = 20
"""The width of the bar of a step, in millimetres."""
SWATCH = {"declared": "▨ ", "evidenced": "■ ", "expected": "┃ "}


class LetterWriter(FrameWriter[LetterPage]):
    """The parts of a letter to the minister as elements of Word; bars become parts of the document meanwhile."""

    def __init__(self, document: "Document", page: LetterPage, brand: Brand, *, own_paper: bool) -> None:
        super().__init__(document, page, brand, own_paper=own_paper)
        self.cells = Say(page, cells=True)
        self.widths = Widths(page, self.cells.size, self.room, other=self.other)
        self.rung = RUNGS[0]
        self.known: dict[str, float] = {}

    def all(self) -> Iterator[str]:
        """The whole letter in order, as XML."""
        self.rung = self.fitting()
        yield from self.above()
        yield from self.parts()
        yield from self.ending()

    def fitting(self) -> Rung:
        """The first rung with which the letter is one page, else the last."""
        self.measuring = True
        left = height_within(self.document) - SPARE
        left -= self.high(self.above()) + self.high(self.ending())
        row = self.cells.line + ROW
        for self.rung in RUNGS:
            rows = len(shown(self.page, self.rung)[0]) + 1
            if rows * row <= left and self.high(self.parts()) <= left:
                break
        self.measuring = False
        return self.rung

    def high(self, parts: Iterator[str]) -> float:
        """The height of parts in points; several rungs have the same ones."""
        whole = 0.0
        for part in parts:
            if part not in self.known:
                self.known[part] = height_of(part, self.room, other=self.other)
            whole += self.known[part]
        return whole

    def above(self) -> Iterator[str]:
        """The parts that every letter has: head, opening, bottom line, figures, requests."""
        page, say = self.page, self.say
        yield from self.head()
        yield from self.opening()
        for number, line in enumerate(page.bottom):
            yield say.bottom_line(line, bold=number == 0, light=page.light if number == 2 else None)
        yield say.gap()
        yield self.figures()
        yield self.picture(page.bar, self.room / 56.7, 6, page.alt)
        if page.requests:
            yield say.gap() + self.requests()

    def parts(self) -> Iterator[str]:
        """The parts of which a rung leaves out some: steps, results, sentences."""
        page, say = self.page, self.say
        yield say.gap() + self.steps()
        if page.results:
            yield say.gap() + self.results()
        yield say.gap()
        for label, text in sentences(page, self.rung):
            yield say.paragraph(say.runs(f"{label}: ", bold=True) + say.runs(text))

    def figures(self) -> str:
        """The four figures under their labels."""
        say, page = self.say, self.page
        widths = [self.room * share // 100 for share in (23, 26, 23, 28)]
        heads = [[say.paragraph(say.runs(SWATCH.get(t.key, ""), colour="hue") + say.runs(t.label))] for t in page.tiles]
        values = [[say.tile(tile)] for tile in page.tiles]
        return say.table(widths, [heads, values], head=True)

    def requests(self) -> str:
        """The numbered requests, each with its boxes to tick on paper or on the screen."""
        say, page = self.cells, self.page
        words = [page.words[key] for key in ("agreed", "refused", "discuss")]
        boxes = self.widths.boxes()
        head = [[say.heading(page.words["requests"], 2)], *[[say.centred(word, colour="soft")] for word in words]]
        rows = []
        for number, each in enumerate(page.requests):
            text = say.runs(f"{each.number}  ", bold=True) + say.runs(each.before)
            text += say.runs(each.when, bold=True) + say.runs(each.after)
            ticks = [[say.box(f"{word} {each.number}", 3 * number + place)] for place, word in enumerate(words)]
            rows.append([[say.paragraph(text)], *ticks])
        return say.ruled([self.room - sum(boxes), *boxes], head, rows)

    def steps(self) -> str:
        """The traffic light of the steps, and of the aspects below it."""
        say, page, rung = self.cells, self.page, self.rung
        steps, more = shown(page, rung)
        head = [[say.heading(page.words["steps"], 2)], *([[self.soft("progress")]] if rung.drawn else [])]
        head += [[self.soft(key, end=True)] for key in KEYS] + [[self.soft("health")]]
        rows = []
        for step in steps:
            drawn = [[self.picture(step.bar, BAR, 3, " · ".join(step.said))]] if rung.drawn else []
            said = [[say.paragraph(say.runs(text), end=True)] for text in step.said]
            rows.append([[say.plain(step.title)], *drawn, *said, [self.light(step.light)]])
        made = say.ruled(self.widths.steps(bar=rung.drawn), head, rows) if rows else ""
        made += say.plain(more) if more else ""
        return made + (self.aspects() if rung.aspects and page.aspects else "")

    def aspects(self) -> str:
        """The aspects in a line."""
        say, page = self.cells, self.page
        text = say.runs(f"{page.words['aspects']}:", colour="soft")
        for each in page.aspects:
            text += say.runs(f"   {HEALTH_SYMBOL[each.light.health]}\u00a0", colour=each.light.health)  # type: ignore[index] # its slug
            text += say.runs(f"{each.title} {each.said} ") + say.runs(f"({each.light.word})", colour="soft")
        return say.paragraph(text)

    def results(self) -> str:
        """The results against their targets."""
        say, page = self.cells, self.page
        head = [
            [say.heading(page.words["results"], 2)],
            [self.soft("judged")],
            [self.soft("since")],
            [self.soft("health")],
        ]
        shown, more = results_shown(page, self.rung)
        rows = [
            [
                [say.plain(each.title)],
                [say.plain(each.judged, bold=True)],
                [say.plain(each.since)],
                [self.light(each.light)],
            ]
            for each in shown
        ]
        return (say.ruled(self.widths.results(), head, rows) if rows else "") + (say.plain(more) if more else "")

    def ending(self) -> Iterator[str]:
        """Courtesies, the box of the minister, who signs, and what the registry files."""
        page, say = self.page, self.say
        if page.lang != "en":
            closing = "     ".join(page.ending.closing)
            yield say.gap() + (say.centred(closing) if page.lang == "ar" else say.plain(closing))
        yield say.gap()
        w = page.words
        box = [
            say.plain(page.ending.direction, bold=True),
            say.dots(),
            say.dots(f"{w['signature']}  ", f"{w['day']}  "),
        ]
        if page.lang == "tr" and page.ending.asks:
            day = say.dots(f"{w['day']}  ", f"{w['signature']}  ")
            box = [say.centred(page.ending.direction, bold=True), day, say.centred(page.ending.minister)]
        signs = [*self.signs(), *self.filed()]
        half = self.room // 2
        cells: Sequence[list[str]] = (signs, box) if page.lang == "en" else (box, signs)
        yield say.table([half, self.room - half], [list(cells)], framed=1 if page.lang == "en" else 0)
        yield say.small(page.small_print)

    def soft(self, key: str, *, end: bool = False) -> str:
        """The head of a column."""
        return self.cells.paragraph(self.cells.runs(self.page.words[key], colour="soft"), end=end)

    def light(self, light: Light) -> str:
        """The sign and word of a health, in its colour."""
        symbol: Any = HEALTH_SYMBOL
        return self.cells.paragraph(self.cells.runs(f"{symbol[light.health]} {light.word}", colour=light.health))

    def picture(self, bar: Bar, width: float, height: float, alt: str) -> str:
        """A bar as a picture in a line of its own."""
        width = min(width, self.room * TWENTIETHS / 36000)
        if self.measuring:
            return self.say.room_for(Mm(height))
        return self.inline(bar_png(bar, self.page.colours, width, height, rtl=self.say.rtl), alt, width=Mm(width))
