"""The emission for terminals that obey U+202D LEFT-TO-RIGHT OVERRIDE: mlterm, and most others in a multiplexer.

The line stands as it must be seen, overridden from its first letter on. No line begins with a control, for there would
be no cell for it to live in: one blank stands before. U+200E before it tells the direction of the line. mlterm lays out
what stands between borders by itself, so there each stretch with letters has an override of its own.
"""

from collections.abc import Iterator

from tracker.text.emission.clusters import BOX_FIRST, BOX_LAST, has_right
from tracker.text.emission.lines import Span

LRO, LRM = "\u202d", "\u200e"


def override_line(spans: list[Span]) -> list[Span]:
    """The visible line with its controls, one cell to the right of the page's left edge."""
    if not any(text for text, _ in spans):
        return []
    first = [(" ", "")]
    if not has_right(spans):
        return first + spans
    stretches = list(_stretches(spans))
    laid_out = [place for place, stretch in enumerate(stretches) if has_right(stretch)]
    for place in laid_out[1:]:
        stretches[place] = [(LRO, ""), *stretches[place]]
    # The mark tells the direction of the line, which else is that of its first letter.
    stretches[laid_out[0]] = [(LRM + LRO, ""), *stretches[laid_out[0]]]
    return first + [span for stretch in stretches for span in stretch]


def _stretches(spans: list[Span]) -> Iterator[list[Span]]:
    """The line cut behind each border."""
    start = 0
    for place, (text, _) in enumerate(spans, 1):
        if any(BOX_FIRST <= character <= BOX_LAST for character in text):
            yield spans[start:place]
            start = place
    yield spans[start:]
