"""The CSV for spreadsheets: the first table and those like it, in the reader's language, nothing in it calculated.

UTF-8 with a byte order mark, without which Excel takes Arabic for another encoding; lines end as RFC 4180 says.
"""

import csv
import io
from collections.abc import Iterator

from tracker.frozen import replace
from tracker.reports.report import Report, Table
from tracker.text.input.formulas import escaped
from tracker.views.banners import banners
from tracker.views.spreadsheet_values import columns_and_rows, plain_value
from tracker.views.words import Words


def render(report: Report, words: Words) -> Iterator[str]:
    """The rows in pieces: headings first; dates in ISO, percentages and numbers as figures with a point."""
    yield "\ufeff"
    tables = [block for block in report.blocks if isinstance(block, Table)]
    alike = [table for table in tables if table.columns == tables[0].columns]
    headings, rows = columns_and_rows(replace(alike[0], rows=tuple(row for table in alike for row in table.rows)))
    # Columns without cells, so that the file says what it is and every row still has the same columns.
    above = [words.bare(banner) for banner in banners(report)]
    yield _line([*(words.bare(heading) for heading in headings), *above])
    for row in rows:
        yield _line([*(escaped(str(plain_value(value, words))) for value in row), *("" for _ in above)])


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
