"""Whether a text can be read as a day, or as a value of an option."""

from collections.abc import Sequence
from datetime import date

from tracker import errors
from tracker.cli.parser import Choice, Option
from tracker.text.input.lists import split_list
from tracker.text.input.parse_date import parse_date


def is_day(text: str, today: date) -> bool:
    """Whether a text can be read as a day."""
    try:
        parse_date(text, today)
    except errors.TrackerError:
        return False
    return True


def reads(param: Option, value: str, before: Sequence[str]) -> bool:
    """Whether an option takes a value, or several with commas, behind these words."""
    if not isinstance(param.type, Choice):
        return True
    try:
        for each in split_list(value):
            param.type.of(before).read(each)
    except errors.BadValue:
        return False
    return True
