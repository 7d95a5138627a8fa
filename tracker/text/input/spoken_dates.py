"""The days that people tell from today: `tomorrow`, `in two weeks`, `الخميس القادم`, `ay sonu`, `+2w`.

A day of the week is the next one after today. The end, the start and the middle are those of a month, quarter, half
year or year, which is the present one unless another is named. A week has an end for neither side's weekend: refused.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from tracker import errors
from tracker.text.input import spoken_words as words
from tracker.text.input.amounts import amount_of
from tracker.text.input.date_words import weekdays
from tracker.text.input.span import UNITS, Span, around, later, one

Written = Callable[[str], Span | None]


def spoken(text: str, today: date, written: Written) -> Span | None:
    """The span that a folded text tells; `written` reads what stands in it as a date. Raises BadDate."""
    if text in words.days():
        return one(today + timedelta(days=words.days()[text]))
    signed = re.fullmatch(r"([+-]) ?(\d{1,5}) ?([^\W\d_]+)", text)
    if signed and signed[3] in words.units():
        return _from(today, int(signed[1] + signed[2]), words.units()[signed[3]])
    spelt = words.spelt_out(text).split()
    told = [word for word in spelt if word not in words.fill()]
    return _edge(spelt, told, today, written) or _weekday(told, today) or _named(told, today) or _away(told, today)


def _from(today: date, number: int, unit: str) -> Span:
    if unit in {"d", "w"}:
        return one(today + timedelta(days=number * (7 if unit == "w" else 1)))
    return one(later(today, number * {"m": 1, "q": 3, "y": 12}[unit]))


def _edge(spelt: list[str], told: list[str], today: date, written: Written) -> Span | None:
    """`end of month`, `نهاية الربع القادم`, `Mart 2026 sonu`, `mid-May 2026`."""
    place = next((at for at in (0, -1) if told and told[at] in words.edges()), None)
    if place is None:
        # Before the end is by the end, and neither is a time ago.
        return _edge(spelt, told[1:], today, written) if told[:1] in (["قبل"], ["بحلول"]) else None
    edge = words.edges()[told[place]]
    rest = told[1:] if place == 0 else told[:-1]
    at = spelt.index(told[place])
    span = _shifted(rest, today) or written(" ".join(spelt[at + 1 :] if place == 0 else spelt[:at]).removeprefix("of "))
    if span is None or span.unit not in UNITS:
        return None
    if edge == "middle":
        return one(span.start.replace(day=15)) if span.unit == "month" else None
    return one(span.end if edge == "end" else span.start)


def _weekday(told: list[str], today: date) -> Span | None:
    """`monday`, `الخميس القادم`, `geçen cuma`, `haftaya salı`, `friday next week`."""
    named = [word for word in told if word in weekdays()]
    if len(named) != 1:
        return None
    wanted = weekdays()[named[0]]
    rest = [word for word in told if word not in named]
    ahead = (wanted - today.weekday() - 1) % 7 + 1
    if " ".join(rest) in {"haftaya", "gelecek hafta", "onumuzdeki hafta", "next week"}:
        return one(today + timedelta(days=7 - today.weekday() + wanted))
    if not rest:
        return one(today + timedelta(days=ahead))
    shift = words.shifts().get(rest[0]) if len(rest) == 1 else None
    if shift is None:
        return None
    return one(today + timedelta(days={1: ahead, 0: ahead % 7, -1: ahead - 14 if ahead == 7 else ahead - 7}[shift]))


def _named(told: list[str], today: date) -> Span | None:
    """`next month`, `الربع القادم`, `geçen yıl`; a `month` alone is none."""
    return _shifted(told, today) if len(told) > 1 else None


def _shifted(told: list[str], today: date) -> Span | None:
    """The span round today that was named, the present one where nothing else is said."""
    units = [words.spans()[word] for word in told if word in words.spans()]
    shifts = [words.shifts()[word] for word in told if word in words.shifts()]
    if len(units) != 1 or len(shifts) > 1 or len(told) != len(units) + len(shifts):
        return None
    if units[0] == "week":
        raise errors.BadDate("", "week", example="+1w")
    return around(today, units[0], shifts[0] if shifts else 0)


def _away(told: list[str], today: date) -> Span | None:
    """`in two weeks`, `بعد ثلاثة أيام`, `iki hafta önce`."""
    signs = [sign for sign, known in ((1, words.after()), (-1, words.ago())) for word in told if word in known]
    amount = amount_of([word for word in told if word not in words.after() | words.ago()])
    if len(signs) != 1 or amount is None:
        return None
    return _from(today, signs[0] * amount[0], amount[1])
