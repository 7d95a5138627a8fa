"""The words of the program in Arabic, Turkish and English: gettext catalogs and the plural rules (DOMAIN.md 4.2).

English is the language of the message ids and has no catalog. `python -m tests.locale.catalogs extract` gathers new
sentences from the code, `… compile` makes what is read here; only the translations in the
.po files are written by hand.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal
    from gettext import NullTranslations

    from tracker.model.localized import Lang

LANGUAGES: "tuple[Lang, ...]" = ("ar", "tr", "en")

# A count that is no whole number takes the form "other" (CLDR); in each of the three languages 100 does too.
_OTHER = 100


class Catalog:
    """The sentences of one language; what has no translation is given as it was asked, in English."""

    def __init__(self, lang: "Lang", translations: "NullTranslations") -> None:
        self.lang = lang
        self.direction = "rtl" if lang == "ar" else "ltr"
        self._translations = translations

    def word(self, text: str) -> str:
        """The sentence in this language, its {places} still open."""
        return self._translations.gettext(text) if text else ""

    def word_in(self, context: str, text: str) -> str:
        """The sentence in a context: gender, case, or the place where it stands."""
        return self._translations.pgettext(context, text)

    def count(self, one: str, many: str, n: "int | float | Decimal") -> str:
        """The form of a counted sentence for `n`; Arabic has six, and its forms for one and two leave {n} out."""
        return self._translations.ngettext(one, many, _plural(n))

    def count_in(self, context: str, one: str, many: str, n: "int | float | Decimal") -> str:
        """The form for `n` in a context, such as the oblique case after a preposition."""
        return self._translations.npgettext(context, one, many, _plural(n))


def open_catalog(lang: "Lang") -> Catalog:
    """The catalog of `lang`, one of LANGUAGES. Raises ValueError for another."""
    import gettext  # noqa: PLC0415 - `--version` and `--json` answer without words

    if lang not in LANGUAGES:
        raise ValueError(lang)
    if lang == "en":
        return Catalog(lang, gettext.NullTranslations())
    with (Path(__file__).parent / lang / "LC_MESSAGES" / "tracker.mo").open("rb") as file:
        return Catalog(lang, gettext.GNUTranslations(file))


def _plural(n: "int | float | Decimal") -> int:
    return abs(int(n)) if n == int(n) else _OTHER
