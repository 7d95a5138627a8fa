"""One line of a known command, taken apart: words, and options by our names instead of those that were typed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from tracker.cli.input.spellings import key_of, spelled
from tracker.cli.input.suggestions import nearest
from tracker.cli.meant.gates import gate_at
from tracker.cli.meant.option_words import ENDINGS, OTHER_ENDINGS, options_named, status_named
from tracker.cli.meant.readable import is_day, reads
from tracker.cli.meant.reading import is_everything, kind_named
from tracker.cli.parser import Choice, Option, Parameter, arguments, is_switch, names_of, options, word_of
from tracker.locale import LANGUAGES
from tracker.views.formats import SPREADSHEETS

Line = list[str]
PERCENT = re.compile(r"[%٪]?[\d٠-٩۰-۹]{1,3} ?[%٪]?")
_GRAVE = {"--remove", "--force", "--yes", "--clear"}
"""The options that are never taken for another one."""
LISTS = {"list", "report", "status", "export"}
DAY_WORDS = 3
"""The words of a day or a status behind the first that may stand alone."""


class Repair:
    """One line while it is taken apart."""

    def __init__(self, command: str, params: Sequence[Parameter], lang: str, today: date) -> None:
        self.command, self.lang, self.today = command, lang, today
        self.known = {name: option for option in options(params) for name in option.opts}
        self.arguments = arguments(params)
        self.places = [place.name or "" for place in self.arguments]
        self.many = any(place.nargs == -1 for place in self.arguments)
        self.words: Line = []
        self.options: Line = []
        self.other: Line = []  # a line of another command

    def has(self, option: str) -> bool:
        """Whether the command has an option of that name."""
        return option in self.known

    @property
    def ending(self) -> str:
        """The ending of the file that the line writes; empty for none."""
        named = (value for name, value in pairwise(self.options) if name in names_of("output"))
        return next(named, "").rpartition(".")[2].lower()

    def take(self, args: Sequence[str]) -> bool:
        """Sort the arguments; False for an option that means nothing."""
        left = list(args)
        while left:
            word = left.pop(0)
            if word == "--":
                self.words += left
                return True
            if not re.match(r"--?[^\W\d]|-\?", word):
                self.words.append(word)
            elif not self._option(word, left):
                return False
        return True

    def _option(self, word: str, left: Line) -> bool:
        name = self._parted(word, left)
        param = self.known.get(name)
        if param is None:
            return self._unknown(name, left)
        if is_switch(param):
            self.options.append(name)
        elif left:
            self._value(name, param, left)
        else:
            return False
        return True

    def _parted(self, word: str, left: Line) -> str:
        """The name of an option, whose value goes before what is `left`: `--output=FILE`, `-oFILE`, and `-ny` for two.

        A word of ours behind one dash is a name: `-status`.
        """
        name, equals, value = word.partition("=")
        letter, rest = word[:2], word[2:]
        if letter in self.known and rest and not any(map(self.has, options_named(name))):
            left.insert(0, f"-{rest}" if is_switch(self.known[letter]) else rest)
            return letter
        if equals:
            left.insert(0, value)
        return name

    def _value(self, name: str, param: Option, left: Line) -> None:
        """An option of ours with its value, of which the first words may stand alone: `--status in progress`."""
        value = left.pop(0)
        if "--status" in param.opts:
            while left and not left[0].startswith("-") and not reads(param, value, self.words):
                value = f"{value}-{left.pop(0)}"
            if not reads(param, value, self.words):
                self._state(value)
                return
        elif param.metavar == "DATE":
            value = self._day(value, left)
        self.options += [name, value]

    def _day(self, value: str, left: Line) -> str:
        """A day in several words that stand alone: `--due next month`."""
        for count in range(min(len(left), DAY_WORDS), -1, -1):
            together = " ".join([value, *left[:count]])
            if is_day(together, self.today):
                del left[:count]
                return together
        return value

    def _state(self, value: str) -> None:
        """Takes a value that is no status: late is a filter, a number is progress, `done` is another word for one."""
        if PERCENT.fullmatch(value) and self.has("--progress"):
            self.options += ["--progress", value]
        elif "--overdue" in options_named(value) and self.has("--overdue"):
            self.options.append("--overdue")
        else:
            named = status_named(value)
            self.options += [
                "--status",
                named if named and reads(self.known["--status"], named, self.words) else value,
            ]

    def _unknown(self, name: str, left: Line) -> bool:
        value = left[0] if left and not left[0].startswith("-") else None
        if self.command in LISTS and self._for_lists(name, value, left):
            return True
        for option in self._ours(name, value or ""):
            switch = is_switch(self.known[option])
            if not switch and value is None:
                continue
            if switch:
                self.options.append(option)
            else:
                self._value(option, self.known[option], left)
            return True
        if "--title" in options_named(name) and value is not None and self.command.startswith("add-"):
            self.words.append(left.pop(0))
            return True
        if "--progress" in options_named(f"--{name.lstrip('-')}") or name == "--progress":
            return self._as_gate(value, left)
        if (status := status_named(name)) and self.has("--status"):
            self.options += ["--status", status]
            return True
        if self._possible(bare := name.lstrip("-")) or self._of_the_program(bare) or self._place(bare, value, left):
            return True
        near = "" if options_named(name) else nearest(name, self.known.keys() - _GRAVE, 0.75)
        if near:
            return self._option(near, left)
        if name[:2] != "--" and len(name) > 2:  # a text that begins with a dash
            return self._word(name)
        return name in {"-v", "--verbose", "--debug"}

    def _ours(self, name: str, value: str) -> Iterator[str]:
        """The options of this command that a name may mean; a title is in the language it is written in."""
        for option in options_named(name):
            if option == "--title":
                stems = ("title", "name", "text")
                yield from (o for stem in stems if self.has(o := f"--{stem}-{self._language(value)}"))
            elif self.has(option):
                yield option

    def _language(self, value: str) -> str:
        if re.search(r"[\u0600-\u06ff]", value):
            return "ar"
        return "en" if self.lang == "ar" else self.lang

    def _as_gate(self, value: str | None, left: Line) -> bool:
        if not self.has("--gate") or value is None:
            return False
        self.options += ["--gate", gate_at(left.pop(0))]
        return True

    def _possible(self, bare: str) -> bool:
        """Take a value of a closed set that stands as an option: `--demo`, `--in-progress`."""
        for param in (*self.known.values(), *self.arguments):
            if isinstance(param.type, Choice) and _GRAVE.isdisjoint(param.opts):
                found = next((each for each in param.type.of(self.words).choices if key_of(each) == key_of(bare)), "")
                if found:
                    self.options += [word_of(param), found] if isinstance(param, Option) else []
                    self.words += [] if isinstance(param, Option) else [found]
                    return True
        return False

    def _of_the_program(self, bare: str) -> bool:
        """Take the name of a language that stands as an option: `--arabic`."""
        lang = spelled(bare, "lang", LANGUAGES)
        self.options += ["--lang", lang] if lang else []
        return bool(lang)

    def _place(self, bare: str, value: str | None, left: Line) -> bool:
        """Take the value of an argument by the name of its place: `add-activity --step S2`."""
        if value is None or bare not in self.places:
            return False
        self.words.insert(self.places.index(bare), left.pop(0))
        return True

    def _for_lists(self, name: str, value: str | None, left: Line) -> bool:
        """`--all`, `--kind meetings`, `--pdf`, `-o FILE`, `--steps`: what lists and reports are told by a word."""
        bare = name.lstrip("-")
        ending = OTHER_ENDINGS.get(bare, bare)
        if bare in {"kind", "type", "format", "o", "output"} and value is not None and not self.has(name):
            left.pop(0)
            return self._form(value) if bare in {"format", "o", "output"} else self._word(value)
        if is_everything(bare) or kind_named(bare):
            return self._word(bare)
        if ending in ENDINGS:
            return self._form(ending)
        return False

    def _word(self, word: str) -> bool:
        self.words.append(word)
        return True

    def _form(self, named: str) -> bool:
        """A format or a file: a list has one of its own, of anything else a report is made."""
        ending = OTHER_ENDINGS.get(named, named).rpartition(".")[2].lower()
        file = named if "." in named else ""
        if self.command == "report":
            self.options += ["-o", file or f"report.{ending}"]
            return True
        kind = next((kind for word in self.words if (kind := kind_named(word))), "")
        if ending == "json" and not file:
            self.options.append("--json")
        elif self.command == "list":
            self.options += ["-o", file or f"{kind or 'list'}.{ending}"]
        elif ending in SPREADSHEETS:
            self.other = ["export", kind or "steps", "-o", file or f"{kind or 'steps'}.{ending}"]
        else:
            self.other = ["report", "-o", file or f"report.{ending}"]
        return ending in ENDINGS
