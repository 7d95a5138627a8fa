"""What documents have beside tables, facts and notes: parts with a heading, and room for signatures."""

from tracker.frozen import frozen
from tracker.reports.message import Message


@frozen
class Part:
    """A heading that groups the blocks after it, up to the next part; their own headings stand one level below."""

    key: str
    heading: Message


@frozen
class Signature:
    """Who signs: an office as a sentence; name, date and signature are written by hand."""

    office: Message


@frozen
class Signatures:
    """Places to sign, side by side."""

    key: str
    heading: Message | None
    places: tuple[Signature, ...]
