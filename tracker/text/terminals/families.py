"""The kinds of terminals, the emission each needs, and what was found out about the one at hand.

Those marked so were judged by pixels, the rest is read.

The rules for terminals that were not measured come from their documentation and their issues (July to September
2026): Windows Terminal reorders nothing since 1.22 (microsoft/terminal #17904, #18659), Ghostty forces left to right
(ghostty #1740), WezTerm, foot and xterm.js have no bidi or have it switched off (wezterm #784, xterm.js #701), iTerm2
has it behind a preference (iTerm2 #716), mintty documents mode 8, and Terminal.app runs the bidi algorithm on each
line without a switch (terminal-wg.pages.freedesktop.org/bidi/prior-work/terminals.html).
"""

from typing import NamedTuple


class Family(NamedTuple):
    """A kind of terminal: emission when seen directly, emission inside tmux, and whether both were measured.

    tmux and GNU screen swallow the switch of `c`, so what needs it gets `e2` in them.
    """

    mode: str
    inside: str = "e2"
    measured: bool = False


UNKNOWN = Family("c")  # `b` for all but those that know its switch: right on the most

FAMILIES = {
    "xterm": Family("b", "b", measured=True),
    "alacritty": Family("n", "n", measured=True),
    "urxvt": Family("b", "b", measured=True),
    "st": Family("b", "e2", measured=True),
    "zutty": Family("b", "b", measured=True),
    "vte": Family("c", "e2", measured=True),
    "konsole": Family("g1", "g1", measured=True),
    "qterminal": Family("q", "q", measured=True),
    "mlterm": Family("e2", "e2", measured=True),
    "putty": Family("h", "h", measured=True),
    "kitty": Family("k", "k", measured=True),
    "windows-terminal": Family("c", "b"),
    "apple-terminal": Family("g1", "g1"),
    "iterm2": Family("c", "b"),
    "vscode": Family("c", "b"),  # as painted by its default renderer; `hs` where there is no graphics card
    "wezterm": Family("c", "b"),
    "ghostty": Family("c", "b"),
    "foot": Family("c", "b"),
    "mintty": Family("c", "e2"),
    "linux": Family("b", "b"),  # joined and in order, but its font has hardly any Arabic
}

_SHOWN = 60  # characters of what a variable or an answer may say about itself


class Recognition(NamedTuple):
    """The kind of terminal ("" unknown), its emission, the rule that said so and what that rule saw.

    `typed` is what a person typed while the terminal was being asked, and which could not be put back; `seconds` is
    what finding out took.
    """

    family: str
    mode: str
    rule: str
    evidence: str = ""
    typed: bytes = b""
    seconds: float = 0.0


def recognized(family: str, rule: str, evidence: str, *, inside: bool = False) -> Recognition:
    """The emission of a family; `inside` a multiplexer. An unknown family ("") gets what is right on the most."""
    known = FAMILIES.get(family, UNKNOWN)
    return Recognition(family, known.inside if inside else known.mode, rule, evidence[:_SHOWN])
