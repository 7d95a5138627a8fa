"""The parts of a year: quarters and half years, in digits and in the words of three languages, and whole years."""

import re

from tracker.text.input.date_words import ordinals
from tracker.text.input.span import Span, months_of

_OF = r"(?: (?:of|من|في|ل))?(?: ?(?:the year|year|عام|سنه|لعام|لسنه))?"
# In digits: Q, Ç (çeyrek), ر (ربع); H, S (semestre, sömestr), Y (yarıyıl), ن (نصف).
_LETTERS = {"quarter": "qcر", "half": "hsyن"}
_NUMBERED = (
    r"(?P<y>\d{{4}})[-/ ]?[{letters}] ?(?P<n>\d)",
    rf"[{{letters}}] ?(?P<n>\d){_OF}[-/ ]?(?P<y>\d{{{{4}}}})",
)
_NOUNS = {
    "quarter": r"الربع|الثلاثي|ceyrek|ceyregi|ceyreginde|quarter",
    "half": r"النصف|السداسي|yariyil|yariyili|yarisi|yarisinda|half|half year|semester",
}
_WORDED = (
    rf"(?:the )?(?P<n>[^\W_]+)\.? (?:{{noun}}){_OF} (?P<y>\d{{{{4}}}})م?",
    rf"(?:{{noun}}) (?P<n>[^\W_]+){_OF} (?P<y>\d{{{{4}}}})م?",
    r"(?P<y>\d{{4}})(?: yili| yilinin)? (?P<n>[^\W_]+)\.? (?:{noun})",
    r"(?P<y>\d{{4}}) (?:{noun}) (?P<n>[^\W_]+)",
)
_YEARS = (r"(?:عام |سنه |year |the year )?(?P<y>\d{4})م?", r"(?P<y>\d{4}) (?:yili|senesi)")


def part_of_year(text: str) -> Span | None:
    """The quarter, half year or year that a folded text names; None when it names none."""
    for unit, count in (("quarter", 4), ("half", 2)):
        found = next(filter(None, (re.fullmatch(pattern, text) for pattern in _patterns(unit))), None)
        number = _number(found["n"], count) if found else 0
        if found and number:
            return months_of(int(found["y"]), (number - 1) * 12 // count + 1, unit)
    found = next(filter(None, (re.fullmatch(pattern, text) for pattern in _YEARS)), None)
    return months_of(int(found["y"]), 1, "year") if found else None


def _patterns(unit: str) -> list[str]:
    return [
        *(pattern.format(letters=_LETTERS[unit]) for pattern in _NUMBERED),
        *(pattern.format(noun=_NOUNS[unit]) for pattern in _WORDED),
    ]


def _number(word: str, count: int) -> int:
    """The place in the year that a digit or a word names, from 1; 0 for none of so many parts."""
    number = int(word) if word.isdigit() else ordinals().get(word, 0)
    number = count if number < 0 else number
    return number if 1 <= number <= count else 0
