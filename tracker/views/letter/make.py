"""A report as a letter: its blocks by their keys, in words, within the frame that its brand gives."""

from collections.abc import Iterator
from typing import Any

from tracker.message import Message
from tracker.model.state.health import Health
from tracker.reports.documents.brief.lights import WORDS as LIGHTS
from tracker.reports.parts import Figure, Figures
from tracker.reports.report import Asked, Note, Notes, Report, Table, Value
from tracker.views.letter.framed import framed
from tracker.views.letter.model import Aspect, Bar, Item, LetterPage, Light, Result, Sentences, Step, Tile
from tracker.views.letter.words import more, more_results
from tracker.views.letterhead import Brand
from tracker.views.separators import LIST_SEPARATOR, SEPARATOR
from tracker.views.words import Words

_WHEN = "\ue000"
"""Stands for the day of a request while its sentence is put into words, for the day is set in bold."""
NOTES = ("further", "obstacles", "achieved", "next")


def letter_of(report: Report, words: Words, brand: Brand) -> LetterPage:
    """The letter that a report with a frame is sent as."""
    assert report.letter is not None
    blocks: dict[str, Any] = {block.key: block for block in report.blocks}
    position, bottom = blocks["position"], blocks["bottom_line"]
    bar = _bar(position)
    return LetterPage(
        **framed(report, words, brand, _labels(blocks, words)),
        bottom=tuple(words.message(note.text) for note in bottom.items),
        light=_light(bottom.items[-1], words),
        bar=bar,
        alt=words.seen(" · ".join(f"{words.message(f.label)} {_said(f.value, words)}" for f in position.items[:3])),
        tiles=tuple(_tile(figure, words) for figure in position.items),
        requests=tuple(_request(number, note, words) for number, note in enumerate(blocks["decisions"].items, 1)),
        steps=tuple(_step(row, words) for row in _rows(blocks["steps"])),
        aspects=tuple(_aspect(row, words) for row in _rows(blocks["aspects"])),
        results=tuple(_result(row, words) for row in _rows(blocks.get("humanitarian"))),
        sentences=tuple(_sentences(blocks[key], words) for key in NOTES if key in blocks),
        lights={health.value: words.message(LIGHTS[health]) for health in Health},
    )


def _labels(blocks: dict[str, Any], words: Words) -> dict[str, str]:
    """The signs of lists, and the headings that stand in the first cell of their tables."""
    found = {"comma": SEPARATOR[words.lang], "semicolon": LIST_SEPARATOR[words.lang]}
    found["requests"] = words.message(blocks["decisions"].heading)
    found["steps"] = words.message(blocks["steps"].heading)
    found["aspects"] = words.message(blocks["aspects"].heading)
    found["more"] = words.message(more("{{counts}}"))
    found["more_results"] = words.message(more_results("{{counts}}"))
    if table := blocks.get("humanitarian"):
        headings = {column.key: words.message(column.heading) for column in table.columns}
        found |= {"results": words.message(table.heading), "since": headings["since"], "judged": headings["actual"]}
    return found


def _rows(table: Table | None) -> Iterator[dict[str, Any]]:
    if table is not None:
        keys = [column.key for column in table.columns]
        yield from (dict(zip(keys, row, strict=True)) for row in table.rows)


def _said(value: Value, words: Words) -> str:
    return "–" if value is None else words.text(value)


def _light(note: Note, words: Words) -> Light:
    found = note.text.values["health"]
    return Light(found.health.value, words.text(found))


def _bar(position: Figures) -> Bar:
    declared, evidenced, expected = (figure.value.value if figure.value else None for figure in position.items[:3])
    return Bar(declared or 0, min(evidenced or 0, declared or 0), expected)


def _tile(figure: Figure, words: Words) -> Tile:
    value = words.text(figure.value) if figure.value is not None else ""
    note = words.message(figure.note) if figure.note else ""
    return Tile(figure.key, words.message(figure.label), value, note if note or value else _said(None, words))


def _request(number: int, note: Asked, words: Words) -> Item:
    values = {**note.text.values, "when": Message(_WHEN)}
    before, _, after = words.message(Message(note.text.text, values, note.text.context)).partition(_WHEN)
    return Item(words.number(number), _begun(before, words), words.message(note.text.values["when"]), after)


def _begun(text: str, words: Words) -> str:
    """The beginning of a sentence; after the English heading (“that you”) it goes on."""
    return text if words.lang != "tr" else text[:1].replace("i", "İ").upper() + text[1:]


def _step(row: dict[str, Any], words: Words) -> Step:
    progress, expected = row["progress"], row["expected"]
    light = Light(row["health"].health.value, words.text(row["health"]))
    bar = Bar(progress.declared, min(progress.evidenced, progress.declared), expected.value if expected else None)
    said = (words.percent(progress.declared), words.percent(progress.evidenced), _said(expected, words))
    return Step(words.text(row["title"]), bar, said, light)


def _aspect(row: dict[str, Any], words: Words) -> Aspect:
    said = words.percent(row["progress"].declared) if row["progress"] else "–"
    return Aspect(words.text(row["name"]), said, Light(row["health"].health.value, words.text(row["health"])))


def _result(row: dict[str, Any], words: Words) -> Result:
    light = Light(row["rating"].health.value, words.text(row["rating"]))
    return Result(words.text(row["title"]), words.text(row["actual"]), _said(row["since"], words), light)


def _sentences(notes: Notes, words: Words) -> Sentences:
    assert notes.heading is not None
    return Sentences(notes.key, words.message(notes.heading), tuple(words.message(note.text) for note in notes.items))
