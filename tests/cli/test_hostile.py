"""Whatever is typed or lies in a file: a sentence and an exit code, nothing that acts on the terminal."""

import os
import re

import pytest

from tests.campaigns.within import Within
from tests.cli.acting import ACTIVE, OURS
from tests.cli.program import Program

STORED_AS_THEY_ARE = [
    "{name} {0} {} {code!r} {{x}}",
    "%s %d %(name)s %",
    "[red]bold[/red] [link=x] [/]",
    "<script>alert(1)</script> & \"quoted\" 'single' `code` $(date) ${HOME}",
    "| a | b |\\ # * _ ~",
    "😀 👩\u200d🚀 👍🏽",
    "محضر (118) [2026] {أ}",
    "ırmak İĞŞ çöğü",
    "../../etc/passwd",
    "C:\\Windows\\x",
    "-",
    "x" * 4000,
]
CLEANED = {
    "\x1b[31mred\x1b[0m": "red",
    "\x1b]0;title\x07text": "text",
    "a\u202eb\u2066c\u200fd": "abcd",
    "a\x07b\x9b2Jc": "abc",
    "one\u2028two": "one\ntwo",
    "\ufe8e\ufee0": "ال",
    "zero\u200bwidth\ufeff": "zerowidth",
}


def shown_in(program: Program, text: str, *lines: str) -> None:
    """Every way to show it: on a terminal, in a pipe, for machines."""
    for line in lines:
        piped = program(*line.split())
        assert piped.code == 0
        assert not ACTIVE.search(piped.out), text
        for bidi in ("c", "logical"):
            screen = program.typed(*line.split(), env={"TRACKER_BIDI": bidi})
            assert screen.code == 0
            assert not ACTIVE.search(OURS.sub("", screen.out).replace("\r", "")), text


@pytest.mark.parametrize("text", [text for text in STORED_AS_THEY_ARE if text != "-"], ids=lambda text: text[:20])
def test_a_text_comes_back_as_it_was_typed(program: Program, text: str) -> None:
    (program.home / "t").write_text(text, encoding="utf-8")
    for given in (text, "@t"):
        found = program("update-step", "2", "--confirm", "--note", given, "--title-tr", given, "--json")
        assert found.code == 0
        assert found.data["note"] == text
        assert program("list", "--json").data[1]["title"]["tr"] == text
        program("undo", "--yes")


@pytest.mark.parametrize("text", CLEANED, ids=ascii)
def test_what_acts_is_taken_out_and_told(program: Program, text: str) -> None:
    again = "".join(list(text))  # as from a shell, where no two arguments are one object
    found = program("update-step", "2", "--title-tr", text, "--note", again, "--confirm")
    assert found.code == 0
    told = [line for line in found.err.splitlines() if line.startswith("Warning")]
    assert [next(name for name in ("--title-tr", "--note") if name in line) for line in told] == [
        "--note",
        "--title-tr",
    ]
    assert not ACTIVE.search(found.out + found.err)
    assert program("list", "--json").data[1]["title"]["tr"] == CLEANED[text]
    shown_in(program, text, "list --lang tr", "history", "show S2 --lang tr", "report --lang tr")


@pytest.mark.parametrize(
    "line",
    [
        "TEXT",
        "show TEXT",
        "list TEXT",
        "list --sort TEXT",
        "list --status TEXT",
        "list --TEXT",
        "--lang TEXT list",
        "--today TEXT list",
        "list --as-of TEXT",
        "list --limit TEXT",
        "--db TEXT list",
        "--by TEXT update-step 2 --progress 4",
        "update-step TEXT --progress 4",
        "update-step 2 --progress TEXT",
        "update-step 2 --owner TEXT",
        "update-step 2 --note @TEXT --confirm",
        "attach TEXT x",
        "add-party TEXT x",
        "add-party XX x --kind TEXT",
        "verify TEXT --by TR",
        "undo TEXT",
        "import TEXT",
        "backup TEXT",
        "backup restore TEXT",
        "config TEXT",
        "config lang TEXT",
        "config timezone TEXT",
        "config completion TEXT",
        "init --template TEXT",
        "report TEXT",
        "report --format TEXT",
        "list a b TEXT",
        "help TEXT",
        "history TEXT",
    ],
)
def test_a_refusal_repeats_nothing_that_acts(program: Program, line: str) -> None:
    """All that can be in an argument at once; the bytes that are no UTF-8 arrive as lone surrogates."""
    text = "\x1b[31m{x}%s\u202e[red]\udcff\u2066\x07\x9b" + "ا" * 50
    for args in (line, f"{line} --json"):
        found = program(*(word.replace("TEXT", text) for word in args.split()))
        assert found.code in (1, 2)
        assert found.out == ""
        assert "Traceback" not in found.err
        assert not ACTIVE.search(found.err)
    screen = program.typed(*(word.replace("TEXT", text) for word in line.split()))
    assert not ACTIVE.search(OURS.sub("", screen.out).replace("\r", ""))


@pytest.mark.parametrize("number", ["9" * 5000, "-1", "1e9", "١" * 40, "²", "", "1_000"])
@pytest.mark.parametrize(
    "line",
    [
        "list --limit",
        "list --stale-days",
        "update-step 2 --progress",
        "update-step 2 --weight",
        "undo",
        "config stale_days",
        "update-step 2 --confirm --if-rev",
        "update-step",
        "show",
        "redact --reason x --yes",
    ],
)
def test_numbers_that_are_none(program: Program, line: str, number: str) -> None:
    found = program(*line.split(), number)
    assert found.code in (1, 2)
    assert found.out == ""
    assert "Traceback" not in found.err


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_a_changed_text_from_anywhere_is_told_once_by_name(program: Program, lang: str) -> None:
    raw = "\ufe8e\ufee0\u202e\x07".encode()
    (program.home / "t").write_bytes(raw)
    for given in ("-", "@t", raw.decode()):
        found = program("update-step", "2", "--confirm", "--note", given, stdin=raw, env={"TRACKER_LANG": lang})
        assert found.code == 0
        assert len([line for line in found.err.splitlines() if "--note" in line]) == 1


@pytest.mark.parametrize("line", ["link S3 A2 --note TEXT", "config stale_days 20 --note TEXT"])
def test_a_hint_names_no_option_that_there_is_not(program: Program, line: str) -> None:
    found = program(*(w.replace("TEXT", "a@b.ly") for w in line.split()))
    assert found.code == 1
    assert "--force" not in found.err


@pytest.mark.parametrize(
    ("line", "option"),
    [
        ("add-review 2099-Q1", ""),
        ("add-obstacle عقبة --raised 2099-01-01", "--target"),
        ("update-commitment C8 --completed 2099-01-01", "--due"),
        ("update-activity S3.4 --started 2099-01-01", "--forecast"),
        ("update-meeting M8 --held --on 2099-01-01", "--on"),
    ],
)
def test_a_day_that_is_to_come_is_answered_with_an_option_of_that_command(
    program: Program, line: str, option: str
) -> None:
    assert program("init", "--template", "demo").code == 0
    found = program(*line.split(), env={"TRACKER_LANG": "en"})
    assert found.code == 1
    assert "is in the future" in found.err
    command = program(line.split(maxsplit=1)[0], "--help", env={"TRACKER_LANG": "en"}).out
    named = set(re.findall(r"--[a-z]+", found.err))
    assert option in named or not (option or named)
    assert all(f"{name} " in command for name in named)


def test_a_text_that_is_too_long_is_refused_with_its_length(program: Program) -> None:
    (program.home / "t").write_text("ا" * 10_000, encoding="utf-8")
    for given in ("ا" * 10_000, "@t"):
        found = program("update-step", "2", "--confirm", "--note", given)
        assert found.code == 2
        assert "10,000" in found.err or "10000" in found.err
    (program.home / "big").write_bytes(b"x" * (3 << 20))
    found = program("update-step", "2", "--confirm", "--note", "@big")
    assert found.code == 1
    assert "too large" in found.err


@pytest.mark.parametrize("raw", [b"a\0b", b"\xff\xfea\0", b"\xe4\xf6\xfc", b"\xed\xa0\x80", b"\x1b[2J\x07", b""])
def test_files_that_are_no_text(program: Program, raw: bytes) -> None:
    (program.home / "t").write_bytes(raw)
    for given, stdin in (("@t", b""), ("-", raw)):
        found = program("update-step", "2", "--confirm", "--note", given, stdin=stdin)
        assert "Traceback" not in found.err
        assert not ACTIVE.search(found.out + found.err)
        assert found.code in (0, 1)
        shown_in(program, repr(raw), "history")


@pytest.mark.parametrize("given", ["@", "@.", "@nosuch", "@empty", "@" + "x" * 300, "@/proc/self/mem", "@t\udcff"])
def test_places_that_are_no_file(program: Program, given: str) -> None:
    (program.home / "empty").touch()
    found = program("update-step", "2", "--confirm", "--note", given)
    assert found.code in (0, 1)
    assert "Traceback" not in found.err


@pytest.mark.parametrize(
    "place",
    [
        ".",
        "folder",
        "pipe",
        "pipe/x",
        "~nobody-of-that-name/x",
        "x" * 300,
        "a\udcff.json",
        "",
        "nosuch/deep/t.json",
        "postgresql://user:secret@host/db",
    ],
)
@pytest.mark.parametrize(
    "line", ["list", "update-step 2 --progress 4", "check", "init", "backup", "backup list", "config"]
)
def test_places_that_hold_no_tracker(program: Program, place: str, line: str) -> None:
    (program.home / "folder").mkdir()
    os.mkfifo(program.home / "pipe")
    found = program("--db", place, *line.split())
    assert found.code in (0, 1, 2, 3)
    assert "Traceback" not in found.err
    assert "Errno" not in found.err


@pytest.mark.parametrize(
    "reference", ["https://user:secret@host.ly/x?token=unseen&page=2", "http://[::1", "x://" + "y" * 300]
)
def test_addresses_keep_no_secrets(program: Program, reference: str) -> None:
    assert program("attach", "S2", reference).code == 0
    text = program("list", "evidence", "--json").out + program("export").out
    assert "user:secret" not in text
    assert "unseen" not in text


@pytest.mark.parametrize(
    "text", ["+218 91 234 5678", "a.b@c.ly", "32.8872, 13.1913", "LY1234567", "TR33 0006 1005 1978 6457 8413 26"]
)
def test_personal_data_is_refused_unless_a_reason_is_given(program: Program, text: str) -> None:
    found = program("update-step", "2", "--confirm", "--note", text)
    assert (found.code, found.out) == (1, "")
    assert text not in found.err
    assert program("update-step", "2", "--confirm", "--note", text, "--force").code == 1
    assert program("update-step", "2", "--confirm", "--note", text, "--force", "--reason", "published").code == 0


@pytest.mark.parametrize("lang", ["ar", "tr", "en"])
def test_the_revision_says_that_a_text_was_kept_in_spite_of_that(program: Program, lang: str) -> None:
    """Not the reason alone, and only where something was kept so (rule 14.2)."""
    why = ("--force", "--reason", "published")
    found = program("update-step", "2", "--title-en", "Hotline 0912345678", *why)
    assert (found.code, "personal data was kept (--force)" in found.out) == (0, True), found.err
    assert program("update-step", "2", "--title-en", "Hotline", *why).code == 0
    assert program("update-evidence", "E1", "--reference", "0912345678").code == 0
    assert [revision["forced"] for revision in program("history", "--json").data] == [False, False, True]
    assert program("history", "--lang", lang).out.count("--force") == 1
    assert program("history", "--verify").code == 0
    program("export", "-o", "all.json")
    assert program("import", "all.json", "--db", "new.json", *why).code == 0
    assert [r["forced"] for r in program("history", "--json", "--db", "new.json").data] == [False, False, False, True]


def test_a_mark_that_was_taken_out_by_hand_breaks_the_chain(program: Program) -> None:
    said = ("--note", "0912345678", "--force", "--reason", "published")
    assert program("update-step", "2", "--progress", "40", *said).code == 0
    program.file.write_text(program.file.read_text().replace('"forced":true,', ""))
    assert program("history", "--verify").code == 3


def test_a_spreadsheet_that_is_forced_says_so_too(program: Program) -> None:
    (program.home / "o.csv").write_text("title_ar,severity\n0912345678,low\n")
    sheet = ("import", "o.csv", "--kind", "obstacles", "--yes")
    assert program(*sheet).code == 1
    assert program(*sheet, "--force", "--reason", "published").code == 0
    assert [revision["forced"] for revision in program("history", "--json").data] == [True]


@pytest.mark.parametrize(
    "env",
    [
        {"COLUMNS": "0"},
        {"COLUMNS": "-5"},
        {"COLUMNS": "9" * 30},
        {"COLUMNS": "1"},
        {"COLUMNS": "x"},
        {"TERM": ""},
        {"TERM": "dumb"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "xx_XX.nosuch"},
        {"HOME": ""},
        {"TRACKER_DB": "\udcff"},
        {"TRACKER_TODAY": "\x1b[31m"},
        {"TZ": "Nowhere"},
        {"NO_COLOR": "1"},
        {"TRACKER_CONFIG": "/"},
    ],
    ids=str,
)
def test_strange_surroundings(program: Program, env: dict[str, str]) -> None:
    for run in (program, program.typed):
        found = run("list", "--lang", "ar", env=env)
        assert found.code in (0, 1, 2)
        assert "Traceback" not in found.err + found.out


@pytest.mark.parametrize("command", ["history", "note", "show", "list", "update-step", "nosuch"])
def test_a_long_text_that_nobody_understands_is_soon_refused(program: Program, command: str) -> None:
    """The bound is that of a command that hangs: each word was compared anew with all of ours."""
    found = Within(program.home)(command, "كلمة " * 9000)
    assert (found.code, found.out) in [(1, ""), (2, "")]
    assert "Traceback" not in found.err
