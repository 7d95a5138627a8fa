"""The translations of one text, which are no part of a question: whoever translates a reason does not give another."""

from collections.abc import Mapping
from typing import Any

from tracker.model.records.localized import LANGS

Values = Mapping[str, Any]


def with_translations(
    fields: frozenset[str], base: Values, one: Values, other: Values
) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The three states in which each of these texts has the translations of all, where it is the same text in all."""
    states = (dict(base), dict(one), dict(other))
    for name in fields:
        texts = [_by_language(state.get(name)) for state in states]
        found = _joined(*texts)
        if found is None:
            continue
        for state, text in zip(states, texts, strict=True):
            if text and text.items() & found.items():
                state[name] = found["ar"] if found.keys() == {"ar"} else found
    return states


def _by_language(text: Any) -> dict[str, str]:
    """A text as it is kept by its languages; nothing of what is no text."""
    if isinstance(text, str):
        return {"ar": text}
    return dict(text) if isinstance(text, dict) and text.keys() <= set(LANGS) else {}


def _joined(base: dict[str, str], one: dict[str, str], other: dict[str, str]) -> dict[str, str] | None:
    """Give the wordings of both sides, None where they are not of one text or both have changed the same one."""
    if one == other or not one.items() & other.items():
        return None
    found: dict[str, str] = {}
    for lang in LANGS:
        before, ours, theirs = base.get(lang), one.get(lang), other.get(lang)
        kept = ours if theirs in (ours, before) else theirs
        if before not in (ours, theirs) and ours != theirs:
            return None
        if kept:
            found[lang] = kept
    return found or None
