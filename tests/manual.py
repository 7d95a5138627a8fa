"""The pages of the manual, made from the help: `python -m tests.manual` writes them anew.

They are kept in the tree, for whatever builds the wheel cannot run the program. A page has what `--help` shows, with
every example, and that of `tracker` the topics too. There are none in Arabic: man neither joins letters nor lays out
lines from right to left, so that only few terminals show such a page readably, and `tracker help` reads well in all.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TypeGuard

from tracker.cli.app import build
from tracker.cli.command_table import COMMANDS
from tracker.cli.say.help import SHOWN, command_help, root_help
from tracker.cli.say.layout import GAP, TITLE
from tracker.cli.say.topics import TOPICS, topic_help
from tracker.locale import open_catalog
from tracker.model.records.localized import Lang
from tracker.text.line import Piece
from tracker.text.output.wrap import NO_BREAK
from tracker.text.printable import without_controls
from tracker.views.blocks import Block, Pairs, Sentence
from tracker.views.words import Words

FOLDER = Path(__file__).parents[1] / "tracker" / "man"
PLACES: dict[Lang, str] = {"en": "man1", "tr": "tr/man1"}
NAME = {"en": "NAME", "tr": "AD"}
SYNOPSIS = {"en": "SYNOPSIS", "tr": "KULLANIM"}
ALSO = {"en": "SEE ALSO", "tr": "AYRICA BAKINIZ"}
_SPECIAL = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq"}


def pages() -> dict[Path, str]:
    """Every page by its place."""
    names = ("tracker", *(f"tracker-{command}" for command in COMMANDS))
    return {
        FOLDER / place / f"{name}.1": "\n".join(page(name, lang)) + "\n"
        for lang, place in PLACES.items()
        for name in names
    }


def page(name: str, lang: Lang) -> Iterator[str]:
    """The lines of a page."""
    words, command = Words(open_catalog(lang)), name.removeprefix("tracker").removeprefix("-")
    blocks = list(command_help(build(command), command, words) if command else root_help(words))
    summary, usage = blocks[0], next(block for block in blocks if _is_usage(block))
    yield from (f'.TH {escaped(name.upper())} 1 "" tracker', ".nh", ".ad l")
    yield from _section(NAME[lang], lang)
    yield f"{escaped(name)} \\- {escaped(_text(summary).rstrip('.'))}"
    yield from _section(SYNOPSIS[lang], lang)
    yield bold(_seen(usage.pieces[1:]))
    yield from _roff(_sections(blocks, command), lang)
    if not command:
        yield from (line for topic in TOPICS for line in _roff(topic_help(topic, words), lang))
    yield from _section(ALSO[lang], lang)
    also = ["tracker"] if command else [f"tracker-{each}" for each in COMMANDS]
    yield ",\n".join(f"{bold(each)}(1)" for each in also)


def _sections(blocks: list[Block], command: str) -> Iterator[Block]:
    """The sections of the help, without its usage; of a command with all of its examples."""
    first = next(place for place, block in enumerate(blocks) if _title(block) is not None)
    for block in blocks[first:]:
        if not _is_usage(block):
            yield block
        if command and _text_of_example(block) == COMMANDS[command].examples[SHOWN - 1]:
            yield from (Sentence((Piece(each),), indent=GAP) for each in COMMANDS[command].examples[SHOWN:])


def _text_of_example(block: Block) -> str:
    return _text(block) if isinstance(block, Sentence) and block.indent else ""


def _roff(blocks: Iterable[Block], lang: Lang) -> Iterator[str]:
    """The blocks in the language of manual pages."""
    for typed, group in groupby(blocks, lambda block: isinstance(block, Sentence) and block.indent > 0):
        if typed:
            yield from (".RS 2", ".nf", *(bold(_text(block)) for block in group), ".fi", ".RE")
        else:
            yield from (line for block in group for line in _block(block, lang))


def _block(block: Block, lang: Lang) -> Iterator[str]:
    if (title := _title(block)) is not None:
        yield from _section(title, lang)
    elif isinstance(block, Pairs):
        for term, meaning in block.rows:
            yield from (".TP", bold(_seen(term)), escaped(" ".join(map(_seen, meaning))))
    elif _text(block):
        yield from (".PP", escaped(_text(block)))


def _is_usage(block: Block) -> TypeGuard[Sentence]:
    return isinstance(block, Sentence) and len(block.pieces) > 1 and block.pieces[0].style == TITLE


def _title(block: Block) -> str | None:
    """The text of a heading; None for what is none."""
    alone = isinstance(block, Sentence) and len(block.pieces) == 1 and block.pieces[0].style == TITLE
    return _text(block) if alone else None


def _section(title: str, lang: Lang) -> Iterator[str]:
    yield f".SH {escaped(title.upper() if lang == 'en' else title)}"


def _text(block: Block) -> str:
    assert isinstance(block, Sentence)
    return _seen(block.pieces)


def _seen(pieces: Iterable[Piece]) -> str:
    """A text without the marks that keep its order on a terminal."""
    return without_controls("".join(piece.text for piece in pieces)).replace(NO_BREAK, " ")


def bold(text: str) -> str:
    """What is typed."""
    return f"\\fB{escaped(text)}\\fR"


def escaped(text: str) -> str:
    """A text in which nothing is a command to groff: no sign of its own, no sign at the beginning of a line."""
    shown = "".join(_SPECIAL.get(char, char) for char in " ".join(text.split()))
    return f"\\&{shown}" if shown[:1] == "." else shown


def main() -> int:
    """Write every page, and remove those of commands that are no more."""
    wanted = pages()
    for path in set(FOLDER.rglob("*.1")) - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
