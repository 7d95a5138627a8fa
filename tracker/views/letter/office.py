"""A letter to an office: what it is asked, within the frame that the brand of who asks gives."""

from typing import Any

from tracker.reports.report import Notes, Report
from tracker.views.letter.framed import framed
from tracker.views.letter.model import OfficeLetter
from tracker.views.letterhead import Brand
from tracker.views.page import page_of
from tracker.views.words import Words


def office_letter_of(report: Report, words: Words, brand: Brand) -> OfficeLetter:
    """The letter; to whom it goes, from whom and when is said by its frame."""
    blocks: dict[str, Any] = {block.key: block for block in report.blocks}
    sections = {section.key: section for section in page_of(report, words).sections}
    return OfficeLetter(
        **framed(report, words, brand, {}),
        before=_sentences(blocks["opening"], words),
        asked=sections["owed"] if sections["owed"].rows else None,
        after=_sentences(blocks.get("closing"), words),
    )


def _sentences(notes: Notes | None, words: Words) -> tuple[str, ...]:
    return tuple(words.message(note.text) for note in notes.items) if notes else ()
