"""How a text ought to look: drawn from its logical order by Pillow with raqm (FriBidi and HarfBuzz).

It shares no code with the program, so that a fault of ours cannot be in both.
"""

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Ink = NDArray[np.float64]
Columns = NDArray[np.bool_]

PIXELS = 20
CELL = 12
FOLDER = "/usr/share/fonts/truetype/dejavu/"
HEIGHT = 24  # of a cell, so that the place of a match is the place of its line
MARGIN = 8
TOP = 4
_LAST = "رزژ"  # are joined to no letter that follows
_JOINED = "[\u064b-\u0652]*[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]"  # what a letter is joined to, behind its marks


@cache
def font(bold: bool) -> ImageFont.FreeTypeFont:
    name = "DejaVuSansMono-Bold.ttf" if bold else "DejaVuSansMono.ttf"
    return ImageFont.truetype(FOLDER + name, PIXELS, layout_engine=ImageFont.Layout.RAQM)


@cache
def _canvas(text: str, bold: bool, rtl: bool) -> Ink:
    """Ink of the text with blank margins, 0 to 1."""
    direction = "rtl" if rtl else "ltr"
    width = int(font(bold).getlength(text, direction=direction, language="ar")) + 2 * MARGIN
    image = Image.new("L", (width, HEIGHT + 18), 0)
    ImageDraw.Draw(image).text((MARGIN, TOP), text, font=font(bold), fill=255, direction=direction, language="ar")
    ink = np.clip(np.asarray(image) / 255.0 * 2, 0, 1)
    # Terminals place each letter in a cell of whole pixels; the font's own advance is a little wider.
    step = font(bold).getlength("x") / CELL
    return ink[TOP : TOP + HEIGHT, (np.arange(int(ink.shape[1] / step)) * step).astype(int)]


def _edges(ink: Ink) -> slice:
    columns = np.nonzero((ink > 0.3).any(axis=0))[0]
    return slice(max(0, columns[0] - 1), columns[-1] + 2)


def draw(text: str, bold: bool, rtl: bool) -> Ink:
    """Ink of the text, cropped at the left and right."""
    canvas = _canvas(text, bold, rtl)
    return canvas[:, _edges(canvas)]


def draw_rival(text: str, rival: str, bold: bool, rtl: bool) -> Ink | None:
    """Another text in the place of the first one; None where it has another width."""
    canvas, other = _canvas(text, bold, rtl), _canvas(rival, bold, rtl)
    return other[:, _edges(canvas)] if canvas.shape == other.shape else None


def differing(one: Ink, other: Ink) -> Columns:
    """The columns of points in which two drawings of one size are unlike."""
    found: Columns = np.asarray((np.abs(one - other) > 0.3).any(axis=0))
    return found


def shrunk(text: str, letters: str, bold: bool, rtl: bool) -> Columns:
    """The columns of the drawing in which these letters stand at the end of joined ones, with a point beside them."""
    ends = re.compile(f"(?=[{letters}])(?:[{_LAST}]|.(?!{_JOINED}))" if letters else "(?!)")
    place = np.zeros(draw(text, bold, rtl).shape[1], dtype=bool)
    for found in ends.finditer(text):
        # Letters of other shapes that are joined to the same neighbours.
        for other in "دو" if found[0] in _LAST else "حل":
            changed = draw_rival(text, text[: found.start()] + other + text[found.end() :], bold, rtl)
            assert changed is not None
            place |= differing(draw(text, bold, rtl), changed)
    wide: Columns = np.convolve(place, np.ones(5), "same") > 0
    return wide
