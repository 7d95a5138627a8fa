"""A report as a letter, in words and in reading order: what PDF, web page and Word file lay out."""

from tracker.reports.report import Report
from tracker.views.letter.make import letter_of
from tracker.views.letter.model import FramedPage, LetterPage, OfficeLetter
from tracker.views.letter.office import office_letter_of
from tracker.views.letterhead import Brand
from tracker.views.words import Words

__all__ = ["FramedPage", "LetterPage", "OfficeLetter", "framed_page", "letter_of"]


def framed_page(report: Report, words: Words, brand: Brand) -> LetterPage | OfficeLetter:
    """The letter that a report with a frame is sent as: to the minister, or to an office."""
    to_office = report.letter is not None and report.letter.to is not None
    return office_letter_of(report, words, brand) if to_office else letter_of(report, words, brand)
