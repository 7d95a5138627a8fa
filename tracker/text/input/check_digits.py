"""The check digits by which numbers of a kind are told from others: IBAN, bank card, book."""

import re


def is_iban(text: str) -> bool:
    """Whether the letters and digits pass modulo 97 (ISO 13616), or fill the form of the two states all the same.

    A digit mistyped in an account of Libya or Türkiye does not make it another kind of number.
    """
    plain = re.sub(r"[^A-Z0-9]", "", text.upper())
    if re.fullmatch(r"LY\d{23}|TR\d{24}", plain):
        return True
    moved = plain[4:] + plain[:4]
    return 15 <= len(plain) <= 34 and int("".join(str(int(char, 36)) for char in moved)) % 97 == 1


def is_card(text: str) -> bool:
    """Whether 13 to 19 digits pass the sum of Luhn (ISO/IEC 7812-1), by which numbers of bank cards are known."""
    digits = _digits(text)
    doubled = (digit if place % 2 == 0 else digit * 2 for place, digit in enumerate(reversed(digits)))
    return 13 <= len(digits) <= 19 and any(digits) and sum(each - 9 * (each > 9) for each in doubled) % 10 == 0


def is_isbn(text: str) -> bool:
    """Whether it is the number of a book (ISO 2108): 13 digits from 978 or 979 on, or 10, the last maybe X."""
    plain = re.sub(r"[^0-9Xx]", "", text)
    if re.fullmatch(r"97[89]\d{10}", plain):
        return sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(_digits(plain))) % 10 == 0
    if not re.fullmatch(r"\d{9}[\dXx]", plain):
        return False
    values = [*_digits(plain[:9]), 10 if plain[9] in "Xx" else int(plain[9])]
    return sum(value * (10 - place) for place, value in enumerate(values)) % 11 == 0


def _digits(text: str) -> list[int]:
    return [int(char) for char in text if "0" <= char <= "9"]
