"""A screenshot as ink, and the search for a drawn text in it by normalised cross-correlation."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .reference import Ink
from .windows.grid import Grid

_MARGIN = 4  # white, for letters that touch the edge of the window


class Match(NamedTuple):
    """How like the reference (-1 to 1) and where its upper left corner is."""

    score: float
    left: int
    top: int


class Picture:
    """The cells of a window: row 0 starts at the upper edge, column 0 at the left one."""

    def __init__(self, screen: Image.Image, grid: Grid) -> None:
        right, bottom = grid.left + grid.columns * grid.width, grid.top + grid.rows * grid.height
        self.image = screen.crop((round(grid.left), round(grid.top), round(right), round(bottom)))
        self.row_height = grid.height
        margin = ((_MARGIN, _MARGIN), (_MARGIN, _MARGIN), (0, 0))
        self.colors: NDArray[np.int64] = np.pad(np.asarray(self.image).astype(np.int64), margin, constant_values=255)
        self.ink: Ink = np.clip((255 - self.colors).max(axis=2) / 128.0, 0, 1)

    def top_of(self, row: float) -> int:
        """The first point of a row of the screen."""
        return round(row * self.row_height) + _MARGIN

    def find(self, reference: Ink, top: int, bottom: int) -> Match:
        """The best place of the reference with its upper edge in [top, bottom)."""
        top = max(0, top)
        bottom = min(max(bottom, top + 1), self.ink.shape[0] - reference.shape[0])
        strip = self.ink[top : bottom + reference.shape[0] - 1]
        scores = _correlation(strip, reference)
        place = int(scores.argmax())
        down, left = divmod(place, scores.shape[1])
        return Match(float(scores[down, left]), left, top + down)

    def cut(self, match: Match, shape: tuple[int, int]) -> Ink:
        """What stands where a match was found."""
        return self.ink[match.top : match.top + shape[0], match.left : match.left + shape[1]]


def _correlation(strip: Ink, reference: Ink) -> Ink:
    """Normalised cross-correlation of the reference at each place of the strip, by Fourier transform."""
    height, width = reference.shape
    shape = (_power(strip.shape[0] + height), _power(strip.shape[1] + width))
    centred = reference - reference.mean()
    spectrum = np.fft.rfft2(strip, shape) * np.conj(np.fft.rfft2(centred, shape))
    product = np.fft.irfft2(spectrum, shape)[: strip.shape[0] - height + 1, : strip.shape[1] - width + 1]
    total, squares = _boxes(strip, height, width), _boxes(strip**2, height, width)
    variance = np.maximum(squares - total**2 / (height * width), 1.0)
    found: Ink = product / np.sqrt(variance * (centred**2).sum())
    return found


def _boxes(values: Ink, height: int, width: int) -> Ink:
    """Sums over every rectangle of that size."""
    sums = np.pad(values.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    found: Ink = sums[height:, width:] - sums[:-height, width:] - sums[height:, :-width] + sums[:-height, :-width]
    return found


def _power(least: int) -> int:
    return 1 << (least - 1).bit_length()
