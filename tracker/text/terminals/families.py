"""The kinds of terminals, the emission each needs, and what was found out about the one at hand.

Those marked so were judged by pixels, the rest is read.

The rules for terminals that were not measured come from their documentation and their issues (July to September
2026): Windows Terminal reorders nothing since 1.22 (microsoft/terminal #17904, #18659), Ghostty forces left to right
(ghostty #1740), WezTerm, foot and xterm.js have no bidi or have it switched off (wezterm #784, xterm.js #701), iTerm2
has it behind a preference (iTerm2 #716), mintty documents mode 8, and Terminal.app runs the bidi algorithm on each
line without a switch (terminal-wg.pages.freedesktop.org/bidi/prior-work/terminals.html).
"""

from tracker.frozen import Frozen


class Family(Frozen):
    """A kind of terminal: emission when seen directly, emission inside tmux, and whether both were measured.

    tmux and GNU screen swallow the switch of `c`, so what needs it gets `e2` in them. It is known by names in TERM that
    it alone uses (each terminal sets its own TERM, so these do not leak), by the variables that it sets, by its name in
    TERM_PROGRAM, and by the names of its processes.
    """

    mode: str
    inside: str = "e2"
    measured: bool = False
    terms: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    program: str = ""
    processes: tuple[str, ...] = ()


UNKNOWN = Family("c")  # `b` for all but those that know its switch: right on the most

_VTE = ("gnome-terminal-", "xfce4-terminal", "lxterminal", "mate-terminal", "sakura", "tilix", "tilda", "roxterm")
_ALACRITTY = ("ALACRITTY_WINDOW_ID", "ALACRITTY_LOG", "ALACRITTY_SOCKET")

FAMILIES = {
    "xterm": Family("b", "b", True, variables=("XTERM_VERSION",), processes=("xterm",)),
    "alacritty": Family("n", "n", True, ("alacritty",), _ALACRITTY, processes=("alacritty",)),
    "urxvt": Family("b", "b", True, ("rxvt",), processes=("urxvt", "urxvtd", "rxvt")),
    "st": Family("b", "e2", True, ("st", "stterm"), processes=("st", "stterm")),
    "zutty": Family("b", "b", True, variables=("ZUTTY_VERSION",), processes=("zutty",)),
    "vte": Family("c", "e2", True, ("vte", "gnome"), ("VTE_VERSION",), processes=_VTE),
    "konsole": Family("g1", "g1", True, ("konsole",), ("KONSOLE_VERSION",), processes=("konsole",)),
    "qterminal": Family("q", "q", True, processes=("qterminal",)),
    "mlterm": Family("e2", "e2", True, ("mlterm",), ("MLTERM",), processes=("mlterm",)),
    "putty": Family("h", "h", True, ("putty",), processes=("pterm",)),
    "kitty": Family("k", "k", True, ("xterm-kitty",), ("KITTY_WINDOW_ID",), processes=("kitty",)),
    "windows-terminal": Family("c", "b", variables=("WT_SESSION",)),
    "apple-terminal": Family("g1", "g1", terms=("nsterm",), program="Apple_Terminal"),
    "iterm2": Family("c", "b", program="iTerm.app"),
    "vscode": Family("c", "b", program="vscode"),  # as its default renderer paints; `hs` without a graphics card
    "wezterm": Family("c", "b", False, ("wezterm",), ("WEZTERM_PANE",), "WezTerm", ("wezterm-gui",)),
    "ghostty": Family("c", "b", False, ("xterm-ghostty",), ("GHOSTTY_RESOURCES_DIR",), "ghostty", ("ghostty",)),
    "foot": Family("c", "b", terms=("foot",), processes=("foot",)),
    "mintty": Family("c", "e2", terms=("mintty",), program="mintty"),
    "linux": Family("b", "b", terms=("linux",)),  # joined and in order, but its font has hardly any Arabic
}

_SHOWN = 60  # characters of what a variable or an answer may say about itself


class Recognition(Frozen):
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


def recognition_of(family: str, rule: str, evidence: str, *, inside: bool = False) -> Recognition:
    """The emission of a family; `inside` a multiplexer. An unknown family ("") gets what is right on the most."""
    known = FAMILIES.get(family, UNKNOWN)
    return Recognition(family, known.inside if inside else known.mode, rule, evidence[:_SHOWN])
