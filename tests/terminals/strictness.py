"""Where a terminal draws right text otherwise than its font says, and what the judge then leaves out."""

from typing import Literal, NamedTuple

Marks = Literal["anchored", "over", "dropped"]


class Strictness(NamedTuple):
    """How the terminal draws tashkeel.

    "anchored": where the font's anchors put it. "over": over its letter, but all at one height and near its middle;
    then it must only be there. "dropped": not at all; then the text is compared without it.
    `uneven`: letters stand a point aside, each by itself.
    `shrunk`: letters whose last form is wider than a cell and drawn smaller, to fit; what stands there is not compared.
    """

    marks: Marks = "anchored"
    uneven: bool = False
    shrunk: str = ""


STRICT = Strictness()
_BY_TERMINAL = {
    "alacritty": Strictness("dropped"),  # by us: it would draw them in the next cell
    "kitty": Strictness("over", uneven=True, shrunk="رزژسشصضفكکگىيئی"),
    "mlterm": Strictness("over"),
    "qterminal": Strictness("dropped"),
    "xterm": Strictness("over"),
    "urxvt": Strictness("over"),
    "st": Strictness("dropped"),  # a character without width is overwritten by the next one
}


def strictness_for(window: str) -> Strictness:
    """That of the terminal, whatever multiplexer runs in it."""
    return _BY_TERMINAL.get(window.rpartition(" in ")[2], STRICT)
