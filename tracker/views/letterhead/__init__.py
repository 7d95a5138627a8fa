"""A ministry's own paper: one brand for PDF, Word and HTML, and a Word file with its own page, head and foot."""

from tracker.views.letterhead.brand import Brand, Colours, Emblem, Head
from tracker.views.letterhead.paper import Letterhead

__all__ = ["Brand", "Colours", "Emblem", "Head", "Letterhead"]
