"""`--install-completion` and `--show-completion`: where Typer's users look for them, with our scripts."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.completion import asked, needs, screen_of
from tests.cli.program import Program
from tests.foreign import foreign
from tracker.cli.completion.script import SCRIPTS
from tracker.locale import LANGUAGES

FILES = {
    "bash": (".bash_completions/tracker.sh", ".bashrc"),
    "zsh": (".zfunc/_tracker", ".zshrc"),
    "fish": (".config/fish/completions/tracker.fish",),
}


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("shell", SCRIPTS)
def test_it_is_told_what_was_installed_and_where(program: Program, shell: str, lang: str) -> None:
    found = program("--lang", lang, "--install-completion", shell)
    assert found.code == 0
    places = [str(program.home / name) for name in FILES[shell]]
    assert all(place in found.out for place in places)
    assert foreign(lang, found.out + found.err, *places) == []
    assert (program.home / FILES[shell][0]).read_text() == SCRIPTS[shell]
    assert program("--install-completion", shell, "--json").data == {"shell": shell, "paths": places}


@pytest.mark.parametrize("shell", SCRIPTS)
def test_a_second_time_changes_nothing(program: Program, shell: str) -> None:
    program("--install-completion", shell)
    before = tree(program.home)
    found = program(f"--install-completion={shell}")
    assert (found.code, found.err) == (0, "")
    assert "is already installed" in found.out
    assert tree(program.home) == before


@pytest.mark.parametrize("before", ["", "alias t=tracker", "alias t=tracker\n", "# \xff بلا نهاية"])
def test_the_start_up_file_keeps_what_it_says(program: Program, before: str) -> None:
    dots = program.home / "dotfiles"
    dots.write_bytes(before.encode("utf-8"))
    (program.home / ".bashrc").symlink_to(dots)
    program("--install-completion", "bash")
    assert (program.home / ".bashrc").is_symlink()
    kept, line, end = dots.read_bytes().decode().rpartition("source ")
    assert kept.rstrip("\n") == before.rstrip("\n")
    assert line + end == f"source {program.home}/.bash_completions/tracker.sh\n"


def test_a_script_that_was_changed_is_made_new(program: Program) -> None:
    program("--install-completion", "bash")
    script = program.home / FILES["bash"][0]
    script.write_text("old")
    assert "was installed" in program("--install-completion", "bash").out
    assert script.read_text() == SCRIPTS["bash"]
    assert (program.home / ".bashrc").read_text().count("source") == 1


def test_the_folders_of_zsh_and_fish_can_be_elsewhere(program: Program) -> None:
    env = {"ZDOTDIR": str(program.home / "z"), "XDG_CONFIG_HOME": str(program.home / "x")}
    program("--install-completion", "zsh", env=env)
    program("--install-completion", "fish", env=env)
    assert "fpath" in (program.home / "z" / ".zshrc").read_text()
    assert (program.home / "x" / "fish" / "completions" / "tracker.fish").is_file()


def test_a_dry_run_writes_nothing(program: Program) -> None:
    found = program("--install-completion", "bash", "--dry-run")
    assert (found.code, found.out, found.err) == (0, "", "Nothing was changed.\n")
    assert not tree(program.home)


@pytest.mark.parametrize("name", [".bashrc", ".bash_completions"])
def test_what_cannot_be_written_is_told(program: Program, name: str) -> None:
    if name == ".bashrc":
        (program.home / name).mkdir()
    else:
        (program.home / name).write_text("a file")
    found = program("--install-completion", "bash")
    assert (found.code, found.out) == (1, "")
    assert name in found.err


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
@pytest.mark.parametrize("shell", ["tcsh", "list", ""])
def test_another_shell_is_refused(program: Program, option: str, shell: str, lang: str) -> None:
    found = program(option, *([shell] if shell else []), "--lang", lang, env={"SHELL": ""})
    assert (found.code, found.out) == (2, "")
    assert "bash" in found.err
    assert foreign(lang, found.err, *([shell] if shell else [])) == []
    assert not tree(program.home)


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_script_is_shown(program: Program, shell: str) -> None:
    assert program("--show-completion", shell).out == SCRIPTS[shell]
    assert program("--show-completion", env={"SHELL": f"/bin/{shell}"}).out == SCRIPTS[shell]
    assert program("--quiet", "--show-completion", "--lang", "ar", env={"SHELL": f"/bin/{shell}"}).out == SCRIPTS[shell]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_names_it(program: Program, lang: str) -> None:
    assert "tracker --install-completion" in program("--help", "--lang", lang).out


def test_the_options_and_their_shells_complete(program: Program) -> None:
    assert set(asked(program, "tracker --inst")) == {"--install-completion"}
    assert "Install completion" in asked(program, "tracker --inst")["--install-completion"]
    assert list(asked(program, "tracker --install-completion ")) == ["bash", "zsh", "fish"]
    assert list(asked(program, "tracker --show-completion=f")) == ["fish"]
    assert "--install-completion" not in asked(program, "tracker list --")


def test_a_text_that_looks_like_the_option_stays_a_text(started: Program) -> None:
    assert started("update-step", "2", "--progress", "41", "--note", "--install-completion").code == 0
    assert started("history", "--json").data[0]["note"] == "--install-completion"
    assert started("--by", "--install-completion", "list").code == 0


# --- real shells ---


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_shell_that_started_us_is_meant(home: Program, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    other = next(name for name in SCRIPTS if name != shell)
    done = subprocess.run(
        [shell, "-c", "tracker --install-completion; true"],
        env={**home.env, "SHELL": f"/bin/{other}"},
        cwd=home.home,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"Completion for {shell} was installed" in done.stdout, done.stderr


@needs("bash")
def test_an_installed_bash_completes(home: Program) -> None:
    home("--install-completion", "bash")
    seen = screen_of(home, ["bash", "-i"], ["echo ready\n", "tracker update-st\t2 --prog\t7 --dry-run\n"], "7%")
    assert "S2 Declared: 40% → 7%" in seen


@needs("zsh")
def test_an_installed_zsh_completes(home: Program) -> None:
    home("--install-completion", "zsh")
    keys = ["echo ready\n", "tracker update-step S\t\t"]
    assert "S3  -- Development" in screen_of(home, ["zsh", "-i"], keys, "S3  -- Development")


@needs("fish")
def test_an_installed_fish_completes(home: Program) -> None:
    home("--install-completion", "fish")
    done = subprocess.run(
        ["fish", "-c", "complete --do-complete 'tracker update-step '"],
        env={**home.env, "PATH": os.pathsep.join((str(home.home / "bin"), os.environ["PATH"]))},
        cwd=home.home,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "S3\tDevelopment" in done.stdout
