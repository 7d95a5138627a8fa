"""The page of the thresholds."""

from typing import Any

from tracker.message import Message
from tracker.model.changes.thresholds import THRESHOLDS
from tracker.model.records.thresholds import Thresholds, as_told
from tracker.reports.kinds.kind import Kind, Seen, Shown, plain


def _number(name: str) -> Shown[Thresholds]:
    """A number under the key by which `config` sets it."""
    return Shown(name, Message(name), lambda seen, limits: _data(seen, limits)[name])


def _data(_: Seen, limits: Thresholds) -> dict[str, Any]:
    return as_told("thresholds", plain(limits))


KIND: Kind[Thresholds] = Kind(
    name="thresholds",
    facts=tuple(map(_number, THRESHOLDS)),
    data=_data,
)
