"""The Markdown that the usual forges show: tables, escaped data, the direction set once around everything."""

from collections.abc import Iterator

from tracker.reports.document_cells import Light
from tracker.reports.parts import Figures, Part, Signatures
from tracker.reports.pictures.tables import table_of
from tracker.reports.report import Block, Colour, Facts, Notes, Report, Table, Value
from tracker.reports.values import filled, said_of
from tracker.views.banners import banners
from tracker.views.symbols import HEALTH_SYMBOL
from tracker.views.words import Words, as_of

_SPECIAL = {ord(c): "\\" + c for c in r"\`*_{}[]()#+!|~$@"} | {ord("<"): "&lt;", ord(">"): "&gt;", ord("&"): "&amp;"}


def render(report: Report, words: Words) -> Iterator[str]:
    """The document in pieces; isolates stay in, so that dates and codes keep their order in any viewer."""
    yield f'<div dir="{words.catalog.direction}" lang="{words.lang}">\n\n'
    for banner in banners(report):
        yield f"> **{_sentence(words.message(banner))}**\n\n"
    yield from _heading(report, words)
    level = 2
    for block in report.blocks:
        if isinstance(block, Part):
            level = 2
        if block.heading:
            yield f"{'#' * level} {_sentence(words.message(block.heading))}\n\n"
        if isinstance(block, Part):
            level = 3
            continue
        yield from _block(block, words)
        yield "\n"
    for sentence in report.footer:
        yield f"*{_sentence(words.message(sentence))}*\n\n"
    yield "</div>\n"


def _heading(report: Report, words: Words) -> Iterator[str]:
    """The name of the document over the subject of its letter, or over the programme and its totals."""
    if report.title:
        yield f"**{_sentence(words.message(report.title))}**\n\n"
    if report.letter is not None and report.letter.to is None:
        yield f"# {_sentence(words.message(report.letter.subject))}\n\n"
    elif report.heading:
        yield f"# {_inline(report.heading.title, words)}\n\n"
        totals = [words.message(as_of(report.heading.day))]
        yield " · ".join([_sentence(totals[0]), *(_inline(t, words) for t in report.heading.totals)]) + "\n\n"


def _block(block: Block, words: Words) -> Iterator[str]:
    match block:
        case Table():
            yield from _table(block.for_readers(), words)
        case Facts():
            yield from (f"- **{_sentence(words.message(k))}:** {_inline(v, words)}\n" for _, k, v in block.items)
        case Figures():
            told = (f"**{_sentence(words.message(f.label))}:** {_inline(said_of(f), words)}" for f in block.items)
            yield " · ".join(told) + "\n"
        case Notes():
            yield from _notes(block, words)
        case Signatures():
            yield from (f"- {_sentence(words.message(place.office))}\n" for place in block.places)
        case Part():
            return
        case _:
            yield _sentence(words.message(block.alt)) + "\n\n"
            yield from _table(table_of(block), words)


def _table(table: Table, words: Words) -> Iterator[str]:
    if not table.rows:
        yield _sentence(words.message(table.empty)) + "\n" if table.empty else ""
        return
    yield "| " + " | ".join(_sentence(words.message(c.heading)) for c in table.columns) + " |\n"
    yield "|" + " --- |" * len(table.columns) + "\n"
    for row in table.rows:
        yield "| " + " | ".join(_inline(value, words) for value in row) + " |\n"


def _notes(notes: Notes, words: Words) -> Iterator[str]:
    if not notes.items and notes.empty:
        yield _sentence(words.message(notes.empty)) + "\n"
    for number, note in enumerate(notes.items, 1):
        symbol = HEALTH_SYMBOL[note.health] + " " if note.health else ""
        yield f"{number}." if notes.numbered else "-"
        yield f" {symbol}{_sentence(words.message(note.text))}\n"


def _inline(value: Value, words: Words) -> str:
    """A value on one line: a colour has its sign, what is not there a dash."""
    text = _sentence(words.text(value if filled(value) else None))
    return f"{HEALTH_SYMBOL[value.health]} {text}" if isinstance(value, Colour | Light) else text


def _sentence(text: str) -> str:
    """One line of Markdown in which nothing is markup."""
    return " ".join(text.split()).translate(_SPECIAL)
