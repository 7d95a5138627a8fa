"""The blocks that documents have beside tables, facts and notes: parts with a heading, and room for signatures."""

from tracker.frozen import Frozen
from tracker.message import Message


class Part(Frozen):
    """A heading that groups the blocks after it, up to the next part; their own headings stand one level below."""

    key: str
    heading: Message


class Signature(Frozen):
    """The office that signs, as a sentence; name, date and signature are written by hand."""

    office: Message


class Signatures(Frozen):
    """The places to sign, side by side."""

    key: str
    heading: Message | None
    places: tuple[Signature, ...]
