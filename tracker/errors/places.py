"""The kinds of value in the sentences of failures: the annotation of a field names one, and so how it is shown.

Plain `str` is a text of the user, plain `int` a number, a tuple a list, and a failure its own sentence.
"""

from typing import Annotated, Any

Code = Annotated[str, "code"]  # as it is typed: the code of a record, an option, a command, a format
Slug = Annotated[str, "slug"]  # as it is typed, with hyphens
Number = Annotated[int, "number"]  # names a line, a year or a revision, so its digits are not grouped
Iso = Annotated[str, "day"]  # a day, a month or a year
Cause = Annotated[str, "cause"]  # the word of the system
Answer = Annotated[str, "answer"]  # the word of a server, in its own language where it is not one of the system
Reason = Annotated[str, "reason"]  # a slug of REASONS, which holds a sentence for each
Place = Annotated[str, "place"]  # an option, an argument by its name in the help, or a place in a file
Usage = Annotated[str, "usage"]  # the name of a command, shown as the line that prints its help
RecordName = Annotated[str, "record"]  # the code of a record, or a word where there is only one of its kind
FieldName = Annotated[str, "field"]
Held = Annotated[Any, "held"]  # what the field `field` of `record` holds
Status = Annotated[str, "status"]  # as it is typed, with the word for it
State = Annotated[str, "state"]  # a status of `record`
GateSlug = Annotated[str, "gate"]
HealthSlug = Annotated[str, "health"]
ActivitySlug = Annotated[str, "activity"]
