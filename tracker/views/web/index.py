"""The page that leads to the documents of a set, in the look of the other web pages."""

from collections.abc import Sequence

from tracker.frozen import Frozen, replace
from tracker.message import Message, msg
from tracker.reports.report import Report
from tracker.views.page import page_of
from tracker.views.web import environment_of
from tracker.views.words import Words

TITLE = msg("Documents for the meeting")


class Entry(Frozen):
    """A document of the set, its use, and the names of its files in the folder of the page."""

    made: Report
    purpose: Message
    files: tuple[str, ...]


def render(entries: Sequence[Entry], words: Words) -> list[str]:
    """The page in one piece; its head is that of the first document that has one with figures."""
    first = next(entry.made for entry in entries if entry.made.heading and entry.made.heading.totals)
    page = page_of(replace(first, blocks=(), title=TITLE, wide=False), words)
    shown = [
        {
            "title": words.message(entry.made.title) if entry.made.title else entry.made.kind,
            "purpose": words.message(entry.purpose),
            "files": [(name.rpartition(".")[2].upper(), name) for name in entry.files],
        }
        for entry in entries
    ]
    return [environment_of(words).get_template("index.html.j2").render(page=page, entries=shown) + "\n"]
