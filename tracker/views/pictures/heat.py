"""The ratings as a table of tinted squares, the number in each."""

from tracker.message import Message, msg, msg_in
from tracker.reports.pictures.drawn import Heat
from tracker.views.pictures.canvas import LINE, SLIM, SMALL, WIDTH, Canvas, Drawing, cut_to
from tracker.views.pictures.legend import Entry, draw_legend
from tracker.views.words import Words

_LABELS, ROW, _HEADING = 310, 46, 40
_ROOM = _LABELS - 14
_LEAST = 8
"""Letters of the shortest heading that a column is made for."""
_TITLE, _LOW, _SIDE, _BELOW = 38, 36, 32, 10
"""The room of a title, the height of a line of ratings, the width of a square and the room below, on a slim screen."""
TINT, _STEPS = "#4f2d69", (0.15, 0.45, 0.78, 1.0)
"""The colour of the squares, which nothing else has, and how full it is from the lowest to the highest rating: each
step is seen on paper."""
_UNRATED = 'fill="none" stroke="currentColor" stroke-opacity=".3"'


def draw_heat(heat: Heat, words: Words, *, slim: bool = False) -> Drawing:
    """The higher a rating, the fuller its square; a dash is not rated.

    On a `slim` screen the ratings of a record stand below its title, each beside its criterion.
    """
    canvas = Canvas(words.bare(heat.alt), rtl=words.rtl, width=SLIM if slim else WIDTH)
    bottom = _blocks(canvas, heat, words) if slim else _table(canvas, heat, words)
    draw_legend(canvas, _legend(heat), bottom + 8, words)
    return canvas.whole()


def _blocks(canvas: Canvas, heat: Heat, words: Words) -> float:
    top, half = 0, SLIM / 2
    for title, marks in heat.rows:
        canvas.label(0, top + _TITLE / 2, words.message(title), SLIM - 24, size=SMALL)
        for number, (criterion, mark) in enumerate(zip(heat.columns, marks, strict=True)):
            x, upper = number % 2 * half, top + _TITLE + number // 2 * _LOW
            _square(canvas, heat, mark, (x, upper, _SIDE, _LOW), words)
            room = half - _SIDE - 10
            canvas.label(x + _SIDE + 4, upper + _LOW / 2, words.message(criterion), room, size=SMALL, most=2)
        top += _TITLE + (len(marks) + 1) // 2 * _LOW + _BELOW
    return top


def _table(canvas: Canvas, heat: Heat, words: Words) -> float:
    headings, labels = [words.message(column) for column in heat.columns], [words.message(row[0]) for row in heat.rows]
    places = _places([words.seen(heading) for heading in headings])
    for heading, (x, wide) in zip(headings, places, strict=True):
        lines = cut_to(heading, wide - 4, SMALL)
        for line, text in enumerate(lines):
            at = _HEADING - 8 - (len(lines) - 1 - line) * LINE
            canvas.text(x + wide / 2, at, text, anchor="middle", size=SMALL)
    for (_, marks), top in zip(heat.rows, canvas.rows(0, _HEADING, ROW, labels, _ROOM), strict=True):
        for mark, (x, wide) in zip(marks, places, strict=True):
            _square(canvas, heat, mark, (x, top, wide, ROW), words)
    return _HEADING + len(labels) * ROW


def _places(headings: list[str]) -> list[tuple[float, float]]:
    """The place and width of each column: that of its longest word, which is not to be broken."""
    letters = [max(_LEAST, *map(len, heading.split())) for heading in headings]
    letter = (WIDTH - _LABELS) / (sum(letters) or 1)
    return [(_LABELS + letter * sum(letters[:number]), letter * wide) for number, wide in enumerate(letters)]


def _legend(heat: Heat) -> tuple[Entry, ...]:
    ends = {heat.lowest: msg_in("rating", "unsatisfactory"), heat.highest: msg_in("rating", "fully satisfactory")}
    marks = range(heat.lowest, heat.highest + 1)
    said = (
        Message("{n} – {word}", {"n": n, "word": ends[n]}) if n in ends else Message("{n}", {"n": n}) for n in marks
    )
    return (
        *(Entry("box", _tint(heat, mark), word) for mark, word in zip(marks, said, strict=True)),
        Entry("box", _UNRATED, msg("not assessable yet")),
    )


def _share(heat: Heat, mark: int) -> float:
    rated = min(max(mark, heat.lowest), heat.highest)  # a file that was edited by hand has any number
    return (rated - heat.lowest + 1) / (heat.highest - heat.lowest + 1)


def _tint(heat: Heat, mark: int) -> str:
    opacity = _STEPS[round(_share(heat, mark) * len(_STEPS)) - 1]
    return f'fill="{TINT}" fill-opacity="{opacity:.2f}" rx="3"'


def _square(
    canvas: Canvas, heat: Heat, mark: int | None, place: tuple[float, float, float, float], words: Words
) -> None:
    """Draw a square, white ink on full ones, the page's own on light ones: 4.5 to 1 at least (WCAG 2.2, 1.4.3)."""
    x, top, wide, high = place
    middle = top + high / 2 + 5
    if mark is None:
        canvas.box(x + 1.5, top + 1.5, wide - 3, high - 3, _UNRATED)
        canvas.text(x + wide / 2, middle, "–", anchor="middle")
        return
    canvas.box(x + 1.5, top + 1.5, wide - 3, high - 3, _tint(heat, mark))
    ink = "#ffffff" if _share(heat, mark) > 0.5 else ""
    canvas.text(x + wide / 2, middle, words.number(mark), anchor="middle", ink=ink)
