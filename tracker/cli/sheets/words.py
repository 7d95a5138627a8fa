"""What is said of a spreadsheet that cannot be taken in: the line, the heading, and what could stand there."""

from tracker import errors as e
from tracker.cli.suggestions import nearest
from tracker.message import Message, mark, msg
from tracker.reports.report import Many, Ref

Worded = tuple[Message, Message | None]

_REASONS: dict[str, str] = {
    "empty": mark("The spreadsheet has no rows."),
    "cells": mark("Line {line}: there are more cells than headings."),
    "quotes": mark("Line {line}: a quotation mark is not closed, or stands where none can."),
    "heading": mark("There is no column “{column}”."),
    "heading_twice": mark("The heading “{column}” stands there twice."),
    "row_twice": mark("Line {line}: this record has had a row before."),
    "shown": mark("Line {line}, column {column}: this cannot be changed through a spreadsheet."),
    "lacks": mark("Line {line}: a new row needs something in column {column}."),
    "no_new": mark("Line {line}: records of this kind are not added through a spreadsheet."),
    "kind": mark("Which kind of records the spreadsheet holds cannot be seen."),
}


def bad_sheet(error: e.BadSheet) -> Worded:
    """What is wrong with the spreadsheet itself."""
    message = Message(_REASONS[error.reason], {"line": Ref(str(error.line)), "column": Ref(error.column)})
    if error.reason == "kind":
        return message, msg("Name it: {command}", command=Ref("tracker import … --kind commitments"))
    if error.reason == "shown":
        return message, msg("Leave the cell as it was exported, or empty.")
    if error.reason == "heading":
        near = nearest(error.column, error.allowed)
        if near:
            return message, msg("Did you mean {near}?", near=Ref(near))
        return message, msg("Possible: {values}.", values=Many(tuple(Ref(name) for name in error.allowed)))
    return message, None


def sheet_refused(error: e.SheetRefused, cause: Worded) -> Worded:
    """What a rule or a parser said, with the place."""
    line, text = Ref(str(error.line)), cause[0]
    if error.column:
        named = msg("Line {line}, column {column}: {text}", line=line, column=Ref(error.column), text=text)
        return named, cause[1]
    return msg("Line {line}: {text}", line=line, text=text), cause[1]
