"""Numbers and days at the ends of what can be written, in each field of a file edited by hand, in every output.

An edited file can be read (tracker/store/README.md): what it holds is shown, or refused with its place, and never ends
with a traceback.
"""

import json
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from tests.campaigns.lines_on_files import CODES
from tests.campaigns.tally import Tally
from tests.campaigns.within import Within

DAYS = ("0001-01-01", "9999-12-31", "1900-01-01", "2026")
NUMBERS = (10**18, -(10**18), 0, -1, "1e999", "-5")
DAY, NUMBER = (re.compile(shape) for shape in (r"\d{4}-\d\d(-\d\d)?", r"-?\d+(\.\d+)?"))
LINES = (
    *("list all", "list all --calendar hijri", "list activities --sort health", "list indicators", "status", "check"),
    *("show S1 S2 S2.1 M8 C1 I6 O1 R1 E1 T1 --explain", "show S2 --json", "list --changed-since 2025-01-01"),
    *("export meetings -o m.ics", "export commitments -o c.ics --alarm 7", "export activities -o a.xlsx"),
    *("report matrix -o r.docx", "report indicators -o r.docx", "report brief -o r.docx", "report -o r.xlsx"),
    *("report full -o r.html", "report evaluation -o r.html", "report followup --meeting M7 -o r.html"),
    *("report owed -o r.html", "report matrix -o r.html", "report brief -o r.html", "history S2"),
    *("note S2 hello --dry-run", "update-step S2 --owner TR/min --dry-run"),
)


def run(folder: Path, tally: Tally, numbers: range) -> None:
    """The edits of these numbers, of all fields in turn; each is tried with all outputs, or until it is refused."""
    program = Within(folder)
    assert program("--db", "whole.json", "init", "--template", "demo").code == 0
    whole = json.loads((folder / "whole.json").read_bytes())
    edits = [*_edits(whole)]
    for number in numbers:
        name, value = edits[number % len(edits)]
        edited = json.dumps(_with(whole, name, value), ensure_ascii=False)
        for line in LINES:
            (folder / "t.json").write_text(edited, encoding="utf-8")
            found = program("--db", "t.json", "--today", "2026-03-31", *line.split())
            tally.count[f"{line.split()[0]} {found.code}"] += 1
            if found.code not in CODES or "Traceback" in found.err:
                tally.fault(number, f"{name} = {value}: {line} ends with {found.code}", found.err)
            elif found.code == 1:
                break  # the place of the value is told alike by every command
        tally.case(number)


def _edits(content: object) -> Iterator[tuple[str, object]]:
    """The fields that hold a day or a number, each with what it is edited to."""
    days, counts = set[str](), set[str]()
    for name, value in _fields(content):
        if isinstance(value, str) and DAY.fullmatch(value):
            days.add(name)
        elif type(value) is int or (isinstance(value, str) and NUMBER.fullmatch(value)):
            counts.add(name)
    yield from product(sorted(days), DAYS)
    yield from product(sorted(counts), NUMBERS)


def _fields(item: object) -> Iterator[tuple[str, object]]:
    if isinstance(item, dict):
        yield from item.items()
    for inner in item.values() if isinstance(item, dict) else item if isinstance(item, list) else ():
        yield from _fields(inner)


def _with(item: object, name: str, value: object) -> object:
    """The content with each day or number under that name replaced."""
    if isinstance(item, list):
        return [_with(each, name, value) for each in item]
    if not isinstance(item, dict):
        return item
    return {
        key: value if key == name and isinstance(each, str | int) else _with(each, name, value)
        for key, each in item.items()
    }
