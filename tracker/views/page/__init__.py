"""A report in words and in reading order, ready to be laid out: what PDF, web page and Word file have in common.

Values only, so that a template can be given the whole page as JSON. Texts keep their directional isolates.
"""

from tracker.views.page.make import page_of
from tracker.views.page.model import Cell, Column, Page, Section

__all__ = ["Cell", "Column", "Page", "Section", "page_of"]
