"""Where a setting comes from: option > environment > config.toml > default."""

import os
import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.program import Program
from tracker.cli.commands.config_file import BROKEN, set_key, with_key
from tracker.errors import BadConfig, BadSetting, BadValue, CannotRead, CannotWrite, TooLarge
from tracker.settings import KEYS, LARGEST_CONFIG, Settings, early_options, read_config, system_lang, usable

KEY = st.sampled_from(sorted(KEYS))
VALUE = st.text(st.characters(codec="utf-8"), max_size=20)


@pytest.mark.parametrize(
    ("options", "environ", "config", "value", "source"),
    [
        ({}, {}, {}, "ar", "default"),
        ({}, {}, {"lang": "tr"}, "tr", "config"),
        ({}, {"TRACKER_LANG": "en"}, {"lang": "tr"}, "en", "environment"),
        ({"lang": "ar"}, {"TRACKER_LANG": "en"}, {"lang": "tr"}, "ar", "option"),
        ({"lang": None}, {"TRACKER_LANG": ""}, {"lang": "tr"}, "tr", "config"),
    ],
)
def test_order_of_sources(
    options: dict[str, str | None], environ: dict[str, str], config: dict[str, str], value: str, source: str
) -> None:
    found = Settings(options, environ, config).find("lang")
    assert (found.value, found.source) == (value, source)


@pytest.mark.parametrize(
    ("options", "environ", "source"), [({"lang": "xx"}, {}, "--lang"), ({}, {"TRACKER_LANG": "xx"}, "TRACKER_LANG")]
)
def test_an_impossible_value_is_refused_with_its_place(
    options: dict[str, str], environ: dict[str, str], source: str
) -> None:
    with pytest.raises(BadSetting) as refused:
        Settings(options, environ, {}).find("lang")
    assert refused.value.source == source
    assert refused.value.exit_code == 2


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({"LANG": "tr_TR.UTF-8"}, "tr"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "ar_LY"}, "ar"),
        ({"LANG": "de_DE.UTF-8"}, "ar"),
        ({"LANG": "trv_TW"}, "ar"),
        ({"LANG": "C.UTF-8"}, "ar"),
        ({}, "ar"),
        ({"LC_ALL": "en_GB", "LANG": "tr_TR"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "tr", "LANG": "en_US"}, "tr"),
    ],
)
def test_the_language_of_the_system_is_asked_for_by_auto_alone(environ: dict[str, str], lang: str) -> None:
    assert system_lang(environ) == lang
    assert Settings({"lang": "auto"}, environ, {}).lang == lang
    assert Settings({}, environ, {}).lang == "ar"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["list", "--lang", "tr"], {"lang": "tr"}),
        (["--lang=tr", "list", "--lang", "en"], {"lang": "en"}),
        (["show", "--", "--lang", "tr"], {}),
        (["list", "--lang"], {}),
        (["list", "--langs", "tr", "--status", "x"], {}),
    ],
)
def test_display_options_are_seen_before_the_line_is_read(words: list[str], found: dict[str, str]) -> None:
    assert early_options(words) == found


def test_a_file_that_is_not_there_sets_nothing(tmp_path: Path) -> None:
    assert read_config(tmp_path / "no.toml") == {}


@pytest.mark.parametrize(
    ("text", "line"), [("lang = ", 1), ("a = 1\nlang = [", 2), ("lang = 'tr", 1), ("\ud800", 0), ("a" * 9, 1)]
)
def test_a_file_that_is_not_toml_is_refused(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(BadConfig) as refused:
        read_config(path)
    assert refused.value.path == str(path)
    assert refused.value.line in (line, 0)


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotRead):
        read_config(tmp_path)
    with pytest.raises(CannotWrite):
        set_key(tmp_path, "lang", "tr")


def test_unknown_keys_are_passed_over_and_a_mark_of_byte_order_too(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("\ufefflang = 'tr'\nfuture = 3\n[table]\nlang = 'en'\n", encoding="utf-8")
    assert read_config(path) == {"lang": "tr"}


def test_an_impossible_value_in_the_file_leaves_the_others(tmp_path: Path) -> None:
    kept, fault = usable({"lang": "xx", "digits": "arab", "db": "x"}, tmp_path)
    assert kept == {"digits": "arab", "db": "x"}
    assert fault is not None
    assert (fault.value, fault.source) == ("xx", str(tmp_path))


@settings(max_examples=50)
@given(st.dictionaries(KEY, VALUE), KEY, VALUE)
def test_setting_a_key_changes_that_key_alone(before: dict[str, str], key: str, value: str) -> None:
    text = "# mine\n"
    for name, old in before.items():
        text = with_key(text, name, old)
    text += "\n[future]\nlang = 'de'\n"
    after = with_key(text, key, value)
    assert tomllib.loads(after) == {**before, key: value, "future": {"lang": "de"}}
    assert after.startswith("# mine\n")
    assert tomllib.loads(with_key(after, key, None)) == {
        **{k: v for k, v in before.items() if k != key},
        "future": {"lang": "de"},
    }


def test_a_text_without_a_last_line_end_stays_whole() -> None:
    assert with_key("# mine", "lang", "tr") == '# mine\nlang = "tr"\n'


def test_links_and_rights_of_the_file_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    real.write_text("# mine\n")
    real.chmod(0o640)
    link.symlink_to(real)
    assert set_key(link, "lang", "tr") is None
    assert link.is_symlink()
    assert real.read_text() == '# mine\nlang = "tr"\n'
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert {path.name for path in tmp_path.iterdir()} == {"real.toml", "link.toml"}


def test_a_broken_file_is_kept_when_it_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    set_key(path, "lang", "tr")
    path.write_text("broken [")
    kept = path.with_name(path.name + BROKEN)
    assert set_key(path, "lang", "en") == kept
    assert read_config(path) == {"lang": "en"}
    assert kept.read_text() == "broken ["
    path.write_text("broken again [")
    assert set_key(path, "lang", "en") == kept.with_name(f"{kept.name}2")
    assert (kept.read_text(), stat.S_IMODE(kept.stat().st_mode)) == ("broken [", 0o600)


def test_the_file_is_its_user_s_alone_whatever_the_umask_leaves(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    before = os.umask(0)
    try:
        set_key(path, "lang", "tr")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_without_end_is_read_as_far_as_a_file_may_be_long(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"#" * (LARGEST_CONFIG + 1))
    with pytest.raises(TooLarge):
        read_config(path)
    with pytest.raises(TooLarge):
        set_key(path, "lang", "tr")
    assert path.stat().st_size == LARGEST_CONFIG + 1


def test_what_no_text_is_cannot_be_set(tmp_path: Path) -> None:
    with pytest.raises(BadValue):
        set_key(tmp_path / "config.toml", "db", "\udcff")
    assert list(tmp_path.iterdir()) == []


# --- typed ---


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


def test_a_preference_is_kept_shown_and_unset(program: Program) -> None:
    assert program("config", "digits", "arab").code == 0
    assert program("config", "digits", "--json").data == {"digits": {"value": "arab", "source": "config"}}
    assert program("config", "digits", "--unset").code == 0
    assert program("config", "digits", "--json").data == {"digits": {"value": "latn", "source": "default"}}


def test_nothing_is_set_in_a_dry_run(program: Program) -> None:
    assert program("config", "lang", "tr", "--dry-run").code == 0
    assert not program.config.exists()


def test_a_relative_database_is_found_from_everywhere(program: Program) -> None:
    program("init", "--db", "here.json")
    program("config", "db", "here.json")
    assert program("config", "db", "--json").data["db"]["value"] == str(program.home / "here.json")
    assert program("list").code == 0


def test_an_office_is_checked_when_it_is_set(program: Program) -> None:
    assert program("config", "by", "XX").code == 1
    assert program("config", "by", "ly/sec").code == 0
    program("update-step", "2", "--progress", "4")
    assert program("history", "--json").data[0]["by"] == "LY/sec"


def test_a_threshold_is_a_revision_that_all_share(program: Program) -> None:
    assert program("config", "stale-days", "20", "--note", "agreed").code == 0
    assert program("config", "stale_days", "--json").data["stale_days"] == {"value": "20", "source": "tracker"}
    assert program("history", "--json").data[0]["note"] == "agreed"
    assert program("config", "stale_days", "21", "--if-rev", "7").code == 1
    assert program("config", "stale_days", "21", "--if-rev", "1").code == 0
    assert program("undo", "--yes").code == 0
    assert program("config", "stale_days", "--unset").code == 0
    assert program("config", "stale_days", "--json").data["stale_days"]["value"] == "30"


@pytest.mark.parametrize(
    "line",
    [
        "stale_days many",
        "stale_days -- -5",
        "red_weight 1/0",
        "red_weight 4/3",
        "red_weight 1.5",
        "red_weight third",
        "red_weight_denominator 0",
        "timezone Nowhere/City",
        "timezone ../etc",
        "stale_days 999999999999999999999",
        "amber_variance_points 5",
        "by ''",
        "db ''",
    ],
)
def test_what_a_setting_cannot_be_is_refused(program: Program, line: str) -> None:
    found = program("config", *[word.strip("'") for word in line.split()])
    assert found.code in (1, 2)
    assert "Traceback" not in found.err
    assert program("list").code == 0


@pytest.mark.parametrize("text", ["lang = [", "lang = 'xx'", "\ud800"])
def test_a_broken_config_refuses_commands_but_not_config(program: Program, text: str) -> None:
    program.config.write_bytes(text.encode("utf-8", "surrogatepass"))
    refused = program("list")
    assert refused.code in (1, 2)
    assert str(program.config) in refused.err
    assert program("config").code == 0
    assert str(program.config) in program("config").err
    assert program("config", "lang", "tr").code == 0
    assert program("list").code == 0


def test_preferences_can_be_set_while_the_tracker_is_broken(program: Program) -> None:
    program.file.parent.mkdir(parents=True)
    program.file.write_text("broken")
    assert program("config").code == 0
    assert "lang" in program("config").out
    assert program("config", "lang", "tr").code == 0


def test_today_by_option_and_environment(program: Program) -> None:
    assert program("list", "--json").json["as_of"] == "2026-03-31"
    assert program("list", "--json", "--today", "٣/١/٢٠٢٦").json["as_of"] == "2026-01-03"
    assert program("list", "--json", env={"TRACKER_TODAY": "1447-06-13h"}).json["as_of"] == "2025-12-04"
    assert program("list", env={"TRACKER_TODAY": "never"}).code == 2


def test_a_day_that_is_none_is_refused_before_anything_is_done(program: Program) -> None:
    for line in ("init --db new.json", "config lang tr", "backup"):
        found = program(*line.split(), "--today", "never")
        assert (found.code, found.out) == (2, "")
    assert sorted(path.name for path in program.home.iterdir()) == []


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_text_of_several_lines_stays_as_it_is(quotes: str) -> None:
    """Also where one of them looks like the setting itself."""
    before = f'note = {quotes}\nlang = "x"\n[lang]\n{quotes}  # mine\ndigits = "arab"\n'
    after = with_key(before, "lang", "en")
    assert tomllib.loads(after) == {"note": 'lang = "x"\n[lang]\n', "digits": "arab", "lang": "en"}
    assert after.startswith(before)
    assert with_key(after, "lang", None) == before
