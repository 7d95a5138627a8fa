"""Every command, typed: exit code, result on stdout, everything said about it on stderr."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.program import Program
from tracker.cli.command_table import COMMANDS
from tracker.reports.lists.listing import KINDS


class Case(NamedTuple):
    """`given` are command lines that go before; `out` and `err` are parts of what is printed."""

    line: str
    code: int = 0
    out: str = ""
    err: str = ""
    given: tuple[str, ...] = ()


START = "update-step 2 --progress 40 --evidence 118/2026"
OFFICE = "update-step 2 --owner LY/sec"
SERIES = "add-series Technical --interval 3 --level technical"
MEETING = (SERIES, "add-meeting --series T1 --on 2026-05-12")
COURSE = ("add-activity 2 Course",)
STARTED = (*COURSE, "update-activity S2.1 --gate approved --on 2026-03-10")
PLAN = "update-step 2 --start 2026-01-01 --due 2026-12-31"
DECIDED = ("add-decision M1 Agreed",)
PROMISED = (*DECIDED, "add-commitment D1 File --due 2026-06-01 --owner TR/liaison")
BEGUN = (*PROMISED, "update-commitment C1 --status in-progress")
HINDERED = ("add-obstacle Delay --step S3",)
BLOCKED = (START, "update-step 2 --status blocked --reason Visas")
LEARNED = ("add-lesson Early --recommendation Earlier",)
COUNTED = ("add-indicator Officers --step S2 --unit person --baseline 0 --baseline-date 2024-12-31",)
REVIEWED = ("add-review 2026-Q1",)
RECOMMENDED = (*REVIEWED, "add-recommendation R1 Earlier")

CASES = (
    Case("status", out="Overall position"),
    Case("status --check"),
    Case("status --check", 3, given=("update-step 2 --progress 40 --due 2026-01-01",)),
    Case("status --since -1w", out="begins on", given=(START,)),
    Case("status --since -1w", out="S2: declared from 0% to 40%", given=(START,)),
    Case("list --as-of -1w", 1, err="did not exist", given=(START,)),
    Case("list", out="Joint steps"),
    Case("list steps", out="Aspects of the memorandum"),
    Case("list aspects", out="Shared expertise"),
    Case("list meetings", out="M1"),
    Case("list evidence --unverified", out="E1"),
    Case("list parties", out="LY"),
    Case("list evidence --sample 1", out="E1", err="everybody draws"),
    Case("list evidence --sample ١", out="E", err="head of the chain", given=(START,)),
    Case("list evidence --sample=-1", 2, err="-1"),
    Case("list indicators --strict --not-met", out="None yet."),
    Case("list steps --strict", 2, err="indicators"),
    Case("list obstacles", out="None yet. To add one: tracker add-obstacle"),
    Case("list all", out="Parties"),
    Case("list step --status in-progress", out="S2", given=(START,)),
    Case("list --status مكتملة", out="Nothing matches."),
    Case("list --status tamamlandı,devam-ediyor", out="S2", given=(START,)),
    Case("list --search تدريبيه", out="S2"),
    Case("list --owner LY/sec", out="S2", given=(OFFICE,)),
    Case("list --support TR/coord", out="S2", given=("update-step 2 --support TR/coord",)),
    Case("list meetings --support TR", 2, err="activities"),
    Case("list --side ly", out="S2", given=(OFFICE,)),
    Case("list --limit 0", out="No step matches."),
    Case("list --limit ٢", out="S2"),
    Case("list --limit=-1", 2, err="-1"),
    Case("list --sort -weight,id", out="S1"),
    Case("show S2", out="S2"),
    Case("show s2 a1 ٣", out="S3"),
    Case("show 2 --explain", out="S2", given=(START,)),
    Case("show S9", 1, err="Did you mean"),
    Case("update-step 2 --status in-progress", out="in progress", err="tracker undo 1"),
    Case("update-step ٢ --progress ٤٠٪", out="40%"),
    Case("update-step 2 --support TR/coord", out="Supported by: (empty) → Turkish side"),
    Case("update-step S2 --progress %40", out="40%"),
    Case("update-step 2 --progress 40 --dry-run", out="The following would change"),
    Case("update-step 2 --progress 40 --if-rev 0", out="40%"),
    Case("update-step 2 --progress 50 --if-rev 0", 1, err="has since been changed", given=(START,)),
    Case("update-step 2 --progress 40", out="Nothing changed", given=(START,)),
    Case("update-step 2 --confirm", given=(START,)),
    Case("update-step 2 --status completed", 1, err="evidence", given=("update-step 2 --progress 40",)),
    Case("update-step 2 --status completed --evidence 7/2026", out="S2 had not been started; it began on"),
    Case("update-step 2 --status completed", 1, err="evidence"),
    Case("update-step 2 --progress 100", 1, err="completing"),
    Case("update-step 2 --progress 101", 2, err="between 0 and 100"),
    Case("update-step 2 --due 2026-02-30", 2, err="has 28 days"),
    Case("update-step 2 --owner XX/role", 1, err="no party"),
    Case("update-step 2 --title-ar x", 1, err="quoted from the source"),
    Case("update-step 2 --status suspended", 1, err="--reason", given=(START,)),
    Case("update-step 2 --health green", 2, err="amber, red, auto"),
    Case("report", out="Joint steps"),
    Case("report full -o -", out="## "),
    Case("report -o r.md", err="Written to r.md."),
    Case("report --format JSON", out='"schema_version"'),
    Case("report -o r.odt", 2, err="pdf, docx"),
    Case("attach S2 118/2026 --kind minutes --date 3/11/2025", out="118/2026"),
    Case("attach M1 118/2026", out="118/2026"),
    Case("attach LY 1/2026", 1, err="LY"),
    Case("attach S2 1/2026 --if-rev 7", 1, err="has since been changed"),
    Case("verify E2 --by TR", out="E2", given=(START,)),
    Case("verify E2", 2, err="--by LY/liaison", given=(START,)),
    Case("verify E2 --by LY/sec", 1, err="another office", given=(START, OFFICE)),
    Case("verify E2 --by TR --if-rev 0", 1, err="has since been changed", given=(START,)),
    Case("history", out="update-step", given=(START,)),
    Case("history S1", out="No change matches", given=(START,)),
    Case("history --verify", out="intact", given=(START,)),
    Case("history --by TR", out="No change matches", given=(START,)),
    Case("--by TR history", out="update-step", given=(f"{START} --by TR",)),
    Case("history --limit 0", out="No changes", given=(START,)),
    Case("undo --yes", out="S2", given=(START,)),
    Case("undo 1 --dry-run", out="The following would change", given=(START,)),
    Case("undo", 2, err="--yes", given=(START,)),
    Case("undo 7", 1, err="no revision 7", given=(START,)),
    Case("undo", 1, err="nothing left"),
    Case("redo --yes", out="S2", given=(START, "undo --yes")),
    Case("redo", 1, err="nothing to bring back"),
    Case("update-aspect A1 --name-en Expertise", out="Expertise"),
    Case("update-aspect 1 --name-en Expertise --if-rev 4", 1, err="has since been changed"),
    Case("update-aspect A1 --name-ar x", 1, err="quoted from the source"),
    Case("link S3 A2", out="A2"),
    Case("link S3 A3 --remove", 1, err="primary"),
    Case("link S3 A2 --dry-run", out="The following would change"),
    Case("update-initiative --start 2026-01-01 --due 2027-Q4", out="2027"),
    Case("update-initiative --start 2027-01-01 --due 2026-01-01", 1, err="before the start"),
    Case("add-party SEC Secretariat --kind secretariat --side joint", out="SEC"),
    Case("add-party LY Libya", 1, err="in use"),
    Case("add-party LY-TRN Training --kind agency --side ly", out="LY-TRN"),
    Case("add-party LY-2 Training", 2, err="LY-TRN"),
    Case("add-party L1 Libya", 2, err="Latin letters"),
    Case("update-party TR --name-en Ankara --kind ministry", out="Ankara"),
    Case("update-party tr --side ly --if-rev 4", 1, err="has since been changed"),
    Case("update-party XX --name-en X", 1, err="No record"),
    Case("update-party TR --clear name-tr", out="TR"),
    Case("update-role nobody --name-en Speaker", 1, err="No record"),
    Case("update-role sec --name-ar أمين --name-en Speaker", out="Speaker", given=(OFFICE,)),
    Case("list roles", out="sec", given=(OFFICE,)),
    Case("note S9 words", 1, err="No record"),
    Case("list صفات", out="LY", given=(OFFICE,)),
    Case("update-decision D1 --text-en Approved", out="Approved", given=DECIDED),
    Case("update-decision 1 --text-ar 123456789012", 1, err="personal", given=DECIDED),
    Case("update-decision D1 --if-rev 9 --text-en x", 1, err="has since been changed", given=DECIDED),
    Case("update-decision D7 --text-en x", 1, err="No record"),
    Case("detach S2 118/2026 --reason خطأ", out="evidenced 0%", err="tracker undo 2", given=(START,)),
    Case("detach 2 E2 --reason خطأ", out="S2", given=(START,)),
    Case("detach S2 E2", 1, err="needs a reason", given=(START,)),
    Case("detach S3 E2 --reason خطأ", 1, err="does not support S3", given=(START,)),
    Case(
        "detach S2 E2 --reason خطأ --if-rev 0",
        1,
        err="has since been changed",
        given=(START, "update-step 2 --confirm"),
    ),
    Case("update-evidence E2 --kind minutes --date 2026-03-01 --title-ar محضر", out="1 March 2026", given=(START,)),
    Case("update-evidence 2 --confidentiality سري", 2, err="restricted", given=(START,)),
    Case("update-evidence E2 --url https://a:b@example.org/x?token=1", out="//example.org/x", given=(START,)),
    Case("update-evidence E2 --url example.org", 2, err="https://", given=(START,)),
    Case("update-evidence E1 --title-ar 123456789012", 1, err="personal", given=(START,)),
    Case("update-evidence E9 --kind minutes", 1, err="No record"),
    Case("add-series Technical --interval 3 --level technical", out="T1 added: Technical"),
    Case("add-series Technical", 1, err="--interval N"),
    Case("update-series T1 --interval 6", out="3 → 6", given=(SERIES,)),
    Case("update-series T9 --interval 6", 1, err="No record"),
    Case("add-meeting --series T1 --on 2026-05-12", out="M3 added: Technical", given=(SERIES,)),
    Case("add-meeting Talks --on 2026-04-03 --place TR/Ankara", out="M3 added", err="Monday to Thursday"),
    Case("add-meeting", 1, err="--series"),
    Case("add-meeting Talks --place Atlantis", 2, err="country"),
    Case("add-meeting Talks --participants LY/min", 2, err="LY/min=6"),
    Case("add-meeting Talks --like M2 --held --on 2026-03-30 --minutes 7/2026", out="7/2026"),
    Case("update-meeting M3 --held --on 2026-03-30", out="held", err="add-meeting --series T1", given=MEETING),
    Case("update-meeting M3 --held", 1, err="--on", given=MEETING),
    Case(
        "update-meeting M3 --held --on 2026-03-30 --minutes 7/2026 --signed 2026-03-31",
        out="Minutes signed on: (empty) → 31 March 2026",
        given=MEETING,
    ),
    Case("update-meeting M3 --held --on 2026-03-30 --signed 2026-03-31", 1, err="not recorded", given=MEETING),
    Case("update-meeting M3 --postpone", 1, err="Postponing", given=MEETING),
    Case("update-meeting M3 --postpone --held", 2, err="--postpone", given=MEETING),
    Case("update-meeting M3 --postpone --reason x --rescheduled-to 2026-06-02", out="M4 added", given=MEETING),
    Case("update-meeting M1 --postpone --reason x", 1, err="final"),
    Case("update-meeting M1 --clear agenda,place --participants LY/min=6", out="6"),
    Case("update-meeting M1 --clear agenda --agenda x", 2, err="--agenda"),
    Case("add-decision M1 Agreed", out="D1 added: Agreed", err="add-commitment D1"),
    Case("add-decision M9 Agreed", 1, err="No record"),
    Case("add-commitment D1 File --owner TR/liaison --due 2026-06-01", out="C1 added: File", given=DECIDED),
    Case("add-commitment M1 File", 1, err="No commitment follows"),
    Case("update-commitment C1 --due +2w --reason later", out="Times rescheduled", given=PROMISED),
    Case("update-commitment C1 --due +2w", 1, err="original date", given=PROMISED),
    Case("update-commitment C1 --status completed --evidence 7/2026", out="C1 had not been started", given=PROMISED),
    Case("update-activity S2.1 --gate documented --evidence 7/2026", out="S2.1 had not been started", given=COURSE),
    Case("update-commitment C1 --status completed --evidence 7/2026", out="completed", given=BEGUN),
    Case("update-commitment C1 --status completed", 1, err="--evidence", given=BEGUN),
    Case("update-commitment C1 --clear owner", out="(empty)", given=BEGUN),
    Case("add-obstacle Delay --step S3,4 --severity high --type logistic", out="O1 added: Delay"),
    Case("add-obstacle Delay --step S9", 1, err="No record"),
    Case("update-obstacle O1 --status under-treatment", 1, err="--owner", given=HINDERED),
    Case("update-obstacle O1 --status under-treatment --owner LY/sec --response x", out="treatment", given=HINDERED),
    Case("update-obstacle O1 --resolve", 1, err="--evidence", given=HINDERED),
    Case("update-obstacle O1 --resolve --evidence 9/2026", out="resolved", given=HINDERED),
    Case("update-obstacle O1 --resolve --reason done", err="update-step S2 --status in-progress", given=BLOCKED),
    Case("update-obstacle O1 --status accepted --decision M1", out="accepted", given=HINDERED),
    Case("update-obstacle O1 --status accepted", 1, err="--decision", given=HINDERED),
    Case("update-obstacle O1 --resolve --status open", 2, err="--resolve", given=HINDERED),
    Case("add-lesson Early --from M1 --recommendation Earlier --side tr", out="L1 added: Early"),
    Case("add-lesson Early", out="L1 added", err="only a remark"),
    Case("update-lesson L1 --status applied", 1, err="--applied-in", given=LEARNED),
    Case("update-lesson L1 --applied-in S2", out="applied", given=LEARNED),
    Case("update-lesson L1 --status rejected", 1, err="needs a reason", given=LEARNED),
    Case("add-indicator Officers --step S2 --unit person", out="I1 added: Officers"),
    Case("add-indicator Officers --step S2 --unit person --target 2026-12-31=40", 1, err="dated baseline"),
    Case("update-indicator I1 --unit percent", out="percent", given=COUNTED),
    Case("add-measurement I1 2026-Q1 12", out="12", given=COUNTED),
    Case("add-review 2026-Q1", out="R1 added"),
    Case("update-review R1 --rate S2.effectiveness=3", 1, err="--evidence", given=REVIEWED),
    Case("update-review R1 --rate effectiveness=3", 2, err="S2.effectiveness=3", given=REVIEWED),
    Case("add-recommendation R1 Earlier", out="N1 added: Earlier", given=REVIEWED),
    Case("update-recommendation N1 --response accepted", out="accepted", given=RECOMMENDED),
    Case("list decisions", out="no commitment", given=DECIDED),
    Case("list commitments", out="C1", given=PROMISED),
    Case("list lessons", out="Early", given=LEARNED),
    Case("show D1 M1 C1", out="Follows from", given=PROMISED),
    Case("show M3", out="Draft agenda", given=MEETING),
    Case("list series", out="Technical", given=(SERIES,)),
    Case("add-step Survey --aspect A1 --owner TR --weight 5", out="S6 added: Survey", err="tracker undo 1"),
    Case("add-step Survey", 1, err="--aspect"),
    Case("add-step Survey --aspect A9", 1, err="A9"),
    Case("add-step Survey --like S2 --start 2026-06-01 --due 2026-07-01", out="S6 added"),
    Case("add-step Survey --aspect A1 --weight 101", 2, err="100"),
    Case("add-step Survey --like S9", 1, err="S5"),
    Case("add-aspect Finance --details Grants --name-tr Finansman --step S5", out="A4 added: Finance"),
    Case("add-aspect Finance", 1, err="--step"),
    Case("add-activity 2 Course", out="S2.1 added: Course", err="tracker undo 1"),
    Case("add-activity ٢ Course --type training-course --ly ١٦ --tr 9 --women 5", out="S2.1 added"),
    Case("add-activity 2 Course --women 3", 1, err="--type"),
    Case("add-activity 2 Course --type workshop --ly 2 --women 3", 1, err="cannot be among 2"),
    Case("add-activity 2 Course --weight 0", 1, err="is 1 or more"),
    Case("add-activity 2 Course --like S2.1 --start 2026-06-01", out="S2.2 added", given=COURSE),
    Case("add-activity 2 Course --like S2.9", 1, err="S2.1", given=COURSE),
    Case("add-activity 2 Course", out="40% that S2 declared", given=(START,)),
    Case("add-activity 2 Course --start 2025-01-01", out="outside the planned dates", given=(PLAN,)),
    Case("add-activity 2 Course --gate approved --on 2026-03-01", out="S2 Status: not started → in progress"),
    Case("update-activity s2.1 --gate approved", out="S2 Status: not started → in progress", given=COURSE),
    Case("update-activity ٢.١ --gate approved", 1, err="Did you mean", given=COURSE),
    Case("update-activity S٢.١ --gate finished", 2, err="approved", given=COURSE),
    Case("update-activity S٢.١ --gate الاعتماد", out="none yet → approved", given=COURSE),
    Case("update-activity S2.1 --gate documented", 1, err="--evidence", given=COURSE),
    Case("update-activity S2.1 --gate documented", 1, err="evidence", given=STARTED),
    Case("update-activity S2.1 --gate documented --evidence 12/2026", out="completed", given=STARTED),
    Case("update-activity S2.1 --gate none", 1, err="Going back", given=STARTED),
    Case("update-activity S2.1 --gate prepared --on 2026-03-01", 1, err="would come before", given=STARTED),
    Case("update-activity S2.1 --gate prepared --on 2026-04-01", 1, err="future", given=STARTED),
    Case("update-activity S2.1 --on 2026-03-01", 1, err="no gate", given=COURSE),
    Case("update-activity S2.1 --type equipment --gate prepared", out="risk assessment", given=STARTED),
    Case("update-activity S2.1 --theme sea,بحر --place TR/Ankara --aspect A2", out="sea", given=COURSE),
    Case("update-activity S2.1 --clear place,owner", out="Nothing changed", given=COURSE),
    Case("update-activity S2.1 --status suspended", 1, err="--reason", given=COURSE),
    Case("update-activity S2.1 --if-rev 0 --days 3", 1, err="has since been changed", given=COURSE),
    Case("update-step 2 --progress 40", 1, err="S2.1", given=COURSE),
    Case("update-step 2 --status completed --evidence 1/2026", 1, err="S2.1", given=STARTED),
    Case("attach s2.1 118/2026", out="118/2026", given=STARTED),
    Case("list activities --step 2 --status in-progress", out="S2.1", given=STARTED),
    Case("list activities --aspect A1", out="No activity matches.", given=STARTED),
    Case("show S2.1", out="Progress gate", given=STARTED),
    Case("show S2.1 --explain", out="gate", given=STARTED),
    Case("show S2", out="S2.1", given=STARTED),
    Case("history S2.1", out="approved", given=STARTED),
    Case("undo --yes", out="S2 Status: in progress → not started", given=STARTED),
    Case("remove D1 --yes", out="D1 removed", given=DECIDED),
    Case("remove D1 --yes", 1, err="refer to it: C1", given=PROMISED),
    Case("remove D1,C1 --yes --reason mistake", out="C1 removed", given=PROMISED),
    Case("remove D1", 2, err="--yes", given=DECIDED),
    Case("remove D1 --dry-run", out="The following would change", given=DECIDED),
    Case("remove S1 --yes", 1, err="quoted"),
    Case("remove initiative --yes", 1, err="cannot be removed"),
    Case("remove D9 --yes", 1, err="No record"),
    Case("init --db new.json", out="created at"),
    Case("init --template blank --db new.json", out="created at"),
    Case("init --db new.json --dry-run", err="Nothing was changed."),
    Case("init", 1, err="already exists", given=(START,)),
    Case("init --template nosuch --db new.json", 2, err="article"),
    Case("export", out='"format": "tracker"'),
    Case("export -o e.json", err="Written to e.json."),
    Case("import e.json --yes", out="What they bring", err="Nothing new", given=(START, "export -o e.json")),
    Case("merge e.json", err="Nothing new", given=(START, "export -o e.json")),
    Case("import e.json --db new.json", out="created at", given=("export -o e.json",)),
    Case("import e.json", 1, err="no such file"),
    Case("backup", out="was made", given=(START,)),
    Case("backup", 1, err="There is no tracker at"),
    Case("backup list", out="no backup yet"),
    Case("backup list", out="manual", given=(START, "backup")),
    Case("backup restore nosuch", 1, err="no backup"),
    Case("backup list extra", 2, err="extra"),
    Case("check", 3, out="S1"),
    Case("check --fix", 3, given=(START,)),
    Case("config", out="stale_days"),
    Case("config lang tr", out="tr"),
    Case("config stale_days 20", err="tracker undo 1"),
    Case("config nosuch", 2, err="lang"),
    Case("share", 1, err="belong to a tracker on a server"),
    Case("redact 1 --reason why", 2, err="--yes", given=(START,)),
    Case("redact 1 --yes", 1, err="needs a reason", given=(START,)),
    Case("redact 1 --reason why --dry-run", err="Nothing was changed.", given=(START,)),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line + (" …" if case.given else ""))
def test_command(program: Program, case: Case) -> None:
    for line in case.given:
        assert program(*line.split()).code == 0
    code, out, err = program(*case.line.split())
    assert (code, err if code != case.code else "") == (case.code, "")
    assert case.out in out
    assert case.err in err
    assert "Traceback" not in err
    assert not (code in (1, 2) and out)


def test_every_command_is_typed_here() -> None:
    typed = {word for case in CASES for word in case.line.split()}
    assert set(COMMANDS) <= typed


READING = [
    ("status", "status"),
    ("list", "steps"),
    *((f"list {kind}", kind) for kind in KINDS if kind != "steps"),
    ("show S2", "records"),
    ("report", "full"),
    ("history", "history"),
    ("history --verify", "verification"),
    ("backup list", "backups"),
    ("check", "check"),
    ("config", "config"),
    ("config lang tr", "config"),
    ("update-step 2 --progress 40", "revision"),
    ("update-step 2 --progress 40 --dry-run", "revision"),
    ("init --db new.json", "revision"),
    ("report -o r.md", "file"),
    ("export -o e.json", "file"),
]


@pytest.mark.parametrize(("line", "kind"), READING)
def test_json_is_an_envelope(program: Program, line: str, kind: str) -> None:
    for args in (["--json", *line.split()], [*line.split(), "--json"]):
        if "new.json" in line:
            (program.home / "new.json").unlink(missing_ok=True)
        found = program(*args)
        assert found.code in (0, 3)
        assert found.json["schema_version"] == 1
        assert found.json["kind"] == kind
        assert found.json["as_of"] == "2026-03-31"
        assert "data" in found.json


def test_keys_of_a_step_are_those_of_the_manual(started: Program) -> None:
    steps = started("list", "--json")
    step = steps.data[1]
    assert step["id"] == "S2"
    assert {"title", "status", "progress", "evidenced", "expected", "variance", "health", "reasons", "weight"} <= set(
        step
    )
    assert {"owner", "planned_start", "planned_end", "aspects", "updated_on", "rev"} <= set(step)
    assert step["progress"] == step["evidenced"] == 40
    assert step["rev"] == 1
    assert {"progress", "evidenced", "expected", "health"} <= set(steps.json["initiative"])
    assert steps.json["aspects"][0]["id"] == "A1"


@pytest.mark.parametrize(
    "line",
    [
        "list --sort nosuch",
        "show S9",
        "nosuch",
        "update-step",
        "update-step 2 --nosuch",
        "update-step 2 --progress",
        "list extra words",
        "undo 7",
        "--today never list",
        "--lang xx list",
        "--db nowhere.json list",
        "report -o .",
    ],
)
def test_a_failure_with_json_is_json_on_stderr_alone(started: Program, line: str) -> None:
    import json

    for args in (["--json", *line.split()], [*line.split(), "--json"]):
        found = started(*args)
        assert found.code in (1, 2)
        assert found.out == ""
        error = json.loads(found.err)
        assert error["schema_version"] == 1
        assert set(error["error"]) == {"code", "message", "hint"}
        assert error["error"]["code"].isascii()


def test_a_refusal_with_json_holds_the_warnings_that_came_before_it(started: Program) -> None:
    import json

    refused = started("add-step", "An English title", "--json", "--lang", "ar")
    error = json.loads(refused.err)
    assert error["error"]["code"] == "needs_aspect"
    assert [warning.split(":")[0] for warning in error["warnings"]] == ["عنوان"]
    done = started("add-step", "An English title", "--aspect", "A1", "--json", "--lang", "ar")
    assert json.loads(done.out)["kind"] == "revision"
    assert "\nتنبيه: عنوان: " in done.err


@pytest.mark.parametrize("line", [case.line for case in CASES if case.code == 0 and not case.given])
def test_plain_is_one_record_per_line(program: Program, line: str) -> None:
    found = program(*line.split(), "--plain")
    assert found.code == 0
    assert "\x1b" not in found.out
    assert "━" not in found.out


def test_global_options_stand_on_either_side(program: Program) -> None:
    before = program("--lang", "tr", "--today", "2026-01-05", "--plain", "list")
    after = program("list", "--plain", "--today=2026-01-05", "--lang=tr")
    assert before == after
    assert "sınır" in before.out.lower()


def test_the_later_one_of_two_counts(program: Program) -> None:
    assert program("--lang", "tr", "list", "--lang", "en") == program("list")


def test_the_first_write_says_where_the_file_is(program: Program) -> None:
    assert not program.file.exists()
    assert str(program.file) in program("update-step", "2", "--progress", "40").err
    assert str(program.file) not in program("update-step", "2", "--progress", "50").err


def test_reading_creates_nothing(program: Program) -> None:
    for line in ("list", "status", "show S2", "report", "history", "check", "config", "backup list", "export"):
        program(*line.split())
    assert list(program.home.iterdir()) == []


def test_quiet_says_nothing_beside_the_result(program: Program) -> None:
    assert program("update-step", "2", "--progress", "40", "--quiet").err == ""


def test_a_tracker_that_was_named_must_exist(program: Program) -> None:
    for args, env in ((("--db", "no.json"), {}), ((), {"TRACKER_DB": "no.json"})):
        found = program(*args, "list", env=env)
        assert found.code == 1
        assert "tracker init --db no.json" in found.err


@pytest.mark.parametrize("option", ["--note", "--title-tr"])
def test_texts_come_from_a_file_or_the_pipe(program: Program, option: str) -> None:
    (program.home / "text.txt").write_bytes("\ufeffبدأت الدفعة الأولى\r\n".encode())
    for value, stdin in (("@text.txt", ""), ("-", "بدأت الدفعة الأولى\n")):
        assert program("update-step", "2", "--confirm", option, value, stdin=stdin).code == 0
        assert "بدأت الدفعة الأولى" in program("history", "--json").data[0].__repr__()
        program("undo", "--yes")


def test_what_is_undone_one_by_one_leaves_the_first_state(started: Program) -> None:
    first = started("list", "all", "--json").data["steps"]
    for line in ("update-step 3 --progress 10", "link S3 A2", "update-aspect A1 --name-en X", "attach S1 9/2026"):
        assert started(*line.split()).code == 0
    for _ in range(4):
        assert started("undo", "--yes").code == 0
    last = started("list", "all", "--json").data["steps"]
    for step in (*first, *last):
        step.pop("rev")
        step.pop("updated_on")
    assert first == last


def test_help_and_version_answer_whatever_is_broken(program: Program) -> None:
    program.config.write_text("lang = [")
    program.file.parent.mkdir(parents=True)
    program.file.write_text("broken")
    assert program("--help").code == 0
    assert program("help", "list").code == 0
    assert program("list", "--help").code == 0
    assert program("--version").out.startswith("tracker ")
    assert program("--db", str(Path("x")), "--version").out.startswith("tracker ")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("history --since 2030-01-01", "is in the future"),
        ("history S3", "No change matches."),
        ("history --by TR", "No change matches."),
    ],
)
def test_an_empty_history_says_what_was_looked_for(started: Program, line: str, said: str) -> None:
    found = started(*line.split())
    assert (found.code, found.err) == (0, "")
    assert said in found.out


@pytest.mark.parametrize("line", ["config", "check"])
def test_keys_of_the_configuration_that_mean_nothing_are_named(started: Program, line: str) -> None:
    started.config.write_text('lnag = "tr"\n"\\u001b[31m" = 1\n[table]\nx = 1\n\n', encoding="utf-8")
    started.config.write_text("stale-days = 3\n" + started.config.read_text())
    found = started(line)
    assert found.code in (0, 3)
    told = [text for text in found.err.splitlines() if text.startswith("Warning")]
    assert len(told) == 4
    assert "tracker config stale_days" in found.err
    assert "did you mean lang?" in found.err
    assert "\x1b" not in found.err
    assert "Warning" not in started("list").err


def test_a_sound_configuration_is_not_warned_of(started: Program) -> None:
    started.config.write_text('digits = "latn"\n')
    assert started("config").err == ""


def test_only_an_obstacle_that_a_reason_made_is_said_to_be_recorded_from_it(program: Program) -> None:
    assert "from the reason" not in program("add-obstacle", "x", "--step", "2").out
    assert program("update-step", "2", "--status", "blocked").code == 0  # by the obstacle that there is
    assert "from the reason" in program("update-step", "3", "--status", "blocked", "--reason", "y").out
