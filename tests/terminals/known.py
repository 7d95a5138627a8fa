"""What each window is known for: its family, and the emission that is right in it."""

from tracker.text.emission import EMISSIONS

from .windows.window import Window

# Family and emission; what the variables alone say; what its answer says.
KNOWN = {
    "xterm": ("xterm", "b", "xterm", "xterm"),
    "alacritty": ("alacritty", "n", "alacritty", "alacritty"),
    "urxvt": ("urxvt", "b", "urxvt", "urxvt"),
    "st": ("st", "b", "st", ""),
    "xfce4-terminal": ("vte", "c", "vte", "vte"),
    "lxterminal": ("vte", "c", "vte", "vte"),
    "konsole": ("konsole", "g1", "konsole", "konsole"),
    "qterminal": ("qterminal", "q", None, "qterminal"),
    "mlterm": ("mlterm", "e2", "mlterm", "mlterm"),
    "pterm": ("putty", "h", None, "putty"),
    "kitty": ("kitty", "k", "kitty", "kitty"),
}
IN_TMUX = {
    "xterm": ("xterm", "b"),
    "xfce4-terminal": ("vte", "e2"),
    "konsole": ("konsole", "g1"),
    "kitty": ("kitty", "k"),
}
IN_SCREEN = ("", "e2")


def page_width(window: Window) -> int:
    """Cells of a page in this window: those of the window without what its emission needs beside the page."""
    inner, _, outer = window.name.rpartition(" in ")
    mode = {"tmux": IN_TMUX.get(outer, ("", ""))[1], "screen": IN_SCREEN[1]}.get(inner) or KNOWN[outer][1]
    return window.grid.columns - EMISSIONS[mode].spare
