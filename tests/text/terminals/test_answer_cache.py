"""What is kept of answers, and which terminals share it."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.terminals.answer_cache import NAME, cache_answer, cached_answer, key_of
from tracker.text.terminals.owner import NOBODY, Owner, owner

BARE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
KONSOLE_ANSWER = ">1;115;0c ?62;1;4c"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "tracker"


def test_an_answer_is_kept_for_this_user_alone(folder: Path) -> None:
    assert cached_answer(folder, "0123abcd") is None
    cache_answer(folder, "0123abcd", KONSOLE_ANSWER)
    cache_answer(folder, "11111111", "")
    assert cached_answer(folder, "0123abcd") == KONSOLE_ANSWER
    assert cached_answer(folder, "11111111") == ""
    assert cached_answer(folder, "22222222") is None
    assert (folder / NAME).stat().st_mode & 0o777 == 0o600
    assert [path.name for path in folder.iterdir()] == [NAME]


def test_a_newer_answer_replaces_the_older(folder: Path) -> None:
    for answer in ("first", "second"):
        cache_answer(folder, "0123abcd", answer)
    assert cached_answer(folder, "0123abcd") == "second"
    assert len((folder / NAME).read_text().splitlines()) == 1


def test_the_oldest_are_forgotten(folder: Path) -> None:
    for number in range(70):
        cache_answer(folder, f"{number:08x}", "x")
    assert cached_answer(folder, f"{0:08x}") is None
    assert cached_answer(folder, f"{69:08x}") == "x"
    assert len((folder / NAME).read_text().splitlines()) == 64


@pytest.mark.parametrize("raw", [b"\xff\0\xfe", b"\t\t\t\n", b"no tab\n", b"\n" * 100, b"a\tb" * 90_000])
def test_a_broken_file_is_as_good_as_none(folder: Path, raw: bytes) -> None:
    folder.mkdir(parents=True)
    (folder / NAME).write_bytes(raw)
    assert cached_answer(folder, "0123abcd") is None
    cache_answer(folder, "0123abcd", "x")
    assert cached_answer(folder, "0123abcd") == "x"


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache_answer(tmp_path / "file", "0123abcd", "x")
    cache_answer(tmp_path / "file" / "beneath", "0123abcd", "x")
    (tmp_path / "taken" / NAME).mkdir(parents=True)
    cache_answer(tmp_path / "taken", "0123abcd", "x")
    assert cached_answer(tmp_path / "taken", "0123abcd") is None
    assert [path.name for path in (tmp_path / "taken").iterdir()] == [NAME]


@given(
    key=st.from_regex(r"[0-9a-f]{8}", fullmatch=True),
    answer=st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=120),
)
def test_any_answer_comes_back(key: str, answer: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("cache")
    cache_answer(place, key, answer)
    assert cached_answer(place, key) == answer


def test_programs_with_the_same_variables_share_nothing() -> None:
    """QTerminal and PuTTY set nothing of their own."""
    ours, parent = os.getpid(), owner()
    assert key_of(BARE, Owner(ours, "qterminal-like")) == key_of(BARE, Owner(ours, "other name, same program"))
    assert key_of(BARE, Owner(ours, "a")) != key_of(BARE, Owner(1 << 30, "b"))
    assert key_of(BARE, Owner(1 << 30, "b")) != key_of(BARE, Owner(1 << 30, "c"))
    assert key_of(BARE, NOBODY) != key_of(BARE, Owner(ours, "a"))
    assert parent == owner()


def test_what_identifies_a_window_is_no_part_of_the_key() -> None:
    here = Owner(os.getpid(), "x")
    assert key_of({**BARE, "KITTY_WINDOW_ID": "1"}, here) == key_of({**BARE, "KITTY_WINDOW_ID": "2"}, here)
    assert key_of({**BARE, "WINDOWID": "1"}, here) == key_of(BARE, here)
    assert key_of({**BARE, "KITTY_WINDOW_ID": "1"}, here) != key_of(BARE, here)
    assert key_of({**BARE, "VTE_VERSION": "7006"}, here) != key_of({**BARE, "VTE_VERSION": "7600"}, here)


def test_over_a_connection_it_is_the_connection() -> None:
    far = Owner(os.getpid(), "sshd")
    keys = {key_of({**BARE, "SSH_CONNECTION": f"192.0.2.1 {port} 192.0.2.2 22"}, far) for port in (50000, 50001)}
    assert len(keys) == 2
    assert key_of(BARE, far) not in keys


@given(st.dictionaries(st.sampled_from(["TERM", "COLORTERM", "SSH_CONNECTION"]), st.text()))
def test_any_environment_has_a_key(environ: dict[str, str]) -> None:
    assert len(key_of(environ, NOBODY)) == 8
