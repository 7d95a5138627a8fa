"""Where the cells of a window are on the screen: measured, since menus, margins and line spacing differ."""

from typing import NamedTuple

import numpy as np
from PIL import Image

# The first cell and the last but one of the last row (the last may wrap), in red.
CORNERS = "print('\\033[31m\\033[H\\u2588\\033[{rows};{columns}H\\033[D\\u2588\\033[m', end='', flush=True)"
_STRONG = 100


class Grid(NamedTuple):
    """Upper left corner and size of a cell in pixels (means: fractions are possible); the window's size in cells."""

    left: float = 0.0
    top: float = 0.0
    width: float = 12.0
    height: float = 24.0
    columns: int = 100
    rows: int = 48


def grid_of(picture: Image.Image, columns: int, rows: int) -> Grid:
    """Reads the grid from a picture of CORNERS. Raises ValueError where they are not to be seen."""
    colors = np.asarray(picture).astype(int)
    down, across = np.nonzero(colors[..., 0] - colors[..., 1:].max(axis=2) > _STRONG)
    middle = picture.width // 4
    first, last = across < middle, across >= middle
    if not first.any() or not last.any():
        message = "the corners of the window are not to be seen"
        raise ValueError(message)
    left, top = float(across[first].min()), float(down[first].min())
    width = float(across[last].min() - left) / (columns - 2)
    height = float(down[last].min() - top) / (rows - 1)
    return Grid(left, top, width, height, columns, rows)


def is_blank(picture: Image.Image, grid: Grid) -> bool:
    """Whether nothing stands in the rows between the first and the last."""
    top, bottom = (round(grid.top + row * grid.height) for row in (1, grid.rows - 1))
    left, right = round(grid.left), round(grid.left + grid.columns * grid.width)
    rows = np.asarray(picture)[top + 1 : bottom - 1, left:right]
    return bool((rows == rows[0, 0]).all())
