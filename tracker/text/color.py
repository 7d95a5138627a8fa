"""Rich styles as escape sequences, in the colours that the stream can show (the rules are Rich's own)."""

from collections.abc import Mapping
from typing import Literal

from tracker.text.terminal import Terminal

ColorChoice = Literal["auto", "always", "never"]

# Values of rich.color.ColorSystem, which a pipe must not pay to import.
_STANDARD, _EIGHT_BIT, _TRUECOLOR = 1, 2, 3
_BY_TERM = {"kitty": _EIGHT_BIT, "256color": _EIGHT_BIT}
_TEXT = "x"


class Palette:
    """Writes texts in their styles; `system` 0 leaves styles out, `colored` False keeps only bold and the like."""

    def __init__(self, system: int, colored: bool = True) -> None:
        self.system = system
        self.colored = colored
        self._around: dict[str, tuple[str, str]] = {"": ("", "")}

    def paint(self, text: str, style: str) -> str:
        """The text between the sequences of its style."""
        if not self.system or not style:
            return text
        before, after = self._around.get(style) or self._learn(style)
        return before + text + after

    def _learn(self, style: str) -> tuple[str, str]:
        from rich.color import ColorSystem  # noqa: PLC0415 - only where colours are really shown
        from rich.style import Style  # noqa: PLC0415 - as above

        parsed = Style.parse(style)
        if not self.colored:
            parsed = parsed.without_color
        before, after = parsed.render(_TEXT, color_system=ColorSystem(self.system)).split(_TEXT)
        self._around[style] = before, after
        return before, after


def palette_for(terminal: Terminal, environ: Mapping[str, str], choice: ColorChoice) -> Palette:
    """`always` and `never` win; else NO_COLOR, FORCE_COLOR, TERM and COLORTERM say, for terminals only."""
    if choice == "never":
        return Palette(0)
    if choice == "always":
        return Palette(_system(environ))
    forced = bool(environ.get("FORCE_COLOR"))
    if not (terminal.is_tty or forced) or environ.get("TERM", "").lower() in {"dumb", "unknown"}:
        return Palette(0)
    return Palette(_system(environ), colored=not environ.get("NO_COLOR"))


def _system(environ: Mapping[str, str]) -> int:
    if environ.get("COLORTERM", "").strip().lower() in {"truecolor", "24bit"}:
        return _TRUECOLOR
    return _BY_TERM.get(environ.get("TERM", "").strip().lower().rpartition("-")[2], _STANDARD)
