"""Sheets of a workbook: their names, and the page each is printed on."""

import re
from collections.abc import Sequence
from itertools import count
from typing import Any

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.views.excel.formats import LEADING, LINES, Formats
from tracker.views.excel.widths import A4
from tracker.views.words import Words

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME, _LONGEST_HEAD = 31, 255
RLM = "\u200f"


class Sheets:
    """The workbook with what all its sheets share: direction, page, head and foot, and `numbers` for its tables."""

    def __init__(self, book: Workbook, readers: Sequence[Words], banners: Sequence[Any]) -> None:
        self.book, self.readers, self.words = book, readers, readers[0]
        lines = {"border": 1, "border_color": LINES}
        self.formats = Formats(book, readers)
        self.cells, self.leading = Formats(book, readers, **lines), Formats(book, readers, **lines, bg_color=LEADING)
        self.banners = [self.formats.said(banner, " · ") for banner in banners]
        self.headings: dict[str, Any] = {}  # whole, by the names that Excel takes
        self._names: set[str] = set()
        self.numbers = count(1)

    def add(self, heading: Any, name: Any = None) -> Worksheet:
        """An empty sheet with that heading; its name, else its heading, is cut and numbered until Excel takes it."""
        sheet = self.book.add_worksheet(self._free(self.words.bare(name or heading)))
        self.headings[sheet.name] = heading
        if self.words.rtl:
            sheet.right_to_left()
        sheet.hide_gridlines(2)
        prepare_page(sheet, self.words, self.formats.said(heading, " / "), self.banners)
        return sheet

    def _free(self, name: str) -> str:
        plain = " ".join(_FORBIDDEN.sub(" ", name).split()).strip("'") or "–"
        for number in range(1, 10_000):
            suffix = f" {number}" if number > 1 else ""
            found = _cut(plain, _LONGEST_NAME - len(suffix)).strip(" '") + suffix
            if found.casefold() not in self._names and found.casefold() != "history":  # Excel keeps that for itself
                self._names.add(found.casefold())
                return found
        raise AssertionError(name)


def prepare_page(sheet: Worksheet, words: Words, title: str, banners: Sequence[str] = ()) -> None:
    """Print a sheet across, as wide as a page, with its whole title and the banners above, and the pages counted."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
    sheet.set_footer("&C&P / &N")
    above = f"\n&9{_in_order(' · '.join(banners), words)}" if banners else ""
    start, room = '&C&"Arial,Bold"', _LONGEST_HEAD - len(above.encode("utf-16-le")) // 2
    sheet.set_header(start + _shortened(_in_order(title, words), room - len(start)) + above)


def _in_order(text: str, words: Words) -> str:
    """A text of a head, where & begins a code, in the reader's direction."""
    plain = text.replace("&", "&&")
    return f"{RLM}{plain}{RLM}" if words.rtl else plain


def _shortened(text: str, room: int) -> str:
    """A text as far as a head has room for it: Excel counts a rare letter as two."""
    if len(text.encode("utf-16-le")) <= 2 * room:
        return text
    units = text.encode("utf-16-le")[: 2 * (room - 2)].decode("utf-16-le", "ignore")
    return f"{units.rstrip('&')}…"


def _cut(text: str, most: int) -> str:
    """A text as far as it has room, at the end of a word where one ends in its second half."""
    if len(text) <= most:
        return text
    at = text.rfind(" ", most // 2, most + 1)
    return text[:at] if at > 0 else text[:most]
