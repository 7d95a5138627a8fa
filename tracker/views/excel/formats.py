"""The looks of cells in a workbook; each is made once."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from tracker.model.state.health import Health
from tracker.views.symbols import COLOURS
from tracker.views.words import Words

LRM = "\u200e"
DEEP, FAINT, LEADING, LINES = "#0B3D2E", "#5C5C66", "#E3EFE9", "#C4C4CA"
_LOCALE = {"ar": "1001", "tr": "41F", "en": "809"}
"""Windows' numbers of Arabic (Libya), Turkish and British English, which name the months (MS-LCID)."""
_PERCENT = {"ar": "0%", "tr": "%0", "en": "0%"}


class Formats:
    """The looks of a workbook for its readers; `everywhere` are properties that all of them have.

    Texts begin where reading begins, whatever language they are in; those of a language from left to right have the
    order that their own letters ask for, as one that is not translated. `shares`, `days` and `months` are the formats
    of percentages and of dates, whose months are in the language of the first reader.
    """

    def __init__(self, book: Workbook, readers: Sequence[Words], **everywhere: Any) -> None:
        self._book = book
        self.readers, self.words = readers, readers[0]
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        rtl, lang = self.words.rtl, self.words.lang
        self._common = {"font_name": "Arial", "font_size": 10, "valign": "vcenter", "reading_order": 2 if rtl else 0}
        self._everywhere = everywhere
        self.start = "right" if rtl else "left"
        self.shares = _PERCENT[lang]
        self.days, self.months = (f"[$-{_LOCALE[lang]}]{shape};@" for shape in ("d mmmm yyyy", "mmm yyyy"))

    def said(self, value: Any, between: str = "\n") -> str:
        """A value in the words of each reader, once where they are the same.

        A number at the beginning of a line would go to its end, where the line is read from left to right in a cell
        that is read from right to left.
        """
        texts = {reader.bare(value): reader for reader in reversed(self.readers)}
        lines = [
            text if reader.rtl == self.words.rtl or text[:1].isalpha() else f"{LRM}{text}"
            for text, reader in texts.items()
        ]
        return between.join(reversed(lines))

    def look(self, **properties: Any) -> Format:
        """A look with these properties of xlsxwriter beside the common ones."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({**self._common, **properties, **self._everywhere})
        return self._made[key]

    def heads(self) -> Format:
        """The look of the headings of columns."""
        return self.look(bold=True, bg_color=DEEP, font_color="white", text_wrap=True, align=self.start)

    def text(self) -> Format:
        """The look of wrapped text."""
        return self.look(text_wrap=True, align=self.start)

    def number(self) -> Format:
        """A count or a measured value."""
        return self.look(align="center")

    def share(self, *, exact: bool = False) -> Format:
        """A percentage, `exact` where it has decimals."""
        shape = self.shares.replace("0", "0.##") if exact else self.shares
        return self.look(num_format=shape, align="center")

    def day(self) -> Format:
        """A day, its month in letters."""
        return self.look(num_format=self.days, align="center")

    def health(self, health: Health) -> Format:
        """A colour's word, in that colour."""
        return self.look(bold=True, font_color=COLOURS[health].upper(), text_wrap=True, align=self.start)
