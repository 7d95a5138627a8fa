"""The part of an unreadable date that was understood, so that the refusal can say it and show a better one.

Texts come folded, as `parse_date` reads them; nothing here is met by a date that is right.
"""

import re
from datetime import date

from tracker import errors
from tracker.text.input import date_words, hijri

FIRST_YEAR, LAST_YEAR = 1900, 2200


def outside(year: int, month: int = 0, day: int = 0) -> "errors.BadDate":
    """The refusal of a year that the tracker does not keep; most such years are Hijri and only lack their letter."""
    is_hijri = hijri.FIRST_YEAR <= year <= hijri.LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 30
    return errors.BadDate("", "years", year, month, day, example=f"{year}-{month:02}-{day:02}h" if is_hijri else "")


def misread(text: str, today: date) -> "errors.BadDate":
    """The refusal of a text that is in no known form, with the parts of it that are."""
    return _span_from_today(text) or _quarter(text) or _without_year(text, today) or _mixed(text) or errors.BadDate("")


def _span_from_today(text: str) -> "errors.BadDate | None":
    if re.fullmatch(r"[+-] ?\d{1,5}", text):
        return errors.BadDate("", "no_unit", example=f"{text}w".replace(" ", ""))
    found = re.fullmatch(r"(\d{1,5}) ?([^\W\d_]+)", text)
    if found and found[2] in date_words.units():
        return errors.BadDate("", "no_sign", example=f"+{found[1]}{date_words.units()[found[2]]}")
    return None


def _quarter(text: str) -> "errors.BadDate | None":
    found = re.fullmatch(r"(?:(\d{4})[-/ ]?[qcر](\d)|[qcر](\d)[-/ ]?(\d{4}))", text)
    return errors.BadDate("", "quarter", example=f"{found[1] or found[4]}-Q4") if found else None


def _without_year(text: str, today: date) -> "errors.BadDate | None":
    """Read `3/12`, `5 nov`: a day and a month of no year; `3/12/26`: of a year that may be of any century."""
    months = date_words.months()
    day, month, year, reason = 0, 0, today.year, "no_year"
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}))?", text):
        day, month = int(found[1]), int(found[2])
        if found[3]:
            year, reason = int(found[3]) + 2000, "short_year"
    elif found := re.fullmatch(r"(\d{1,2}) (\D+)|(\D+) (\d{1,2})", text):
        day, month = int(found[1] or found[4]), months.get(found[2] or found[3], 0)
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return errors.BadDate("", reason, 0, month, day, example=f"{year}-{month:02}-{min(day, 28):02}")


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
    known = words[1] in date_words.months() or words[1] in date_words.hijri_months()
    return errors.BadDate("", "calendars") if known else None
