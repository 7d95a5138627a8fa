"""A note or a reason is never thrown away: it is kept by itself where nothing else changes, or the command refuses."""

import shlex
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.cli.completion import asked
from tests.cli.program import Program, Result
from tracker.cli.command_table import COMMANDS
from tracker.cli.sheets.rows import parameters_of
from tracker.model.records.thresholds import Thresholds

WORDS = "كلمات يجب أن تبقى"

# Of every command that takes a note or a reason a line after which nothing is left to change, and what the note is
# about; none where it always makes something new, or the second time is refused.
AGAIN: dict[str, tuple[str, str]] = {
    "update-step": ("S2 --confirm", "S2"),
    "update-activity": ("S1.1 --weight 1", "S1.1"),
    "update-aspect": ("A1 --name-tr Ad", "A1"),
    "update-meeting": ("M1 --level technical", "M1"),
    "update-series": ("T1 --interval 6", "T1"),
    "update-decision": ("D1 --text-tr Karar", "D1"),
    "update-commitment": ("C1 --due 2026-12-01", "C1"),
    "update-obstacle": ("O1 --severity high", "O1"),
    "update-lesson": ("L1 --text-tr Ders", "L1"),
    "update-indicator": ("I1 --frequency annual", "I1"),
    "update-recommendation": ("N1 --response accepted", "N1"),
    "update-review": ("R1 --summary-tr Özet", "R1"),
    "update-initiative": ("--title-tr Girişim", "initiative"),
    "update-evidence": ("E1 --kind report", "E1"),
    "update-party": ("LY --name-tr Libya", "LY"),
    "update-role": ("coord --name-tr Koordinatör", "coord"),
    "add-measurement": ("I1 2026-01-31 5", "I1"),
    "attach": ("S2 E1", "S2"),
    "detach": ("S2 E1", ""),
    "verify": ("E1", "E1"),
    "link": ("S1 A2", "S1"),
    "config": ("stale_days 31", "thresholds"),
    "import": ("steps.csv --yes", "initiative"),
    "merge": ("copy.json --yes", "initiative"),
}
ALWAYS_NEW = {"note"}
REFUSED = {"init", "remove", "redact"}
"""Commands that do what they say or refuse, and never find it done."""


def takes_words(name: str) -> bool:
    return bool({"note", "reason"} & parameters_of(name).keys())


def test_every_command_with_a_note_is_tried() -> None:
    known = {name for name in COMMANDS if takes_words(name)}
    assert known == {name for name in known if name in {*AGAIN, *REFUSED, *ALWAYS_NEW} or name.startswith("add-")}


def said(program: Program, name: str, option: str, *, again: bool = True) -> Result:
    line = AGAIN[name][0].split()
    if again:
        program(name, *line, "--by", "TR/coord", "--yes")
    return program(name, *line, option, WORDS, "--by", "TR/coord", "--yes")


@pytest.fixture
def filled(demo: Program) -> Program:
    demo("export", "steps", "-o", "steps.csv")
    demo("export", "-o", "copy.json")
    return demo


@pytest.mark.sampled(4)
@pytest.mark.parametrize("option", ["note", "reason"])
@pytest.mark.parametrize("name", AGAIN)
def test_words_are_kept_or_refused(filled: Program, name: str, option: str) -> None:
    if option not in parameters_of(name):
        return
    found = said(filled, name, f"--{option}")
    newest = filled("history", "--json").data[0]
    if found.code:
        assert found.err.strip()
        return
    assert newest["note"] == WORDS, found.out
    about = AGAIN[name][1]
    if newest["changes"]:
        return
    assert newest["about"] == [about]
    assert newest["number"] == filled("history", about, "--json").data[0]["number"]
    assert WORDS in filled("history", about).out
    if about not in ("initiative", "thresholds"):
        assert WORDS in filled("show", about).out
    assert filled("history", "--verify").code == 0


def notes(program: Program, code: str, *more: str) -> list[tuple[str, str, bool]]:
    """The notes on a record as programs get them: office, words, whether public."""
    return [
        (note["by"], note["text"], note["public"]) for note in program("show", code, "--json", *more).data[0]["notes"]
    ]


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", [name for name in AGAIN if name.startswith("update-")])
def test_a_note_alone_is_what_the_command_note_writes(filled: Program, name: str) -> None:
    about = AGAIN[name][1]
    code = [] if about == "initiative" else [about]
    before = filled("show", about, "--json").data[0]
    assert filled(name, *code, "--note", WORDS, "--by", "TR/coord").code == 0
    assert filled("note", about, WORDS, "--by", "TR/coord").code == 0
    assert notes(filled, about) == [("TR/coord", WORDS, False)] * 2
    after = filled("show", about, "--json").data[0]
    assert {**after, "notes": []} == {**before, "notes": []}
    written = filled("history", about, "--json").data[:2]
    assert [each["about"] for each in written] == [[about], [about]]


def test_a_note_is_taken_back_and_brought_back_as_any_change(started: Program) -> None:
    started("update-step", "2", "--progress", "50", "--by", "LY")
    done = started("note", "S2", WORDS, "--by", "LY")
    assert "tracker undo 3" in done.out + done.err
    assert started("undo", "--yes", "--by", "LY").code == 0
    assert notes(started, "S2") == []
    assert started("show", "S2", "--json").data[0]["progress"] == 50
    assert started("redo", "--yes", "--by", "LY").code == 0
    assert notes(started, "S2") == [("LY", WORDS, False)]
    assert started("undo", "3", "--yes", "--by", "LY").code == 0
    again = started("undo", "3", "--yes", "--by", "LY")
    assert (again.code, "already been taken back" in again.err) == (1, True)
    assert started("undo", "--yes", "--by", "LY").code == 0
    assert started("show", "S2", "--json").data[0]["progress"] == 40
    assert started("history", "--verify").code == 0


def test_a_note_does_not_stand_in_the_way_of_redo(started: Program) -> None:
    started("update-step", "2", "--progress", "50", "--by", "LY")
    started("undo", "--yes", "--by", "LY")
    assert started("note", "S2", WORDS, "--by", "LY").code == 0
    assert started("redo", "--yes", "--by", "LY").code == 0
    assert started("show", "S2", "--json").data[0]["progress"] == 50


def test_notes_are_shown_dated_with_their_office_and_apart_from_changes(started: Program) -> None:
    started("note", "S2", WORDS, "--by", "LY/liaison")
    started("note", "S2", "Second", "--by", "TR/coord", "--public")
    shown = started("show", "S2", "--plain").out
    assert shown.count(WORDS) == shown.count("Second") == 1
    assert "Libyan side – " in shown
    assert [word in shown for word in ("internal", "public")] == [True, True]
    data = started("show", "S2", "--json").data[0]
    assert [change["command"] for change in data["changes"]] == ["update-step"]
    day = datetime.fromisoformat(data["notes"][0]["at"]).astimezone(ZoneInfo(Thresholds().timezone)).date()
    assert notes(started, "S2", "--as-of", day.isoformat()) == notes(started, "S2")
    assert [started("show", code, "--json").data[0]["notes"] for code in ("S1", "A1")] == [[], []]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("note S9 text", "S9"),
        ("note S2", "TEXT"),
        ("note S2 ''", "empty"),
        ("note S2 reach.me@example.org", "--force"),
        ("note S2 reach.me@example.org --force", "--reason"),
    ],
)
def test_what_is_no_note_is_refused(started: Program, line: str, said: str) -> None:
    before = started.file.read_bytes()
    found = started(*shlex.split(line))
    assert found.code in (1, 2)
    assert said in found.err
    assert started.file.read_bytes() == before


def test_a_doubtful_note_is_kept_with_its_reason(started: Program) -> None:
    assert started("note", "S2", "info@example.org", "--force", "--reason", "Published").code == 0
    assert notes(started, "S2") == [("", "info@example.org (Published)", False)]
    assert started("history", "--json").data[0]["forced"]


@pytest.mark.parametrize(("lang", "name"), [("ar", "ملاحظة"), ("ar", "تعليق"), ("tr", "not"), ("tr", "yorum")])
def test_a_note_by_its_names(started: Program, lang: str, name: str) -> None:
    found = started(name, "٢" if lang == "ar" else "2", WORDS, env={"TRACKER_LANG": lang})
    assert (found.code, notes(started, "S2")) == (0, [("", WORDS, False)])
    assert "S2" in found.out


def test_codes_of_all_kinds_are_completed_for_a_note(demo: Program) -> None:
    assert {"S2", "C1", "M1"} <= asked(demo, "tracker note ").keys()


@pytest.mark.parametrize("words", ["\x1b[31mred\u202e", "=1+1", "<b>&</b>", "\u200fعربي\u200f"])
def test_odd_words_are_but_words(started: Program, words: str) -> None:
    assert started("note", "S2", words).code == 0
    for line in (("show", "S2"), ("history",), ("show", "S2", "--plain")):
        assert not set(started(*line).out) & {"\x1b", "\u202e"}


def test_a_note_in_a_dry_run_is_shown_and_not_kept(started: Program) -> None:
    before = started.file.read_bytes()
    found = started("update-step", "2", "--progress", "40", "--note", WORDS, "--dry-run")
    assert (found.code, "S2" in found.out) == (0, True)
    assert started.file.read_bytes() == before


def test_a_note_is_erased_like_any_text(started: Program) -> None:
    started("update-step", "2", "--progress", "40", "--note", WORDS)
    number = str(started("history", "--json").data[0]["number"])
    assert started("redact", number, "--reason", "سبب", "--yes").code == 0
    assert WORDS.encode() not in started.file.read_bytes()
    assert started("history", "--verify").code == 0


def test_a_note_reaches_the_other_desk(started: Program) -> None:
    started("export", "-o", "a.json")
    started("init", "--from", "a.json", "--side", "tr", "--db", "theirs.json")
    started("update-step", "2", "--progress", "40", "--note", WORDS, "--db", "theirs.json")
    started("attach", "S2", "ورقة")
    assert started("merge", "theirs.json", "--yes").code == 0
    assert WORDS in started("show", "S2").out
    assert started("history", "--verify").code == 0


def test_the_sheet_of_a_meeting_has_its_notes_and_those_of_what_it_decided(demo: Program) -> None:
    meeting = demo("show", "D3", "--json").data[0]["meeting"]
    commitment = demo("show", "D3", "--json").data[0]["commitments"][0]
    for code in (meeting, "D3", commitment):
        assert demo("note", code, f"inner {code}", "--by", "LY/liaison").code == 0
        assert demo("note", code, f"outer {code}", "--by", "TR/coord", "--public").code == 0
    sheet = ("report", "followup", "--meeting", meeting, "-o", "-")
    own, theirs = demo(*sheet).out, demo(*sheet, "--audience", "counterpart").out
    for code in (meeting, "D3", commitment):
        assert [f"{each} {code}" in own for each in ("inner", "outer")] == [True, True]
        assert [f"{each} {code}" in theirs for each in ("inner", "outer")] == [False, True]


def test_a_note_is_in_the_export_and_comes_back_with_it(started: Program) -> None:
    started("note", "S2", WORDS, "--public", "--by", "LY")
    started("export", "-o", "all.json")
    assert started("init", "--from", "all.json", "--db", "other.json").code == 0
    assert notes(started, "S2", "--db", "other.json") == [("LY", WORDS, True)]


@pytest.mark.parametrize(
    "given", [("--reason", "-"), ("--reason", ""), ("--note", "-"), ("--note", "", "--reason", " ")]
)
def test_words_that_are_none_are_no_note_and_the_chain_holds(started: Program, given: tuple[str, ...]) -> None:
    (started.home / "in.csv").write_text("id,text_ar\n,درس\n", "utf-8")
    lines = (
        ("add-party", "ZA", "طرف"),
        ("add-obstacle", "عقبة"),
        ("remove", "O1", "--yes"),
        ("link", "S3", "A1", "--secondary"),
        ("import", "in.csv", "--kind", "lessons", "--yes"),
    )
    for line in lines:
        started(*line, *given)
        assert started("history", "--verify").code == 0, line
    assert {each["note"] for each in started("history", "--json").data} == {None}
