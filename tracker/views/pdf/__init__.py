"""The PDF by typst: tagged, searchable, for archives and screen readers, the same bytes for the same report.

A template is given the whole page as JSON: what users typed is content there, never code.
"""

import re
from pathlib import Path
from typing import Any

import msgspec

from tracker.frozen import replace
from tracker.reports.report import Report
from tracker.views.bilingual import BilingualWords
from tracker.views.letterhead import Brand, Emblem
from tracker.views.made_at import made_at
from tracker.views.page import page_of
from tracker.views.typesetting import typeset
from tracker.views.words import Words

TEMPLATE = Path(__file__).with_name("report.typ")
LETTER = Path(__file__).parent / "letter" / "letter.typ"
TO_OFFICE = Path(__file__).parent / "letter" / "office.typ"
_NOT_SET = frozenset({"shapes", "plain_title", "told", "alt", "emblem_alt"})
"""The values of a page that are not set as text on it."""
_WIDEST = 30
"""The letters in one piece that every place of a page has room for."""
_UNBROKEN = re.compile(rf"[^\s\u2066-\u2069]{{{_WIDEST}}}")


def render(report: Report, words: Words, brand: Brand | None = None) -> bytes:
    """The document, a letter in its brand; raises `MissingExtra` where typst or its font is not installed."""
    if report.letter is not None:
        return _letter(report, words, brand or Brand())
    if isinstance(words, BilingualWords):
        from tracker.views.page.beside import pages_of  # noqa: PLC0415 - few documents are in two languages

        pages = pages_of(report, words)
        heads = {"data": pages.here, "other": pages.there}
        inputs = {name: _in_pieces(replace(page, sections=())) for name, page in heads.items()}
        inputs["sides"] = _in_pieces(pages.sections)
    else:
        inputs = {"data": _in_pieces(page_of(report, words))}
    return typeset(TEMPLATE, inputs, moment=_seconds(report.moment))


def _letter(report: Report, words: Words, brand: Brand) -> bytes:
    from tracker.views.letter import framed_page  # noqa: PLC0415 - few kinds are letters
    from tracker.views.letter.ladder import RUNGS  # noqa: PLC0415 - as above
    from tracker.views.letter.model import OfficeLetter  # noqa: PLC0415 - as above

    page = framed_page(report, words, brand)
    template, inputs = TO_OFFICE, {"data": _in_pieces(page)}
    if not isinstance(page, OfficeLetter):
        template, inputs = LETTER, {**inputs, "rungs": _json(RUNGS)}
    if brand.emblem is not None:
        inputs["emblem"] = _json(_emblem(brand.emblem, page.emblem_alt))
    return typeset(template, inputs, moment=_seconds(page.moment), fonts=brand.fonts)


def _emblem(emblem: Emblem, alt: str) -> dict[str, Any]:
    return {
        "content": list(emblem.content),
        "kind": emblem.kind,
        "height": emblem.height,
        "alt": alt,
    }


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _in_pieces(value: Any) -> str:
    """A page whose texts have a place to break in all that is longer than any word, or it is written over others."""
    return _json(_broken(msgspec.to_builtins(value)))


def _broken(value: Any) -> Any:
    match value:
        case str():  # most are short, and a document has thousands
            return value if len(value) < _WIDEST else _UNBROKEN.sub("\\g<0>\u200b", value)
        case dict():
            return {name: inner if name in _NOT_SET else _broken(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_broken(inner) for inner in value]
        case _:
            return value


def _seconds(moment: str) -> int:
    return int(made_at(moment).timestamp())
