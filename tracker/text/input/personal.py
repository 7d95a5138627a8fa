"""The guard against personal data in free text (rule 14.2).

It looks for the shapes of identity numbers, telephones, addresses and positions. Dates, references, percents, quarters,
grouped numbers and what `plain_figures.py` knows have digits too and must pass; where a shape is doubtful it is
reported, because `--force` with a reason is there and a published number cannot be taken back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from tracker.text.input.check_digits import is_card, is_iban, is_isbn
from tracker.text.input.digits import to_latin
from tracker.text.input.plain_figures import plain_figures

# What is found first wins where two shapes overlap.
SHORT = 6
"""The many digits after letters are a passport only where a passport is spoken of: contracts have them too."""
_YEARS = re.compile(r"(?:(?:19|20|14)\d\d\D?)+")
_PASSPORT = re.compile(r"passport|pasaport|جواز", re.IGNORECASE)
KINDS = ("iban", "email", "coordinates", "passport", "phone", "digits")


class Finding(NamedTuple):
    """One of KINDS and the place, masked so that it can be shown and logged."""

    kind: str
    excerpt: str


def find_personal(text: str) -> tuple[Finding, ...]:
    """Find what looks like personal data, in the order of the text; nothing in most texts."""
    if not _may_hold().search(text) or not _holds_more().search(text):
        return ()
    found = sorted(_shapes(to_latin(text)))
    return tuple(Finding(kind, _mask(text[start:end])) for start, end, kind in found)


def are_harmless(texts: Sequence[str]) -> bool:
    """Whether nothing is found in any of these, which have one line each."""
    return not _one_may_hold().search("\n".join(texts)) or not any(map(find_personal, texts))


@cache
def _holds_more() -> re.Pattern[str]:
    """The traits of a shape that has more than a fraction: more digits, its sign, its word, the begin of an account.

    The codes of activities in a text are fractions, too, and many texts have one.
    """
    return re.compile(r"[@°º]|(?:\d\D*){6}|[A-Z]{2}\d\d|lat|lon|lng|enlem|boylam|خط", re.IGNORECASE)


@cache
def _may_hold() -> re.Pattern[str]:
    """The least that one of the shapes has: a sign of theirs, a fraction, or digits enough for a passport.

    Digits are those of any script, and signs of fractions the Arabic ones, too.
    """
    return _least(r"\D")


@cache
def _one_may_hold() -> re.Pattern[str]:
    """The same within one of several lines."""
    return _least(r"[^\d\n]")


def _least(between: str) -> re.Pattern[str]:
    """Compile that least; where a pattern begins with a set of characters, all others are passed over at once."""
    return re.compile(rf"[@°º\d](?:(?<=\D)|(?<=\d)(?:[.,٫٬]\d|(?:{between}*\d){{5}}))")


def _shapes(text: str) -> Iterator[tuple[int, int, str]]:
    """The start, end and kind of each shape, in the order of KINDS; what one has taken no other sees."""
    for kind, patterns in _patterns().items():
        if kind == "coordinates":  # an account or address is looked for before anything is believed to be harmless
            text = _without(text, _apart(plain_figures(text)))
        for pattern in patterns:
            spans = [found.span() for found in pattern.finditer(text) if _holds(kind, found)]
            yield from ((*span, kind) for span in spans)
            text = _without(text, spans)
    yield from _digit_runs(_without(text, [found.span() for found in _innocent().finditer(text)]))


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the spans in their order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for span in sorted(spans):
        overlaps = bool(found) and span[0] < found[-1][1]
        before = found.pop() if overlaps else span
        found.append((before[0], max(before[1], span[1])))
    return found


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with line ends in place of the spans, so that no shape reaches across and positions stay."""
    pieces: list[str] = []
    place = 0
    for start, end in spans:
        pieces += (text[place:start], "\n" * (end - start))
        place = end
    return "".join((*pieces, text[place:]))


def _holds(kind: str, found: re.Match[str]) -> bool:
    if kind == "iban":
        groups = re.split(r"[ -]", found[0])  # words of up to four letters look like a group of it
        return any(is_iban("".join(groups[: len(groups) - taken])) for taken in range(min(3, len(groups))))
    if kind == "digits":
        plain = is_isbn(found[0]) or found[0].endswith("000") or _YEARS.fullmatch(found[0])
        return is_card(found[0]) and not plain
    if kind == "passport":
        named = len(found[1]) > SHORT or _PASSPORT.search(found.string, max(0, found.start() - 25), found.start())
        return bool(named) and not _is_day(found[1])
    return True


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    number = r"[-+]?\d{1,3}[.,]\d{%d,12}"
    degrees = r"\d{1,3}(?:[.,]\d{1,12})?\s?[°º]"
    minutes = r"\s?\d{1,2}(?:[.,]\d{1,12})?\s?['′’]"
    axis = r"(?:[NSEWKGDB](?![^\W\d_])|شمال|جنوب|شرق|غرب)"
    return {
        "iban": (
            _word(
                r"[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,4})?(?![A-Za-z0-9])",
                re.IGNORECASE | re.ASCII,
            ),
        ),
        "digits": (re.compile(r"(?<!\d)(?<!\d[ -])\d{4}([ -]?)\d{4}\1\d{4}\1\d{1,7}(?![ -]?\d)"),),  # of a bank card
        "email": (re.compile(r"[\w.+%'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"),),
        "coordinates": (
            re.compile(rf"(?<![\d.,])(?:{number % 4}\s?[,;،/ ]\s?{number % 3}|{number % 3}\s?[,;،/ ]\s?{number % 4})"),
            re.compile(rf"(?<!\d){degrees}(?:{minutes}|\s?{axis})", re.IGNORECASE),
            re.compile(rf"(?<![\d.,]){number % 2}\s?{axis}\W{{1,3}}{number % 2}\s?{axis}", re.IGNORECASE),
            re.compile(
                r"(?:\b(?:lat|latitude|lon|lng|longitude|enlem|boylam)\b|خط (?:ال)?(?:عرض|طول))"
                r"\s?[:=]?\s?[-+]?\d{1,3}[.,]\d",
                re.IGNORECASE,
            ),
        ),
        "passport": (_word(r"[A-Z]{1,2}(\d{6,9})(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII),),
    }


def _word(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    """Compile a pattern that is not found inside a Latin word; an Arabic letter before it does not hide it."""
    return re.compile(r"(?<![A-Za-z0-9])" + pattern, flags)


@cache
def _innocent() -> re.Pattern[str]:
    """The figures that are no identities, taken out before runs of digits are looked for."""
    return re.compile(
        r"(?<!\d)(?:"
        r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?"  # dates, also with a time
        r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}"
        r"|(?:19|20|14)\d{2}[-/](?:19|20|14)\d{2}"  # spans of years
        r"|(?:19|20|14)\d{2}[-/]\d{1,6}"  # months, references by year
        r"|\d{1,6}[-/](?:19|20|14)\d{2}"
        r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?"  # grouped numbers
        r"|(?:19|20|14)\d{2}"
        r")(?![\d])"
    )


def _digit_runs(text: str) -> Iterator[tuple[int, int, str]]:
    for found in re.finditer(r"\+?\(?\d(?:(?:[-. ]|\) ?| \()?\d)*", text):
        number = found[0]
        digits = sum(char.isdigit() for char in number)
        if digits < 9:
            continue
        groups = re.findall(r"\d+", number)
        if len(groups) == 1:
            yield *found.span(), "phone" if number[0] == "+" else "digits"
        elif max(map(len, groups)) >= 9:
            yield *found.span(), "digits"
        elif number[0] in "+(0" or (digits <= 15 and len(groups) <= 5 and max(map(len, groups)) >= 3):
            yield *found.span(), "phone"


def _is_day(digits: str) -> bool:
    """Whether eight digits are a date without separators, as in file names."""
    return re.fullmatch(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])", digits) is not None


def _mask(text: str) -> str:
    return f"{text[:2]}…{text[-2:]}"
