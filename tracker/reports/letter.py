"""The frame of a document that is sent as a letter: what stands about it on the page, in no language yet."""

from datetime import date

from tracker.frozen import Frozen
from tracker.message import Message
from tracker.reports.report import OfficeName, Word


class Letter(Frozen, kw_only=True):
    """The frame of a letter: its subject, and what follows from what is asked in it.

    `required_by` is the first day by which something must be decided, `asks` whether anything is. `office` writes the
    letter, `side` is its party's side. `reference` is the registry's number, `previous` the letter that it follows.
    It goes `to` an office or a side, which is asked in the words of the document itself, or else to the minister, on
    one page.
    """

    subject: Message
    intro: Message | None = None
    asks: bool = False
    to: OfficeName | Word | None = None
    required_by: date | None = None
    office: OfficeName | None = None
    side: str = ""
    reference: str = ""
    previous: Message | None = None
    attached: Message | None = None
