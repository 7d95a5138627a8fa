"""The control: the page as Rich prints it by itself, in logical order. `python -m terminals.rich_table rtl|ltr`."""

import sys

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tracker.text.line import Piece

from .page import PAGES, WIDTHS


def _text(cell: list[Piece]) -> Text:
    return Text.assemble(*[(piece.text, piece.style) for piece in cell])


def main() -> None:
    """Prints headings and rows with the columns turned round, as one would without a layer of one's own."""
    page = PAGES[sys.argv[1]]
    turn = -1 if page.rtl else 1
    table = Table(box=box.HEAVY_HEAD)
    for cell, width in list(zip(page.rows[0], WIDTHS, strict=True))[::turn]:
        table.add_column(_text(cell), width=width, justify="right" if page.rtl else "left")
    for row in page.rows[1:]:
        table.add_row(*[_text(cell) for cell in row[::turn]])
    console = Console(width=100)
    console.print(table, justify="right" if page.rtl else "left")
    for sentence in page.sentences:
        console.print(sentence, justify="right" if page.rtl else "left", markup=False)


if __name__ == "__main__":
    main()
