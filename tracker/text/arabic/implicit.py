"""UAX #9, second half: isolating run sequences (X10), weak (W1-W7), neutral (N0-N2) and implicit (I1, I2) rules."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from tracker.text.arabic.brackets import resolve_brackets
from tracker.text.arabic.explicit import CONTROLS, EMBEDDINGS, INITIATORS, ISOLATES, Embedding

_STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON"}) | ISOLATES
# How far a resolved class lifts a character above an even or an odd level (I1, I2).
_LIFT = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 1, "R": 0, "AN": 1, "EN": 1})


class _Sequence(NamedTuple):
    """One isolating run sequence: its characters, their level, and the directions at its ends."""

    indexes: Sequence[int]
    level: int
    before: str
    after: str


def resolve(text: str, original: Sequence[str], paragraph: int, embedding: Embedding) -> list[int | None]:
    """The levels of the characters after I2; None for those removed by X9."""
    found: list[int | None] = [None] * len(text)
    for sequence in _sequences(original, paragraph, embedding):
        kinds = [embedding.classes[index] for index in sequence.indexes]
        _weak(kinds, sequence.before)
        resolve_brackets(text, original, sequence.indexes, kinds, _letter(sequence.level), sequence.before)
        _neutral(kinds, sequence)
        lift = _LIFT[sequence.level & 1]
        for index, kind in zip(sequence.indexes, kinds, strict=True):
            found[index] = sequence.level + lift[kind]
    return found


def _letter(level: int) -> str:
    return "R" if level & 1 else "L"


def _sequences(original: Sequence[str], paragraph: int, embedding: Embedding) -> Iterator[_Sequence]:
    """X10: level runs, joined across their isolates, with sos and eos."""
    if CONTROLS.isdisjoint(original):
        edge = _letter(paragraph)
        yield _Sequence(range(len(original)), paragraph, edge, edge)
        return
    kept = [index for index, kind in enumerate(original) if kind not in EMBEDDINGS]
    runs = _level_runs(kept, embedding.levels)
    run_at = {run[0]: run for run in runs}
    place = {index: position for position, index in enumerate(kept)}
    for run in runs:
        if original[run[0]] == "PDI" and run[0] in embedding.partner:
            continue
        indexes = list(run)
        while original[indexes[-1]] in INITIATORS and (end := embedding.partner.get(indexes[-1])) is not None:
            indexes += run_at[end]
        level = embedding.levels[indexes[0]]
        first, last = place[indexes[0]], place[indexes[-1]] + 1
        before = embedding.levels[kept[first - 1]] if first else paragraph
        at_end = last == len(kept) or original[indexes[-1]] in INITIATORS
        after = paragraph if at_end else embedding.levels[kept[last]]
        yield _Sequence(indexes, level, _letter(max(level, before)), _letter(max(level, after)))


def _level_runs(kept: list[int], levels: list[int]) -> list[list[int]]:
    """BD7: maximal runs of one level among the kept characters."""
    runs = [kept[:1]] if kept else []
    for previous, index in pairwise(kept):
        if levels[previous] == levels[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _weak(kinds: list[str], before: str) -> None:
    """W1 to W7, each only where its class occurs."""
    present = set(kinds)
    if "NSM" in present:
        _marks(kinds, before)
        present = set(kinds)
    if "AL" in present:
        _arabic_numbers(kinds)
    if not present.isdisjoint({"ES", "CS", "ET"}):
        _separators(kinds)
        if "ET" in present:
            _terminators(kinds)
        kinds[:] = ["ON" if kind in {"ES", "CS", "ET"} else kind for kind in kinds]  # W6
    if "EN" in present:
        _latin_numbers(kinds, before)


def _marks(kinds: list[str], before: str) -> None:
    """W1: a mark is what it stands on; on an isolate control it is neutral."""
    previous = before
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = "ON" if previous in ISOLATES else previous
        previous = kinds[place]


def _arabic_numbers(kinds: list[str]) -> None:
    """W2, W3: digits after an Arabic letter are Arabic numbers; then Arabic letters are R."""
    strong = ""
    for place, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
            kinds[place] = "R" if kind == "AL" else kind
        elif kind == "EN" and strong == "AL":
            kinds[place] = "AN"


def _separators(kinds: list[str]) -> None:
    """W4: one separator between two numbers of one kind joins them."""
    for place, kind in enumerate(kinds[1:-1], 1):
        if kind not in {"CS", "ES"} or kinds[place - 1] != kinds[place + 1]:
            continue
        number = kinds[place - 1]
        if number == "EN" or (number == "AN" and kind == "CS"):
            kinds[place] = number


def _terminators(kinds: list[str]) -> None:
    """W5: percent and currency signs beside a European number belong to it."""
    for start, end in ranges([kind == "ET" for kind in kinds]):
        if "EN" in (kinds[start - 1 : start] + kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)


def _latin_numbers(kinds: list[str], before: str) -> None:
    """W7: a European number after a Latin letter is L."""
    strong = before
    for place, kind in enumerate(kinds):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _neutral(kinds: list[str], sequence: _Sequence) -> None:
    """N1, N2: neutrals take the direction around them, or that of the embedding; numbers count as R."""
    for start, end in ranges([kind in _NEUTRAL for kind in kinds]):
        left = sequence.before if start == 0 else kinds[start - 1]
        right = sequence.after if end == len(kinds) else kinds[end]
        around = {"L" if kind == "L" else "R" for kind in (left, right)}
        direction = around.pop() if len(around) == 1 else _letter(sequence.level)
        kinds[start:end] = [direction] * (end - start)


def ranges(flags: Iterable[bool]) -> list[tuple[int, int]]:
    """The half-open ranges of neighbours that are flagged."""
    found, start = [], 0
    for flag, run in groupby(flags):
        end = start + len(list(run))
        if flag:
            found.append((start, end))
        start = end
    return found
