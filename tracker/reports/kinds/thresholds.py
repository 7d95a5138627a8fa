"""The page of the thresholds."""

from tracker.message import Message
from tracker.model.records.thresholds import Thresholds
from tracker.reports.kinds.kind import Kind, Shown, plain


def _number(name: str) -> Shown[Thresholds]:
    """A number under the key by which `config` sets it."""
    return Shown(name, Message(name), lambda _, limits: plain(limits)[name])


KIND: Kind[Thresholds] = Kind(
    name="thresholds",
    facts=tuple(_number(name) for name in Thresholds.__struct_fields__ if name not in ("id", "uid", "former")),
)
