"""Long pictures as several, each with the rows that a page has room for."""

from collections.abc import Iterator

from tracker.frozen import replace
from tracker.message import msg
from tracker.reports.pictures.drawn import Bars, Heat, Picture, Timeline


def parts_of(picture: Picture, most: int) -> Iterator[Picture]:
    """The picture, or as few of it as have at most so many rows each and are nearly equal; each says which it is."""
    if not isinstance(picture, Bars | Timeline | Heat) or len(picture.rows) <= most:
        yield picture
        return
    total = -(-len(picture.rows) // most)
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
