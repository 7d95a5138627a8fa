"""The height of a letter in Word before it is shown: its elements as they are written, their lines counted.

Lines, rows and pictures of a letter have heights of their own in the file, so that only where a line ends is computed.
The head and foot of a letterhead are measured too, with what their styles say.
"""

from collections.abc import Iterator
from copy import deepcopy
from math import ceil
from typing import Any

from docx.oxml.ns import nsmap, qn
from lxml import etree

from tracker.views.word.letter_faces import width

_BORDER = 10
"""Twentieths of a point that the lines of a table add to a row."""
_LINE = 28
"""Twentieths of a point for each point of size, of a line whose height its face decides: that of a high face."""
_BELOW = 40
"""Twentieths of a point that a line with a picture reaches below it."""
_INSET = 108
"""The inset of a cell at either side where the table names none (ECMA-376, 17.4.42)."""
_EMU = 635
"""English Metric Units in a twentieth of a point."""
_NAMESPACES = " ".join(f'xmlns:{name}="{address}"' for name, address in nsmap.items())
_P, _TABLE, _ROW, _CELL, _RUN, _TEXT, _BREAK = map(qn, ("w:p", "w:tbl", "w:tr", "w:tc", "w:r", "w:t", "w:br"))
_LOOK, _SIZE, _BOLD, _EXTENT, _ANCHOR = map(qn, ("w:rPr", "w:sz", "w:b", "wp:extent", "wp:anchor"))
_SPACING, _INDENT = (f"{qn('w:pPr')}/{qn(name)}" for name in ("w:spacing", "w:ind"))
_WIDTH, _HEIGHT = f"{qn('w:tcPr')}/{qn('w:tcW')}", f"{qn('w:trPr')}/{qn('w:trHeight')}"
_INSETS = f"{qn('w:tblPr')}/{qn('w:tblCellMar')}/*"
_W = qn("w:p").removesuffix("p")


def height_of(xml: str, room: float, *, other: bool) -> float:
    """The height in points of paragraphs and tables, `room` twentieths of a point wide; `other` face than ours."""
    return _sum(etree.fromstring(f"<w:body {_NAMESPACES}>{xml}</w:body>"), room, other=other) / 20


def height_of_edge(edge: Any, styles: Any, room: float) -> float:
    """The height in points of a head or foot, whose paragraphs have the white about them that their styles say."""
    copied = deepcopy(edge)
    kinds = styles.iterfind(f"{qn('w:style')}[@{qn('w:type')}='paragraph']")
    found = {style.get(qn("w:styleId")): style for style in kinds}
    normal = next((name for name, style in found.items() if style.get(qn("w:default"))), None)
    defaults = _spacing(styles.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}"))
    for paragraph in copied.iter(_P):
        own = paragraph.get_or_add_pPr()
        name, said = own.style or normal, _spacing(paragraph)
        for _ in found:  # no chain is longer
            style = found.get(name)
            said = {**_spacing(style), **said}
            based = style.find(qn("w:basedOn")) if style is not None else None
            name = based.get(qn("w:val")) if based is not None else None
        own.get_or_add_spacing().attrib.update({**defaults, **said})
    return _sum(copied, room, other=True) / 20


def _spacing(owner: Any) -> dict[str, str]:
    found = owner.find(_SPACING) if owner is not None else None
    return dict(found.attrib) if found is not None else {}


def _sum(parent: Any, room: float, *, other: bool) -> float:
    whole = 0.0
    for each in parent:
        if each.tag == _P:
            whole += _paragraph(each, room, other=other)
        elif each.tag == _TABLE:
            whole += sum(_row(row, room, _insets(each), other=other) for row in each.iterchildren(_ROW))
    return whole


def _insets(table: Any) -> dict[str, float]:
    found: dict[str, float] = {"top": 0, "bottom": 0, "left": _INSET, "right": _INSET}
    for margin in table.iterfind(_INSETS):
        found[etree.QName(margin).localname] = _number(margin, "w")
    return found


def _row(row: Any, room: float, insets: dict[str, float], *, other: bool) -> float:
    """The height of the highest cell, or that which the row is given."""
    cells = list(row.iterchildren(_CELL))
    highest = 0.0
    for cell in cells:
        said = cell.find(_WIDTH)
        fixed = said is not None and said.get(qn("w:type")) == "dxa"
        wide = _number(said, "w") if fixed else room / len(cells)
        highest = max(highest, _sum(cell, wide - insets["left"] - insets["right"], other=other))
    least = _number(row.find(_HEIGHT), "val")
    return max(highest + insets["top"] + insets["bottom"] + _BORDER, least)


def _paragraph(paragraph: Any, room: float, *, other: bool) -> float:
    """The height of the lines of a paragraph, with the white about it."""
    spacing = paragraph.find(_SPACING)
    around = _number(spacing, "before") + _number(spacing, "after")
    room -= _number(paragraph.find(_INDENT), "start")
    runs = list(_runs(paragraph))
    line, most = _number(spacing, "line", 240), max((size for _, size, _ in runs), default=11)
    exact = spacing is not None and spacing.get(qn("w:lineRule")) == "exact"
    drawn = [float(extent.get("cy")) / _EMU for extent in paragraph.iter(_EXTENT) if _inline(extent)]
    high = line if exact else line / 240 * (max(drawn) + _BELOW if drawn else _LINE * most)
    return around + high * _lines(runs, max(room, 1), other=other)


def _inline(extent: Any) -> bool:
    """Whether a picture stands in its line, so that it makes it higher."""
    return bool(extent.getparent().tag != _ANCHOR)


def _number(element: Any, name: str, default: float = 0) -> float:
    """The number that an attribute has; letterheads have percentages and worse in their places."""
    try:
        return float(element.get(_W + name))
    except (AttributeError, TypeError, ValueError):
        return default


def _runs(paragraph: Any) -> Iterator[tuple[str, float, bool]]:
    """The texts with their sizes in points, and whether they are bold."""
    for run in paragraph.iter(_RUN):
        look = run.find(_LOOK)
        size = look.find(_SIZE) if look is not None else None
        bold = look is not None and look.find(_BOLD) is not None
        text = "".join("\n" if part.tag == _BREAK else part.text or "" for part in run.iter(_TEXT, _BREAK))
        yield text, _number(size, "val", 22) / 2, bold


def _lines(runs: list[tuple[str, float, bool]], room: float, *, other: bool) -> int:
    """The lines of runs that are broken between words, a word longer than a line within it."""
    lines, used, word = 1, 0.0, 0.0

    def placed() -> None:
        nonlocal lines, used, word
        if used and used + word > room:
            lines, used = lines + 1, 0.0
        used += word
        more = ceil(used / room) - 1
        if word and more > 0:
            lines, used = lines + more, used - more * room
        word = 0.0

    for text, size, bold in runs:
        for number, part in enumerate(text.replace("\n", " \n ").split(" ")):
            if number:
                placed()
                used += 20 * size * width(" ", other=other)
            if part == "\n":
                lines, used = lines + 1, 0.0
            else:
                word += 20 * size * width(part, bold=bold, other=other)
    placed()
    return lines
