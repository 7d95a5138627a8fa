"""The sentences of the program, read from its source: the literal arguments of msg, mark, count and their companions.

Babel's own extractor looks at names only and takes `data.count(b"…")` for a mark; here a mark is a call of a name that
the module imported from `tracker.message`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MODULE = "tracker.message"
# What the first arguments of each mark are.
MARKS = {
    "msg": ("text",),
    "mark": ("text",),
    "msg_in": ("context", "text"),
    "count": ("text", "many"),
    "count_in": ("context", "text", "many"),
}


class Mark(NamedTuple):
    """A marked sentence and where it stands; `text` is empty when it is not a literal.

    `names` are the places that are given values; of a text that is only marked (`is_text`) they are given elsewhere.
    """

    text: str
    many: str
    context: str
    names: frozenset[str]
    place: str
    is_text: bool

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.text


def marks_of(package: Path) -> Iterator[Mark]:
    """Every mark of every module under `package`, in the order of files and lines."""
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        known = set(_imported(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in known:
                yield _mark(node, node.func.id, f"{path.relative_to(package.parent)}:{node.lineno}")


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == MODULE:
            yield from (name.name for name in node.names if name.name in MARKS and name.asname is None)


def _mark(call: ast.Call, function: str, place: str) -> Mark:
    found = {"text": "", "many": "", "context": ""}
    for part, argument in zip(MARKS[function], call.args, strict=False):
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            found[part] = argument.value
    literal = all(found[part] for part in MARKS[function])
    names = frozenset(keyword.arg or "**" for keyword in call.keywords)
    if function.startswith("count"):
        names |= {"n"}
    return Mark(found["text"] if literal else "", found["many"], found["context"], names, place, function == "mark")
