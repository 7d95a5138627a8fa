"""The width of a text in the faces that a letter in Word is likely to be shown in, letter by letter.

Latin letters are those of Times, which every Word has. Arabic ones are those of DejaVu Sans, the widest that stands in
for a missing face: those of Times are narrower, so that a page which holds them holds these.
"""

from functools import lru_cache
from unicodedata import category, decomposition

from tracker.text.arabic.shaping import shape

_LATIN = {
    **dict.fromkeys("'|", 20),
    **dict.fromkeys(" .,·\u00a0", 25),
    **dict.fromkeys("ijltıîì;:/", 28),
    **dict.fromkeys("frIİ!()[]-‘’", 33),
    **dict.fromkeys('sJş"', 40),
    **dict.fromkeys("acezçâ?“”", 45),
    **dict.fromkeys("FPSŞ+−", 57),
    **dict.fromkeys("ELTZ■●┃", 61),
    **dict.fromkeys("BCRÇ", 67),
    **dict.fromkeys("wADGHKNOQUVXYĞÖÜ", 73),
    **dict.fromkeys("m&%MW☐▨▲@", 95),
}
"""Hundredths of the size; letters that are not named are as wide as figures and the small letters with a bowl."""
_OTHER, _WIDE = 50, 105
_KIN = {
    "اأإآ": (28, 30),
    "ء": (47, 47),
    "دذ": (45, 52),
    "رزؤو": (48, 55),
    "ة": (52, 54),
    "يئى": (78, 83, 28, 30),
    "بتث": (94, 98, 28, 30),
    "ن": (73, 76, 28, 30),
    "ل": (73, 76, 30, 33),
    "جحخ": (65, 65, 62, 65),
    "عغ": (60, 53, 60, 48),
    "سشصض": (122, 127, 85, 89),
    "طظ": (92, 95, 80, 82),
    "ف": (104, 104, 48, 51),
    "ق": (78, 83, 48, 51),
    "ك": (82, 84, 48, 55),
    "م": (62, 67, 54, 58),
    "ه": (52, 54, 53, 46),
}
"""Arabic letters of one shape: alone, at the end, at the beginning and in the middle of a word."""
_SHAPES = {letter: widths for kin, widths in _KIN.items() for letter in kin}
_PLACES = {"<isolated>": 0, "<final>": 1, "<initial>": 2, "<medial>": 3}
_LAM_ALEF = 60
_BOLD_ARABIC, _BOLD_LATIN = 1.13, 1.07
OTHER_FACE = 1.2
"""The width of Latin letters in a face that is not ours to choose, such as Cambria, Calibri, Arial or Noto Serif."""


@lru_cache(maxsize=4096)
def width(text: str, *, bold: bool = False, other: bool = False) -> float:
    """The width of a text against its size; `other` where the face may be any."""
    shaped, _ = shape(text)
    whole = 0.0
    for letter in shaped:
        arabic, hundredths = _hundredths(letter)
        if arabic:
            whole += hundredths * (_BOLD_ARABIC if bold else 1)
        else:
            whole += hundredths * (_BOLD_LATIN if bold else 1) * (OTHER_FACE if other else 1)
    return whole / 100


@lru_cache(maxsize=1024)
def _hundredths(letter: str) -> tuple[bool, int]:
    """Whether a letter is Arabic, and its width in hundredths of the size."""
    if letter.isascii() or letter in _LATIN:
        return False, _LATIN.get(letter, _OTHER)
    if category(letter) in ("Mn", "Me", "Cf"):
        return False, 0
    form, *letters = decomposition(letter).split() or [""]
    if form in _PLACES and letter >= "\ufb50":
        shapes = _SHAPES.get(chr(int(letters[0], 16)), ())
        return True, _LAM_ALEF if len(letters) > 1 else dict(enumerate(shapes)).get(_PLACES[form], _WIDE)
    if "\u0600" <= letter <= "\u06ff":
        return True, 60
    return False, _OTHER if "\u00a0" <= letter <= "\u024f" or letter in "–«»" else _WIDE
