"""The PDF by typst: tagged, searchable, for archives and screen readers, the same bytes for the same report.

The template is given the whole page as JSON: what users typed is content there, never code.
"""

from pathlib import Path

import msgspec

from tracker.reports.report import Report
from tracker.views.made_at import made_at
from tracker.views.page import page_of
from tracker.views.typesetting import typeset
from tracker.views.words import Words

TEMPLATE = Path(__file__).with_name("report.typ")


def render(report: Report, words: Words) -> bytes:
    """The document; raises `MissingExtra` where typst or its font is not installed."""
    page = page_of(report, words)
    data = msgspec.json.encode(page).decode()
    return typeset(TEMPLATE.read_bytes(), {"data": data}, "pdf", moment=int(made_at(page.moment).timestamp()))
