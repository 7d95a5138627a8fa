"""The words of help and of questions for arguments, which have no option that would name them."""

from tracker.message import Message, msg
from tracker.reports.report import Ref

_QUOTED = msg("Put several words in quotation marks; {file} reads the text from a file.", file=Ref("@text.txt"))
_RECORD = msg("The code of the record, for example {code}.", code=Ref("S2"))

_ALL = {
    "CODE": _RECORD,
    "CODE…": msg("The codes of the records, for example {codes}; a number alone is a step.", codes=Ref("S2 C1")),
    "[CODE]": msg("The code of the record, for example {code}; everything if none is named.", code=Ref("S2")),
    "REF…": msg("The evidence: reference numbers, addresses, files or codes."),
    "EVIDENCE…": msg("The codes of the evidence, for example {code}.", code=Ref("E1")),
    "TITLE": msg("The title. {quoted}", quoted=_QUOTED),
    "NAME": msg("The name. {quoted}", quoted=_QUOTED),
    "TEXT": msg("The text. {quoted}", quoted=_QUOTED),
    "STEP": msg("The step, for example {code}.", code=Ref("S2")),
    "ASPECT": msg("The aspect, for example {code}.", code=Ref("A1")),
    "MEETING": msg("The meeting, for example {code}.", code=Ref("M1")),
    "EVALUATION": msg("The evaluation, for example {code}.", code=Ref("R1")),
    "SOURCE": msg(
        "The decision, recommendation, obstacle or lesson that it follows from, for example {code}.", code=Ref("D1")
    ),
    "NUMBER": msg("The value that was measured, for example {value}.", value=Ref("12.5")),
    "[KEY]": msg("The setting; all of them are shown if none is named."),
}
_OF_COMMANDS = {
    ("list", "[KIND]"): msg("The kind of records; steps and aspects if none is named."),
    ("report", "[KIND]"): msg("The kind of report."),
    ("export", "[KIND]"): msg("The kind of records."),
    ("note", "TEXT"): msg("The text of the note. {quoted}", quoted=_QUOTED),
    ("add-party", "CODE"): msg("The code of the party, in Latin letters, for example {code}.", code=Ref("SEC")),
    ("update-role", "CODE…"): msg("The code of the role, as the list of roles shows it."),
    ("add-measurement", "CODE"): msg("The code of the record, for example {code}.", code=Ref("I1")),
    ("add-review", "PERIOD"): msg("The quarter, half year or year, for example {period}.", period=Ref("2026-Q1")),
    ("add-measurement", "PERIOD"): msg(
        "The period that was measured, or its last day, for example {period}.", period=Ref("2026-Q1")
    ),
    ("merge", "FILE"): msg("The copy that came from the other side."),
    ("import", "FILE"): msg("An exported tracker, or a spreadsheet of one kind of records."),
    ("undo", "[REVISION]"): msg("The number of the change; the last one of your own office if none is named."),
    ("redact", "REVISION"): msg("The number of the change, as the history shows it."),
    ("backup", "[VALUE]"): msg("The action."),
    ("backup", "[NAME]"): msg("The backup to restore, by its name in the list."),
    ("share", "[LOGIN]"): msg("The login on the server; all of them are shown if none is named."),
    ("config", "[VALUE]"): msg("The new value; the present one is shown if none is named."),
}
_CODES = {"activity": "S2.1", "aspect": "A1", "series": "T1", "meeting": "M1", "decision": "D1", "commitment": "C1"} | {
    "obstacle": "O1",
    "lesson": "L1",
    "indicator": "I1",
    "review": "R1",
    "recommendation": "N1",
    "evidence": "E1",
    "party": "SEC",
}


_ASKED = {
    "CODE…": msg("Codes of the records, for example {codes}:", codes=Ref("S2 C1")),
    "REF…": msg("Reference number, address, file or code of the evidence:"),
    "EVIDENCE…": msg("Code of the evidence, for example {code}:", code=Ref("E1")),
    "TITLE": msg("Title:"),
    "NAME": msg("Name:"),
    "TEXT": msg("Text:"),
    "STEP": msg("Step, for example {code}:", code=Ref("S2")),
    "ASPECT": msg("Aspect, for example {code}:", code=Ref("A1")),
    "MEETING": msg("Meeting, for example {code}:", code=Ref("M1")),
    "EVALUATION": msg("Evaluation, for example {code}:", code=Ref("R1")),
    "SOURCE": msg("Decision, recommendation, obstacle or lesson it follows from, for example {code}:", code=Ref("D1")),
    "NUMBER": msg("Measured value, for example {value}:", value=Ref("12.5")),
    "PERIOD": msg("Quarter, half year or year, for example {period}:", period=Ref("2026-Q1")),
    "FILE": msg("File:"),
    "REVISION": msg("Number of the change, as the history shows it:"),
}
_ASKED_BY = {
    ("note", "TEXT"): msg("Text of the note:"),
    ("add-decision", "TEXT"): msg("Text of the decision:"),
    ("add-lesson", "TEXT"): msg("Text of the lesson:"),
    ("add-recommendation", "TEXT"): msg("Text of the recommendation:"),
    ("add-party", "CODE"): msg("Code of the party in Latin letters, for example {code}:", code=Ref("SEC")),
    ("update-role", "CODE…"): msg("Code of the role, for example {code}:", code=Ref("coord")),
    ("merge", "FILE"): msg("File of the other side:"),
}


def question(command: str, metavar: str) -> Message:
    """The question for an argument that is missing."""
    if found := _ASKED_BY.get((command, metavar)):
        return found
    verb, _, noun = command.partition("-")
    if metavar == "CODE" or (metavar == "CODE…" and verb == "update"):
        example = "I1" if noun == "measurement" else _CODES.get(noun, "S2")
        return msg("Code of the record, for example {code}:", code=Ref(example))
    return _ASKED.get(metavar) or msg("{name}:", name=Message(metavar))


def told(command: str, metavar: str) -> Message | None:
    """The sentence that says what an argument of a command is; None where nothing need be said."""
    noun = command.partition("-")[2]
    if found := _OF_COMMANDS.get((command, metavar)):
        return found
    if metavar == "CODE…" and command.startswith("update-"):
        code = Ref(_CODES.get(noun, "S2"))
        return msg("The code of the record, for example {code}; where several are named, all change.", code=code)
    return _ALL.get(metavar)
