"""Failures of what comes back from another program: spreadsheets and the editor."""

from collections.abc import Mapping
from typing import ClassVar

from tracker.errors import TrackerError
from tracker.errors.bases import BadUsage
from tracker.errors.places import Cause, Code, Number, Reason, Usage
from tracker.message import mark


class BadSheet(TrackerError):
    """A spreadsheet that cannot be taken in: a slug of REASONS, line and heading, and what could stand there.

    `near` is the heading that may have been meant.
    """

    reason: str
    line: Number = 0
    column: Code = ""
    allowed: tuple[Code, ...] = ()
    near: Code = ""
    command: ClassVar[Code] = "tracker import … --kind commitments"
    option: ClassVar[Code] = '--every "{column}=…"'

    REASONS: ClassVar[Mapping[str, str]] = {
        "empty": mark("The spreadsheet has no rows."),
        "cells": mark("Line {line}: there are more cells than headings."),
        "quotes": mark("Line {line}: a quotation mark is not closed, or stands where none can."),
        "heading": mark("There is no column “{column}”."),
        "heading_twice": mark("The heading “{column}” appears twice."),
        "row_twice": mark("Line {line}: this record already has a row above."),
        "shown": mark("Line {line}, column {column}: this cannot be changed through a spreadsheet."),
        "lacks": mark("Line {line}: a new row needs something in column {column}."),
        "no_new": mark("Line {line}: records of this kind are not added through a spreadsheet."),
        "workbook": mark("The file cannot be read as a workbook."),
        "old_workbook": mark("The workbook is in the old format .xls, or protected by a password."),
        "too_large": mark("The workbook holds more than can be imported."),
        "kind": mark("The kind of records in the spreadsheet is not clear."),
    }

    @property
    def says(self) -> str:
        return self.REASONS[self.reason]

    @property
    def hint(self) -> str | None:
        match self.reason:
            case "kind":
                return mark("Give the kind: {command}")
            case "workbook" | "old_workbook":
                return mark("Open it and save it as .xlsx, .ods or .csv, without a password.")
            case "too_large":
                return mark("Copy the rows you need into a new workbook.")
            case "shown":
                return mark("Leave the cell as it was exported, or empty.")
            case "heading":
                return mark("Did you mean {near}?") if self.near else mark("Possible: {allowed}.")
            case "lacks":
                return mark("If it is the same for every new row, add {option}.")
        return None


class UnknownHeadings(TrackerError):
    """Headings of a sheet that mean nothing here, in a pipe, where nobody is asked."""

    columns: tuple[Code, ...]
    allowed: tuple[Code, ...]
    says = mark("The meaning of these headings is not known: {columns}.")
    hint = mark("Give the column that each means, or leave it out: {options}. Possible: {allowed}.")

    @property
    def options(self) -> Code:
        first, *others = self.columns
        return " ".join([f'--map "{first}=…"', *(f'--map "{each}="' for each in others[:1])])


class BadPair(BadUsage):
    """An option that takes two words with a sign between them."""

    option: Code
    text: str
    says = mark("{option} takes two words with = between them, not “{text}”.")
    hint = mark("Type {command} to see how it is used.")
    command: ClassVar[Usage] = "import"


class SheetRefused(TrackerError):
    """A rule or a parser refused a row, and its hint holds; `column` is empty where it is of no single cell."""

    line: Number
    column: Code
    cause: TrackerError

    @property
    def says(self) -> str:
        return mark("Line {line}, column {column}: {cause}") if self.column else mark("Line {line}: {cause}")


class OtherRecord(TrackerError):
    """The code of a row is another record's by now than the one of its identity, which is `now`, or nowhere."""

    wanted: Code
    title: str
    now: Code = ""

    @property
    def says(self) -> str:
        if not self.title:
            return mark("{wanted} no longer exists; the record of this row is {now}.")
        if not self.now:
            return mark("{wanted} is “{title}”; the record of this row no longer exists.")
        return mark("{wanted} is “{title}”; the record of this row is {now}.")


class NoEditor(TrackerError):
    name: str
    cause: Cause = ""
    hint = mark("Set one in the variable {variable}.")
    variable: ClassVar[Code] = "EDITOR"

    @property
    def says(self) -> str:
        return mark("The editor {name} cannot be started: {cause}.") if self.name else mark("No editor was found.")


class EditorFailed(TrackerError):
    name: str
    status: Number
    says = mark("The editor {name} ended with error {status}.")
    hint = mark("Nothing was changed.")


class BadEdit(TrackerError):
    """The edited text cannot be read: a slug of REASONS, the line, and the key with those that are possible."""

    reason: Reason
    line: Number = 0
    key: str = ""
    allowed: tuple[Code, ...] = ()
    example: ClassVar[Code] = '= "2026-03-31"'

    REASONS: ClassVar[Mapping[str, str]] = {
        "toml": mark("it is not TOML"),
        "not_utf8": mark("it is not UTF-8 text"),
        "too_large": mark("it is too long"),
        "key": mark("Line {line}: there is no field “{key}”."),
        "kind": mark("Line {line}: the value of “{key}” must stand in quotation marks."),
    }

    @property
    def says(self) -> str:
        if self.reason in ("key", "kind"):
            return self.REASONS[self.reason]
        if self.line:
            return mark("The text cannot be read: line {line}: {reason}.")
        return mark("The text cannot be read: {reason}.")

    @property
    def hint(self) -> str | None:
        if self.reason == "key":
            return mark("Possible: {allowed}.")
        return mark("Put texts in quotation marks: {example}.") if self.line and self.reason != "kind" else None
