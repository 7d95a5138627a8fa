"""A tracker that somebody else wrote: any text in every field that holds words, of every kind of records."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tracker.frozen import replace
from tracker.model.history.texts import FIXED, text_fields
from tracker.model.records.tables import TABLES
from tracker.store.act import Act
from tracker.store.open import open_store
from tracker.store.template import template_state

_LIST = ("agenda", "findings", "measurements", "ratings", "themes")


class Mark:
    """Words that stand for the texts until the file is written: no rule minds them."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> str:
        self.count += 1
        return f"zq{self.count}qz"


def full_of(path: Path, texts: tuple[str, ...], first: int = 0) -> None:
    """The fictional programme at that place, with the texts by turns as every word of every kind, and in its history.

    `first` is the number of the text that comes first, so that each may stand in each place.
    """
    mark, state = Mark(), template_state("demo")
    documents = {
        table: {code: _filled(table, row, mark) for code, row in rows.items()}
        for table, rows in state.documents.items()
    }
    act = Act(mark.next(), f"LY/{mark.next()}", datetime(2026, 3, 1, 8, tzinfo=UTC), mark.next())
    open_store(path, named=False).create(act, replace(state, documents=documents))
    raw = path.read_text("utf-8")
    for number in range(mark.count, 0, -1):
        text = json.dumps(texts[(number + first) % len(texts)], ensure_ascii=False)[1:-1]
        raw = raw.replace(f"zq{number}qz", text)
    path.write_text(raw, "utf-8", "surrogatepass")


def _filled(table: str, row: Any, mark: Mark) -> dict[str, Any]:
    filled = {name: _words(value, mark) if name in text_fields(table) else value for name, value in row.items()}
    kind = TABLES[table]
    for name in text_fields(table).intersection(kind.__struct_fields__).difference(filled, _LIST, {"place", "file"}):
        localized = "Localized" in str(_annotation(kind, name))
        filled[name] = {lang: mark.next() for lang in ("ar", "tr", "en")} if localized else mark.next()
    return filled


def _annotation(kind: Any, name: str) -> Any:
    return next(base.__annotations__[name] for base in kind.__mro__ if name in getattr(base, "__annotations__", {}))


def _words(value: Any, mark: Mark) -> Any:
    if isinstance(value, str):
        return mark.next()
    if isinstance(value, dict):
        return {key: inner if key in FIXED else _words(inner, mark) for key, inner in value.items()}
    return [_words(inner, mark) for inner in value] if isinstance(value, list) else value
