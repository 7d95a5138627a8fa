"""The file of a letterhead: TOML, one for all formats. What it does not know is refused with what it does."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from tracker import errors
from tracker.locale import LANGUAGES
from tracker.views.letterhead.brand import FACES, Brand, Colours, Emblem, Head
from tracker.views.letterhead.contrast import LEAST, on_white
from tracker.views.letterhead.paper import Letterhead

TOP = ("emblem", "emblem_height", "emblem_alt", "fonts", "hijri_shift", "word", "colours", "faces", *LANGUAGES)
LONGEST = 200
"""Letters of one line of a head."""
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8": "jpeg"}


class Reader:
    """The values of a file at `path`; `read` gives the content of a file that it names."""

    def __init__(self, path: str, data: Mapping[str, Any], read: Callable[[str], bytes]) -> None:
        self._path, self._data, self._read = path, data, read

    def brand(self) -> Brand:
        """The brand. Raises `LetterheadKey`, `LetterheadValue`, `LetterheadFaint`, and what `read` raises."""
        self._known("", self._data, TOP)
        word = self._text("word", self._data)
        return Brand(
            heads={lang: self._head(lang) for lang in LANGUAGES if lang in self._data},
            emblem=self._emblem(),
            colours=Colours(**{name: self._colour(name, of) for name, of in self._table("colours", LEAST).items()}),
            faces={**FACES, **{lang: self._list("faces", lang, value) for lang, value in self._faces().items()}},
            fonts=self._text("fonts", self._data),
            hijri_shift=int(self._number("hijri_shift", -2, 2, 0)),
            paper=Letterhead(word, self._read(word)) if word else None,
        )

    def _known(self, table: str, found: Mapping[str, Any], allowed: Mapping[str, Any] | tuple[str, ...]) -> None:
        for key in found:
            if key not in allowed:
                raise errors.LetterheadKey(self._path, f"{table}{key}", tuple(allowed))

    def _table(self, name: str, allowed: Mapping[str, Any] | tuple[str, ...]) -> dict[str, Any]:
        found = self._data.get(name, {})
        if not isinstance(found, dict):
            raise errors.LetterheadValue(self._path, name, f"[{name}]")
        self._known(f"{name}.", found, allowed)
        return found

    def _faces(self) -> dict[str, Any]:
        return self._table("faces", LANGUAGES)

    def _head(self, lang: str) -> Head:
        found = self._table(lang, Head.__struct_fields__)
        texts = {name: self._text(name, found, f"{lang}.") for name in found if name != "copies"}
        copies = self._list(lang, "copies", found["copies"]) if "copies" in found else ()
        return Head(**texts, copies=copies)

    def _text(self, name: str, table: Mapping[str, Any], before: str = "") -> str:
        value = table.get(name, "")
        if not isinstance(value, str) or len(value) > LONGEST:
            raise errors.LetterheadValue(self._path, f"{before}{name}", f'{name} = "…"')
        return value

    def _list(self, table: str, name: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not value or not all(isinstance(each, str) for each in value):
            raise errors.LetterheadValue(self._path, f"{table}.{name}", f'{name} = ["…", "…"]')
        return tuple(value)

    def _number(self, name: str, low: float, high: float, usual: float) -> float:
        value = self._data.get(name, usual)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise errors.LetterheadValue(self._path, name, f"{name} = {low:g}…{high:g}")
        return float(value)

    def _colour(self, name: str, value: Any) -> str:
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise errors.LetterheadValue(self._path, f"colours.{name}", f'{name} = "#17406d"')
        contrast = on_white(value)
        if contrast < LEAST[name]:
            raise errors.LetterheadFaint(self._path, f"colours.{name}", f"{contrast:.1f}", f"{LEAST[name]:g}")
        return value.lower()

    def _emblem(self) -> Emblem | None:
        name = self._text("emblem", self._data)
        if not name:
            return None
        content = self._read(name)
        kind = next((kind for start, kind in _KINDS.items() if content.startswith(start)), "")
        if not kind and b"<svg" in content[:4096]:
            kind = "svg"
        if not kind:
            raise errors.LetterheadValue(self._path, "emblem", 'emblem = "emblem.svg" (.svg, .png, .jpeg)')
        alts = self._table("emblem_alt", LANGUAGES)
        said = {lang: self._text(lang, alts, "emblem_alt.") for lang in alts}
        return Emblem(content, kind, self._number("emblem_height", 5, 30, 14), said)
