"""`export KIND -o FILE.csv`: the records of a kind as a spreadsheet that comes back unchanged."""

import csv
import io
from collections.abc import Iterator

from tracker.cli.sheets.kinds import DEMO, kind_called, records_of
from tracker.model.audience import Audience, seen_by
from tracker.model.tracker import Tracker
from tracker.text.input.formulas import escaped
from tracker.text.printable import harmless, without_controls


def written_sheet(tracker: Tracker, kind: str, audience: Audience) -> Iterator[str]:
    """The rows in pieces, headings first: UTF-8 with a mark for Excel, lines as RFC 4180 has them."""
    seen, columns = seen_by(audience, tracker), kind_called(kind).columns
    demo = [DEMO] if tracker.demo else []
    yield "\ufeff" + _line([*(column.name for column in columns), *demo])
    for record in records_of(seen, kind):
        cells = (without_controls(harmless(column.cell(seen, record))) for column in columns)
        yield _line([*map(escaped, cells), *(["yes"] if demo else [])])


def _line(cells: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
