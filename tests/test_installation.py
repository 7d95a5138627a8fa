"""The line that adds an extra: by the tool that installed the program, from where it came."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tracker.errors import MissingExtra
from tracker.installation import installer, requirement

INDEX: dict[str, Any] = {}
CLONE: dict[str, Any] = {"url": "file:///home/a%20b/tracker", "dir_info": {}}


@pytest.mark.parametrize(
    ("left_behind", "line"),
    [("pipx_metadata.json", "pipx install --force"), ("uv-receipt.toml", "uv tool install --force")],
)
def test_a_tool_is_known_by_the_file_that_it_leaves(tmp_path: Path, left_behind: str, line: str) -> None:
    (tmp_path / left_behind).touch()
    assert installer(tmp_path) == line


def test_in_an_environment_that_is_active_it_is_pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    monkeypatch.setenv("VIRTUAL_ENV", str(tmp_path))
    assert installer(tmp_path) == "pip install"
    monkeypatch.delenv("VIRTUAL_ENV")
    monkeypatch.setattr(sys, "executable", "/a/bin/python")
    assert installer(tmp_path) == "/a/bin/python -m pip install"
    monkeypatch.setattr(sys, "executable", "/a b/bin/python")
    assert installer(tmp_path) == '"/a b/bin/python" -m pip install'


def test_in_an_environment_without_pip_it_is_uv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/a/bin/python")
    monkeypatch.setitem(sys.modules, "pip", None)
    assert installer(tmp_path) == "uv pip install --python /a/bin/python"


@pytest.mark.parametrize(
    ("origin", "wanted"),
    [
        (INDEX, '"mou-tracker[pdf]"'),
        (CLONE, '"/home/a b/tracker[pdf]"'),
        ({**CLONE, "dir_info": {"editable": True}}, '-e "/home/a b/tracker[pdf]"'),
        ({"url": "file:///a/mou_tracker-1-py3-none-any.whl"}, '"/a/mou_tracker-1-py3-none-any.whl[pdf]"'),
        ({"url": "https://a.example/t", "vcs_info": {"vcs": "git"}}, '"mou-tracker[pdf] @ git+https://a.example/t"'),
    ],
)
def test_it_is_installed_again_from_where_it_came(origin: dict[str, Any], wanted: str) -> None:
    assert requirement("pdf", origin) == wanted


def test_a_failure_says_the_line() -> None:
    assert MissingExtra("pdf", "pdf").command.endswith('[pdf]"')
