"""The arguments of a known command as they were probably meant: our options, and stray words where they belong."""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import Any

from tracker import errors
from tracker.cli.command_table import COMMANDS
from tracker.cli.input.spellings import key_of
from tracker.cli.input.suggestions import slug_named
from tracker.cli.meant.composing import composed
from tracker.cli.meant.gates import gate_at
from tracker.cli.meant.option_words import ENDINGS, OTHER_ENDINGS, options_named, status_named
from tracker.cli.meant.readable import is_day
from tracker.cli.meant.reading import code_named, is_everything, kind_named, numbered, read
from tracker.cli.meant.repair import DAY_WORDS, LISTS, PERCENT, Line, Repair
from tracker.cli.meant.wishes import fill
from tracker.cli.noun import Noun
from tracker.cli.nouns import noun_of
from tracker.cli.parser import Parameter, is_switch
from tracker.cli.session import Session
from tracker.model.records.activities import Gate
from tracker.reports.documents import DOCUMENTS, SETS
from tracker.settings import KEYS
from tracker.views.formats import SPREADSHEETS

ParamsOf = Callable[[str], Sequence[Parameter]]
_EXAMPLES = {"source": "D1", "step": "S2", "meeting": "M1", "review": "R1"}
"""The code that stands for the record that something is added to, where only its text was given."""
_CODED = {"show", "history", "remove", "attach", "link", "detach", "note"}
_ABOUT = {"evaluation": "--period", "followup": "--meeting", "owed": "--owner"}
"""The option that says what a kind of report is about."""
_OFFICE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z]+)?/\S+")


def repaired(line: Sequence[str], params_of: ParamsOf, session: Session) -> Line:
    """The line of a known command as it was probably meant; empty where nobody can tell."""
    command, args = line[0], list(line[1:])
    if command not in COMMANDS or "--help" in args or "--edit" in args:
        return list(line)
    repair = Repair(command, params_of(command), session.words.lang, session.now.date())
    if not repair.take(_coded(command, args)):
        return []
    if repair.other:
        return repair.other
    if command == "export":
        return _exported(repair)
    if command in LISTS:
        return _listed(repair)
    if command == "config":
        return [command, *_setting(repair.words), *repair.options]
    if command == "undo":
        return [command, *(word for word in repair.words if word.isdigit()), *repair.options]
    if command == "show" and repair.words and not any(code_named(word, "S") for word in repair.words):
        return [*composed(repair.words), *repair.options]
    if command == "note" and repair.words and not code_named(repair.words[0], "S"):
        return [*composed([command, *repair.words]), *repair.options]
    if not _placed(repair, session):
        return []
    if any(re.match("-.", word) for word in repair.words):  # a text or number that begins with a dash
        return [command, *repair.options, "--", *repair.words]
    return [command, *repair.words, *repair.options]


def _coded(command: str, args: Line) -> Line:
    """`step 3` where a code stands: `S3`; and the code before a file that was typed first."""
    coded = command.startswith("update-") or command in _CODED
    if coded and args and not code_named(args[0], "S"):
        args = [_code_told(command, args[0]), *args[1:]]
    if command == "attach" and len(args) > 1 and not code_named(args[0]) and code_named(args[1]):
        return [args[1], args[0], *args[2:]]
    if coded and len(args) > 1 and kind_named(args[0]) and not args[1].startswith("-"):
        codes = read(args[:2]).codes
        return [*codes, *args[2:]] if codes else args
    return args


def _code_told(command: str, word: str) -> str:
    """The code that is named in its place: `second` for a step, `"step two"` in quotes; the word itself otherwise."""
    told = read(word.split())
    alone = numbered(COMMANDS[command].place.removeprefix("nouns."), word)
    return alone or (told.codes[0] if told.codes and not told.rest else word)


def _setting(words: Line) -> Line:
    """The setting by our name, and its value; without the verbs of other programs."""
    words = [word for word in words if word not in {"set", "get", "list"}]
    key = next((option[2:] for option in options_named(words[0]) if option[2:] in KEYS), words[0]) if words else ""
    return [key, *words[1:]] if words else []


def _exported(repair: Repair) -> Line:
    """A kind of records by its name, and a spreadsheet where one was named; a document is a list or a report."""
    forms = [OTHER_ENDINGS.get(word, word) for word in repair.words if OTHER_ENDINGS.get(word, word) in ENDINGS]
    kind = next((kind for word in repair.words if (kind := kind_named(word))), "")
    if forms:
        form = forms[0] if forms[0] in SPREADSHEETS else "csv"
        return ["export", kind or "steps", "-o", f"{kind or 'steps'}.{form}", *repair.options]
    ending = repair.ending
    if ending in ENDINGS and ending not in {*SPREADSHEETS, "json"}:
        return ["list", kind, *repair.options] if kind else ["report", *repair.options]
    usual = "steps" if ending in SPREADSHEETS else "meetings" if ending == "ics" else ""
    whole = not repair.words or is_everything(repair.words[0])
    return ["export", *([usual] if usual and whole else repair.words), *repair.options]


def _listed(repair: Repair) -> Line:
    """A list is narrowed by its words, a report is told its kind by them."""
    words = repair.words
    if repair.command == "report":
        forms = [word for word in words if OTHER_ENDINGS.get(word, word) in ENDINGS]
        words = [word for word in words if word not in forms]
        for form in forms:
            repair.options += ["-o", f"report.{OTHER_ENDINGS.get(form, form)}"]
        if not words or (len(words) == 1 and key_of(words[0]) in (*DOCUMENTS, *SETS)):
            return ["report", *words, *repair.options]
        if len(words) == 2 and (kind := key_of(words[0])) in _ABOUT:
            return ["report", kind, _ABOUT[kind], words[1], *repair.options]
    if not words or (repair.command == "list" and len(words) == 1 and kind_named(words[0])):
        return [repair.command, *words, *repair.options]
    if len(words) == 1 and is_everything(words[0]):
        return ["list", "all", *repair.options]
    every = ["all"] if is_everything(words[0]) else []
    told = read(words[len(every) :])
    if not (every or told.kinds or told.codes or told.statuses or told.wishes or told.reports or told.filters):
        return []
    found = composed(["list", *words[len(every) :]])
    if every and found[:1] == ["list"] and found[1:2] != ["all"] and (len(found) == 1 or found[1].startswith("-")):
        found.insert(1, "all")
    return [*found, *repair.options]


def _codes(repair: Repair, session: Session) -> int:
    """The number of words that stand where codes do: the first, and those behind it that are codes."""
    noun = noun_of(repair.command)
    words = takewhile(lambda word: _is_code(noun, word, session), repair.words) if noun else ()
    return max(len(list(words)), 1)


def _is_code(noun: Noun[Any], word: str, session: Session) -> bool:
    try:
        return bool(noun.found(session.tracker, {"codes": [word]}))
    except errors.NotFound:
        return False


def _placed(repair: Repair, session: Session) -> bool:
    """Put stray words where they belong; False where one belongs nowhere."""
    several = repair.many and repair.command.startswith("update-")
    if repair.many and not several:
        return True
    count = _codes(repair, session) if several else len(repair.places)
    said = [word for word in repair.words if key_of(word) not in fill()]
    if len(said) <= count < len(repair.words) and not repair.command.startswith("add-"):
        repair.words = said  # `history of S2`
    example = _EXAMPLES.get(repair.places[0]) if count else None
    lacks = repair.command.startswith("add-") and 0 < len(repair.words) < count
    if lacks and example and not code_named(repair.words[0], "S"):
        repair.words.insert(0, example)
    extra, repair.words = repair.words[count:], repair.words[:count]
    if not extra:
        return True
    if (repair.command.startswith("add-") or repair.command == "note") and count:
        repair.words = [*repair.words[:-1], " ".join([repair.words[-1], *extra])]
        return repair.command != "add-measurement"
    while extra:
        if not _stray(repair, extra):
            return False
    return True


def _stray(repair: Repair, extra: Line) -> bool:
    """Give the first of the words an option that takes it."""
    word = extra.pop(0)
    if repair.has(f"--{word}") and is_switch(repair.known[f"--{word}"]):
        repair.options.append(f"--{word}")
        return True
    named = [o for o in options_named(f"--{word}") if repair.has(o)] if extra else []
    if named and not is_switch(repair.known[named[0]]):
        repair.options += [named[0], extra.pop(0)]
        return True
    if key_of(word) in {"to", "as", "is", "الي", "="}:
        return True
    if PERCENT.fullmatch(word):
        if repair.has("--progress"):
            repair.options += ["--progress", word]
        elif repair.has("--gate"):
            repair.options += ["--gate", gate_at(word)]
        return repair.has("--progress") or repair.has("--gate")
    if repair.has("--gate") and (gate := slug_named(Gate, word)):
        repair.options += ["--gate", gate]
        return True
    return _stray_words(repair, word, extra)


def _stray_words(repair: Repair, word: str, extra: Line) -> bool:
    for count in range(min(len(extra), DAY_WORDS), -1, -1):
        together = " ".join([word, *extra[:count]])
        status = next(iter(read([together]).statuses), "") or status_named(together)
        option, value = ("--status", status) if status else ("--due", together)
        if repair.has(option) and (status or is_day(together, repair.today)):
            del extra[:count]
            repair.options += [option, value]
            return True
    if _OFFICE.fullmatch(word) and repair.has("--owner"):
        repair.options += ["--owner", word]
        return True
    if repair.has("--confirm"):
        repair.options += ["--note", " ".join([word, *extra])]
        extra.clear()
        return True
    return False
