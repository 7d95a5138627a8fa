"""The banners of a document: whether it is fictional, and for whom it was made; and its name among files."""

from tracker.message import Message
from tracker.reports.report import Report
from tracker.views.words import COPIES, DEMO, Words

LONGEST_NAME = 255
"""Letters that properties of Office files hold."""


def banners(report: Report) -> tuple[Message, ...]:
    """The sentences that stand above everything else, and on every page of a document."""
    fictional = (DEMO,) if report.demo else ()
    return (*fictional, COPIES[report.audience]) if report.audience else fictional


def copy_banner(report: Report, words: Words) -> str:
    """The sentence that says for whom a copy was made; empty for one's own side."""
    return words.message(COPIES[report.audience]) if report.audience else ""


def file_title(report: Report, words: Words) -> str:
    """The title in the properties of a file, without isolates: the programme, the document, and whose copy it is."""
    title = words.bare(report.heading.title) if report.heading else ""
    document = words.bare(report.title) if report.title else ""
    named = " – ".join(part for part in (title, document) if part)
    copy = words.seen(copy_banner(report, words))
    if not copy:
        return named[:LONGEST_NAME]
    return f"{named[: LONGEST_NAME - len(copy) - len(' – ')]} – {copy}"
