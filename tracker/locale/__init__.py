"""The words of the program in Arabic, Turkish and English: gettext catalogs and the plural rules.

English is the language of the message ids and has no catalog. `python -m tests.locale.catalogs extract` gathers new
sentences from the code, `… compile` makes what is read here; only the translations in the
.po files are written by hand.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.locale.mo import Find, reader

if TYPE_CHECKING:
    from decimal import Decimal

    from tracker.model.records.localized import Lang

LANGUAGES: "tuple[Lang, ...]" = ("ar", "tr", "en")

# A count that is no whole number takes the form "other" (CLDR); in each of the three languages 100 does too.
_OTHER = 100


class Catalog:
    """The sentences of one language; what has no translation is given as it was asked, in English."""

    def __init__(self, lang: "Lang", find: Find) -> None:
        self.lang = lang
        self.direction = "rtl" if lang == "ar" else "ltr"
        self._find = find

    def word(self, text: str, context: str | None = None) -> str:
        """The sentence in this language, its {places} still open; `context`: gender, case, or where it stands."""
        return self._form(text, text, 1, context) if text else ""

    def count(self, one: str, many: str, n: "int | float | Decimal", context: str | None = None) -> str:
        """The form of a counted sentence for `n`; Arabic has six, and its forms for one and two leave {n} out."""
        whole = abs(int(n)) if n == int(n) else _OTHER
        return self._form(one, one if whole == 1 else many, whole, context)

    def _form(self, text: str, english: str, n: int, context: str | None) -> str:
        forms = self._find(text if context is None else f"{context}\x04{text}")
        if not forms:
            return english
        return forms[_arabic(n)] if len(forms) > 1 else forms[0]


def open_catalog(lang: "Lang") -> Catalog:
    """The catalog of `lang`, one of LANGUAGES. Raises ValueError for another."""
    if lang not in LANGUAGES:
        raise ValueError(lang)
    if lang == "en":
        return Catalog(lang, lambda _: ())
    return Catalog(lang, reader((Path(__file__).parent / lang / "LC_MESSAGES" / "tracker.mo").read_bytes()))


def _arabic(n: int) -> int:
    """The place of the form for `n`: none, one, two, few, many, other. Turkish has one form, and no rule."""
    if n <= 2:
        return n
    if 3 <= n % 100 <= 10:
        return 3
    return 4 if n % 100 >= 11 else 5
