"""A report as a page."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from tracker.frozen import replace
from tracker.message import Message, msg
from tracker.reports.document_cells import Spark
from tracker.reports.parts import Figures, Part, Signatures
from tracker.reports.pictures.drawn import Bars, Heat, Timeline
from tracker.reports.pictures.parted import parts_of
from tracker.reports.pictures.tables import table_of
from tracker.reports.report import Block, Facts, Many, Notes, Report, Table
from tracker.reports.report import Column as ReportColumn
from tracker.reports.values import filled, said_of
from tracker.views.banners import copy_banner, file_title
from tracker.views.page.cells import cell
from tracker.views.page.model import Cell, Column, Labels, Page, Section
from tracker.views.pictures import draw, draw_slim, row_height
from tracker.views.pictures.canvas import WIDTH
from tracker.views.separators import LIST_SEPARATOR, SEPARATOR
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.words import DEMO, Words, as_of

REGION = {"ar": "LY", "tr": "TR", "en": "GB"}
MANY_COLUMNS = 7
DRAWN = frozenset({"progress", "strip"})
BOLD = 1.15
"""Letters of a heading against those of the cells."""
WIDEST, UNBROKEN, WIDTH_OF_BAR, DAY = 22, 32, 14, 13
"""Letters beyond which a column asks for no more room, those of a short text that does not wrap where columns are few,
and those that a bar and a day in wide digits ask for."""
LINES, LONG = 3, 48
"""The lines that a long text takes in a column that grows for it, and the letters to which that column grows."""
LONGEST = 30
"""Letters of a word beyond which it is broken, so that it leaves room for other columns: no language writes longer."""
LONGEST_TOLD = 8000
UPRIGHT, WIDE, BROAD, LEGEND = 800, 450, 760, 40
"""The height that the rows of a picture have on an upright, a wide and a broad page, in its own units, and that of its
legend."""
BROAD_COLUMNS = 14
"""Columns beyond which a table is given the larger paper."""

_FIRST, _SECOND = "\ue000", "\ue001"


def page_of(report: Report, words: Words, *, own_paper: bool = False) -> Page:
    """The page of a document, in the reader's language; `own_paper` is never the larger one."""
    heading = report.heading
    totals = []
    if heading:
        totals = [Cell(words.message(as_of(heading.day)))]
        totals += [cell(total, words) for total in heading.totals]
    document = words.message(report.title) if report.title else ""
    broad = _is_broad(report) and not own_paper
    title = words.text(heading.title) if heading else document
    sections = _sections(report, words, BROAD if broad else WIDE if report.wide else UPRIGHT)
    return Page(
        kind=report.kind,
        lang=words.lang,
        region=REGION[words.lang],
        direction=words.catalog.direction,
        document=document,
        title=title,
        plain_title=file_title(report, words),
        totals=tuple(totals),
        demo=words.message(DEMO) if report.demo else "",
        copy=copy_banner(report, words),
        sections=tuple(_numbered(sections, words) if report.chapters else sections),
        footer=tuple(words.message(sentence) for sentence in report.footer),
        running=tuple(words.message(sentence) for sentence in report.running or report.footer),
        labels=_labels(words),
        digits=words.digits,
        wide=report.wide,
        broad=broad,
        chapters=report.chapters,
        moment=report.moment,
    )


def _labels(words: Words) -> Labels:
    one = words.in_language(words.lang)
    page = one.message(msg("Page {number} of {total}", number=Message(_FIRST), total=Message(_SECOND)))
    before, _, rest = page.partition(_FIRST)
    between, _, after = rest.partition(_SECOND)
    return Labels(
        (before, between, after),
        words.message(msg("Name")),
        words.message(msg("Signature")),
        words.message(msg("Date")),
        words.message(msg("The numbers of the picture")),
        words.message(msg("Contents")),
        words.message(msg("This is wider than the screen; move it sideways.")),
    )


def _is_broad(report: Report) -> bool:
    tables = (block for block in report.blocks if isinstance(block, Table))
    return report.wide and any(len(table.columns) > BROAD_COLUMNS for table in tables)


def _sections(report: Report, words: Words, high: int) -> Iterator[Section]:
    """The sections; the rows of a picture are at most `high` together, or it is divided."""
    level = 2
    for block in report.blocks:
        if isinstance(block, Part):
            yield Section("part", block.key, 2, words.message(block.heading))
            level = 3
        elif isinstance(block, Bars | Timeline | Heat):
            row = row_height(block)
            parts = list(parts_of(block, high // row, (high // 2 - LEGEND) // row))
            yield from (replace(_section(part, level, words), parts=len(parts)) for part in parts)
        else:
            yield _section(block, level, words)


def _numbered(sections: Iterable[Section], words: Words) -> Iterator[Section]:
    """The sections with the numbers of their chapters, and within these."""
    chapter = within = 0
    for section in sections:
        if not section.heading:
            yield section
            continue
        chapter, within = (chapter + 1, 0) if section.is_chapter else (chapter, within + 1)
        places = [chapter, within] if within else [chapter]
        yield replace(section, number=".".join(map(words.bare, places)))


def _section(block: Block, level: int, words: Words) -> Section:
    heading = words.message(block.heading) if block.heading else ""
    match block:
        case Table():
            return _table("table", joined(block.for_readers()), level, words)
        case Facts():
            facts = tuple((Cell(words.message(label)), cell(value, words)) for _, label, value in block.items)
            return Section("facts", block.key, level, heading, rows=facts)
        case Figures():
            told = tuple((Cell(words.message(f.label)), cell(said_of(f), words)) for f in block.items)
            return Section("facts", block.key, level, heading, rows=told)
        case Notes():
            empty = words.message(block.empty) if block.empty else ""
            return Section("notes", block.key, level, heading, rows=tuple(_notes(block, words)), empty=empty)
        case Signatures():
            places = tuple((Cell(words.message(place.office)),) for place in block.places)
            return Section("signatures", block.key, level, heading, rows=places)
        case Part():
            return Section("part", block.key, level, heading)
        case _:
            found, alt = table_of(block), words.bare(block.alt)
            numbers = _table("picture", found, level, words)
            said = shortened(f"{alt} {_in_words(found, words)}")
            drawing = draw(block, words)
            pair = {"slim": draw_slim(block, words), "narrow": drawing.width < WIDTH}
            return replace(numbers, heading=heading, alt=alt, told=said, drawing=drawing, **pair)


def shortened(text: str) -> str:
    """A text as long as a picture may be told by: ISO 19005-2, 6.1.13, allows 32,767 bytes."""
    return text if len(text) <= LONGEST_TOLD else f"{text[:LONGEST_TOLD]} …"


def _in_words(numbers: Table, words: Words) -> str:
    """The rows of a picture's numbers: each says its values by the names of their columns; lines are left out."""
    between, after = SEPARATOR[words.lang], LIST_SEPARATOR[words.lang]
    names = [words.message(column.heading) for column in numbers.columns]
    rows = (row for row in numbers.rows if not any(isinstance(value, Spark) for value in row))
    said = (
        (
            words.text(row[0]),
            [f"{name} {words.text(value)}" for name, value in zip(names[1:], row[1:], strict=True) if filled(value)],
        )
        for row in rows
    )
    return words.seen(after.join(f"{title}: {between.join(values)}" for title, values in said if values))


def joined(table: Table) -> Table:
    """The table with one row for those that follow each other and differ in its column `together` alone."""
    place = next((place for place, column in enumerate(table.columns) if column.key == table.together), None)
    if place is None:
        return table
    groups = [list(rows) for _, rows in groupby(table.rows, key=lambda row: (*row[:place], *row[place + 1 :]))]
    rows = (
        rows[0]
        if len(rows) == 1
        else (*rows[0][:place], Many(tuple(row[place] for row in rows)), *rows[0][place + 1 :])
        for rows in groups
    )
    return replace(table, rows=tuple(rows))


def _table(kind: str, table: Table, level: int, words: Words) -> Section:
    narrow = len(table.columns) > MANY_COLUMNS
    rows = tuple(tuple(cell(value, words, narrow=narrow) for value in row) for row in table.rows)
    heading = words.message(table.heading) if table.heading else ""
    empty = words.message(table.empty) if table.empty else ""
    columns = tuple(
        _column(column, [row[place] for row in rows], words, WIDEST if narrow or column.flexible else UNBROKEN)
        for place, column in enumerate(table.columns)
    )
    return Section(kind, table.key, level, heading, columns, rows, empty, table.leading)


def _column(column: ReportColumn, cells: list[Cell], words: Words, widest: int) -> Column:
    heading = words.message(column.heading)
    drawn = any(each.kind in DRAWN for each in cells)
    weight, least = _room(heading, cells, words, widest, flexible=column.flexible)
    return Column(heading, column.flexible, drawn, weight, least)


def _room(heading: str, cells: list[Cell], words: Words, widest: int, *, flexible: bool) -> tuple[int, int]:
    """The letters of the longest text, as far as it may claim room, and of the longest word, which is not broken."""
    parts = [part.text for cell in cells for part in (cell, *cell.lines)]
    texts = [words.seen(part) for part in parts]
    longest_word = max((len(words.seen(word)) for part in parts for word in part.split(" ")), default=0)
    longest_word = max(longest_word, *(round(BOLD * len(word)) for word in words.seen(heading).split()), 0)
    longest_word = min(longest_word, LONGEST)
    kinds = {part.kind for cell in cells for part in (cell, *cell.lines)}
    least = max(longest_word, WIDTH_OF_BAR if kinds & DRAWN else 0, DAY if "day" in kinds else 0)
    longest = max(map(len, texts), default=0)
    return max(least, min(longest, max(widest, min(longest // LINES, LONG)) if flexible else widest)), least


def _notes(notes: Notes, words: Words) -> Iterator[tuple[Cell]]:
    for note in notes.items:
        text = words.message(note.text)
        if note.health:
            yield (Cell(text, "health", note.health.value, HEALTH_SYMBOL[note.health]),)
        else:
            yield (Cell(text),)
