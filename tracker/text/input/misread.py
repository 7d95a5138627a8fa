"""The part of an unreadable date that was understood, so that the refusal can say it and show a better one.

Texts come folded, as `parse_date` reads them; nothing here is met by a date that is right.
"""

import re
from datetime import date

from tracker import errors
from tracker.text.input import date_words, hijri
from tracker.text.input.amounts import amount_of
from tracker.text.input.spoken_words import edges, fill, shifts

FIRST_YEAR, LAST_YEAR = 1900, 2200
_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def outside(year: int, month: int = 0, day: int = 0) -> "errors.BadDate":
    """The refusal of a year that the tracker does not keep; most such years are Hijri and only lack their letter."""
    is_hijri = hijri.FIRST_YEAR <= year <= hijri.LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 30
    return errors.BadDate("", "years", year, month, day, example=f"{year}-{month:02}-{day:02}h" if is_hijri else "")


def misread(text: str, today: date) -> "errors.BadDate":
    """The refusal of a text that is in no known form, with the parts of it that are."""
    return (
        _span_from_today(text)
        or _part_of_year(text, today)
        or _without_year(text, today)
        or _mixed(text)
        or errors.BadDate("")
    )


def _span_from_today(text: str) -> "errors.BadDate | None":
    if re.fullmatch(r"[+-] ?\d{1,5}", text):
        return errors.BadDate("", "no_unit", example=f"{text}w".replace(" ", ""))
    glued = re.fullmatch(r"(\d{1,5}) ?([^\W\d_]+)", text)
    found = amount_of([glued[1], glued[2]] if glued else text.split())
    if not found:
        return None
    span = f"{found[0]}{found[1]}"
    return errors.BadDate("", "no_sign", example=f"+{span}", earlier=f"-{span}")


def _part_of_year(text: str, today: date) -> "errors.BadDate | None":
    """Read `2026-Q5` and `2026-H3`, of which there are none, and `Q4`, `H1`, of no year."""
    for letters, letter, reason, last in (("qcر", "Q", "quarter", 4), ("hsyن", "H", "half", 2)):
        if found := re.fullmatch(rf"(?:(\d{{4}})[-/ ]?[{letters}] ?(\d)|[{letters}] ?(\d)[-/ ]?(\d{{4}}))", text):
            return errors.BadDate("", reason, example=f"{found[1] or found[4]}-{letter}{last}")
        if found := re.fullmatch(rf"[{letters}] ?(\d)", text):
            return errors.BadDate("", "only_part", example=f"{today.year}-{letter}{min(max(int(found[1]), 1), last)}")
    return None


def _without_year(text: str, today: date) -> "errors.BadDate | None":
    """Read `3/12`, `5 nov`: a day and a month of no year; `3/12/26`: of a year that may be of any century; `march`."""
    day, month, year, reason = 0, 0, today.year, "no_year"
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}))?", text):
        day, month = int(found[1]), int(found[2])
        if found[3]:
            year, reason = int(found[3]) + 2000, "short_year"
    elif found := re.fullmatch(r"(\d{1,2}) (\D+)|(\D+) (\d{1,2})", text):
        day, month = int(found[1] or found[4]), date_words.month_named(found[2] or found[3])
    elif month := next((m for word in (text, *text.split()) if (m := date_words.month_named(word))), 0):
        known = {*fill(), *edges(), *shifts(), text}
        is_month = all(word in known or date_words.month_named(word) for word in text.split())
        return errors.BadDate("", "only_part", example=f"{year}-{month:02}") if is_month else None
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    last = 29 if month == 2 and year % 4 == 0 else _LAST[month - 1]
    return errors.BadDate("", reason, 0, month, day, example=f"{year}-{month:02}-{min(day, last):02}")


def _mixed(text: str) -> "errors.BadDate | None":
    """A month of one calendar in a year of the other; of a Hijri date no more than year or month."""
    era = r"(h\.?|ah|ه)"
    if re.fullmatch(rf"\d{{4}}(?:[-/.]\d{{1,2}})? ?{era}", text):
        return errors.BadDate("", "hijri_day", example="1448-06-13h")
    words = re.fullmatch(rf"(?:\d{{1,2}} )?(\D+) \d{{4}} ?({era}|م|)", text)
    if words is None:
        return None
    if words[1] in date_words.hijri_months() and words[2] != "م":
        return errors.BadDate("", "hijri_day", example="1448-06-13h")
    known = date_words.month_named(words[1]) or words[1] in date_words.hijri_months()
    return errors.BadDate("", "calendars") if known else None
