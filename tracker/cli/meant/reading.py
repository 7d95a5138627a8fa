"""The words of a line that is no command, sorted: wishes, kinds, codes, statuses, and what is none of these."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tracker.cli.command_table import COMMANDS
from tracker.cli.input.kind_words import RECORDS, WORDS
from tracker.cli.input.spellings import key_of
from tracker.cli.input.suggestions import slug_named
from tracker.cli.meant.wishes import fill, wishes
from tracker.frozen import Frozen
from tracker.model.records.codes import LETTERS, normal_code, table_of
from tracker.model.records.parties import Side
from tracker.model.records.status import Status
from tracker.reports.documents import DOCUMENTS
from tracker.text.input.date_words import ordinals
from tracker.text.input.spoken_words import numbers

FILTERS = {"unverified": "--unverified", "stale": "--stale", "unmet": "--not-met"}
"""The words for states of records by which lists are narrowed."""
_EVERYTHING = frozenset(map(key_of, ("all", "everything", "كل", "hepsi")))
_ENDINGS = ("lari", "leri", "larin", "lerin", "ler", "lar", "yi", "yu", "i", "u", "in", "un", "nin", "e", "a", "s", "ا")
_LETTER_OF = {table: letter for letter, table in LETTERS.items()}


class Reading(Frozen, kw_only=True):
    """The sorted words: `options` are those from the first dash on, as they were typed."""

    wishes: tuple[str, ...]
    kinds: tuple[str, ...]
    reports: tuple[str, ...]
    codes: tuple[str, ...]
    statuses: tuple[str, ...]
    rest: tuple[str, ...]
    options: tuple[str, ...]

    @property
    def wish(self) -> str:
        """The first wish, or nothing."""
        return next(iter(self.wishes), "")

    @property
    def filters(self) -> tuple[str, ...]:
        """The words that narrow a list, beside what is to be found in it."""
        return tuple(word for word in self.rest if key_of(word) in FILTERS or slug_named(Side, word))

    @property
    def kind(self) -> str:
        """The first kind of records, or nothing."""
        return next(iter(self.kinds), "")


def read(words: Sequence[str]) -> Reading:
    """Sort the words of a line."""
    end = next((at for at, word in enumerate(words) if re.match(r"--?[^\W\d]", word)), len(words))
    found: dict[str, list[str]] = {name: [] for name in ("wishes", "kinds", "reports", "codes", "statuses", "rest")}
    told = list(words[:end])
    while told:
        word = told.pop(0)
        sort, value = _sorted(word, told, found)
        if sort:
            found[sort].append(value)
    return Reading(options=tuple(words[end:]), **{name: tuple(each) for name, each in found.items()})


def _sorted(word: str, following: list[str], found: dict[str, list[str]]) -> tuple[str, str]:
    """The sort of a word and its value; takes from the following ones what belongs to it."""
    kind, code = kind_named(word), code_named(word)
    if code:
        return "codes", code
    if _is_text(found, kind if following else ""):
        return ("rest", word) if found["rest"] or key_of(word) not in fill() else ("", "")
    if following and (together := slug_named(Status, f"{word} {following[0]}")):
        del following[0]
        return "statuses", together
    if following and (code := numbered(kind, following[0]) or _placed(word, kind_named(following[0]))):
        del following[0]
        return "codes", code
    wish = _in(wishes(), word)
    if (found["wishes"] or not wish) and not found["kinds"] and kind:
        return "kinds", kind
    if wish and not (found["wishes"] and found["codes"]):
        return ("", "") if wish in found["wishes"] else ("wishes", wish)
    if kind:
        return "kinds", kind
    if found["wishes"] and word.isdigit() and not found["codes"] and (bare := code_named(word, "S")):
        return "codes", bare
    if report := report_named(word):
        return "reports", report
    if status := slug_named(Status, word):
        return "statuses", status
    if key_of(word) in fill() and not found["rest"]:
        return "", ""
    return "rest", word


def numbered(kind: str, word: str) -> str:
    """The code of a record of a kind that a number or an ordinal names, in digits or words; empty for none."""
    letter = _LETTER_OF.get(kind, "")
    code = code_named(word, letter)
    return code if table_of(code) == kind else _at(letter, {**numbers(), **ordinals()}, word)


def _placed(word: str, kind: str) -> str:
    """The code of a record whose kind stands behind its place: `2nd step`, `2. adım`; empty for anything else.

    A number in words is an amount there, or no more than an article: `two steps`, `a step`.
    """
    letter = _LETTER_OF.get(kind, "")
    place = word.removesuffix(".")
    return code_named(place, letter) if place != word and place.isdigit() else _at(letter, ordinals(), word)


def _at(letter: str, places: Mapping[str, int], word: str) -> str:
    key = key_of(word)
    place = next((place for each, place in places.items() if key_of(each) == key), 0)
    return f"{letter}{place}" if letter and place > 0 else ""


def _is_text(found: dict[str, list[str]], kind: str) -> bool:
    """Whether words follow that are to be found or kept as they stand."""
    wish = next(iter(found["wishes"]), "")
    if wish == "search":
        return bool(found["rest"]) or not kind
    return wish in {"add", "note"} and bool(found["kinds"] or found["codes"])


def code_named(word: str, letter: str = "") -> str:
    """The code that a word is, with the letter where it is only a number; empty for anything else."""
    code = normal_code(word, letter)
    return code if code.isascii() and table_of(code) else ""


def kind_named(word: str) -> str:
    """The kind of records that a word names, in any of three languages and with common endings; empty for none."""
    return _in(_kinds(), word)


def is_everything(word: str) -> bool:
    """Whether a word stands for all kinds of records."""
    return key_of(word) in _EVERYTHING


def report_named(word: str) -> str:
    """The kind of report that a word names; empty for none."""
    return _in(_reports(), word)


@cache
def _kinds() -> Mapping[str, str]:
    return {key_of(each): kind for kind, languages in RECORDS.items() for each in _words(kind, languages)}


@cache
def _reports() -> Mapping[str, str]:
    return {key_of(each): kind for kind in DOCUMENTS for each in _words(kind, WORDS.get(kind, ("", "", "")))}


def update_of(code: str) -> str:
    """The command that changes the record of a code; empty where there is none."""
    return command_of("update", table_of(code) or "")


def command_of(verb: str, table: str) -> str:
    """The command of that verb for a table; empty where there is none."""
    noun = next((n for n, c in COMMANDS.items() if c.place == f"nouns.{table}" and n.startswith(verb)), "")
    return noun or ("add-measurement" if (verb, table) == ("add", "measurements") else "")


def _words(kind: str, languages: tuple[str, str, str]) -> Iterator[str]:
    yield kind
    for words in languages:
        yield from words.split()


def _in(table: Mapping[str, str], word: str) -> str:
    """The value of a word by its key, or of the word without a common ending."""
    key = key_of(word.strip("؟?!.,،:"))
    stems = (key.removesuffix(ending) for ending in _ENDINGS if len(key) > len(ending) + 2 and key.endswith(ending))
    return next((table[each] for each in (key, *stems) if each in table), "")
