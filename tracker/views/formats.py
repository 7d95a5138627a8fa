"""The formats of documents: each is written by the module of its name, loaded only when it is asked for.

A module offers `render(report, words)`, which gives the document as bytes, or as a text in pieces.
"""

from collections.abc import Iterable
from importlib import import_module

from tracker.reports.report import Report
from tracker.views.letterhead import Brand
from tracker.views.words import Words

FORMATS: dict[str, str] = {
    "pdf": "pdf",
    "docx": "word",
    "xlsx": "excel",
    "html": "web",
    "md": "markdown",
    "txt": "mail",
    "csv": "separated",
    "json": "machine",
}
"""The ending of a file's name, and the module."""

TEXTS = frozenset({"md", "txt", "json", "html", "csv"})
"""Formats that a terminal can show, if not well."""

TABLES_ONLY = frozenset({"csv"})
"""Formats that hold one table and nothing else."""


SPREADSHEETS = ("csv", "xlsx")
"""Formats that programs of spreadsheets read."""


def is_whole(form: str, made: bytes) -> bool:
    """Whether every letter is shown: a PDF keeps its standards only then (ISO 14289-1, 7.21.8)."""
    return form != "pdf" or b"<pdfuaid:part>" in made


def render(form: str, report: Report, words: Words, brand: Brand | None = None) -> bytes | Iterable[str]:
    """The document in a format of FORMATS, in the look of a brand as far as it has one.

    Raises `MissingExtra` where the format's library is not installed, `NotLetterhead`.
    """
    module = import_module(f"tracker.views.{FORMATS[form]}")
    if form == "json":
        return [module.render(report)]  # keys and values, in no language
    if report.lang:
        words = words.in_language(report.lang)
    if report.beside:
        from tracker.views.bilingual import bilingual_words  # noqa: PLC0415 - few documents are in two languages

        words = bilingual_words(report, words)
    made: bytes | Iterable[str]
    if brand is not None and form == "docx":
        made = module.render(report, words, brand.paper, brand)
    elif brand is not None and report.letter is not None and form in ("pdf", "html"):
        made = module.render(report, words, brand)
    else:
        made = module.render(report, words)
    return made
