"""Workbooks for analysts: a sheet for each kind of rows, with figures and days that can be calculated with.

Nothing that a user typed is ever a formula, a link or a number: texts are written as texts (`write_string`), and what
xlsxwriter would guess is switched off.
"""

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter

from tracker.message import msg
from tracker.reports.pictures.drawn import Bars, Course, Heat, Timeline, Trend
from tracker.reports.report import Block, Report, Table
from tracker.views.banners import banners, file_title
from tracker.views.bilingual import BilingualWords
from tracker.views.excel.charts import add_bars, add_course
from tracker.views.excel.gantt import add_timeline
from tracker.views.excel.scales import add_heat
from tracker.views.excel.sheets import Sheets
from tracker.views.excel.summary import Summary
from tracker.views.excel.tables import add_table
from tracker.views.excel.tidy import tidied
from tracker.views.excel.trends import add_trends
from tracker.views.made_at import made_at
from tracker.views.words import Words

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "remove_timezone": True,
}


def render(report: Report, words: Words) -> bytes:
    """The workbook; its first sheet leads to the others, and says what stands in none of them."""
    made = BytesIO()
    book = xlsxwriter.Workbook(made, _OPTIONS)
    book.set_properties(
        {
            "title": file_title(report, words),
            "created": made_at(report.moment).replace(tzinfo=None),
            "author": "",
            "comments": "",
        }
    )
    readers = words.both if isinstance(words, BilingualWords) else (words,)
    sheets = Sheets(book, readers, banners(report))
    title = report.title or msg("List")
    first, blocks = sheets.add(title, msg("Summary")), tuple(tidied(report.blocks, title))
    _add_sheets(sheets, blocks)
    Summary(sheets, first).fill(report, blocks)
    book.close()
    return made.getvalue()


def _add_sheets(sheets: Sheets, blocks: Sequence[Block]) -> None:
    """Add a sheet for each table and picture, and one for all courses of indicators."""
    trends = [block for block in blocks if isinstance(block, Trend)]
    for block in blocks:
        match block:
            case Table() if block.rows:
                add_table(sheets, block)
            case Bars() if block.rows:
                add_bars(sheets, block)
            case Trend() if block is trends[0]:
                add_trends(sheets, trends)
            case Course() if block.marks:
                add_course(sheets, block)
            case Timeline() if block.rows:
                add_timeline(sheets, block)
            case Heat() if block.rows:
                add_heat(sheets, block)
