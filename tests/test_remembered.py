"""Small things that are kept for the next command."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.remembered import recall, remember


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "tracker" / "answers"


def test_an_answer_is_kept_for_this_user_alone(place: Path) -> None:
    assert recall(place, "0123abcd") is None
    remember(place, "0123abcd", ">1;115;0c ?62;1;4c")
    remember(place, "11111111", "")
    assert recall(place, "0123abcd") == ">1;115;0c ?62;1;4c"
    assert recall(place, "11111111") == ""
    assert recall(place, "22222222") is None
    assert place.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_a_newer_answer_replaces_the_older(place: Path) -> None:
    for answer in ("first", "second"):
        remember(place, "0123abcd", answer)
    assert recall(place, "0123abcd") == "second"
    assert len(place.read_text().splitlines()) == 1


def test_the_oldest_are_forgotten(place: Path) -> None:
    for number in range(70):
        remember(place, f"{number:08x}", "x")
    assert recall(place, f"{0:08x}") is None
    assert recall(place, f"{69:08x}") == "x"
    assert len(place.read_text().splitlines()) == 64


@pytest.mark.parametrize("raw", [b"\xff\0\xfe", b"\t\t\t\n", b"no tab\n", b"\n" * 100, b"a\tb" * 90_000])
def test_a_broken_file_is_as_good_as_none(place: Path, raw: bytes) -> None:
    place.parent.mkdir(parents=True)
    place.write_bytes(raw)
    assert recall(place, "0123abcd") is None
    remember(place, "0123abcd", "x")
    assert recall(place, "0123abcd") == "x"


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    remember(tmp_path / "file" / "answers", "0123abcd", "x")
    remember(tmp_path / "file" / "beneath" / "answers", "0123abcd", "x")
    (tmp_path / "taken" / "answers").mkdir(parents=True)
    remember(tmp_path / "taken" / "answers", "0123abcd", "x")
    assert recall(tmp_path / "taken" / "answers", "0123abcd") is None
    assert [path.name for path in (tmp_path / "taken").iterdir()] == ["answers"]


@given(
    key=st.from_regex(r"[0-9a-f]{8}", fullmatch=True),
    answer=st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=120),
)
def test_any_answer_comes_back(key: str, answer: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    place = tmp_path_factory.mktemp("cache") / "answers"
    remember(place, key, answer)
    assert recall(place, key) == answer
