"""The guides of the tree, which are Markdown, and what a reader finds in them to type, to run and to follow."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONTRIBUTING = ROOT / ".github" / "CONTRIBUTING.md"
GUIDES = {
    path.relative_to(ROOT).as_posix(): path for path in [README, CONTRIBUTING, *(ROOT / "tracker").rglob("README.md")]
}

# What is typed: a transcript, a settings file to be written first, or the commands in the row of a table.
_TYPED = re.compile(
    r"^```(?P<kind>console|toml)\n(?P<text>.*?)^```|^\|[^\n]*\|(?P<cell>[^|\n]*)\|$", re.MULTILINE | re.DOTALL
)
_COMMAND = re.compile(r"(?:`|<code dir=\"ltr\">)(tracker [^`<]+)")


class Typed(NamedTuple):
    """A command line with what it prints (None where that is not shown), or the text of a file to be written."""

    line: str
    wanted: str | None = None
    is_file: bool = False


def parts(text: str) -> dict[str, str]:
    """The parts of a guide by their headings: who reads one has not typed what stands in another."""
    found = re.split(r"^## (.*)\n", text, flags=re.MULTILINE)
    return dict(zip(found[1::2], found[2::2], strict=True))


def typed(text: str) -> list[Typed]:
    """All that a reader of a text types, from its first line to its last."""
    return [each for found in _TYPED.finditer(text) for each in _typed(found)]


def _typed(found: re.Match[str]) -> list[Typed]:
    if found["kind"] == "toml":
        return [Typed(found["text"], is_file=True)]
    if found["kind"] == "console":
        pieces = re.split(r"^\$ ", found["text"], flags=re.MULTILINE)[1:]
        return [Typed(piece.partition("\n")[0], piece.partition("\n")[2]) for piece in pieces]
    return [Typed(line) for line in _COMMAND.findall(found["cell"])]


def programs(path: Path) -> list[str]:
    """The programs in Python that a guide shows."""
    return re.findall(r"^```python\n(.*?)^```", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def links(text: str) -> list[str]:
    """The addresses of links and pictures."""
    return re.findall(r"\]\(([^)\s]+)\)", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL))


def anchors(text: str) -> set[str]:
    """The anchors of the headings, as they are made on the pages of repositories."""
    plain = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", plain, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
