"""The file that holds a tracker which is kept on a server."""

from collections.abc import Iterable

from tracker.model.history.documents import Document
from tracker.store.file import layout
from tracker.store.file.schema import SCHEMA, STANDING
from tracker.store.state import State


def file_of(state: State, lines: Iterable[tuple[int, Document]]) -> list[bytes | memoryview]:
    """The bytes of that file, piece by piece; `lines` are those of the history by their places."""
    tables = {
        table: layout.text_of({str(number): row for number, row in enumerate(rows.values(), 1)})
        for table, rows in state.documents.items()
    }
    tables[STANDING] = layout.text_of({"1": state.standing.document()})
    text = b",\n".join(layout.line_of(str(place), line) for place, line in lines)
    return layout.pieces(layout.Content(SCHEMA, tables, layout.lines_within(text, 0, len(text))))
