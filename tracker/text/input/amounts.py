"""Amounts of time in words: `two weeks`, `أسبوعين`, `on beş gün`."""

from tracker.text.input import spoken_words as words


def amount_of(told: list[str]) -> tuple[int, str] | None:
    """The number and the unit (d, w, m, q, y) of `two weeks`, `أسبوعين`, `خمسة عشر يوما`; None for anything else."""
    if not told or told[-1] not in words.units():
        return None
    unit = words.units()[told[-1]]
    if len(told) == 1:
        return 2 if told[0] in words.twice() else 1, unit
    numbers = [_number(word) for word in told[:-1]]
    if len(numbers) > 2 or 0 in numbers or (len(numbers) == 2 and not _ten_and_one(*numbers)):
        return None
    return sum(numbers) * (2 if told[-1] == "fortnight" else 1), unit


def _number(word: str) -> int:
    if word.isdigit():
        return int(word) if len(word) <= 5 else 0
    return words.numbers().get(word, 0) or words.numbers().get(word.removeprefix("و"), 0)


def _ten_and_one(first: int, second: int) -> bool:
    """Whether two words are one number: tens and ones, in the order of either language."""
    small, large = sorted((first, second))
    return small < 10 and large % 10 == 0
