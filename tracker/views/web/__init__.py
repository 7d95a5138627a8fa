"""A web page in one file: no script, nothing from the network, light and dark, for screens, phones and paper.

Jinja2 escapes every text; isolates become `bdi` elements, so that what is copied from the page is clean.
"""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from tracker.reports.report import Report
from tracker.text.printable import FSI, LRI, PDI, RLI
from tracker.views.bilingual import BilingualWords
from tracker.views.letterhead import Brand
from tracker.views.page import page_of
from tracker.views.pictures.heat import TINT
from tracker.views.symbols import CLAIMED, COLOURS, EDGE, PLANNED, SURE
from tracker.views.words import Words

TEMPLATE, BESIDE, LETTER, TO_OFFICE = "report.html.j2", "beside.html.j2", "letter.html.j2", "office.html.j2"
_BDI = {LRI: Markup('<bdi dir="ltr">'), RLI: Markup('<bdi dir="rtl">'), FSI: Markup("<bdi>"), PDI: Markup("</bdi>")}
_ISOLATE = re.compile(f"([{''.join(_BDI)}])")
_WIDEST = re.compile(r"\S{30}(?=\S)")
"""The part of a word that a column is widened for; no language writes longer ones."""

DRAWN = {health.value: colour for health, colour in COLOURS.items()}
DRAWN |= {"sure": SURE, "claimed": CLAIMED, "planned": PLANNED, "edge": EDGE, "tint": TINT}
"""The colours of drawings by the names that they have in the styles of a page, which turns them over in the dark."""


def render(report: Report, words: Words, brand: Brand | None = None) -> list[str]:
    """The page in one piece, a letter in its brand."""
    environment = environment_of(words)
    if report.letter is not None:
        from tracker.views.web.letter import places, values_of  # noqa: PLC0415 - few kinds are letters

        environment.filters["places"] = places
        template = environment.get_template(LETTER if report.letter.to is None else TO_OFFICE)
        return [template.render(values_of(report, words, brand or Brand())) + "\n"]
    if isinstance(words, BilingualWords):
        from tracker.views.page.beside import pages_of  # noqa: PLC0415 - few documents are in two languages

        both = pages_of(report, words)
        template = environment.get_template(BESIDE)
        return [template.render(page=both.here, other=both.there, sections=both.sections) + "\n"]
    return [environment.get_template(TEMPLATE).render(page=page_of(report, words)) + "\n"]


def environment_of(words: Words) -> Environment:
    """The templates, with what they ask of the words of a language."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["isolated"] = isolated
    environment.filters["bare"] = words.seen
    environment.filters["drawing"] = Markup
    environment.filters["css"] = quoted
    environment.globals["drawn"] = DRAWN
    return environment


def quoted(text: str) -> Markup:
    """The text as a string of CSS (CSS Syntax 3, 4.3.5), which ends neither itself nor the style that it stands in."""
    return Markup('"' + "".join(c if c.isalnum() or c in " .," else f"\\{ord(c):x} " for c in text) + '"')


def isolated(text: str) -> Markup:
    """The text as HTML, its isolates as elements, its lines as lines; a word without an end may be broken."""
    parts = (_BDI.get(part) or _breakable(part) for part in _ISOLATE.split(text))
    return Markup("").join(parts).replace("\n", Markup("<br>"))


def _breakable(text: str) -> Markup:
    """The text, with a place to break a word at where it is longer than any column."""
    return Markup("<wbr>").join(map(escape, _WIDEST.sub(lambda found: f"{found[0]}\0", text).split("\0")))
