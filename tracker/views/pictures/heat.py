"""Ratings as a table of tinted squares, the number in each."""

from tracker.reports.pictures import Heat
from tracker.views.pictures.canvas import LINE, SMALL, WIDTH, Canvas, cut_to
from tracker.views.words import Words

_LABELS, _ROW, _HEADING = 280, 50, 40
_TINT = "#1f5fa8"


def draw_heat(heat: Heat, words: Words) -> str:
    """The higher a rating, the fuller its square; a dash is not rated."""
    canvas = Canvas(words.bare(heat.alt), rtl=words.rtl)
    wide = (WIDTH - _LABELS) / max(len(heat.columns), 1)
    for number, column in enumerate(heat.columns):
        lines = cut_to(words.message(column), wide - 4, SMALL)
        for line, text in enumerate(lines):
            at = _HEADING - 8 - (len(lines) - 1 - line) * LINE
            canvas.text(_LABELS + wide * (number + 0.5), at, text, anchor="middle", size=SMALL)
    for row, (label, marks) in enumerate(heat.rows):
        top = _HEADING + row * _ROW
        canvas.label(0, top + _ROW / 2, words.message(label), _LABELS - 14)
        for number, mark in enumerate(marks):
            _square(canvas, heat, mark, _LABELS + wide * number, top, wide, words)
    return canvas.whole()


def _square(canvas: Canvas, heat: Heat, mark: int | None, x: float, top: float, wide: float, words: Words) -> None:
    """White ink on full squares, the page's own on light ones: 4.5 to 1 at least (WCAG 2.2, 1.4.3)."""
    middle = top + _ROW / 2 + 5
    if mark is None:
        canvas.box(x + 1.5, top + 1.5, wide - 3, _ROW - 3, 'fill="none" stroke="currentColor" stroke-opacity=".3"')
        canvas.text(x + wide / 2, middle, "–", anchor="middle")
        return
    share = (mark - heat.lowest + 1) / (heat.highest - heat.lowest + 1)
    full = share > 0.5
    opacity = 1 if share == 1 else (0.85 if full else share * 0.5)
    canvas.box(x + 1.5, top + 1.5, wide - 3, _ROW - 3, f'fill="{_TINT}" fill-opacity="{opacity:.2f}" rx="3"')
    canvas.text(x + wide / 2, middle, words.number(mark), anchor="middle", look='fill="#fff"' if full else "")
