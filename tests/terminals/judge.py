"""Is a screenshot right? Every text in its place, letter by letter, columns and borders straight, colours in order.

Each expected text is drawn from its logical order (reference.py) and searched in its row of the picture. It must
be like the picture as a whole and in each small part, and more like it than the same text with one letter changed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .expectation import ExpectedCell, ExpectedColors
from .picture import Match, Picture
from .reference import CELL, Columns, Ink, differing, draw, draw_rival, shrunk
from .rivals import has_marks, rivals, without_marks
from .strictness import STRICT, Strictness

# Measured on right pictures of xterm and VTE: 0.82 and 0.73 or better; with marks, which xterm sets without the
# font's anchors, 0.62. Wrong order, lost letters and missing joins stay below 0.4.
WHOLE, WHOLE_UNEVEN, PART, PART_LOOSE = 0.78, 0.7, 0.65, 0.45
_EDGE = 7
_BESIDE, _BESIDE_UNEVEN = 10, 3  # columns on both sides of a letter that are compared with it


class Found(NamedTuple):
    """Where an expected text was found, and what is wrong with it ("" if nothing)."""

    cell: ExpectedCell
    left: int
    right: int
    top: int
    fault: str


class Verdict(NamedTuple):
    """All that is wrong, in words, and what was found for each expected text."""

    problems: list[str]
    found: list[Found]


def judge(
    picture: Picture,
    expected: Sequence[ExpectedCell],
    *,
    rtl: bool = True,
    borders: int = 0,
    colors: Sequence[ExpectedColors] = (),
    strictness: Strictness = STRICT,
    crowded: bool = False,
) -> Verdict:
    """Looks for all of `expected` in the picture; right means no problems.

    `rtl`: direction of the page. `borders`: number of vertical lines of the table, unbroken from its second row
    to its last. Columns from 0 stand side by side in reading order; negative columns are texts outside the table.
    `strictness`: what this terminal draws otherwise than the font says.
    `crowded`: texts stand in rows that touch, so that the tails of one reach into the next; single letters are then
    not compared with their rivals.
    """
    found = [_look(picture, cell, rtl, strictness, crowded) for cell in expected]
    right = [one for one in found if not one.fault]
    problems = [f"{one.cell.text!r} (row {one.cell.row}): {one.fault}" for one in found if one.fault]
    problems += _rows(picture, right, 6 if crowded else 3)
    problems += _columns(right, rtl)
    if borders:
        problems += _borders(picture, expected, right, borders)
    problems += [problem for one in colors for problem in _colors(picture, one, rtl)]
    return Verdict(problems, found)


def _look(picture: Picture, cell: ExpectedCell, rtl: bool, strictness: Strictness, crowded: bool) -> Found:
    """The best place of the text in its row, bold as expected or, in terminals without bold letters, not."""
    top, bottom = picture.top_of(cell.row - 0.5), picture.top_of(cell.row + 0.6)
    text = without_marks(cell.text) if strictness.marks == "dropped" else cell.text
    tries = []
    for bold in {cell.bold, False}:
        reference = draw(text, bold, rtl)
        tries.append((picture.find(reference, top, bottom), bold, reference))
    match, bold, reference = max(tries, key=lambda one: one[0].score)
    compared = ~shrunk(text, strictness.shrunk, bold, rtl)
    loose = crowded or has_marks(text)
    limits = (WHOLE_UNEVEN if strictness.uneven else WHOLE, PART_LOOSE if loose else PART)
    fault = _fault(picture.cut(match, reference.shape), reference, compared, limits)
    if not fault and not crowded and (strictness.marks != "over" or not has_marks(text)):
        beside = _BESIDE_UNEVEN if strictness.uneven else _BESIDE
        fault = _better_rival(picture, match, text, bold, rtl, compared, beside)
    return Found(cell, match.left, match.left + reference.shape[1], match.top, fault)


def _fault(seen: Ink, reference: Ink, compared: Columns, limits: tuple[float, float]) -> str:
    whole = _likeness(seen[:, compared], reference[:, compared])
    if whole < limits[0]:
        return f"not there (likeness {whole:.2f})"
    worst = min(_parts(seen, reference, compared), default=1.0)
    if worst < limits[1]:
        return f"a letter is wrong (likeness of the worst part {worst:.2f})"
    return ""


def _parts(seen: Ink, reference: Ink, compared: Columns) -> Iterator[float]:
    """Likeness of overlapping parts a little wider than a letter, each allowed to stand two points aside."""
    shifted = [np.roll(seen, aside, axis=1) for aside in (-2, -1, 0, 1, 2)]
    width = CELL + 2
    for left in range(0, reference.shape[1] - width // 2, width // 2):
        wanted = reference[:, left : left + width]
        if wanted.sum() > 6 and compared[left : left + width].all():  # less is a blank
            yield max(_likeness(one[:, left : left + width], wanted) for one in shifted)


def _likeness(seen: Ink, wanted: Ink) -> float:
    first, second = seen - seen.mean(), wanted - wanted.mean()
    size = np.sqrt((first**2).sum() * (second**2).sum())
    return float((first * second).sum() / size) if size else 0.0


def _better_rival(
    picture: Picture, match: Match, text: str, bold: bool, rtl: bool, compared: Columns, beside: int
) -> str:
    """A text with one letter changed that is more like what is seen than the right one."""
    reference = draw(text, bold, rtl)
    for rival in rivals(text):
        other = draw_rival(text, rival, bold, rtl)
        if other is None:
            continue
        columns = np.nonzero(differing(reference, other))[0]
        if not len(columns) or not compared[columns].all():
            continue
        first, last = max(0, columns[0] - beside), columns[-1] + 1 + beside
        place = compared[first:last]
        wanted = _distance(picture, match, reference[:, first:last], first, place)
        if wanted >= _distance(picture, match, other[:, first:last], first, place):
            return f"looks more like {rival!r}"
    return ""


def _distance(picture: Picture, match: Match, reference: Ink, left: int, compared: Columns) -> float:
    """Least sum of squared differences near the place where the text was found."""
    height, width = reference.shape
    found = []
    for down in (-1, 0, 1):
        for aside in (-2, -1, 0, 1, 2):
            top, start = match.top + down, match.left + left + aside
            seen = picture.ink[max(0, top) : top + height, max(0, start) : start + width]
            if seen.shape == reference.shape:
                found.append(float((((seen - reference) ** 2)[:, compared]).sum()))
    return min(found)


def _rows(picture: Picture, found: Sequence[Found], tolerance: int) -> list[str]:
    """Rows are one below the other at the same distance."""
    offsets = [one.top - picture.top_of(one.cell.row) for one in found]
    if offsets and max(offsets) - min(offsets) > tolerance:
        return [f"rows are not evenly spaced: offsets {min(offsets)} to {max(offsets)}"]
    return []


def _columns(found: Sequence[Found], rtl: bool) -> list[str]:
    """The edges where reading begins agree in each column, and the columns follow each other."""
    edges: dict[int, list[int]] = defaultdict(list)
    for one in found:
        if len(one.cell.text) > 1:
            edges[one.cell.column].append(one.right if rtl else one.left)
    problems = []
    for column, places in edges.items():
        middle = float(np.median(places))
        if any(abs(place - middle) > _EDGE for place in places):
            problems.append(f"column {column} has no straight edge: {sorted(places)}")
    starts = [float(np.median(edges[column])) for column in sorted(edges) if column >= 0]
    if starts != sorted(starts, reverse=rtl):
        problems.append(f"columns are not in reading order: {starts}")
    return problems


def _borders(picture: Picture, expected: Sequence[ExpectedCell], found: Sequence[Found], wanted: int) -> list[str]:
    rows = [cell.row for cell in expected if cell.column >= 0]
    if not found:
        return ["no place for borders, nothing was found"]
    offset = round(float(np.median([one.top - picture.top_of(one.cell.row) for one in found])))
    strip = picture.ink[picture.top_of(min(rows) + 1) + offset : picture.top_of(max(rows) + 0.5) + offset]
    full = np.nonzero((strip > 0.4).mean(axis=0) > 0.97)[0]
    lines = 1 + int((np.diff(full) > 3).sum()) if len(full) else 0
    return [] if lines == wanted else [f"{lines} unbroken vertical lines, {wanted} wanted"]


def _colors(picture: Picture, wanted: ExpectedColors, rtl: bool) -> list[str]:
    strip = picture.colors[picture.top_of(wanted.row) + 4 : picture.top_of(wanted.row + 1)]
    places = []
    for name in (wanted.first, wanted.second):
        columns = np.nonzero(_of_color(strip, name))[1]
        if len(columns) < 20:
            return [f"row {wanted.row}: no {name}"]
        places.append(float(columns.mean()))
    in_order = places[0] > places[1] if rtl else places[0] < places[1]
    return [] if in_order else [f"row {wanted.row}: {wanted.first} does not come before {wanted.second}"]


def _of_color(colors: NDArray[np.int64], name: str) -> NDArray[np.bool_]:
    """Points in which one of the three primaries stands out."""
    place = ("red", "green", "blue").index(name)
    others = np.delete(colors, place, axis=2).max(axis=2)
    found: NDArray[np.bool_] = colors[..., place] - others > 30
    return found
