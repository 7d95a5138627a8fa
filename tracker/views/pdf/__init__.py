"""The PDF by typst: tagged, searchable, for archives and screen readers, the same bytes for the same report.

A template is given the whole page as JSON: what users typed is content there, never code.
"""

import re
from pathlib import Path
from typing import Any

import msgspec

from tracker.reports.report import Report
from tracker.views.bilingual import BilingualWords
from tracker.views.letterhead import Brand, Emblem
from tracker.views.made_at import made_at
from tracker.views.page import page_of
from tracker.views.typesetting import typeset
from tracker.views.words import Words

TEMPLATE = Path(__file__).with_name("report.typ")
LETTER = Path(__file__).parent / "letter" / "letter.typ"
_UNBROKEN = re.compile(r"[^\s\u2066-\u2069]{30}")


def render(report: Report, words: Words, brand: Brand | None = None) -> bytes:
    """The document, a letter in its brand; raises `MissingExtra` where typst or its font is not installed."""
    if report.letter is not None:
        return _letter(report, words, brand or Brand())
    if isinstance(words, BilingualWords):
        from tracker.views.page.beside import pages_of  # noqa: PLC0415 - few documents are in two languages

        pages = pages_of(report, words)
        inputs = {"data": _json(pages.here), "other": _json(pages.there), "sides": _json(pages.sections)}
    else:
        inputs = {"data": _json(page_of(report, words))}
    return typeset(TEMPLATE, inputs, "pdf", moment=_seconds(report.moment))


def _letter(report: Report, words: Words, brand: Brand) -> bytes:
    from tracker.views.letter import letter_of  # noqa: PLC0415 - one kind is a letter
    from tracker.views.letter.ladder import RUNGS  # noqa: PLC0415

    page = letter_of(report, words, brand)
    inputs = {"data": _json(page), "rungs": _json(RUNGS)}
    if brand.emblem is not None:
        inputs["emblem"] = _json(_emblem(brand.emblem, page.emblem_alt))
    return typeset(LETTER, inputs, "pdf", moment=_seconds(page.moment), faces=True, fonts=brand.fonts)


def _emblem(emblem: Emblem, alt: str) -> dict[str, Any]:
    return {
        "content": list(emblem.content),
        "kind": emblem.kind,
        "height": emblem.height,
        "alt": alt,
    }


def _json(value: Any) -> str:
    return msgspec.json.encode(_in_pieces(msgspec.to_builtins(value))).decode()


def _in_pieces(value: Any) -> Any:
    """The same with a place to break in all that is longer than any word, or it is written over what is beside it.

    The shapes of a drawing are no text.
    """
    match value:
        case str():
            return _UNBROKEN.sub("\\g<0>\u200b", value)
        case dict():
            return {name: inner if name == "shapes" else _in_pieces(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_in_pieces(inner) for inner in value]
        case _:
            return value


def _seconds(moment: str) -> int:
    return int(made_at(moment).timestamp())
