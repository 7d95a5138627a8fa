"""Conditional formats as a program of tables works them out."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import openpyxl

_PLACE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")


class Blank(int):
    """An empty cell: zero among numbers, and an empty text as well."""

    def __eq__(self, other: object) -> bool:
        return other in ("", 0)

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return 0


def look_at(sheet: Any, row: int, column: int) -> Any:
    """The difference of looks that a cell gets: that of the first rule that holds, None without one."""
    for rule, top, left in sorted(_rules_over(sheet, row, column), key=lambda each: each[0].priority):
        if _holds(sheet, rule.formula[0], row - top, column - left):
            return rule.dxf
    return None


def _rules_over(sheet: Any, row: int, column: int) -> Iterator[tuple[Any, int, int]]:
    for each in sheet.conditional_formatting:
        left, top, right, bottom = openpyxl.utils.range_boundaries(str(each.sqref))
        if left <= column <= right and top <= row <= bottom:
            yield from ((rule, top, left) for rule in each.rules if rule.type == "expression")


def _holds(sheet: Any, formula: str, down: int, across: int) -> bool:
    """Whether a formula of comparisons, sums and days is true so many cells further down and across."""

    def cell(column: int, row: int, fixed: str) -> Any:
        return _value(sheet.cell(row + down * ("r" not in fixed), column + across * ("c" not in fixed)).value)

    names = {"v": cell, "AND": lambda *each: all(each), "EDATE": _months_on, "MAX": max, "MIN": min}
    return bool(eval(_compiled(formula), {"__builtins__": {}}, names))


@cache
def _compiled(formula: str) -> Any:
    def place(found: re.Match[str]) -> str:
        fixed = ("c" if found[1] else "") + ("r" if found[3] else "")
        return f"v({openpyxl.utils.column_index_from_string(found[2])}, {found[4]}, {fixed!r})"

    plain = _PLACE.sub(place, formula.removeprefix("="))
    return compile(plain.replace("<>", "!=").replace("TRUE", "True"), "formula", "eval")


def _value(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.toordinal()
    return Blank() if value is None else value


def _months_on(day: int, months: int) -> int:
    found = date.fromordinal(day)
    month = found.year * 12 + found.month - 1 + months
    return date(month // 12, month % 12 + 1, found.day).toordinal()
