"""UAX #9, first half: paragraph level (P2, P3), matching isolates (BD9), explicit levels (X1 to X8)."""

from collections.abc import Sequence
from typing import NamedTuple

INITIATORS = frozenset({"LRI", "RLI", "FSI"})
ISOLATES = INITIATORS | {"PDI"}
# Removed by X9: embeddings, overrides, their end, and boundary neutrals.
EMBEDDINGS = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
CONTROLS = EMBEDDINGS | ISOLATES

MAX_DEPTH = 125


class Embedding(NamedTuple):
    """Outcome of X1 to X8: levels, classes with overrides applied, and for each isolate control its partner."""

    levels: list[int]
    classes: list[str]
    partner: dict[int, int]


class _Status(NamedTuple):
    level: int
    override: str = ""
    isolate: bool = False


def paragraph_level(classes: Sequence[str], default: int = 0) -> int:
    """P2, P3: 1 when the first strong character outside isolates is right-to-left, `default` without one."""
    depth = 0
    for kind in classes:
        if kind in INITIATORS:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif depth == 0 and kind in {"L", "R", "AL"}:
            return int(kind != "L")
    return default


def embed(classes: Sequence[str], paragraph: int) -> Embedding:
    """X1 to X8 for one paragraph of the given level."""
    if CONTROLS.isdisjoint(classes):
        return Embedding([paragraph] * len(classes), list(classes), {})
    return _Walk(classes, paragraph).result()


def _partners(classes: Sequence[str]) -> dict[int, int]:
    """BD9: each isolate initiator with its PDI, both ways."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for index, kind in enumerate(classes):
        if kind in INITIATORS:
            waiting.append(index)
        elif kind == "PDI" and waiting:
            start = waiting.pop()
            found[start], found[index] = index, start
    return found


class _Walk:
    """X1: the stack of directional statuses and the counters of what did not fit on it."""

    def __init__(self, classes: Sequence[str], paragraph: int) -> None:
        self.original = classes
        self.classes = list(classes)
        self.levels = [paragraph] * len(classes)
        self.partner = _partners(classes)
        self.paragraph = paragraph
        self._start()

    def _start(self) -> None:
        self.stack = [_Status(self.paragraph)]
        self.overflow_isolates = self.overflow_embeddings = self.valid_isolates = 0

    def result(self) -> Embedding:
        for index, kind in enumerate(self.original):
            self._step(index, kind)
        return Embedding(self.levels, self.classes, self.partner)

    def _step(self, index: int, kind: str) -> None:
        if kind in INITIATORS:
            self._place(index)
            self._open_isolate(self._direction(index, kind))
        elif kind == "PDI":
            self._close_isolate()
            self._place(index)
        elif kind == "PDF":
            self._close_embedding()
        elif kind == "B":
            self._start()  # X8: a separator ends every embedding
        elif kind == "BN":
            self.levels[index] = self.stack[-1].level
        elif kind in EMBEDDINGS:
            self._open_embedding(kind)
        else:
            self._place(index)

    def _place(self, index: int) -> None:
        """X6: the present level, and the override's class if one is on."""
        status = self.stack[-1]
        self.levels[index] = status.level
        if status.override:
            self.classes[index] = status.override

    def _next_level(self, letter: str) -> int:
        """The least level above the present one that is odd for R, even for L."""
        level = self.stack[-1].level
        return (level + 1) | 1 if letter == "R" else (level + 2) & ~1

    def _open_embedding(self, kind: str) -> None:
        """X2 to X5: RLE, LRE, RLO, LRO."""
        level = self._next_level(kind[0])
        if level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.stack.append(_Status(level, kind[0] if kind[2] == "O" else ""))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def _direction(self, index: int, kind: str) -> str:
        """X5a to X5c: the letter of an isolate's direction; FSI looks at its own content."""
        if kind != "FSI":
            return kind[0]
        content = self.original[index + 1 : self.partner.get(index, len(self.original))]
        return "R" if paragraph_level(content) else "L"

    def _open_isolate(self, letter: str) -> None:
        """X5a, X5b after the level of the initiator itself."""
        level = self._next_level(letter)
        if level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.valid_isolates += 1
            self.stack.append(_Status(level, isolate=True))
        else:
            self.overflow_isolates += 1

    def _close_isolate(self) -> None:
        """X6a: a PDI closes its isolate and the embeddings left open in it."""
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.stack[-1].isolate:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def _close_embedding(self) -> None:
        """X7: a PDF closes the last embedding, but nothing outside its isolate."""
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1].isolate:
            self.stack.pop()
