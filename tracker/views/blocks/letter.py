"""A letter that is only read, on a terminal or in a pipe: its sentences without their frame, a line for a step."""

from collections.abc import Iterator
from typing import Any

from tracker.frozen import replace
from tracker.message import Message, msg
from tracker.model.records.localized import Localized
from tracker.reports.report import Many, Note, Notes, Percent, Report, Table

OBSTACLES = 1
STEP, RESULT = 60, 44
"""Letters to which titles are cut, so that a step and a result each take a line of eighty."""


def parts_of(report: Report) -> Iterator[Notes | Message]:
    """The parts in their order: notes, and sentences that stand by themselves."""
    blocks: dict[str, Any] = {block.key: block for block in report.blocks}
    yield blocks["bottom_line"]
    change = blocks["position"].items[3]
    if change.value is not None:
        said = {"label": change.label, "value": change.value, "note": change.note}
        yield Message("{label}: {value} {note}", said)
    if blocks["decisions"].items:
        yield blocks["decisions"]
    yield Notes("steps", msg("Steps: declared of expected"), tuple(_step(row) for row in _rows(blocks["steps"])))
    if table := blocks.get("humanitarian"):
        yield Notes("humanitarian", table.heading, tuple(_result(row) for row in _rows(table)))
    for key, most in (("further", 1), ("obstacles", OBSTACLES), ("next", 1)):
        if notes := blocks.get(key):
            said = {"label": notes.heading, "text": Many(tuple(note.text for note in notes.items[:most]))}
            yield Message("{label}: {text}", said)


def _rows(table: Table) -> list[dict[str, Any]]:
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, row, strict=True)) for row in table.rows]


def _step(row: dict[str, Any]) -> Note:
    said = {"title": _cut(row["title"], STEP), "declared": Percent(row["progress"].declared)}
    if row["expected"] is None:
        return Note(Message("{declared}: {title}", said), row["health"].health, row["id"].code)
    text = msg("{declared} of {expected}: {title}", **said, expected=row["expected"])
    return Note(text, row["health"].health, row["id"].code)


def _result(row: dict[str, Any]) -> Note:
    text = Message("{title}: {judged}", {"title": _cut(row["title"], RESULT), "judged": row["actual"]})
    return Note(text, row["rating"].health, row["id"].code)


def _cut(title: Localized, room: int) -> Localized:
    """The title, in each language as far as there is room for it."""
    texts = {lang: text for lang in ("ar", "tr", "en") if (text := getattr(title, lang))}
    return replace(title, **{lang: f"{text[:room].rstrip()}…" for lang, text in texts.items() if len(text) > room + 1})
