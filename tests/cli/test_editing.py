"""`--edit`: the record as commented TOML in the user's editor; nothing is lost, nothing is half saved."""

import re
import shlex
import stat
import sys
import tempfile
import tomllib
from pathlib import Path

import pytest

from tests.cli.program import Program, Result
from tracker.cli.app import build
from tracker.cli.command_table import COMMANDS
from tracker.locale import LANGUAGES

LOGICAL = {"TRACKER_BIDI": "logical"}


def edit(program: Program, line: str, editor: str, keys: str = "no\n", **env: str) -> Result:
    return program.typed(*shlex.split(line), keys=keys, env={**LOGICAL, "EDITOR": editor, **env})


def setting(**fields: str) -> str:
    """An editor that puts values to keys."""
    return "sed -i " + " ".join(f"-e {shlex.quote(f's|^{key} = .*|{key} = {text}|')}" for key, text in fields.items())


def kept(program: Program) -> list[Path]:
    return sorted((program.home / ".local/state/tracker/edits").glob("*"))


def only_kept(program: Program, found: Result) -> Path:
    [path] = kept(program)
    assert str(path) in found.out.replace("\n", "")
    return path


def test_every_command_that_changes_a_record_can_be_edited() -> None:
    for name in COMMANDS:
        edits = "--edit" in {option for param in build(name).params for option in param.opts}
        assert edits is name.startswith("update-")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "line",
    [
        "update-step 2 --edit",
        "update-aspect A1 --edit",
        "update-initiative --edit",
        "update-meeting M1 --edit",
        "update-series T1 --edit",
    ],
)
def test_what_is_shown_is_toml_that_changes_nothing(started: Program, line: str, lang: str) -> None:
    if "T1" in line:
        assert started("add-series", "لقاء", "--interval", "3").code == 0
    before = len(started("history", "--json").data)
    found = edit(started, line, f"cp -p --target-directory={started.home}", TRACKER_LANG=lang)
    assert found.code == 0
    [copy] = started.home.glob("*.toml")
    text = copy.read_text(encoding="utf-8")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert all(isinstance(value, str | list) for value in tomllib.loads(text).values())
    assert not set(text) & set("\u2066\u2067\u2068\u2069\u200e\u200f")
    assert kept(started) == []
    assert len(started("history", "--json").data) == before


def test_a_meeting_is_edited_and_its_lists_grow(started: Program) -> None:
    fields = {"place": '"TR/أنقرة"', "agenda": '["بند", "بند آخر"]', "title-en": '""', "minutes": '"محضر 4"'}
    found = edit(started, "update-meeting M1 --edit", setting(**fields))
    assert found.code == 0, found.out
    meeting = started("export").json["tables"]["meetings"][0]
    assert [item["ar"] for item in meeting["agenda"]][-2:] == ["بند", "بند آخر"]
    assert meeting["place"] == {"country": "TR", "city": {"ar": "أنقرة"}}
    assert "en" not in meeting["title"]


def test_changes_are_saved_as_one_revision(started: Program) -> None:
    editor = setting(
        progress='"٤٥٪"', due='"31/12/2026"', owner='"ليبيا"', note='"من المحرر"', evidence='["7/2026", "8/2026"]'
    )
    found = edit(started, "update-step 2 --edit", editor)
    assert found.code == 0, found.out
    step = started("list", "--json").data[1]
    assert (step["progress"], step["planned_end"], step["owner"]["party"]) == (45, "2026-12-31", "LY")
    newest = started("history", "--json").data[0]
    assert (newest["number"], newest["command"], newest["note"]) == (2, "update-step", "من المحرر")
    assert kept(started) == []


def test_toml_values_of_other_kinds_and_lines(started: Program) -> None:
    assert edit(started, "update-step 2 --edit", setting(progress="50", start="2026-01-02")).code == 0
    many = setting(**{"title-tr": '"""\\nBir\\niki"""'})
    assert edit(started, "update-step 2 --edit", many).code == 0
    step = started("list", "--json").data[1]
    assert (step["progress"], step["planned_start"], step["title"]["tr"]) == (50, "2026-01-02", "Bir\niki")
    assert edit(started, "update-step 2 --edit", "true").code == 0  # what has two lines is shown as it was
    assert len(started("history", "--json").data) == 3


def test_an_emptied_field_is_cleared(started: Program) -> None:
    started("update-step", "2", "--owner", "LY", "--forecast", "2026-12-31")
    found = edit(started, "update-step 2 --edit", setting(owner='""', forecast='""', **{"title-tr": '""'}))
    assert found.code == 0
    step = started("list", "--json").data[1]
    assert step.get("owner") is step.get("forecast_end") is None
    assert step["title"]["tr"] is None


@pytest.mark.parametrize("sign", ["-", "@/etc/hostname", "--x"])
def test_a_text_means_itself(started: Program, sign: str) -> None:
    assert edit(started, "update-step 2 --edit --confirm", setting(**{"title-en": f'"{sign}"'})).code == 0
    assert started("list", "--json").data[1]["title"]["en"] == sign


@pytest.mark.parametrize("editor", ["true", "touch", "sed -i /^status/d"])
def test_without_a_change_nothing_is_saved(started: Program, editor: str) -> None:
    found = edit(started, "update-step 2 --edit", editor)
    assert found.code == 0
    assert "Nothing was changed." in found.out
    assert kept(started) == []
    assert len(started("history", "--json").data) == 1


def test_options_beside_it_stand_in_the_text(started: Program) -> None:
    found = edit(started, "update-step 2 --edit --progress 60", setting(note='"x"'))
    assert found.code == 0
    assert started("list", "--json").data[1]["progress"] == 60


@pytest.mark.parametrize(
    ("fields", "said", "line"),
    [
        ({"progress": '"145"'}, "145", "progress"),
        ({"due": '"31/02/2026"'}, "28 days", "due"),
        ({"status": '""'}, "Possible", "status"),
        ({"owner": '"nobody"'}, "nobody", "owner"),
        ({"title-en": '"call 0912345678"'}, "personal data", "title-en"),
        ({"status": '"completed"', "progress": '"100"'}, "evidence", None),
        ({"progress": '"50'}, "TOML", "progress"),
        ({"progress": "true"}, "quotation marks", "progress"),
        ({"progress": '"50"\\nprogress = "51"'}, "TOML", None),
        ({"progress": '"50"\\ncolour = "red"'}, "colour", None),
        ({"note": '"\\x01"', "progress": '"50"'}, "TOML", None),
    ],
)
def test_what_cannot_be_saved_is_kept(started: Program, fields: dict[str, str], said: str, line: str | None) -> None:
    found = edit(started, "update-step 2 --edit", setting(**fields), keys="\nno\n")
    assert found.code in (1, 2)
    assert "Traceback" not in found.out
    assert said in found.out
    path = only_kept(started, found)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    if line:
        number = next(n for n, text in enumerate(path.read_text().splitlines(), 1) if text.startswith(f"{line} ="))
        assert f"line {number}" in found.out.replace("\n", " ")
    assert len(started("history", "--json").data) == 1


@pytest.mark.parametrize("answer", ["yes", "نعم", "evet"])
def test_it_can_be_edited_again(started: Program, answer: str) -> None:
    script = started.home / "editor"
    script.write_text(
        '#!/bin/sh\nif [ -e seen ]; then sed -i "s/145/55/" "$1"; else touch seen; '
        'sed -i \'s/^progress = .*/progress = "145"/\' "$1"; fi\n'
    )
    script.chmod(0o755)
    found = edit(started, "update-step 2 --edit", str(script), keys=f"{answer}\n")
    assert found.code == 0, found.out
    assert started("list", "--json").data[1]["progress"] == 55
    assert kept(started) == []


@pytest.mark.parametrize("raw", [r"\377\376", r"\000", r"x", r"[a]\nb=1", r"progress = {a = 1}", r"\355\240\200"])
def test_whatever_the_editor_leaves(started: Program, raw: str) -> None:
    script = started.home / "editor"
    script.write_text(f"#!/bin/sh\nprintf '{raw}' > \"$1\"\n")
    script.chmod(0o755)
    found = edit(started, "update-step 2 --edit", str(script))
    assert found.code in (1, 2)
    assert "Traceback" not in found.out
    only_kept(started, found)


def test_a_huge_text_and_one_that_is_gone(started: Program) -> None:
    assert edit(started, "update-step 2 --edit", "truncate -s 3G").code == 1
    assert len(kept(started)) == 1
    kept(started)[0].unlink()
    assert edit(started, "update-step 2 --edit", "rm").code == 1
    assert kept(started) == []


@pytest.mark.parametrize("editor", ["false", "/nosuch/editor", "'", "nosuch-editor -w"])
def test_an_editor_that_fails_changes_nothing(started: Program, editor: str) -> None:
    found = edit(started, "update-step 2 --edit", editor)
    assert found.code == 1
    assert "editor" in found.out
    assert kept(started) == []
    assert len(started("history", "--json").data) == 1


def test_what_an_editor_wrote_before_it_failed_is_kept(started: Program) -> None:
    script = started.home / "editor"
    script.write_text('#!/bin/sh\nsed -i \'s/^progress = .*/progress = "77"/\' "$1"\nexit 3\n')
    script.chmod(0o755)
    found = edit(started, "update-step 2 --edit", str(script))
    assert found.code == 1
    assert 'progress = "77"' in only_kept(started, found).read_text()
    assert started("list", "--json").data[1]["progress"] == 40


def test_visual_before_editor(started: Program) -> None:
    found = edit(started, "update-step 2 --edit", "false", VISUAL=setting(progress='"50"'))
    assert found.code == 0


def test_a_record_that_moved_meanwhile_is_not_overwritten(started: Program) -> None:
    """The editor itself changes the record, as somebody else would while it is open."""
    export = started.home / "other.json"
    script = started.home / "editor"
    started("export", "-o", "other.json")
    script.write_text(
        f"#!/bin/sh\n{sys.executable} -m tracker update-step 2 --progress 41 > '{started.home}/said'\n"
        'sed -i \'s/^progress = .*/progress = "77"/\' "$1"\n'
    )
    script.chmod(0o755)
    found = edit(started, "update-step 2 --edit", str(script))
    assert export.exists()
    assert found.code == 1, found.out
    assert "has since been changed" in found.out
    assert 'progress = "77"' in only_kept(started, found).read_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_a_pipe_there_is_nobody_to_edit(started: Program, lang: str) -> None:
    found = started("update-step", "2", "--edit", env={"EDITOR": "true", "TRACKER_LANG": lang})
    assert (found.code, found.out) == (2, "")
    assert "--edit" in found.err


def test_a_dry_run_saves_nothing(started: Program) -> None:
    found = edit(started, "update-step 2 --edit --dry-run", setting(progress='"50"'))
    assert found.code == 0
    assert "50%" in found.out
    assert started("list", "--json").data[1]["progress"] == 40
    assert kept(started) == []


def test_ctrl_c_belongs_to_the_editor(started: Program) -> None:
    script = started.home / "editor"
    script.write_text(
        "#!/bin/sh\ntrap '' INT\nkill -INT -$$ 2>&- || kill -INT 0\n"
        'sed -i \'s/^progress = .*/progress = "50"/\' "$1"\n'
    )
    script.chmod(0o755)
    found = edit(started, "update-step 2 --edit", str(script))
    assert found.code == 0, found.out
    assert started("list", "--json").data[1]["progress"] == 50


def test_the_text_is_kept_where_there_is_no_home(started: Program) -> None:
    (started.home / ".local").write_text("not a folder")
    found = edit(started, "update-step 2 --edit", setting(progress='"145"'))
    assert found.code == 2
    path = Path(tempfile.gettempdir()) / re.findall(r"tracker-S2-[^.]*\.toml", found.out.replace("\n", ""))[0]
    assert 'progress = "145"' in path.read_text()
    path.unlink()
