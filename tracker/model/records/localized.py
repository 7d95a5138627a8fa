"""A text in up to three languages."""

from typing import Literal

from tracker.frozen import Frozen

Lang = Literal["ar", "tr", "en"]


class Localized(Frozen):
    """A text whose Arabic is mandatory; a missing Turkish or English wording falls back to it."""

    ar: str
    tr: str | None = None
    en: str | None = None

    def within(self, lang: Lang) -> str:
        """The text in `lang`, or the Arabic one."""
        text: str | None = getattr(self, lang)
        return text or self.ar
