"""Each hostile text in every field that holds words, of every kind of records, in every output.

It never becomes code, markup or control: on terminals, in a pipe, for programs, in documents, spreadsheets, calendars,
completion, the history and `check`.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.campaigns.tally import Tally
from tests.campaigns.within import Within
from tests.cli.acting import ACTIVE, OURS
from tests.cli.injected import (
    INJECTED,
    check_calendar,
    check_documents,
    check_spreadsheets,
    clean,
    exports,
    lines,
)
from tests.cli.program import Program
from tests.full_of import full_of
from tracker.cli.command_table import COMMANDS
from tracker.reports.documents import DOCUMENTS

TEXTS = (
    *INJECTED,
    "zero\u200bwidth\u200c\u200d\ufeff\u2060\u00ad",
    "\U000e0001\U000e0041 \ufff9a\ufffab\ufffb \U0001d173",
    "ﷺ ﺎﻠﻋ \ufdfd e\u0301\u0301\u0301" + "\u0315" * 200,
    "\ufeff=1+1",
    "＝1+1\n@x\n+1\n-1",
    "{% raw %}{{ ''.__class__ }}{% endraw %} ${7*7} #{7*7} <%= 7*7 %> *{7*7}",
    '#let x = 1; #import "/etc/passwd" #image("/etc/passwd") $ ` ``` ```',
    "<w:t>x</w:t><!ENTITY x SYSTEM 'file:///etc/passwd'> &x; ]]>",
    "BEGIN:VALARM\nTRIGGER:-PT1M\nEND:VALARM\nATTACH:file:///etc/passwd",
    "a" * 4_000,  # the longest that can be typed
    "كلمة " * 800,
)
MODES = ((), ("--plain",), ("--json",), ("--bidi", "c", "--color", "always"), ("--bidi", "k"), ("--lang", "tr"))
Check = Callable[[Program], None]


def run(folder: Path, tally: Tally, numbers: range) -> None:
    """The texts of these numbers, each in a tracker of its own."""
    for number in numbers:
        home = folder / "full"
        home.mkdir()
        program = Within(home)
        full_of(program.file, (TEXTS[number % len(TEXTS)],))
        for line in lines():
            for mode in MODES:
                _shown(tally, number, program, (*line, *mode))
        for line in (("export",), ("export", "meetings"), *exports(program)):
            _shown(tally, number, program, line)
        for command in COMMANDS:
            _completed(tally, number, program, command)
        for name, check in CHECKS.items():
            _checked(tally, number, program, name, check)
        tally.case(number)
        shutil.rmtree(home)


def _shown(tally: Tally, number: int, program: Program, line: tuple[str, ...]) -> None:
    found = program(*line)
    tally.count["outputs"] += 1
    text = OURS.sub("", found.out) if "always" in line or "c" in line else found.out
    if found.code not in (0, 3) or not clean(text) or not clean(OURS.sub("", found.err)):
        tally.fault(number, f"{' '.join(line)} ends with {found.code}", ascii(found.err or ACTIVE.findall(text)))
    elif "--json" in line:
        json.loads(found.out)


def _completed(tally: Tally, number: int, program: Program, command: str) -> None:
    for shell in ("bash", "zsh", "fish"):
        found = program(env={"COMP_WORDS": f"tracker {command} ", "_TRACKER_COMPLETE": f"{shell}_complete"})
        tally.count["completions"] += 1
        if not clean(found.out) or any(line.count("\t") > 1 for line in found.out.splitlines()):
            tally.fault(number, f"completion of {command} for {shell}", ascii(found.out))


def _checked(tally: Tally, number: int, program: Program, name: str, check: Check) -> None:
    tally.count["documents"] += 1
    try:
        check(program)
    except AssertionError as error:
        tally.fault(number, name, error)


def _document(kind: str) -> Check:
    return lambda program: check_documents(program, kind)


CHECKS: dict[str, Check] = {
    "spreadsheets": check_spreadsheets,
    "calendar": check_calendar,
    **{f"report {kind}": _document(kind) for kind in DOCUMENTS},
}
