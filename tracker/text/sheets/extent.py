"""The extent of the sheets in a packed workbook, found before it is read.

The library that reads workbooks makes room for every cell up to the last one, and ends the process where there is not
so much memory: a single cell in the last corner of a sheet would be enough.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from xml.parsers import expat

from tracker import errors

_MOST_BYTES = 1 << 28
_MOST_CELLS = 5_000_000
_PIECE = 1 << 16
_BEFORE_NAMES = " "
_SHEETS = re.compile(r"xl/worksheets/[^/]*\.xml|content\.xml")
_REPEATING = "content.xml"  # the sheets of LibreOffice, which count their rows
_CELL = re.compile(rb"<(?:[^\s<>/:!?]+:)?c[\s/>]")
_PLAIN_CELL = re.compile(rb'<(?:[^\s<>/:!?]+:)?c r="([A-Z]{1,3})([0-9]{1,7})"(?![^<>]*\sr\s*=)[^<>]*>')
"""A cell as programs write it: it begins with its place, which is told once."""
_MOST_PLAIN_CELL = re.compile(_PLAIN_CELL.pattern.replace(rb"(?:[^\s<>/:!?]+:)?", b""))
_LONGEST_TAG = 1 << 20
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class _Extent:
    """The last row and column of a sheet in which something stands; sheets of one file are taken for one."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._column = self._times = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """Take an element's beginning."""
        kind = _local(name)
        if kind == "c" and (found := _PLACE.fullmatch(attributes.get("r", "").upper())):
            self._reach(int(found[2]), _number_of(found[1]))
        elif kind == "table":
            self._row = 0
        elif kind == "table-row":
            self._times, self._column = _times(attributes, "number-rows-repeated"), 0
        elif kind in ("table-cell", "covered-table-cell"):
            self._column += _times(attributes, "number-columns-repeated")
            if "value-type" in map(_local, attributes):
                self._reach(self._row + self._times, self._column)

    def end(self, name: str) -> None:
        """Take an element's end."""
        if _local(name) == "table-row":
            self._row += self._times

    def reach_all(self, piece: bytes) -> bool:
        """Take whole elements as they stand in the file; False where they are not as programs write them."""
        cells = piece.count(b"<c ")
        if b":c" in piece or piece.count(b"<c") - piece.count(b"<co") != cells:  # in a namespace, or something else
            found, cells = _PLAIN_CELL.findall(piece), len(_CELL.findall(piece))
        else:
            found = _MOST_PLAIN_CELL.findall(piece)
        if b"\0" in piece or len(found) != cells:
            return False
        for letters in {letters for letters, _ in found}:
            self._reach(0, _number_of(letters.decode()))
        for digits in {digits for _, digits in found}:
            self._reach(int(digits), 0)
        return True

    def _reach(self, row: int, column: int) -> None:
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)
        if self.rows * self.columns > _MOST_CELLS:
            raise errors.BadSheet("too_large")


def _local(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition(_BEFORE_NAMES)[2]


def _times(attributes: dict[str, str], name: str) -> int:
    given = next((value for each, value in attributes.items() if _local(each) == name), "1")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else _MOST_CELLS


@lru_cache(256)  # a sheet has few columns
def _number_of(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def check_extent(raw: bytes) -> None:
    """Raise `BadSheet` for what is no packed workbook, or holds more than a tracker can have."""
    left = _MOST_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            for each in packed.infolist():
                left = _within(packed, each, left)
    except (zipfile.BadZipFile, expat.ExpatError, OSError, ValueError, RuntimeError) as error:
        raise errors.BadSheet("workbook") from error


def _within(packed: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> int:
    """The bytes that are left of the most that there may be, after a member; a sheet's cells are looked at.

    As programs write them they are found without parsing the sheet, which takes five times as long.
    """
    is_sheet = _SHEETS.fullmatch(member.filename) is not None
    extent, rest, plain = _Extent(), b"", is_sheet and member.filename != _REPEATING
    for piece in _pieces(packed, member):
        left -= len(piece)
        if left < 0:
            raise errors.BadSheet("too_large")
        if plain:
            whole, sign, rest = (rest + piece).rpartition(b">")
            plain = len(rest) <= _LONGEST_TAG and extent.reach_all(whole + sign)
    if is_sheet and not plain:
        _parse(packed, member)
    return left


def _parse(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Look at the cells of any sheet, however it is written."""
    extent, parser = _Extent(), expat.ParserCreate(namespace_separator=_BEFORE_NAMES)
    parser.StartElementHandler = extent.begin
    parser.EndElementHandler = extent.end if member.filename == _REPEATING else None
    for piece in _pieces(packed, member):
        parser.Parse(piece, False)


def _pieces(packed: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with packed.open(member) as stream:
        while piece := stream.read(_PIECE):
            yield piece
