"""The settings: place of the data, and how the reader wants to see it: option > environment > config.toml > default."""

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from tracker import errors
from tracker.frozen import Frozen
from tracker.locale import LANGUAGES
from tracker.text.terminal import MODES

if TYPE_CHECKING:
    from tracker.model.records.localized import Lang

DEFAULT_LANG = "ar"
COMPLETE = "_TRACKER_COMPLETE"  # in the environment when a shell asks what may stand at the cursor

# What config.toml may hold, with the values allowed (none: any text) and the environment variable beside it.
KEYS: dict[str, tuple[tuple[str, ...], str]] = {
    "lang": ((*LANGUAGES, "auto"), "TRACKER_LANG"),
    "db": ((), "TRACKER_DB"),
    "by": ((), "TRACKER_BY"),
    "letterhead": ((), "TRACKER_LETTERHEAD"),
    "digits": (("latn", "arab"), "TRACKER_DIGITS"),
    "calendar": (("gregorian", "hijri", "both"), "TRACKER_CALENDAR"),
    "bidi": (MODES, "TRACKER_BIDI"),
    "color": (("auto", "always", "never"), "TRACKER_COLOR"),
}
_PARTS = ("view", "sheet")
VIEW, SHEET = (f"{part}." for part in _PARTS)
"""The beginnings of the keys of `config` for views, and for the meaning of headings of spreadsheets."""
LARGEST_CONFIG = 1 << 20
DEFAULTS = {"lang": DEFAULT_LANG, "digits": "latn", "calendar": "gregorian", "bidi": "auto", "color": "auto", "by": ""}


class Setting(Frozen):
    """A value and where it came from: option, environment, config or default."""

    value: str
    source: str


class Settings:
    """The settings of one command; `options` are those given on its line, by name, None where not given."""

    def __init__(self, options: Mapping[str, Any], environ: Mapping[str, str], config: Mapping[str, str]) -> None:
        self.options = options
        self.environ = environ
        self.config = config

    def find(self, key: str) -> Setting:
        """A setting with its source; raises `BadSetting` for what the key does not allow."""
        allowed, variable = KEYS[key]
        found = Setting(DEFAULTS.get(key, ""), "default")
        if self.options.get(key) is not None:
            found = Setting(str(self.options[key]), "option")
        elif self.environ.get(variable):
            found = Setting(self.environ[variable], "environment")
        elif key in self.config:
            found = Setting(self.config[key], "config")
        if key == "lang" and found.source == "option":
            found = Setting(found.value.partition("+")[0], found.source)
        if allowed and found.value not in allowed:
            source = {"option": f"--{key}", "environment": variable}.get(found.source, found.source)
            raise errors.BadSetting(found.value, key, allowed, source=source)
        return found

    def __getitem__(self, key: str) -> str:
        return self.find(key).value

    @property
    def beside(self) -> "Lang | None":
        """The second language of `--lang ar+tr`, for sheets in two; raises `BadSetting` for what is none."""
        given = str(self.options.get("lang") or "")
        first, plus, second = given.partition("+")
        if not plus:
            return None
        if second not in LANGUAGES or second == first:
            raise errors.BadSetting(given, "lang", LANGUAGES, source="--lang")
        return second

    @property
    def views(self) -> dict[str, str]:
        """The lines of `list` that config.toml keeps, by their names."""
        return {key.removeprefix(VIEW): line for key, line in self.config.items() if key.startswith(VIEW)}

    def flag(self, name: str) -> bool:
        """A switch that exists on the command line alone."""
        return bool(self.options.get(name))

    @property
    def lang(self) -> "Lang":
        """The language of everything that is said."""
        value = self["lang"]
        if value == "auto":
            value = system_lang(self.environ)
        return cast("Lang", value)


def system_lang(environ: Mapping[str, str]) -> str:
    """The language of the system's locale if it is one of ours, else Arabic; asked for by `lang = "auto"` only."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            found = re.split(r"[_.@]", environ[name])[0].lower()
            return found if found in LANGUAGES else DEFAULT_LANG
    return DEFAULT_LANG


def before_dashes(arguments: Sequence[str]) -> list[str]:
    """The words among which options are looked for: what follows `--` is text."""
    words = list(arguments)
    return words[: words.index("--")] if "--" in words else words


def early_options(arguments: Sequence[str]) -> dict[str, str]:
    """Read `--lang` and the other display options as they stand on the line, before it is really parsed.

    Help and parser errors must already be in the right language and order.
    """
    found: dict[str, str] = {}
    for number, word in enumerate(before_dashes(arguments)):
        name, equals, value = word.partition("=")
        key = name.removeprefix("--")
        if name.startswith("--") and key in KEYS:
            if equals:
                found[key] = value
            elif number + 1 < len(arguments):
                found[key] = arguments[number + 1]
    return found


def config_path(environ: Mapping[str, str]) -> Path:
    """The path of config.toml: TRACKER_CONFIG, else in the user's configuration folder."""
    if environ.get("TRACKER_CONFIG"):
        return Path(environ["TRACKER_CONFIG"])
    return user_folder("config") / "config.toml"


def read_config(path: Path) -> dict[str, str]:
    """The known keys of config.toml, its views and sheets; nothing where there is no file.

    Raises `CannotRead`, `BadConfig`.
    """
    found = _parsed(path)
    kept = {key: str(value) for key, value in found.items() if key in KEYS}
    for part in _PARTS:
        lines = found.get(part, {})
        kept |= {f"{part}.{name}": str(line) for name, line in (lines if isinstance(lines, dict) else {}).items()}
    return kept


def unknown_keys(path: Path) -> tuple[str, ...]:
    """The keys of config.toml that mean nothing here. Raises `CannotRead` and `BadConfig`."""
    return tuple(key for key in _parsed(path) if key not in (*KEYS, *_PARTS))


def _parsed(path: Path) -> dict[str, Any]:
    if not os.path.lexists(path):
        return {}
    import tomllib  # noqa: PLC0415 - only where there is a file

    from tracker.store.file import named, refusals  # noqa: PLC0415 - as above

    with refusals.reading(str(path)):
        raw = named.read(path, LARGEST_CONFIG)

    try:
        return tomllib.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise errors.BadConfig(str(path), int(line[1]) if line else 0) from error


def usable(config: Mapping[str, str], path: Path) -> "tuple[dict[str, str], errors.BadSetting | None]":
    """The values that their keys allow, and the refusal of the first that is not."""
    bad = [key for key, value in config.items() if key in KEYS and KEYS[key][0] and value not in KEYS[key][0]]
    kept = {key: value for key, value in config.items() if key not in bad}
    if not bad:
        return kept, None
    return kept, errors.BadSetting(config[bad[0]], bad[0], KEYS[bad[0]][0], source=str(path))


_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
    "state": ("XDG_STATE_HOME", ".local/state"),
}


def default_database() -> Path:
    """The tracker in the user's data folder."""
    return user_folder("data") / "tracker.json"


def is_on_server(place: str) -> bool:
    """Whether a place is the address of a tracker on a server."""
    return place.casefold().startswith(("postgresql://", "postgres://"))


def user_folder(kind: Literal["config", "data", "cache", "state"]) -> Path:
    """The user's folder for configuration, data, unfinished work, or what can be found out again (`platformdirs`).

    On Linux it is read off two variables; loading `platformdirs` for that costs half an interpreter start.
    """
    variable, beneath_home = _XDG[kind]
    given, home = Path(os.environ.get(variable, "")), Path(os.environ.get("HOME", ""))
    if sys.platform == "linux" and home.is_absolute():
        return (given if given.is_absolute() else home / beneath_home) / "tracker"
    import platformdirs  # noqa: PLC0415 - see above

    return Path(getattr(platformdirs, f"user_{kind}_dir")("tracker", appauthor=False))
