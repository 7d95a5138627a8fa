"""Long pictures as several, of which two stand on a page."""

from collections.abc import Iterator

from tracker.frozen import replace
from tracker.message import msg
from tracker.reports.pictures.drawn import Bars, Heat, Picture, Timeline


def parts_of(picture: Picture, most: int, each: int) -> Iterator[Picture]:
    """The picture if it has at most so many rows, or parts of at most `each` that are nearly equal and numbered.

    A part is to be no higher than half a page: it fills what is left of one.
    """
    if not isinstance(picture, Bars | Timeline | Heat) or len(picture.rows) <= most:
        yield picture
        return
    total = -(-len(picture.rows) // each)
    for number in range(total):
        first, last = (len(picture.rows) * end // total for end in (number, number + 1))
        words = {"number": number + 1, "total": total}
        yield replace(
            picture,
            key=f"{picture.key}_{number + 1}",
            heading=picture.heading and msg("{heading} ({number} of {total})", heading=picture.heading, **words),
            alt=msg("{heading} ({number} of {total})", heading=picture.alt, **words),
            rows=picture.rows[first:last],
        )
