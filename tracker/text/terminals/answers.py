"""The answers of terminals to the question who they are (device attributes, DA2 and DA1).

Measured: VTE, Konsole, QTerminal, mlterm, kitty, PuTTY, xterm, urxvt, Alacritty, zutty, xterm.js; the rest is read in
their sources. A terminal may answer DA1 alone, as st does.
"""

import re

from tracker.text.terminals.families import Recognition, recognition_of

ANSWER = re.compile(rb"\x1b\[[?>][0-9;]*c")
LAST = re.compile(rb"\x1b\[\?[0-9;]*c")  # DA1: asked for last, and answered by every terminal that answers anything
BEGUN = re.compile(rb"\x1b\[[?>][0-9;]*\Z")

_KITTY = range(4000, 5000)  # its version, on which old VTE stumbles with a third number of 0
_ALACRITTY = range(1000, 10_000)
_FOOT = range(10_000, 100_000)

_BY_FIRST = {65: "vte", 61: "vte", 24: "mlterm", 41: "xterm", 85: "urxvt", 77: "mintty"}
_BY_TWO = {
    (1, 115): "konsole",
    (0, 115): "qterminal",
    (0, 136): "putty",
    (0, 276): "vscode",
    (1, 95): "apple-terminal",
    (0, 95): "iterm2",
    (64, 2500): "iterm2",
    (64, 0): "zutty",
    (0, 10): "windows-terminal",
    (1, 277): "wezterm",
}


def by_answer(answer: str, rule: str = "answer") -> Recognition:
    """The terminal that answers so; `answer` as `readable` gives it, or any text: what is not known is unknown."""
    return recognition_of(_family(answer), rule if answer else "default", answer)


def readable(raw: bytes) -> str:
    """The answers among what was received, without their escapes: `>1;115;0c ?62;1;4c`."""
    return " ".join(found[2:].decode("ascii") for found in ANSWER.findall(raw))


def _family(answer: str) -> str:
    found = re.search(r">([0-9]{1,6}(?:;[0-9]{1,6}){0,4})c", answer)
    if found is None:
        return ""
    first, second, third, *_ = (*map(int, found[1].split(";")), 0, 0, 0)
    if first == 1 and second in _KITTY and third:
        return "kitty"
    if first == 0 and second in _ALACRITTY:
        return "alacritty"
    if first == 1 and second in _FOOT:
        return "foot"
    return _BY_FIRST.get(first) or _BY_TWO.get((first, second), "")
