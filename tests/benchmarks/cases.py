"""What is measured: the commands, each in a folder prepared anew for every run."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

TRACKER = str(Path(sys.executable).with_name("tracker"))
SKELETON = (sys.executable, "-I", str(Path(__file__).with_name("skeleton.py")))
UPDATE = (TRACKER, "update-step", "2", "--status", "in-progress", "--progress", "40")
GATE = ("update-activity", "S3.4", "--start", "2026-05-01", "--reason", "later")

TAB = {"_TRACKER_COMPLETE": "bash_complete", "COMP_WORDS": "tracker show S"}
ONE_SCREEN = {"PAGER": "head -n 44"}

Prepare = Callable[[Path], None]


def nothing(folder: Path) -> None:
    """The folder of somebody who has done nothing yet."""


class Case(NamedTuple):
    """A command, what its folder needs beforehand, and whether it writes to a terminal instead of a pipe.

    Where it is `typed` at, output that is longer than the terminal goes through a pager. `environ` is set
    beside what every account has; `code` is the exit code.
    """

    name: str
    command: tuple[str, ...]
    prepare: Prepare = nothing
    terminal: bool = False
    typed: bool = False
    environ: Mapping[str, str] = {}
    code: int = 0


LIST, LIST_ON_TERMINAL = "tracker list", "tracker list, on a terminal"
LEAST, LEAST_ON_TERMINAL = "skeleton: typer, tinydb, msgspec", "skeleton: + rich.table, rich.console"
BARE = Case("python -I -c pass", (sys.executable, "-I", "-c", "pass"))
FORMS = ("terminal", "md", "json", "csv", "html", "xlsx", "docx", "pdf")
FRESH_UPDATE = "update-step"
LONG_UPDATE = "update-step, 10,000 revisions"
HUGE_LIST = "list activities, 10,000"
HUGE_UPDATES = ("update-step, 10,000 activities", "update-activity, 10,000")
HUGE_TWENTY, HUGE_STATUS = "the same, --limit 20", "status, 10,000 activities"
FIRST_SCREEN, COMPLETION = "its first screen, in a pager", "completion of a code, 10,000"
OWN_DATES, OWN_FIRST_SCREEN, OWN_STATUS = (
    f"{what}, each with dates of its own" for what in ("list activities", "first screen", "status")
)
FIRST_CHECK, CHECK, VERIFY = "the first check, 10,000", "check, 10,000", "history --verify, 10,000"
SHEET = "import, 10,000 rows"
SHEETS = (
    SHEET,
    "import, 10,000 commitments",
    "import, 10,000 rows that change nothing",
    "import, 10,000 rows that change something",
    "import, 10,000 rows of a workbook",
)
NEW, NEW_IN_A_BOOK, PROMISED, CHANGED = "activities.csv", "activities.xlsx", "commitments.csv", "changed.csv"
"""The spreadsheets that `sheets.py` makes."""
MERGES = ("merge, 10,000 activities, 1,000 changes each", "the same, their file without internal texts")
SAME_TASKS = "task list (Taskwarrior), the same"


class Copies(NamedTuple):
    """Two copies of a programme of 10,000 activities with 1,000 changes each, and the file that they hand over."""

    ours: Path
    theirs: Path
    given: Path


class Tasks(NamedTuple):
    """Files of Taskwarrior: the 10,000 activities, and as many tasks of a few words with a due date."""

    same: Path
    short: Path


def environ(folder: Path) -> dict[str, str]:
    """An account that has never used the programs: nothing of ours, of Python's or of Taskwarrior's is set."""
    return {
        "HOME": str(folder),
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "TASKRC": str(folder / "taskrc"),
        "TASKDATA": str(folder / "tasks"),
    }


def data_file(folder: Path) -> Path:
    """Where the tracker of that account is."""
    return folder / ".local" / "share" / "tracker" / "tracker.json"


STARTS = [
    BARE,
    Case("tracker --version", (TRACKER, "--version")),
    Case("tracker --help", (TRACKER, "--help")),
    Case(LEAST, (*SKELETON, "list")),
    Case(LIST, (TRACKER, "list")),
    Case(LEAST_ON_TERMINAL, (*SKELETON, "--rich", "list"), terminal=True),
    Case(LIST_ON_TERMINAL, (TRACKER, "list", "--no-pager"), terminal=True),
    Case("tracker list --json", (TRACKER, "list", "--json")),
    Case("tracker status", (TRACKER, "status")),
    Case("tracker show S2", (TRACKER, "show", "S2")),
    Case("tracker report", (TRACKER, "report")),
    Case("tracker list --help", (TRACKER, "list", "--help")),
    Case(FRESH_UPDATE, UPDATE),
]
"""What needs no tracker made beforehand."""


class Programmes(NamedTuple):
    """Files of the fictional programme: as it is, with 1,000 activities, and with 10,000, 2,000 commitments and as long
    a history; the same with `own_dates` for each activity.

    `exported` is the spreadsheet of those 10,000, `sheets` the folder of others.
    """

    demo: Path
    large: Path
    huge: Path
    own_dates: Path
    exported: Path
    sheets: Path


def cases(long_history: Path, programmes: Programmes, tasks: Tasks, copies: Copies) -> list[Case]:
    """Everything that is measured; `long_history` is a tracker's file with 10,000 revisions."""
    demo, large, huge, *_ = programmes

    def long(folder: Path) -> None:
        _place(long_history, folder)

    def grown(folder: Path) -> None:
        _place(huge, folder)

    def own(folder: Path) -> None:
        _place(programmes.own_dates, folder)

    def checked(folder: Path) -> None:
        grown(folder)
        subprocess.run((TRACKER, "check"), env=environ(folder), stdout=subprocess.DEVNULL, check=False)

    return [
        *STARTS,
        Case("list, 10,000 revisions", (TRACKER, "list"), long),
        Case(LONG_UPDATE, UPDATE, long),
        *(Case(f"report evaluation, {form}", _report(demo, "evaluation", form)) for form in FORMS if form != "csv"),
        *(Case(f"matrix of 1,000, {form}", _report(large, "matrix", form)) for form in FORMS),
        *_taskwarrior("task list (Taskwarrior), 10,000 short", tasks.short),
        *_taskwarrior(SAME_TASKS, tasks.same),
        Case(HUGE_LIST, (TRACKER, "list", "activities"), grown),
        Case("the same, on a terminal", (TRACKER, "list", "activities", "--no-pager"), grown, terminal=True),
        Case(FIRST_SCREEN, (TRACKER, "list", "activities"), grown, terminal=True, typed=True, environ=ONE_SCREEN),
        Case(HUGE_TWENTY, (TRACKER, "list", "activities", "--limit", "20"), grown),
        Case("the same, --json", (TRACKER, "list", "activities", "--json"), grown),
        Case("list commitments, 2,000", (TRACKER, "list", "commitments"), grown),
        Case("list of steps, 10,000 activities", (TRACKER, "list"), grown),
        Case(HUGE_STATUS, (TRACKER, "status"), grown),
        Case(OWN_DATES, (TRACKER, "list", "activities"), own),
        Case(OWN_FIRST_SCREEN, (TRACKER, "list", "activities"), own, terminal=True, typed=True, environ=ONE_SCREEN),
        Case(OWN_STATUS, (TRACKER, "status"), own),
        Case(COMPLETION, (TRACKER,), grown, environ=TAB),
        Case(FIRST_CHECK, (TRACKER, "check"), grown, code=3),
        Case(CHECK, (TRACKER, "check"), checked, code=3),
        Case(VERIFY, (TRACKER, "history", "--verify"), grown),
        Case(HUGE_UPDATES[0], (TRACKER, "update-step", "S2", "--owner", "TR/min"), grown),
        Case(HUGE_UPDATES[1], (TRACKER, *GATE), grown),
        *sheets(programmes),
        *merges(copies),
    ]


def merges(copies: Copies) -> list[Case]:
    """The joining of the copies, of their own file and of the one that is handed over."""

    def apart(folder: Path) -> None:
        _place(copies.ours, folder)

    files = (copies.theirs, copies.given)
    return [
        Case(name, (TRACKER, "--by", "LY", "merge", str(file), "--yes"), apart)
        for name, file in zip(MERGES, files, strict=True)
    ]


def sheets(programmes: Programmes) -> list[Case]:
    """The taking in of new activities, of new commitments, and of what there is already."""

    def begun(folder: Path) -> None:
        _place(programmes.demo, folder)

    def grown(folder: Path) -> None:
        _place(programmes.huge, folder)

    def taken(name: str, sheet: Path, prepare: Prepare, *kind: str) -> Case:
        return Case(name, (TRACKER, "import", str(sheet), *kind, "--yes"), prepare)

    new, promised, same, changed, book = SHEETS
    made, known = programmes.sheets, ("--kind", "activities")
    return [
        taken(new, made / NEW, nothing),
        taken(promised, made / PROMISED, begun),
        taken(same, programmes.exported, grown, *known),
        taken(changed, made / CHANGED, grown, *known),
        taken(book, made / NEW_IN_A_BOOK, nothing),
    ]


def _place(tracker: Path, folder: Path) -> None:
    place = data_file(folder)
    place.parent.mkdir(parents=True)
    shutil.copyfile(tracker, place)


def _report(tracker: Path, kind: str, form: str) -> tuple[str, ...]:
    place = () if form == "terminal" else ("-o", f"made.{form}")
    return (TRACKER, "--db", str(tracker), "--today", "2026-03-31", "report", kind, *place)


def _taskwarrior(name: str, tasks: Path) -> list[Case]:
    """Its list as wide as it needs, as ours in a pipe; `tasks` as in its own file."""

    def prepared(folder: Path) -> None:
        (folder / "tasks").mkdir()
        (folder / "taskrc").write_text("confirmation=off\n")
        shutil.copyfile(tasks, folder / "tasks" / "pending.data")

    task = shutil.which("task")
    return [Case(name, (task, "rc.verbose=nothing", "rc.defaultwidth=0", "list"), prepared)] if task else []
