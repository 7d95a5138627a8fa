"""Tab: what may stand at the cursor, in our answers and in real shells."""

import os
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.completion import asked, needs, screen_of
from tests.cli.program import Program
from tracker.cli.app import build
from tracker.cli.command_table import COMMANDS
from tracker.cli.completion.answer import split_line
from tracker.cli.completion.candidates import MOST, few_of
from tracker.cli.completion.script import SCRIPTS
from tracker.cli.edit.clearing import clearable
from tracker.cli.input.choice_words import Candidate
from tracker.cli.nouns import noun_of
from tracker.locale import open_catalog
from tracker.model.records.tables import table_of_type
from tracker.reports.lists.listing import KINDS

UPDATES = sum(name.startswith("upd") for name in COMMANDS)


@pytest.mark.parametrize(
    ("line", "first", "count"),
    [
        ("tracker ", "status", len(COMMANDS)),
        ("tracker upd", "update-step", UPDATES),
        ("tracker --lang tr upd", "update-step", UPDATES),
        ("tracker --json=3 upd", "update-step", UPDATES),
        ("tracker list ", "steps", len(KINDS)),
        ("tracker list me", "meetings", 1),
        ("tracker update-step ", "S1", 5),
        ("tracker update-step s", "S1", 5),
        ("tracker update-step 3", "S3", 1),
        ("tracker update-step ٣", "S3", 1),
        ("tracker update-step S2 ", "S1", 4),
        ("tracker update-step 2 --st", "--status", 6),
        ("tracker update-step 2 --status ", "not-started", 6),
        ("tracker update-step 2 --status in", "in-progress", 1),
        ("tracker update-step 2 --status=in", "in-progress", 1),
        ("tracker update-step --status blocked ", "S1", 5),
        ("tracker update-step 2 --owner ", "LY", 30),
        ("tracker update-step 2 --evidence ", "E1", 2),
        ("tracker update-step 2 --note ", "", 0),
        ("tracker list --status blocked,c", "blocked,completed", 2),
        ("tracker list --side ", "ly", 4),
        ("tracker show S2 ", "S1", 14),
        ("tracker link S3 ", "A1", 3),
        ("tracker verify ", "E1", 2),
        ("tracker undo ", "1", 1),
        ("tracker config la", "lang", 1),
        ("tracker config lang ", "ar", 4),
        ("tracker config by T", "TR", 15),
        ("tracker config completion ", "bash", 3),
        ("tracker report -o ", ":files", 1),
        ("tracker attach S2 ", ":files", 1),
        ("tracker import ", ":files", 1),
        ("tracker backup re", "restore", 1),
        ("tracker backup restore ", "", 0),
        ("tracker add-party ", "", 0),
        ("tracker show -- ", "S1", 15),
        ("tracker --la", "--lang", 1),
        ("tracker list --lang ", "ar", 4),
        ('tracker show "S', "S1", 5),
        ("tracker show 'S2' A", "A1", 3),
        ("tracker nosuch S", "status", 3),
        ("", "status", len(COMMANDS)),
        ("tracker", "status", len(COMMANDS)),
    ],
)
def test_candidates(started: Program, line: str, first: str, count: int) -> None:
    found = asked(started, line)
    assert len(found) == count
    assert next(iter(found), "") == first


@pytest.mark.parametrize("command", [name for name in COMMANDS if name.startswith("update-")])
def test_an_update_is_offered_the_records_it_changes(demo: Program, command: str) -> None:
    noun = noun_of(command)
    assert noun is not None
    tables = demo("export").json["tables"]
    wanted = [] if noun.only_code else [record["id"] for record in tables[table_of_type(noun.record)]]
    assert sorted(asked(demo, f"tracker {command} ")) == sorted(wanted)
    assert set(asked(demo, f"tracker {command} X --clear ")) == set(clearable(build(command)))


def test_a_word_means_what_it_means_for_the_noun(demo: Program) -> None:
    assert "postponed" in asked(demo, "tracker update-meeting M1 --status ")
    assert "under-treatment" in asked(demo, "tracker update-obstacle O1 --status ")
    assert "applied" in asked(demo, "tracker update-lesson L1 --status ")
    assert "certificate" in asked(demo, "tracker update-evidence E1 --kind ")
    assert {"D1", "N1", "O1", "L1"} <= set(asked(demo, "tracker add-commitment "))
    assert {"C1", "I1", "R1", "N1", "T1", "D1", "L1", "M1"} <= set(asked(demo, "tracker show "))


def test_what_is_detached_is_one_of_its_papers(demo: Program) -> None:
    assert list(asked(demo, "tracker detach S2.4 ")) == ["E29"]
    assert list(asked(demo, "tracker detach S9.9 ")) == []


def test_a_position_is_understood_as_other_programs_get_it(started: Program) -> None:
    assert list(asked(started, "tracker update-step", COMP_CWORD="2")) == ["S1", "S2", "S3", "S4", "S5"]
    assert list(asked(started, "tracker update-step S2", COMP_CWORD="2")) == ["S2"]


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_meanings_are_in_the_language(started: Program, lang: str) -> None:
    word = open_catalog(lang).word  # type: ignore[arg-type]  # one of the three
    assert asked(started, "tracker ", TRACKER_LANG=lang)["list"] == word(COMMANDS["list"].summary)
    assert asked(started, f"tracker --lang {lang} update-step 2 --stat")["--status"] == word("The new status.")
    titles = asked(started, "tracker show ", TRACKER_LANG=lang)
    assert titles["A2"] == {"ar": "التدريب", "tr": "Eğitim", "en": "Training"}[lang]


def test_words_of_the_language_are_completed_too(started: Program) -> None:
    assert asked(started, "tracker update-step 2 --status مك", TRACKER_LANG="ar") == {"مكتملة": "completed"}


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_after_an_equals_sign_other_shells_get_the_whole_word(started: Program, shell: str) -> None:
    assert list(asked(started, "tracker update-step 2 --status=in", shell)) == ["--status=in-progress"]


def test_an_option_that_was_given_is_not_offered_again(started: Program) -> None:
    assert "--status" not in asked(started, "tracker update-step 2 --status blocked --s")
    assert "--evidence" in asked(started, "tracker update-step 2 --evidence x --e")


def test_the_codes_are_those_of_the_tracker_that_is_named(started: Program) -> None:
    started("init", "--db", "blank.json", "--template", "blank")
    assert "S1" not in asked(started, "tracker --db blank.json show ")
    assert "S1" not in asked(started, "tracker show ", TRACKER_DB="blank.json")


@pytest.mark.parametrize("line", ["tracker show ", "tracker update-step 2 --owner ", "tracker undo ", "tracker list "])
@pytest.mark.parametrize("broken", ["config", "file", "lang", "missing"])
def test_nothing_is_ever_said(started: Program, line: str, broken: str) -> None:
    env = {"lang": {"TRACKER_LANG": "xx"}, "missing": {"TRACKER_DB": "no.json"}}.get(broken, {})
    if broken == "config":
        started.config.write_text("lang = [")
    if broken == "file":
        started.file.write_text("broken")
    asked(started, line, **env)


def test_titles_cannot_act_on_the_prompt(started: Program) -> None:
    started("attach", "S2", "a\x1b[31m\tb\nc\u202e")
    found = asked(started, "tracker verify ")
    assert set(found) == {"E1", "E2", "E3"}
    assert "\x1b" not in "".join(found.values())


@given(st.text(max_size=40), st.sampled_from(["", "0", "1", "99", "x"]))
def test_any_line_is_split(line: str, number: str) -> None:
    args, typed = split_line(line, number)
    assert all(isinstance(word, str) for word in (*args, typed))


@given(st.lists(st.from_regex(r"S[1-3]\.[1-9][0-9]{0,2}", fullmatch=True), unique=True, max_size=300))
def test_of_very_many_the_first_are_offered_and_a_shell_completes_as_far_as_all_agree(codes: list[str]) -> None:
    offered = [each.value for each in few_of([Candidate(code) for code in codes])]
    assert len(offered) == min(len(codes), MOST)
    assert offered[: MOST - 2] == codes[: MOST - 2]
    assert os.path.commonprefix(offered) == os.path.commonprefix(codes)  # noqa: RUF071 - of letters, as a shell does


def test_the_script_of_the_shell_in_use_is_the_default(program: Program) -> None:
    for shell, script in SCRIPTS.items():
        assert program("config", "completion", shell).out == script
        assert program("config", "completion", env={"SHELL": f"/usr/bin/{shell}"}).out == script
    assert program("config", "completion", env={"SHELL": "/bin/tcsh"}).code == 2


def test_on_a_terminal_the_line_that_switches_it_on_is_told(program: Program) -> None:
    assert ">> ~/.bashrc" in program.typed("config", "completion", "bash", env={"TRACKER_BIDI": "logical"}).out


# --- real shells ---


@needs("bash")
def test_bash_inserts_what_is_clear(home: Program) -> None:
    keys = ['eval "$(tracker config completion bash)"; echo ready\n', "tracker update-st\t2 --prog\t7 --dry-run\n"]
    assert "S2 Declared: 40% → 7%" in screen_of(home, ["bash", "--norc", "-i"], keys, "7%")


@needs("bash")
def test_bash_lists_codes_with_their_titles(home: Program) -> None:
    keys = ['eval "$(tracker config completion bash)"; echo ready\n', "tracker update-step S\t\t"]
    seen = screen_of(home, ["bash", "--norc", "-i"], keys, "S5  (")
    assert "S3  (Development of technical equipment" in seen


@needs("bash")
@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("tracker update-step 2 --status=in", "in-progress"),
        ("tracker sho", "show"),
        ("tracker show مح S", "S1 S2 S3 S4 S5"),
    ],
)
def test_the_function_of_bash(home: Program, line: str, reply: str) -> None:
    script = (
        'eval "$(tracker config completion bash)"; COMP_LINE=$1; COMP_POINT=${#1}; COMP_TYPE=9; '
        '_tracker_completion tracker; echo "${COMPREPLY[@]}"'
    )
    found = subprocess.run(
        ["bash", "-c", script, "bash", line], env=home.env, cwd=home.home, capture_output=True, text=True, check=True
    )
    assert (found.stdout.strip(), found.stderr) == (reply, "")


@needs("zsh")
def test_zsh_lists_codes_with_their_titles(home: Program) -> None:
    start = "autoload -U compinit; compinit -u -D\n"
    keys = [start + 'eval "$(tracker config completion zsh)"; echo ready\n', "tracker update-step S\t\t"]
    assert "S3  -- Development" in screen_of(home, ["zsh", "-f", "-i"], keys, "S3  -- Development")


@needs("fish")
@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("tracker update-step ", "S3\tDevelopment"),
        ("tracker update-step 2 --status=in", "--status=in-progress\tin progress"),
    ],
)
def test_fish_lists_codes_with_their_titles(home: Program, line: str, found: str) -> None:
    script = "tracker config completion fish | source; complete --do-complete $argv[1]"
    shown = subprocess.run(
        ["fish", "--no-config", "-c", script, line],
        env=home.env,
        cwd=home.home,
        capture_output=True,
        text=True,
        check=True,
    )
    assert found in shown.stdout
