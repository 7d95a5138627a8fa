"""UAX #9, rule N0: paired brackets take one direction, so that "(...)" never falls apart."""

from collections.abc import Sequence

from tracker.text.arabic.mirrors import CLOSING

_BRACKETS = frozenset(CLOSING) | frozenset(CLOSING.values())
# BD14, BD15: canonical equivalents count as the same bracket.
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}
_STACK_LIMIT = 63


def resolve_brackets(
    text: str, original: Sequence[str], indexes: Sequence[int], kinds: list[str], embedding: str, before: str
) -> None:
    """N0 on one isolating run sequence: changes `kinds` where a pair has a direction.

    `indexes` are the places of `kinds` in `text`; `embedding` and `before` (sos) are "L" or "R".
    """
    if _BRACKETS.isdisjoint(text):
        return
    for opening, closing in _pairs([text[index] for index in indexes], kinds):
        direction = _pair_direction(kinds, opening, closing, embedding, before)
        if direction:
            _set(kinds, opening, direction, original, indexes)
            _set(kinds, closing, direction, original, indexes)


def _pairs(characters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: pairs in order of their opening bracket; none at all when more than 63 wait."""
    waiting: list[tuple[str, int]] = []
    found = []
    for place, character in enumerate(characters):
        if kinds[place] != "ON" or character not in _BRACKETS:
            continue
        if character in CLOSING:
            if len(waiting) == _STACK_LIMIT:
                return []
            closing = CLOSING[character]
            waiting.append((_CANONICAL.get(closing, closing), place))
            continue
        closing = _CANONICAL.get(character, character)
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == closing:
                found.append((waiting[depth][1], place))
                del waiting[depth:]
                break
    return sorted(found)


def _strong(kind: str) -> str:
    """The direction a class counts for within N0: numbers are R, neutrals nothing."""
    if kind == "L":
        return "L"
    return "R" if kind in {"R", "EN", "AN"} else ""


def _pair_direction(kinds: Sequence[str], opening: int, closing: int, embedding: str, before: str) -> str:
    """N0 b, c: the embedding's direction if found inside, else the other if it also comes before the pair."""
    inside = {_strong(kind) for kind in kinds[opening + 1 : closing]} - {""}
    if not inside:
        return ""
    if embedding in inside:
        return embedding
    context = next((found for kind in reversed(kinds[:opening]) if (found := _strong(kind))), before)
    return context if context in inside else embedding


def _set(kinds: list[str], place: int, direction: str, original: Sequence[str], indexes: Sequence[int]) -> None:
    """A bracket's direction is also that of the marks on it."""
    kinds[place] = direction
    for following in range(place + 1, len(kinds)):
        if original[indexes[following]] != "NSM":
            break
        kinds[following] = direction
