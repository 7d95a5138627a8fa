"""The fictional programme with a word of its own in each place that only one side may read (rule 14.6)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.demo import DEMO
from tracker.frozen import replace
from tracker.model.audience import Audience
from tracker.model.history.texts import NOTE, text_fields
from tracker.model.records.evidence import Confidentiality, FileMark
from tracker.model.records.localized import Localized
from tracker.model.records.record import Record
from tracker.model.records.tables import TABLES
from tracker.store.act import Act
from tracker.store.open import open_store
from tracker.store.plain_form import to_document
from tracker.store.template import template_state

RESTRICTED = 5
"""Of so many papers that are not public one is restricted, so that it is withheld from one's own side too."""


class InternalWords:
    """The tracker, and its words with the audiences that must not read them."""

    def __init__(self) -> None:
        self.hidden: dict[Audience, list[str]] = {audience: [] for audience in Audience}
        self._number = 0
        self.tables = {
            table: {code: self._marked(table, record) for code, record in rows.items()}
            for table, rows in DEMO.tables.items()
        }

    def word(self, *readers: Audience) -> str:
        """A word that none of these readers may find."""
        self._number += 1
        word = f"zq{self._number}qz"
        for audience in readers:
            self.hidden[audience].append(word)
        return word

    def _marked(self, table: str, record: Record) -> Record:
        internal = text_fields(table) - record.shared
        marked: dict[str, Any] = {name: self._text(type(record), name) for name in self._own(record, internal)}
        for name in set(record.__struct_fields__) - internal:
            value = getattr(record, name)
            if isinstance(value, tuple) and any(hasattr(item, NOTE) for item in value):
                marked[name] = tuple(replace(item, note=self.word(Audience.COUNTERPART)) for item in value)
        if table == "evidence":
            marked |= self._paper(record)
        return replace(record, **marked)

    def _own(self, record: Record, internal: frozenset[str]) -> Iterator[str]:
        return (name for name in record.__struct_fields__ if name in internal)

    def _text(self, kind: type[Record], name: str) -> Any:
        word = self.word(Audience.COUNTERPART)
        return Localized(word, word, word) if "Localized" in str(kind.__annotations__[name]) else word

    def _paper(self, record: Any) -> dict[str, Any]:
        """The words of a paper that is not public, every fifth of them restricted."""
        if record.confidentiality is Confidentiality.PUBLIC:
            return {}
        restricted = int(record.id[1:]) % RESTRICTED == 0
        readers = tuple(Audience) if restricted else (Audience.COUNTERPART,)
        return {
            "confidentiality": Confidentiality.RESTRICTED if restricted else Confidentiality.INTERNAL,
            "reference": self.word(*readers),
            "title": Localized(self.word(*readers), self.word(*readers), self.word(*readers)),
            "url": f"https://example.org/{self.word(*readers)}",
            "file": FileMark(f"{self.word(*readers)}.pdf", 5, "0" * 64),
        }

    def kept_at(self, path: Path) -> None:
        """Keep the tracker in a file, its first revision with a note."""
        note = self.word(*Audience)
        state = template_state("demo")
        documents = {
            table: {code: {**state.documents[table][code], **to_document(row)} for code, row in rows.items()}
            for table, rows in self.tables.items()
            if table in TABLES
        }
        act = Act("init", "LY/liaison", datetime(2026, 3, 1, 8, tzinfo=UTC), note)
        open_store(path, named=False).create(act, replace(state, documents=documents))
