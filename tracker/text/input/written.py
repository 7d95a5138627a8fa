"""The habits of writing dates that say nothing of the day: blanks, times, prepositions, endings of ordinals."""

import re

from tracker.text.input.fold import fold

_TIME = re.compile(
    r"(?:t| )(?:at |saat |الساعه )?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:am|pm|ص|م|oo|os))?"
    r"(?: ?(?:z|utc|[+-]\d{2}:?\d{2}))?$"
)
_HABITS = (
    (r"^on (?=\d|[a-z]+day\b|mon\b|tue|wed|thu|fri|sat\b|sun\b)", ""),  # `on` is ten in Turkish
    (r"(?<=\d) ?([-/.]) ?(?=\d)", r"\1"),  # 31 / 3 / 2026
    (r" ?/ ?", "/"),  # 31 آذار / مارس 2026
    (r"(?<=\d) ?[-/.] ?(?=[^\W\d_])|(?<=[^\W\d_]) ?[-/] ?(?=\d)", " "),  # 31-Mar-2026
    (r"(?<=[^\W\d_]{2})\.", " "),  # 31 Mar. 2026
    (r"(?<=\d)(?:st|nd|rd|th)\b", ""),
    (r"(?<=\d)'[^\W\d_]+", ""),  # 2026'da
    (r"(?<=\d) (?:of|من(?: شهر)?) (?=\D)", " "),  # 31 من مارس 2026
    (r" (?:عام|سنه|لعام|لسنه|من عام|من سنه) (?=\d{4}م?$)", " "),  # 31 مارس عام 2026
)
_BEFORE = "by until till at dated يوم في بتاريخ حتي لغايه بحلول"
_BEHIND = "gunu tarihinde tarihine tarihli kadar itibariyla"


def tidied(text: str) -> str:
    """The folded date without what stands around it: `بتاريخ 31 / 3 / 2026 م` is `31/3/2026 م`."""
    plain = _TIME.sub("", fold(text).replace(",", " ").replace("،", " ").strip())
    for habit, instead in _HABITS:
        plain = re.sub(habit, instead, plain)
    words = plain.split()
    while len(words) > 1 and words[0] in _BEFORE.split():
        del words[0]
    while len(words) > 1 and words[-1] in _BEHIND.split() and words[-2] not in {"son", "ilk"}:
        del words[-1]
    return " ".join(words)
