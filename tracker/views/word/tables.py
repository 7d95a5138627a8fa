"""The tables of Word: mirrored in Arabic, their heading repeated on each page, no row torn apart.

They are written as XML: thousands of rows would take python-docx minutes, which searches the whole table for each.
"""

from collections.abc import Sequence

from tracker.frozen import replace
from tracker.model.state.health import Health
from tracker.views.page import Cell, Section
from tracker.views.symbols import CLAIMED, COLOURS, EDGE, PLANNED, SURE
from tracker.views.word.columns import (
    CROWDED,
    LETTER,
    MANY,
    columns_in_blocks,
    columns_within,
    measured,
    shared,
)
from tracker.views.word.runs import Look, keep_with_next, opposes_page, paragraph, runs

HEAD, ZEBRA, LEADING = "0B3D2E", "F5F5F6", "E3EFE9"
REST = "FFFFFF"
_FRAME = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{EDGE[1:].upper()}"/>'
    for side in ("top", "left", "bottom", "right")
)
"""The rest of a bar, white within its edge."""
FAINT = "5C5C66"
SHORT = 5
"""Rows, the headings among them, of a table that is not torn apart by the end of a page."""
PLAIN, SMALL = 18, 16
"""The letters of a table, and of one of many columns, in half points: none is smaller than eight points."""
_GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C4C4CA"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_NONE = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
_TURNED = '<w:bidi/><w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/>'
"""A paragraph that runs from the right; "right" is where its lines end, at the edge where those of the page begin."""
_TURNED_LEFT = '<w:bidi w:val="0"/><w:spacing w:before="0" w:after="0"/><w:jc w:val="left"/>'
"""A paragraph that runs from the left on a page that runs from the right."""
TIGHT = '<w:spacing w:before="0" w:after="0"/>'
GAP = paragraph("", further='<w:spacing w:before="0" w:after="0" w:line="90" w:lineRule="exact"/>')
"""The small gap after a table."""
_HAIRLINES = _NONE.replace(
    '<w:insideH w:val="nil"/>', '<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C4C4CA"/>'
)
SIDE = 80
"""The edge of a cell in twentieths of a point."""


def turned(right: bool, *, rtl: bool) -> str:
    """The properties of a tight paragraph that runs from the `right` or not, on a page that does (`rtl`) or not."""
    return TIGHT if right is rtl else _TURNED if right else _TURNED_LEFT


def table(section: Section, *, rtl: bool, room: int) -> str:
    """A section's columns and rows, `room` twentieths of a point wide.

    Columns that a page has no room for in letters of eight points stand below it, behind the first column once more.
    """
    section = measured(section)
    many = len(section.columns)
    size, side = SMALL if many > MANY else PLAIN, SIDE // 2 if many > CROWDED else SIDE
    blocks = columns_in_blocks(section.columns, room, letter=size * LETTER, side=side)
    made = []
    for number, block in enumerate(blocks, 1):
        name = section.heading if len(blocks) == 1 else f"{section.heading} {number}/{len(blocks)}"
        part = replace(
            section,
            heading=name,
            columns=tuple(section.columns[at] for at in block),
            rows=tuple(tuple(row[at] for at in block) for row in section.rows),
        )
        made.append(_block(part, rtl=rtl, room=room, size=size, side=side))
    return GAP.join(made)


def _block(section: Section, *, rtl: bool, room: int, size: int, side: int) -> str:
    """Columns that stand beside each other, with all rows."""
    widths = columns_within(section, room, letter=size * LETTER, side=side)
    head = "".join(
        _cell(paragraph(runs(column.text, rtl=rtl, look=Look(True, size, "FFFFFF")), further=TIGHT), width, HEAD)
        for column, width in zip(section.columns, widths, strict=True)
    )
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    for number, row in enumerate(section.rows):
        shade = LEADING if number in section.leading else ZEBRA if number % 2 and not section.leading else ""
        cells = (
            _cell(contents(cell, rtl=rtl, room=width - 2 * side, look=Look(size=size)), width, shade)
            for cell, width in zip(row, widths, strict=True)
        )
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
    if len(rows) <= SHORT:
        rows = [*map(keep_with_next, rows[:-1]), rows[-1]]
    return _whole("".join(rows), widths, rtl, _GRID, section.heading, side=side)


def pairs(rows: Sequence[tuple[Cell, ...]], *, rtl: bool, room: int) -> str:
    """The labels beside values, without lines."""
    longest = max(len(row[0].text) for row in rows)
    first = min(max(longest * 110 + 200, 1600), room // 3)
    widths = [first, room - first]
    lines = []
    for label, value in rows:
        left = _cell(paragraph(runs(label.text, rtl=rtl, look=Look(colour=FAINT)), further=TIGHT), first, "", at="top")
        shown = Cell(value.text) if value.kind in ("progress", "strip") else value
        right = _cell(contents(shown, rtl=rtl, room=widths[1]), widths[1], "", at="top")
        lines.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{left}{right}</w:tr>")
    return _whole("".join(lines), widths, rtl, _NONE, "")


def places(rows: Sequence[tuple[Cell, ...]], labels: Sequence[str], *, rtl: bool, room: int) -> str:
    """The places to sign side by side, three at most, with a line for each label; those of a single one in a row."""
    if len(rows) == 1:
        return _single_place(rows[0][0].text, labels, rtl, room)
    across = min(len(rows), 3)
    widths = [room // across] * across
    lines = []
    for start in range(0, len(rows), across):
        cells = []
        for row in [*rows[start : start + across], *[None] * across][:across]:
            inner = paragraph("")
            if row is not None:
                inner = paragraph(runs(row[0].text, rtl=rtl, look=Look(True)), further="<w:keepNext/>")
                inner += "".join(_ruled(label, rtl) for label in labels)
            cells.append(_cell(inner, widths[0], "", at="bottom"))  # below names of one line or two
        lines.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
    return _whole("".join(lines), widths, rtl, _NONE, "")


def rows_of(
    rows: Sequence[tuple[str, ...]],
    widths: Sequence[int],
    rtl: bool,
    *,
    ruled: bool,
    head: bool = False,
    at: str = "top",
) -> str:
    """Rows of cells that are made already, divided by hairlines or by nothing; with `head` the first names the rest."""
    lines = []
    for number, row in enumerate(rows):
        cells = "".join(_cell(inner, width, "", at=at) for inner, width in zip(row, widths, strict=True))
        named = "<w:tblHeader/>" if head and number == 0 else ""
        line = f"<w:tr><w:trPr><w:cantSplit/>{named}</w:trPr>{cells}</w:tr>"
        lines.append(keep_with_next(line) if named else line)
    return _whole("".join(lines), widths, rtl, _HAIRLINES if ruled else _NONE, "")


def _single_place(office: str, labels: Sequence[str], rtl: bool, room: int) -> str:
    """The office, and its lines beside each other below it."""
    widths = [room // len(labels)] * len(labels)
    name = paragraph(runs(office, rtl=rtl, look=Look(True)), further="<w:keepNext/>" + TIGHT)
    lines = "".join(_cell(_ruled(label, rtl), width, "") for label, width in zip(labels, widths, strict=True))
    rows = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{lines}</w:tr>"
    return name + _whole(rows, widths, rtl, _NONE, "")


def _ruled(label: str, rtl: bool) -> str:
    """A label on a line, to write beside; what is between keeps Word from taking neighbours' borders for one."""
    under = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="8A8A90"/></w:pBdr>'
    under += '<w:spacing w:before="200" w:after="0"/>'
    between = paragraph("", further='<w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/>')
    return paragraph(runs(label, rtl=rtl, look=Look(colour=FAINT)), further=under) + between


def contents(cell: Cell, *, rtl: bool, room: int, look: Look = Look()) -> str:  # noqa: B008 - a value that nobody changes
    """The paragraphs of a cell."""

    def line(text: str, how: Look = look) -> str:
        right = rtl or opposes_page(text, rtl=rtl)
        return paragraph(runs(text, rtl=rtl, look=how), further=turned(right, rtl=rtl))

    match cell.kind:
        case "health":
            colour = COLOURS[Health(cell.health)].removeprefix("#")
            shown = line(cell.signed, Look(True, look.size, colour))
            return shown + "".join(line(part.text, Look(size=look.size, colour=FAINT)) for part in cell.lines)
        case "progress":
            sure = min(cell.evidenced, cell.declared)
            shares = [(sure, SURE), (cell.declared - sure, CLAIMED), (100 - cell.declared, REST)]
            return _bar(shares, rtl, room) + line(cell.text)
        case "strip" if cell.span:
            start, end, _ = cell.span
            done = (end - start) * cell.declared // 100
            sure = min((end - start) * cell.evidenced // 100, done)
            parts = [(sure, SURE), (done - sure, CLAIMED), (end - start - done, PLANNED)]
            shares = [(start, REST), *parts, (100 - end, REST)]
            return _bar(shares, rtl, room) + line(cell.text)
        case "code":
            return line(cell.text, Look(True, look.size))
    if cell.lines:
        return "".join(contents(part, rtl=rtl, room=room, look=look) for part in cell.lines)
    return line(cell.text)


def _bar(shares: Sequence[tuple[int, str]], rtl: bool, room: int) -> str:
    """A bar as a table of coloured cells, which every program draws; an empty share has no cell."""
    shown = [(share, colour) for share, colour in shares if share > 0]
    widths = shared([share for share, _ in shown], room)
    small = '<w:spacing w:before="0" w:after="0" w:line="90" w:lineRule="exact"/>'
    cells = "".join(
        _cell(paragraph("", further=small), width, colour) for width, (_, colour) in zip(widths, shown, strict=True)
    )
    return _whole(f"<w:tr>{cells}</w:tr>", widths, rtl, _FRAME, "", side=0)


def _cell(inner: str, width: int, shade: str, *, at: str = "center") -> str:
    filled = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade.removeprefix("#").upper()}"/>' if shade else ""
    place = f'<w:vAlign w:val="{at}"/>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{filled}{place}</w:tcPr>{inner}</w:tc>'


def _whole(rows: str, widths: Sequence[int], rtl: bool, lines: str, name: str, *, side: int = SIDE) -> str:
    """The order of the properties is the schema's (ECMA-376, 17.4.59); Word refuses another."""
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415 - beside its only use

    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        f"{'<w:bidiVisual/>' if rtl else ''}"
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{side}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )
    if name:
        properties += f"<w:tblCaption w:val={quoteattr(name)}/>"
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
