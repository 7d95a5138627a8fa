"""The parts of a letter in Word: paragraphs of a fixed line, tables with hairlines alone, boxes, places to write."""

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from tracker import errors
from tracker.text.printable import without_controls
from tracker.views.letter import FramedPage
from tracker.views.letter.model import Fact, Light, Tile
from tracker.views.letterhead import Emblem
from tracker.views.letterhead.brand import FACES
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.word.runs import Look, runs

SIZE = {"ar": 10.5, "tr": 10.0, "en": 10.0}
"""The letters of a text in points, never below ten: Word wraps wider than PDF, so they are the smallest here."""
LINE = {"ar": 13.0, "tr": 11.5, "en": 11.5}
CELL_SIZE, CELL_LINE = {"ar": 10.0, "tr": 10.0, "en": 10.0}, {"ar": 12.5, "tr": 11.5, "en": 11.5}
"""The same in tables."""
INSET = 50
"""The inset of a cell at either side, in twentieths of a point."""
SYSTEM = "Times New Roman"
"""Every Word has it, with Arabic and Turkish letters; the faces of PDF are not on ministries' machines."""
NARROW = frozenset({SYSTEM, "Liberation Serif", "Libertinus Serif", "Garamond", "Amiri", "Sakkal Majalla"})
"""Faces whose letters are about as wide as those that are measured with, or less."""
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_NONE = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
_PLACE = re.compile(r"(\[[^\]]{1,60}\])")


def face_of(page: FramedPage) -> str:
    """The face: that of the brand, or one that every Word has."""
    return SYSTEM if page.faces == FACES[page.lang] else page.faces[0]


def emblem_pixels(emblem: Emblem) -> bytes | None:
    """The emblem as a picture that every Word shows; nothing where an SVG cannot be drawn."""
    if emblem.kind != "svg":
        from tracker.views.word.pictures import bare  # noqa: PLC0415 - beside its only use

        return bare(emblem.content)
    from tracker.views.typesetting import pixels  # noqa: PLC0415 - 30 MB that only who prints has

    try:
        return pixels(emblem.content.decode("utf-8", "replace"))
    except errors.MissingExtra:
        return None


class Say:
    """The words of a letter as paragraphs in its face, size and colours."""

    def __init__(self, page: FramedPage, *, cells: bool = False) -> None:
        self.page = page
        self.rtl = page.direction == "rtl"
        self.size, self.line = (sizes[page.lang] for sizes in ((CELL_SIZE, CELL_LINE) if cells else (SIZE, LINE)))

    def bare(self, text: str) -> str:
        """A text without what keeps its order."""
        return without_controls(text)

    def runs(self, text: str, *, bold: bool = False, size: float = 0, colour: str = "") -> str:
        """The text as runs; a place in brackets is to be filled and grey."""
        said = self.page.colours.get("soft" if colour == "grey" else colour, "").removeprefix("#")
        soft = self.page.colours["soft"].removeprefix("#")
        points = round(2 * (size or self.size))
        return "".join(
            runs(part, rtl=self.rtl, look=Look(bold, points, soft if _PLACE.fullmatch(part) else said))
            for part in _PLACE.split(text)
            if part
        )

    def paragraph(
        self,
        content: str,
        *,
        centred: bool = False,
        end: bool = False,
        loose: bool = False,
        further: str = "",
        line: float = 0,
    ) -> str:
        """A paragraph whose lines have one height; `loose` where a picture decides."""
        rule = (
            ' w:line="240" w:lineRule="auto"'
            if loose
            else f' w:line="{round(20 * (line or self.line))}" w:lineRule="exact"'
        )
        at = "center" if centred else ("left" if self.rtl else "right") if end and not self.rtl else ""
        place = f'<w:jc w:val="{at}"/>' if at else '<w:jc w:val="right"/>' if end else ""
        # The letter that a picture stands beside, though none is written, must not make its line higher.
        mark = '<w:rPr><w:sz w:val="4"/><w:szCs w:val="4"/></w:rPr>' if loose else ""
        return f'<w:p><w:pPr>{further}<w:spacing w:before="0" w:after="0"{rule}/>{place}{mark}</w:pPr>{content}</w:p>'

    def room_for(self, height: int) -> str:
        """The place of a picture that is not made yet, as high as it will be."""
        return self.paragraph(f'<w:r><w:drawing><wp:extent cx="0" cy="{height}"/></w:drawing></w:r>', loose=True)

    def plain(self, text: str, *, bold: bool = False) -> str:
        """A paragraph of one look."""
        return self.paragraph(self.runs(text, bold=bold))

    def centred(self, text: str, *, bold: bool = False, big: bool = False, colour: str = "") -> str:
        """A centred paragraph."""
        size = self.size + 1.5 if big else 0
        return self.paragraph(self.runs(text, bold=bold, size=size, colour=colour), centred=True)

    def fact(self, fact: Fact) -> str:
        """A label in bold and what stands behind it."""
        return self.paragraph(self.runs(f"{fact.label}: ", bold=True) + self.runs(fact.text))

    def heading(self, text: str, level: int, *, centred: bool = False, underlined: bool = False) -> str:
        """A heading, by whose style readers find their way."""
        made = self.runs(text, bold=True, size=self.size + (0.5 if level > 1 else 1.5), colour="ink")
        if underlined:
            made = re.sub(r"(<w:sz )", r'<w:u w:val="single"/>\1', made)
            made = re.sub(r'(<w:u w:val="single"/>)(<w:sz [^>]*/><w:szCs [^>]*/>)', r"\2\1", made)
        style = f'<w:pStyle w:val="Heading{level}"/>'
        high = self.line + (2 if level == 1 else 0)
        return self.paragraph(made, centred=centred, further=style + "<w:keepNext/>", line=high)

    def small(self, text: str) -> str:
        """The one line of small print."""
        return self.paragraph(self.runs(text, size=8, colour="soft"), centred=True)

    def gap(self) -> str:
        """The white between two parts."""
        return '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="100" w:lineRule="exact"/></w:pPr></w:p>'

    def rule(self) -> str:
        """The rule under the head."""
        line = f'<w:bottom w:val="single" w:sz="7" w:space="0" w:color="{self._colour("ink")}"/>'
        spacing = '<w:spacing w:before="0" w:after="60" w:line="60" w:lineRule="exact"/>'
        return f"<w:p><w:pPr><w:pBdr>{line}</w:pBdr>{spacing}</w:pPr></w:p>"

    def bottom_line(self, text: str, *, bold: bool, light: Light | None) -> str:
        """A sentence of the bottom line, which a rule at its beginning sets off."""
        made = self.runs(text, bold=bold)
        if light:
            before, _, after = text.partition(light.word)
            symbol = HEALTH_SYMBOL[light.health]  # type: ignore[index] # its slug
            made = self.runs(before) + self.runs(f"{symbol} {light.word}", colour=light.health) + self.runs(after)
        side = "right" if self.rtl else "left"
        edge = f'<w:{side} w:val="single" w:sz="16" w:space="6" w:color="{self._colour("hue")}"/>'
        indent = '<w:ind w:start="160"/>'
        spacing = f'<w:spacing w:before="0" w:after="0" w:line="{round(20 * self.line)}" w:lineRule="exact"/>'
        return f"<w:p><w:pPr><w:pBdr>{edge}</w:pBdr>{spacing}{indent}</w:pPr>{made}</w:p>"

    def tile(self, tile: Tile) -> str:
        """A large figure, and what is said beside it."""
        made = self.runs(f"{tile.value} ", bold=True, size=24, colour="hue") if tile.value else ""
        made += (
            self.runs(tile.note, size=max(10, self.size - 0.5), colour="" if tile.value else "soft")
            if tile.note
            else ""
        )
        spacing = '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/>'
        return f"<w:p><w:pPr>{spacing}</w:pPr>{made}</w:p>"

    def dots(self, *labels: str) -> str:
        """A line to write on, after its label; two beside each other."""
        made = "".join(
            self.runs(label, colour="soft") + self.runs("." * (20 if len(labels) > 1 else 48), colour="edge")
            for label in labels or ("",)
        )
        line = round(20 * self.line * 1.25)
        return (
            f'<w:p><w:pPr><w:spacing w:before="40" w:after="0" w:line="{line}" w:lineRule="exact"/></w:pPr>{made}</w:p>'
        )

    def box(self, name: str, number: int) -> str:
        """A box to tick, on paper or on the screen (a content control of Word 2010)."""
        face = "Segoe UI Symbol"
        font = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="MS Gothic" w:cs="{face}"/>'
        run = f'<w:r><w:rPr>{font}<w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr><w:t>☐</w:t></w:r>'
        said = escape(self.bare(name), {'"': "&quot;"})
        state = '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        state += '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/>'
        about = f'<w:alias w:val="{said}"/><w:id w:val="{500000 + number}"/><w14:checkbox {W14}>{state}</w14:checkbox>'
        control = f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        return self.paragraph(control, centred=True)

    def ruled(self, widths: Sequence[int], head: Sequence[list[str]], rows: Sequence[Sequence[list[str]]]) -> str:
        """A table with hairlines between its rows and a rule under its head, which names it."""
        hair, ink = self._colour("hair"), self._colour("ink")
        below = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ink}"/></w:tcBorders>'
        lines = _NONE.replace(
            '<w:insideH w:val="nil"/>', f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{hair}"/>'
        )
        top = self._row(widths, head, below, "<w:tblHeader/>", "bottom")
        return self._table(widths, lines, top + "".join(self._row(widths, row) for row in rows), inset=32)

    def table(
        self,
        widths: Sequence[int],
        rows: Sequence[Sequence[list[str]]],
        *,
        head: bool = False,
        framed: int | None = None,
    ) -> str:
        """A table without lines; the cell at `framed` has a frame, and with `head` the first row names the columns."""
        ink = self._colour("ink")
        frame = "".join(
            f'<w:{side} w:val="single" w:sz="6" w:space="0" w:color="{ink}"/>'
            for side in ("top", "left", "bottom", "right")
        )
        made = ""
        for number, row in enumerate(rows):
            borders = [f"<w:tcBorders>{frame}</w:tcBorders>" if place == framed else "" for place in range(len(row))]
            made += self._row(
                widths,
                row,
                borders,
                "<w:tblHeader/>" if head and number == 0 else "",
                "top" if framed is not None else "center",
            )
        return self._table(widths, _NONE, made)

    def _row(
        self,
        widths: Sequence[int],
        cells: Sequence[list[str]],
        borders: str | list[str] = "",
        head: str = "",
        at: str = "center",
    ) -> str:
        each = borders if isinstance(borders, list) else [borders] * len(cells)
        made = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{border}<w:vAlign w:val="{at}"/></w:tcPr>'
            f"{''.join(inner) or self.plain('')}</w:tc>"
            for width, inner, border in zip(widths, cells, each, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{made}</w:tr>"

    def _table(self, widths: Sequence[int], lines: str, rows: str, inset: int = 0) -> str:
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        properties = f"{'<w:bidiVisual/>' if self.rtl else ''}"
        properties += f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        properties += '<w:tblLayout w:type="fixed"/>'
        margins = f'<w:top w:w="{inset}" w:type="dxa"/><w:left w:w="{INSET}" w:type="dxa"/>'
        margins += f'<w:bottom w:w="{inset}" w:type="dxa"/><w:right w:w="{INSET}" w:type="dxa"/>'
        properties += f"<w:tblCellMar>{margins}</w:tblCellMar>"
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"

    def _colour(self, name: str) -> str:
        return self.page.colours[name].removeprefix("#")
