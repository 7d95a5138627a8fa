"""The detection seam: what kind of output a stream is, and so which emission is right for it."""

from collections.abc import Callable, Mapping
from typing import IO

from tracker.frozen import Frozen
from tracker.text.emission import EMISSIONS
from tracker.text.terminals.families import Recognition, recognition_of

AUTO = "auto"
MODES = (AUTO, *EMISSIONS)

# Their output is read aloud, or by touch, or by a program: no forms, no bars and no boxes.
DUMB = frozenset({"dumb", "unknown"})
_DIGITS_OF_WIDTH = 4  # no window is wider, and every line would be filled up to its edge


class Terminal(Frozen):
    """The emission to use and why, whether a person looks at it, and whether lines are laid out for a page.

    `why` is the name of a rule and `evidence` what the rule saw; `family` the kind of terminal, "" if it is unknown.
    Without a page lines are as wide as they need to be.
    """

    mode: str
    why: str
    is_tty: bool
    is_page: bool
    evidence: str = ""
    family: str = ""


def unrecognized() -> Recognition:
    """A terminal of which nothing is known."""
    return recognition_of("", "default", "")


def detect(
    stream: IO[str] | None,
    environ: Mapping[str, str],
    override: str = AUTO,
    *,
    piped_too: bool = False,
    recognize: Callable[[], Recognition] = unrecognized,
) -> Terminal:
    """The kind of `stream` (None: closed). `override` is one of MODES, else ValueError.

    A pipe, a file or a dumb terminal gets logical order whatever the settings say, unless `piped_too`: the mode was
    asked for in this very command. `recognize` is called only for a terminal that nothing was said about.
    """
    if override not in MODES:
        raise ValueError(override)
    is_tty = _is_tty(stream)
    found = _chosen(is_tty, environ, override, piped_too) or recognize()
    # Through a pager perhaps: then lines begin at the edge of its window.
    is_page = is_tty or found.mode != "logical" or columns_of(environ) is not None
    return Terminal(found.mode, found.rule, is_tty, is_page, found.evidence, found.family)


def columns_of(environ: Mapping[str, str]) -> int | None:
    """The width of the page that COLUMNS asks for; None where it asks for none, or for one that cannot be."""
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and len(columns) <= _DIGITS_OF_WIDTH:
        return int(columns) or None
    return None


def _chosen(is_tty: bool, environ: Mapping[str, str], override: str, piped_too: bool) -> Recognition | None:
    """Give the mode that is settled without knowing the terminal."""
    asked = Recognition("", override, "override") if override != AUTO else None
    if asked and piped_too:
        return asked
    if not is_tty:
        return Recognition("", "logical", "not a terminal")
    if environ.get("TERM") in DUMB:
        return Recognition("", "logical", "TERM", environ["TERM"])
    return asked


def _is_tty(stream: IO[str] | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
