"""Workbooks for analysts: a sheet for each table, with figures and days that can be calculated with.

Nothing that a user typed is ever a formula, a link or a number: texts are written as texts (`write_string`), and what
xlsxwriter would guess is switched off.
"""

from io import BytesIO

import xlsxwriter

from tracker.reports.parts import Figures, Part, Signatures
from tracker.reports.pictures.drawn import Bars, Course, Heat, Timeline, Trend
from tracker.reports.report import Block, Facts, Notes, Report, Table
from tracker.views.banners import banners, file_title
from tracker.views.excel.charts import add_bars, add_course, add_trend
from tracker.views.excel.formats import Formats
from tracker.views.excel.scales import add_heat, add_timeline
from tracker.views.excel.sheets import Sheets, add_table
from tracker.views.excel.summary import Summary
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
    """The workbook; its first sheet says what stands in no table."""
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
    above = [words.bare(banner) for banner in banners(report)]
    sheets = Sheets(book, Formats(book, words), words, above, [words.bare(line) for line in report.footer])
    summary = Summary(sheets, report)
    for block in report.blocks:
        _add(block, sheets, summary)
    summary.end()
    book.close()
    return made.getvalue()


def _add(block: Block, sheets: Sheets, summary: Summary) -> None:
    match block:
        case Table():
            if block.rows:
                add_table(sheets, block.for_readers(), summary.part)
        case Bars():
            add_bars(sheets, block)
        case Trend():
            add_trend(sheets, block, summary.part)
        case Course():
            add_course(sheets, block, summary.part)
        case Timeline():
            add_timeline(sheets, block, summary.part)
        case Heat():
            add_heat(sheets, block, summary.part)
        case Part():
            summary.begin(block)
        case Facts():
            summary.facts(block)
        case Figures():
            summary.figures(block)
        case Notes():
            summary.notes(block)
        case Signatures():
            summary.signatures(block)
