"""The catalogs, by one command each: `python -m tests.locale.catalogs extract` and `… compile`.

`extract` gathers the sentences of the program into the .po files and says which are to be translated; `compile` makes
the .mo files that the program reads. Without a word both are done, one after the other: a catalog is always committed
with its compiled twin. The files carry no dates, line numbers or tool versions, so that a difference in them is a
difference in words.
"""

import struct
import sys
from io import SEEK_END, BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from tests.locale.marks import marks_of

ROOT = Path(__file__).parents[2]
PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "tr": "nplurals=1; plural=0;",
}


def po_path(lang: str) -> Path:
    return ROOT / "tracker" / "locale" / lang / "LC_MESSAGES" / "tracker.po"


def mo_path(lang: str) -> Path:
    return po_path(lang).with_suffix(".mo")


def template() -> Catalog:
    """Every sentence that the code marks."""
    catalog = Catalog()
    for mark in marks_of(ROOT / "tracker"):
        if mark.text:
            catalog.add((mark.text, mark.many) if mark.many else mark.text, context=mark.context or None)
    return catalog


def read(lang: str) -> Catalog:
    with po_path(lang).open("rb") as file:
        return read_po(file, locale=lang)


def header(lang: str) -> str:
    return (
        'msgid ""\n'
        'msgstr ""\n'
        f'"Language: {lang}\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {PLURALS[lang]}\\n"\n\n'
    )


def written(lang: str, catalog: Catalog) -> bytes:
    """The .po of a catalog: sorted, a sentence on a line, no places."""
    file = BytesIO(header(lang).encode())
    file.seek(0, SEEK_END)
    write_po(file, catalog, width=0, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return file.getvalue()


def extract() -> None:
    """Add the new sentences to every .po, untranslated, and drop those that the code no longer has."""
    for lang in PLURALS:
        catalog = read(lang)
        catalog.update(template(), no_fuzzy_matching=True)
        for message in catalog.obsolete.values():
            print(f"{lang}: dropped {message.id!r}: {message.string!r}")
        for message in catalog:
            if message.id and not translated(message):
                print(f"{lang}: to translate {message.id!r}" + (f" in {message.context!r}" if message.context else ""))
        po_path(lang).write_bytes(written(lang, catalog))


def ids(message: Message) -> tuple[str, ...]:
    """The sentence in English; singular and plural of a counted one."""
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def forms(message: Message) -> tuple[str, ...]:
    """Its translation; one for each plural form of a counted one."""
    return tuple(message.string) if isinstance(message.string, tuple | list) else (message.string or "",)


def translated(message: Message) -> bool:
    """Whether every plural form has its words."""
    return all(message.string) if isinstance(message.string, tuple | list) else bool(message.string)


def compiled(lang: str) -> bytes:
    """The .mo of a .po, as GNU gettext defines the format, without what makes two compilations differ."""
    entries = {b"": header_text(lang).encode()}
    for message in read(lang):
        if message.id and not message.fuzzy and translated(message):
            entries[_key(message)] = _value(message)
    keys = sorted(entries)
    offset = 7 * 4 + len(keys) * 16
    key_table, value_table, data = b"", b"", b""
    for key in keys:
        key_table += struct.pack("<II", len(key), offset + len(data))
        data += key + b"\0"
    for key in keys:
        value_table += struct.pack("<II", len(entries[key]), offset + len(data))
        data += entries[key] + b"\0"
    tables = (28, 28 + len(keys) * 8)
    return struct.pack("<7I", 0x950412DE, 0, len(keys), *tables, 0, offset) + key_table + value_table + data


def header_text(lang: str) -> str:
    return f"Language: {lang}\nContent-Type: text/plain; charset=utf-8\nPlural-Forms: {PLURALS[lang]}\n"


def _key(message: Message) -> bytes:
    key = "\0".join(message.id) if isinstance(message.id, tuple | list) else message.id
    return (f"{message.context}\x04{key}" if message.context else key).encode()


def _value(message: Message) -> bytes:
    return ("\0".join(message.string) if isinstance(message.string, tuple | list) else message.string or "").encode()


def compile_all() -> None:
    """Make every .mo anew."""
    for lang in PLURALS:
        mo_path(lang).write_bytes(compiled(lang))


COMMANDS = {"extract": (extract,), "compile": (compile_all,), "": (extract, compile_all)}


def main(arguments: list[str]) -> int:
    """Does what the word asks for; returns the exit code."""
    steps = COMMANDS.get(" ".join(arguments))
    for step in steps or ():
        step()
    if not steps:
        print(__doc__)
    return 0 if steps else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
