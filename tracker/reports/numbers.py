"""Cells of numbers that are no counts."""

from decimal import Decimal

from tracker.frozen import Frozen


class Amount(Frozen):
    """A number that may have decimals."""

    value: Decimal


class Share(Frozen):
    """A percentage that may have decimals: 11.5 is 11.5 %."""

    value: Decimal


class Numeral(Frozen):
    """A number that names something, such as a year: its thousands are not grouped."""

    value: int


Number = Amount | Share | Numeral
