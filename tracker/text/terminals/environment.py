"""The terminal by the variables that it sets.

Variables leak: a terminal started from a shell of another one inherits what that one set. So nothing is concluded
from variables of two families, nor from one beside a TERM that its family does not set.
"""

from collections.abc import Mapping

from tracker.text.terminals.families import FAMILIES, Recognition, recognition_of

_TERMS = {term: family for family, known in FAMILIES.items() for term in known.terms}
_VARIABLES = {name: family for family, known in FAMILIES.items() for name in known.variables}
_PROGRAMS = {known.program: family for family, known in FAMILIES.items() if known.program}
FAMILY_VARIABLES = tuple(_VARIABLES)

_COLORFUL = frozenset({"xterm-256color", "xterm-direct"})
_GENERIC = _COLORFUL | {"xterm", "xterm-color", "xterm-16color", "xterm-88color"}
_TERM_OF = {"xterm": _GENERIC, "mintty": _GENERIC, "windows-terminal": _GENERIC | {""}}


def by_environment(environ: Mapping[str, str]) -> Recognition | None:
    """The terminal, where TERM names it or exactly one family left its variables and TERM agrees; else None."""
    term = environ.get("TERM", "")
    name = next((name for name in _TERMS if term == name or term.startswith(name + "-")), None)
    if name is not None:
        return recognition_of(_TERMS[name], "TERM", term)
    found = _families(environ)
    if len(found) != 1:
        return None
    [(family, variable)] = found.items()
    if term not in _TERM_OF.get(family, _COLORFUL):
        return None
    return recognition_of(family, "environment", f"{variable}={environ[variable]}")


def _families(environ: Mapping[str, str]) -> dict[str, str]:
    """The families that left variables, each with one of them."""
    found = {family: name for name, family in _VARIABLES.items() if name in environ}
    program = _PROGRAMS.get(environ.get("TERM_PROGRAM", ""))
    return {**found, program: "TERM_PROGRAM"} if program else found


def outer_family(environ: Mapping[str, str]) -> tuple[str, str] | None:
    """The one family that left variables before a multiplexer was started, and one of them; None if not just one."""
    found = _families(environ)
    return next(iter(found.items())) if len(found) == 1 else None


def multiplexer(environ: Mapping[str, str], above: str) -> str:
    """The multiplexer that surrounds us, "" for none; `above` is the name of the program that owns the session."""
    term = environ.get("TERM", "")
    if "TMUX" in environ or term.startswith("tmux") or above.startswith("tmux: "):
        return "tmux"
    if "STY" in environ or term.startswith("screen") or above.lower() == "screen":
        return "screen"
    if "ZELLIJ" in environ:
        return "zellij"
    return "mosh" if above == "mosh-server" else ""
