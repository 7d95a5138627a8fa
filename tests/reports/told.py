"""Reports in English, as they would be read."""

from collections.abc import Iterable

from tracker.locale import open_catalog
from tracker.reports.report import Facts, Notes, Report, Table
from tracker.views.words import Words

WORDS = Words(open_catalog("en"), timezone="Africa/Tripoli")


def told(value: object) -> str:
    return WORDS.bare(value)


def notes(report: Report, key: str) -> list[tuple[str | None, str]]:
    """Colour and sentence of each note in a block; what the block says when it is empty."""
    (block,) = [b for b in report.blocks if isinstance(b, Notes) and b.key == key]
    found = [(n.health.value if n.health else None, told(n.text)) for n in block.items]
    return found or [(None, told(block.empty))]


def facts(report: Report, key: str) -> dict[str, str]:
    (block,) = [b for b in report.blocks if isinstance(b, Facts) and b.key == key]
    return {name: told(value) for name, _, value in block.items}


def rows(report: Report, key: str) -> list[list[str]]:
    (block,) = [b for b in report.blocks if isinstance(b, Table) and b.key == key]
    return [[told(value) for value in row] for row in block.rows]


def sentences(values: Iterable[object]) -> list[str]:
    return [told(value) for value in values]
