"""Refusals of files that are not what they should be: in the reader's language alone, with the place."""

from collections.abc import Callable

import pytest

from tests.cli.program import Program
from tests.foreign import foreign
from tracker.locale import LANGUAGES

LINES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "blank": lambda _: b" \n\n",
    "cut": lambda raw: raw[:-40],
    "no comma": lambda raw: raw.replace(b",", b" ", 1),
    "bare word": lambda raw: raw.replace(b"true", b"yes").replace(b"false", b"no"),
    "no end of a text": lambda raw: raw.rstrip(b"\n}]") + b'{"a": "b',
    "latin letters": lambda raw: raw.replace(b'"', b'"\xe9', 1),
    "conflict": lambda raw: b"<<<<<<< HEAD\n" + raw,
    "twice": lambda raw: raw + raw,
    "too deep": lambda _: b"[" * 100_000,
    "endless": lambda raw: raw.replace(b"1", b"NaN", 1),
    "many digits": lambda _: b'{"schema": %s}' % (b"9" * 5_000),
    "a list": lambda _: b"[1, 2]",
    "half of a letter": lambda raw: raw.replace(b'"', b'"\\ud800', 1),
    "a page": lambda _: b"<!DOCTYPE html>\n<html></html>",
    "zeros": lambda _: bytes(4096),
    "key twice": lambda raw: raw.rstrip(b"\n} ") + b', "demo": false, "demo": false}',
}
COMMANDS = (("import",), ("init", "--db", "new.json", "--from"), ("merge",), ("--db",))


@pytest.mark.sampled(4)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("how", LINES)
def test_a_file_that_is_no_tracker_is_refused_in_words_of_ours(started: Program, how: str, lang: str) -> None:
    started("export", "-o", "good.json")
    export = (started.home / "good.json").read_bytes()
    for command in COMMANDS:
        good = started.file.read_bytes() if command == ("--db",) else export
        (started.home / "in.json").write_bytes(LINES[how](good))
        rest = ("list",) if command == ("--db",) else ()
        found = started("--lang", lang, *command, "in.json", *rest)
        if how in ("bare word", "key twice") and found.code == 0:
            continue  # a tracker's own file holds no such word, or takes a key that its layout has once
        assert (found.code, found.out) == (1, ""), found.out
        known = ("in.json", "new.json", "tracker", "JSON", "UTF-8", "_meta", "schema", "NaN", "demo", "export", "--db")
        assert foreign(lang, found.err, *known, "-o", "init", "backup", "restore") == [], found.err
        assert "byte" not in found.err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_place_is_a_line_and_a_column(started: Program, lang: str) -> None:
    (started.home / "in.json").write_text('{"format": "tracker-export",\n "schema" 2}')
    found = started("--lang", lang, "import", "in.json")
    assert {"en": "(line 2, column 11)", "ar": "السطر 2، العمود 11", "tr": "2. satır, 11. sütun"}[lang] in found.err


def test_a_key_twice_in_an_export_is_refused_as_in_a_tracker(started: Program) -> None:
    """The last one would be taken, and the first lost without a word."""
    export = started("export").out
    (started.home / "in.json").write_text(export.replace('"demo":', '"demo": true, "demo":', 1))
    found = started("import", "in.json", "--db", "new.json")
    assert (found.code, "it has a duplicate key (demo)" in found.err) == (1, True), found.err
