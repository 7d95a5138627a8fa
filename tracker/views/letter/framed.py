"""The frame of a letter in words, whatever stands in it."""

from collections.abc import Mapping
from typing import Any

from tracker.frozen import asdict
from tracker.reports.report import Report
from tracker.views.banners import copy_banner, file_title
from tracker.views.letter.frame import ending, head, opening
from tracker.views.letter.words import LABELS
from tracker.views.letterhead import Brand
from tracker.views.letterhead.brand import FACES, SIZES
from tracker.views.page.make import REGION
from tracker.views.words import Words


def framed(report: Report, words: Words, brand: Brand, further: Mapping[str, str]) -> dict[str, Any]:
    """The fields of a `FramedPage`, with `further` fixed words of what stands in it."""
    return {
        "lang": words.lang,
        "region": REGION[words.lang],
        "direction": words.catalog.direction,
        "digits": words.digits,
        "moment": report.moment,
        "plain_title": file_title(report, words),
        "copy": copy_banner(report, words),
        "head": head(report, words, brand),
        **opening(report, words, brand),
        "ending": ending(report, words, brand),
        "small_print": " ".join(words.message(sentence) for sentence in report.footer),
        "words": {**{key: words.message(label) for key, label in LABELS.items()}, **further},
        "colours": asdict(brand.colours),
        "faces": tuple(brand.faces.get(words.lang, FACES[words.lang])),
        "size": SIZES[words.lang],
        "emblem_alt": _emblem_alt(words, brand),
    }


def _emblem_alt(words: Words, brand: Brand) -> str:
    """The words for the emblem: those of the brand, or else the name of its owner."""
    said = brand.emblem.alt.get(words.lang, "") if brand.emblem else ""
    head = brand.heads.get(words.lang)
    return words.seen(words.typed(said or (head.state if head else ""))) or words.message(LABELS["from"])
