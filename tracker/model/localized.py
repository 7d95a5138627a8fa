"""A text in up to three languages."""

from typing import Literal

from tracker.frozen import frozen

Lang = Literal["ar", "tr", "en"]


@frozen
class Localized:
    """Arabic is mandatory; a missing Turkish or English text falls back to it (DOMAIN.md 2)."""

    ar: str
    tr: str | None = None
    en: str | None = None

    def within(self, lang: Lang) -> str:
        """The text in `lang`, or the Arabic one."""
        text: str | None = getattr(self, lang)
        return text or self.ar
