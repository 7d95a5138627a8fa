"""Sheets of many rows, taken in at once or a few at a time."""

import csv
import io

from tests.cli.program import Program, Result

FEW = 4
"""The rows of a sheet up to which they are taken in one by one."""


def taken(program: Program, text: str, *options: str) -> Result:
    (program.home / "activities.csv").write_text(text, encoding="utf-8")
    return program("import", "activities.csv", "--yes", *options)


def kept(program: Program, kind: str) -> list[dict[str, str]]:
    assert program("export", kind, "-o", "kept.csv").code == 0
    rows = csv.DictReader(io.StringIO((program.home / "kept.csv").read_text(encoding="utf-8-sig"), newline=""))
    return [{name: cell for name, cell in row.items() if name not in ("rev", "uid")} for row in rows]


def warnings(said: str, before: int = 0) -> list[str]:
    """The warnings about lines, as if so many lines stood before the sheet."""
    lines = [line.removeprefix("Warning: Line ").partition(": ") for line in said.splitlines() if ": Line " in line]
    return [f"{int(number) + before}: {text}" for number, _, text in lines]
