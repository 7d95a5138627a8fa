"""`backup list`: the earlier versions of the file."""

from collections.abc import Sequence
from datetime import date

from tracker.message import msg
from tracker.reports.report import Column, Moment, Ref, Report, Table

# Why each was kept; the kind is a part of its name.
_KINDS = {
    "write": msg("before a change"),
    "manual": msg("made on request"),
    "migration": msg("before the file format was upgraded"),
    "import": msg("before an import"),
    "merge": msg("before a merge"),
    "restore": msg("before a restoration"),
    "check": msg("before a repair"),
    "adopted": msg("as it was imported"),
    "redact": msg("before a redaction"),
    "broken": msg("could not be read"),
}

Row = tuple[str, str, str, int, bool]


def backups_report(rows: Sequence[Row], day: date) -> Report:
    """Backups as (name, UTC time, kind, bytes, readable), newest first."""
    columns = (
        Column("name", msg("Backup")),
        Column("time", msg("When")),
        Column("kind", msg("Kind"), rank=1),
        Column("size", msg("Bytes"), rank=2),
        Column("good", msg("Readable")),
    )
    newest = list(reversed(rows))
    cells = tuple(
        (Ref(name), Moment(time), _KINDS.get(kind, Ref(kind)), size, msg("yes") if good else msg("no"))
        for name, time, kind, size, good in newest
    )
    data = [dict(zip(("name", "time", "kind", "size", "good"), row, strict=True)) for row in newest]
    table = Table("backups", msg("Backups"), columns, cells, msg("There is no backup yet."))
    return Report("backups", day, None, (table,), lambda: {"data": data})
