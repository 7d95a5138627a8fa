"""What is read in place is what gettext itself reads."""

import gettext
import struct

import pytest

from tests.locale.catalogs import compiled, mo_path
from tracker.locale import open_catalog
from tracker.locale.mo import MAGIC, reader
from tracker.model.records.localized import Lang

LANGS: tuple[Lang, ...] = ("ar", "tr")


def keys(raw: bytes) -> list[str]:
    """Every key of a catalog, as the format defines it."""
    number, table = struct.unpack_from("<II", raw, 8)
    places = [struct.unpack_from("<II", raw, table + 8 * place) for place in range(number)]
    return [raw[start : start + length].decode() for length, start in places]


@pytest.mark.parametrize("lang", LANGS)
def test_every_entry_is_as_gettext_reads_it(lang: Lang) -> None:
    with mo_path(lang).open("rb") as file:
        known = gettext.GNUTranslations(file)
    catalog, found = open_catalog(lang), 0
    for key in keys(mo_path(lang).read_bytes())[1:]:  # the first is the header
        context, text = key.split("\x04") if "\x04" in key else ("", key)
        one, _, many = text.partition("\0")
        if context:
            assert catalog.word(one, context) == known.pgettext(context, one)
        else:
            assert catalog.word(one) == known.gettext(one)
        for n in (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1_000_003) if many else ():
            if context:
                assert catalog.count(one, many, n, context) == known.npgettext(context, one, many, n)
            else:
                assert catalog.count(one, many, n) == known.ngettext(one, many, n)
        found += 1
    assert found > 1000


@pytest.mark.parametrize("text", ["", "\0", "\x04", "zzzz", "ي", "Usage", "Usage:\0", "feminine\x04"])
def test_what_is_no_entry_is_not_found(text: str) -> None:
    # Of the empty text gettext gives the header, which nobody asks a catalog for.
    assert not reader(compiled("ar"))(text) or text == ""


def test_an_empty_catalog_has_no_entries() -> None:
    assert reader(MAGIC + struct.pack("<6I", 0, 0, 28, 28, 0, 28))("Usage:") == ()


@pytest.mark.parametrize("raw", [b"", b"\x95\x04\x12\xde" + bytes(24), b"msgid"])
def test_another_format_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="mo"):
        reader(raw)
