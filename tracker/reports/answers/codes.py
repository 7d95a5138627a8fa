"""Codes that went from one record to another when two copies were joined, told to whoever names one (rule 17.5)."""

from collections.abc import Iterable, Iterator

from tracker.message import Message, msg
from tracker.model.records.codes import table_of
from tracker.model.tracker import Tracker
from tracker.reports.report import Ref
from tracker.reports.values import words_of


def codes_moved(tracker: Tracker, codes: Iterable[str]) -> Iterator[Message]:
    """The sentence for each code under which another record was known before."""
    for code in dict.fromkeys(codes):
        rows = tracker.tables.get(table_of(code) or "", {})
        for record in rows.values():
            if code in record.former and code in rows:
                place = {"code": Ref(code), "title": words_of(rows[code]), "now": Ref(record.id)}
                yield msg(
                    "{code} is now “{title}”; the former {code} is now {now}, “{other}”.",
                    **place,
                    other=words_of(record),
                )
