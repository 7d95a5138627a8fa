"""The pictures as SVG: the same drawing in web pages, PDF and Word, in reading order of the language.

Ink is `currentColor`, so that a page in dark colours needs nothing else; every colour has a shape, a pattern or a
number beside it. Measures are SVG user units, one of which is a pixel on the web and about 0.26 mm on paper.
"""

from tracker.reports.pictures.drawn import Bars, Course, Heat, Picture, Timeline, Trend
from tracker.views.pictures import bars, heat, timeline
from tracker.views.pictures.bars import draw_bars
from tracker.views.pictures.canvas import SLIM, Drawing
from tracker.views.pictures.course import draw_course
from tracker.views.pictures.heat import draw_heat
from tracker.views.pictures.timeline import draw_timeline
from tracker.views.pictures.trend import draw_trend
from tracker.views.words import Words


def row_height(picture: Bars | Timeline | Heat) -> int:
    """The height of each row, in units of its drawing."""
    return {Bars: bars.ROW, Timeline: timeline.ROW, Heat: heat.ROW}[type(picture)]


def draw(picture: Picture, words: Words) -> Drawing:
    """The picture, which stands by itself or within a page."""
    match picture:
        case Bars():
            return draw_bars(picture, words)
        case Timeline():
            return draw_timeline(picture, words)
        case Trend():
            return draw_trend(picture, words)
        case Heat():
            return draw_heat(picture, words)
        case Course():
            return draw_course(picture, words)


def draw_slim(picture: Picture, words: Words) -> Drawing | None:
    """The picture for the screen of a phone, where it has one of its own."""
    match picture:
        case Bars():
            return draw_bars(picture, words, slim=True)
        case Timeline():
            return draw_timeline(picture, words, slim=True)
        case Trend():
            return draw_trend(picture, words, SLIM)
        case Heat():
            return draw_heat(picture, words, slim=True)
        case _:
            return None
