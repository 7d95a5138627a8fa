"""A report as a letter on one page, in words and in reading order: what PDF, web page and Word file lay out."""

from tracker.views.letter.make import letter_of
from tracker.views.letter.model import LetterPage

__all__ = ["LetterPage", "letter_of"]
