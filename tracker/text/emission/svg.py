"""The emission for Rich's SVG: a browser lays each element out alone, so each right-to-left letter is an element."""

from tracker.text.emission.clusters import has_right
from tracker.text.emission.lines import Span
from tracker.text.printable import width_of


def svg_line(spans: list[Span]) -> list[Span]:
    """The visible line, cut up where letters go from the right.

    Marks are left out: Rich stretches an element to one cell for each of its characters, be it without width.
    """
    found: list[Span] = []
    for text, style in spans:
        if has_right([(text, style)]):
            found += [(character, style) for character in text if width_of(character)]
        else:
            found.append((text, style))
    return found
