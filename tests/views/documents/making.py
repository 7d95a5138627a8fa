"""Documents of the fictional programme."""

from datetime import date
from functools import cache
from typing import Any

from tests.demo import DAY, DEMO
from tests.views.pages import words
from tracker.model.audience import Audience, seen_by
from tracker.reports.documents import DOCUMENTS, document
from tracker.reports.documents.request import Request, Standing
from tracker.reports.pictures.drawn import Picture
from tracker.reports.report import Report
from tracker.views.formats import render
from tracker.views.letterhead import Brand, Emblem, Head

HEAD = "5d" * 32
WHOLE = ("evaluation", "followup")
"""The kinds that are kept as each format writes them, in Arabic: between them they show whatever a report may have.

Of the others, and of other languages, tests ask for every heading, cell and sentence (`tests.views.said`).
"""

OWN = Brand(
    emblem=Emblem(
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>', "svg"
    ),
    heads={
        lang: Head(
            state="State",
            ministry="Ministry of Interior",
            office="Secretariat",
            classification="Internal",
            copies=("One",),
        )
        for lang in ("ar", "tr", "en")
    },
)
"""A letterhead with all that it may have."""


def made(kind: str, audience: Audience = Audience.INTERNAL, day: date = DAY, **asked: Any) -> Report:
    standing = Standing(3, HEAD, "2026-03-31T08:00:00+00:00")
    seen = seen_by(audience, DEMO)
    return document(kind, Request(tracker=seen, day=day, standing=standing, audience=audience, **asked))


def content(report: Report, form: str, lang: str = "ar") -> bytes:
    """The document, whole."""
    found = render(form, report, words(lang))
    return found if isinstance(found, bytes) else "".join(found).encode()


@cache
def pictures() -> tuple[Picture, ...]:
    """The pictures of all documents of the fictional programme."""
    return tuple(block for kind in DOCUMENTS for block in made(kind).blocks if isinstance(block, Picture))
