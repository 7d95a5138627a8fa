"""The report of `config`: what is set, and where it was set."""

from collections.abc import Sequence
from datetime import date

from tracker.message import Message, msg
from tracker.reports.report import Column, Ref, Report, Table

SOURCES: dict[str, Message] = {
    "option": msg("option"),
    "environment": msg("environment"),
    "config": msg("config file"),
    "default": msg("default"),
    "tracker": msg("the tracker itself, shared by all"),
}


def config_report(rows: Sequence[tuple[str, str, str]], day: date) -> Report:
    """Settings as (key, value, source)."""
    columns = (
        Column("key", msg("Key")),
        Column("value", msg("Value"), flexible=True),
        Column("source", msg("Set by"), flexible=True),
    )
    cells = tuple((Ref(key), value or None, SOURCES[source]) for key, value, source in rows)
    data = {key: {"value": value, "source": source} for key, value, source in rows}
    return Report("config", day, None, (Table("config", None, columns, cells),), lambda: {"data": data})
