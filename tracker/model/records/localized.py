"""A text in up to three languages."""

from collections.abc import Collection, Mapping
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


def reworded(
    old: Localized, new: Mapping[str, str | None], field: str, empty: Collection[str] = frozenset()
) -> Localized:
    """The text with the new wordings, under `{field}_{lang}`; where there is none, and it is not emptied, the old."""

    def wording(lang: str) -> str | None:
        name = f"{field}_{lang}"
        return None if name in empty else new.get(name) or getattr(old, lang)

    return Localized(wording("ar") or old.ar, wording("tr"), wording("en"))
