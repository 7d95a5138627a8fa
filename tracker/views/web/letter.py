"""The letter as a web page: whole on a screen, on paper as much of it as one page holds."""

import base64
import re
from typing import Any

from markupsafe import Markup

from tracker.reports.report import Report
from tracker.views.letter import LetterPage, OfficeLetter, framed_page
from tracker.views.letter.ladder import LETTER, Sheet, most_of, results_shown, rung_for, shown
from tracker.views.letterhead import Brand
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.words import Words

_PLACE = re.compile(r"\[[^\]<>]{1,60}\]")
_TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}
_POINTS = 72 / 25.4
SPARE = 85
"""Points by which the parts of a printed web page are closer together than those of Word."""


def places(text: Markup) -> Markup:
    """The text with its places to fill, which stand in brackets, in grey; it is escaped already."""
    return Markup(_PLACE.sub(lambda found: f'<span class="place">{found[0]}</span>', str(text)))


def values_of(report: Report, words: Words, brand: Brand) -> dict[str, Any]:
    """The values of the template."""
    page, emblem = framed_page(report, words, brand), brand.emblem
    return {
        "page": page,
        "emblem": f"data:{_TYPES[emblem.kind]};base64,{base64.b64encode(emblem.content).decode()}" if emblem else "",
        "emblem_alt": page.emblem_alt,
        "emblem_height": emblem.height if emblem else 0,
        **({} if isinstance(page, OfficeLetter) else _of_one_page(page)),
    }


def _of_one_page(page: LetterPage) -> dict[str, Any]:
    """The values of a letter of which paper holds one page."""
    rung = rung_for(page, _paper(page))
    steps, more = shown(page, rung)
    results, more_results = results_shown(page, rung)
    return {
        "rung": rung,
        "shown": steps,
        "more": more,
        "results": results,
        "more_results": more_results,
        "shown_less": rung.most is not None or not rung.drawn,
        "kept": most_of(rung),
        "signs": {health.value: sign for health, sign in HEALTH_SYMBOL.items()},
    }


def _paper(page: LetterPage) -> Sheet:
    """The printed page."""
    arabic = page.lang == "ar"
    width, line = (170, 15.0) if arabic else (180, 12.4)
    return Sheet(width * _POINTS, 279 * _POINTS + SPARE, 10.5 if arabic else 10.2, line, 4, LETTER[page.lang])
