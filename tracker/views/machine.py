"""The envelope of `--json` for every reading command. Keys are never translated and only get added."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import msgspec

from tracker.frozen import to_builtins
from tracker.message import Message
from tracker.model.history.documents import WITHHELD
from tracker.model.history.withheld import SHOWN
from tracker.model.records.localized import Localized
from tracker.reports.parts import Figures, Part, Signatures
from tracker.reports.report import Asked, Block, Facts, Note, Notes, Report, Table, Verbatim, Word

SCHEMA_VERSION = 1


_BATCH = 100
"""The records that are written at once."""


def render(report: Report) -> str:
    """The report as one JSON text."""
    return "".join(texts_of(report))


def texts_of(report: Report) -> Iterator[str]:
    """The same text piece by piece: of ten thousand records nobody need hold all of it at once."""
    envelope = {"schema_version": SCHEMA_VERSION, "kind": report.kind, "as_of": report.day.isoformat()}
    if report.demo:
        envelope["demo"] = True
    if report.audience:
        envelope["audience"] = report.audience
    before = "{\n  "
    for name, value in {**envelope, **(report.data() if report.data else _sections(report))}.items():
        yield f'{before}"{name}": '
        yield from _within(value)
        before = ",\n  "
    yield "\n}\n"


def _within(value: Any) -> Iterator[str]:
    """Give the text of a value within the envelope, that of a long list in batches."""
    if not isinstance(value, list) or len(value) <= _BATCH:
        yield _shown(value)
        return
    before = "["
    for start in range(0, len(value), _BATCH):
        yield before + _shown(value[start : start + _BATCH]).removeprefix("[").removesuffix("\n  ]")
        before = ","
    yield "\n  ]"


def _shown(value: Any) -> str:
    """The text of a value within the envelope, without what the other side withholds."""
    text = _text_of(value).replace("\n", "\n  ")
    return _MARK.sub(f'"{SHOWN}"', text) if WITHHELD in text else text


# A text that the other side withholds, as a value of JSON.
_MARK = re.compile(f'"{WITHHELD}[^"]*"')


def dumps(value: Any) -> str:
    """The readable JSON in UTF-8, keys in the order given; what acts on a terminal or a reader's eye is escaped."""
    return f"{_text_of(value)}\n"


def _text_of(value: Any) -> str:
    try:
        written = msgspec.json.format(msgspec.json.encode(value), indent=2)
    except UnicodeEncodeError:  # a lone surrogate: what was typed is not UTF-8
        written = json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "surrogatepass")
    text = written.decode("utf-8", "surrogatepass")
    return text if text.replace("\n", "").isprintable() else _ACTING.sub(_escaped, text)


# Control characters beyond those that JSON escapes, controls of direction, line ends of Unicode, surrogates.
_ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _sections(report: Report) -> dict[str, Any]:
    heading = report.heading
    return {
        "title": _value(heading.title) if heading else None,
        "document": _value(report.title) if report.title else None,
        "totals": [_value(total) for total in heading.totals] if heading else [],
        "data": [_block(block) for block in report.blocks],
        "footer": [_value(sentence) for sentence in report.footer],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Table():
            keys = [column.key for column in block.columns]
            rows = [{key: _value(value) for key, value in zip(keys, row, strict=True)} for row in block.rows]
            return {"key": block.key, "type": "table", "columns": keys, "rows": rows}
        case Facts():
            return {"key": block.key, "type": "facts", "values": {key: _value(v) for key, _, v in block.items}}
        case Notes():
            return {"key": block.key, "type": "notes", "items": [_note(note) for note in block.items]}
        case Figures():
            shown = [(figure.key, figure.value) for figure in block.items]
            return {"key": block.key, "type": "facts", "values": {key: _value(v) for key, v in (*shown, *block.more)}}
        case Part():
            return {"key": block.key, "type": "part", "heading": _value(block.heading)}
        case Signatures():
            return {"key": block.key, "type": "signatures", "places": [_value(place) for place in block.places]}
        case _:
            drawn = {name: _value(getattr(block, name)) for name in block.__struct_fields__ if name != "heading"}
            return {"key": block.key, "type": type(block).__name__.lower(), **drawn}


def _note(note: Note) -> dict[str, Any]:
    told = {"text": _value(note.text), "health": note.health, "code": note.code}
    if isinstance(note, Asked):
        told |= {"kind": note.kind, "owner": _value(note.owner), "by": _value(note.by)}
    return told


def _value(value: Any) -> Any:
    """A typed cell as a built-in value: a sentence is its English text and its values."""
    match value:
        case Message():
            return {"text": value.text, "values": {name: _value(v) for name, v in value.values.items()}}
        case Word():
            return value.value.value
        case Verbatim():
            return {**to_builtins(value.text), "verbatim": True}
        case Localized():
            return to_builtins(value)
        case StrEnum() | date():
            return to_builtins(value) if isinstance(value, date) else value.value
        case Decimal():
            return f"{value:f}"
        case tuple():
            return [_value(item) for item in value]
    names = getattr(value, "__struct_fields__", None)
    if names is None:
        return value
    found = {name: _value(getattr(value, name)) for name in names}
    return next(iter(found.values())) if len(found) == 1 else found
