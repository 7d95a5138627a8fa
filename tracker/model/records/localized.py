"""A text in up to three languages (rule 1.3)."""

import re
from functools import cache
from typing import Literal, get_args, get_type_hints

from tracker.frozen import Frozen

Lang = Literal["ar", "tr", "en"]
LANGS: tuple[Lang, ...] = ("ar", "tr", "en")
"""The languages in the order in which one stands in for another."""
_ARABIC = "[\u0620-\u064a]"


class Localized(Frozen):
    """A text in at least one language; where one is missing, the first that there is stands in for it.

    Raises `ValueError` for a text without any wording.
    """

    ar: str | None = None
    tr: str | None = None
    en: str | None = None

    def __post_init__(self) -> None:
        if self.ar is None and self.tr is None and self.en is None:
            raise ValueError(self)

    def shown_in(self, lang: Lang) -> Lang:
        """The language in which a reader of `lang` sees it: that one, or the first in which it is worded."""
        if getattr(self, lang):
            return lang
        return next((each for each in LANGS if getattr(self, each)), lang)

    def within(self, lang: Lang) -> str:
        """The wording that a reader of `lang` sees."""
        return getattr(self, lang) or getattr(self, self.shown_in(lang)) or ""

    def is_foreign(self, lang: Lang) -> bool:
        """Whether a reader of `lang` sees it in another language.

        Words under Arabic without an Arabic letter are not told to be Arabic: in older files everything stood there.
        """
        if getattr(self, lang):
            return False
        shown = self.shown_in(lang)
        return shown != lang and (shown != "ar" or bool(re.search(_ARABIC, self.ar or "")))

    def wordings(self) -> dict[Lang, str]:
        """The wordings that it has, by language."""
        return {lang: found for lang in LANGS if (found := getattr(self, lang))}


Text = str | Localized
"""A text as reasons and responses are kept: a plain string where it is Arabic alone, as all of them once were."""


@cache
def plain_texts(kind: type[Frozen]) -> frozenset[str]:
    """The fields of a kind of values that hold a `Text`."""
    hints = get_type_hints(kind).items()
    return frozenset(name for name, hint in hints if {str, Localized} <= set(get_args(hint)))


def in_languages(text: Text) -> Localized:
    """The same text with its wordings by language."""
    return Localized(text) if isinstance(text, str) else text


def as_text(text: Localized) -> Text:
    """The same text as it is kept: there is one form for each, so that equal texts are equal."""
    return text.ar if text.ar is not None and text.tr is None and text.en is None else text


def worded(lang: Lang, words: str) -> Localized:
    """The text that has these words in one language."""
    return Localized(**{lang: words})
