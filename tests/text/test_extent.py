"""A sheet that reaches too far is refused before the library makes room for it, however its cells are written."""

import io
import zipfile

import pytest

from tracker import errors
from tracker.text.sheets.extent import check_extent

FAR = "XFD1048576"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SHEET = '<worksheet xmlns="urn:s"><sheetData><row r="1"><c r="A1"/></row><row>{cell}</row></sheetData></worksheet>'


def book(sheet: bytes, name: str = "xl/worksheets/sheet1.xml") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr(name, sheet)
    return packed.getvalue()


@pytest.mark.parametrize(
    "cell",
    [
        f'<c r="{FAR}"/>',
        f'<c r="{FAR}" s="1" t="s"><v>0</v></c>',
        f'<c s="1" r="{FAR}"/>',
        f"<c r='{FAR}'/>",
        f'<c  r="{FAR}"/>',
        f'<c\nr = "{FAR}"/>',
        f'<c r="{FAR.lower()}"/>',
        '<c r="&#88;FD1048576"/>',
        f'<c s="a &gt; b" r="{FAR}"/>',
        f'<c t="a > b" r="{FAR}"/>',
        f'<s:c xmlns:s="urn:s" r="{FAR}"/>',
        f'<c xml:space="preserve" r="{FAR}"/>',
    ],
)
def test_a_cell_in_the_last_corner_is_found(cell: str) -> None:
    with pytest.raises(errors.BadSheet) as refused:
        check_extent(book((HEAD + SHEET.format(cell=cell)).encode()))
    assert refused.value.reason == "too_large"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_sheet_in_another_encoding_is_looked_at_too(encoding: str) -> None:
    with pytest.raises(errors.BadSheet) as refused:
        check_extent(book(SHEET.format(cell=f'<c r="{FAR}"/>').encode(encoding)))
    assert refused.value.reason == "too_large"


def test_a_place_that_is_told_twice_is_refused() -> None:
    with pytest.raises(errors.BadSheet) as refused:
        check_extent(book(SHEET.format(cell=f'<c r="A2" r="{FAR}"/>').encode()))
    assert refused.value.reason == "workbook"


def test_a_cell_across_two_pieces_is_found() -> None:
    filled = "".join(f'<c r="A{number}" t="str"><v>x</v></c>' for number in range(2, 20_000))
    for more in range(40):  # so that the pieces end at every place of the last cell
        sheet = SHEET.format(cell=f'{filled}<c r="B1"><v>{"y" * more}</v></c><c r="{FAR}" s="1"/>')
        with pytest.raises(errors.BadSheet):
            check_extent(book(sheet.encode()))


def test_what_programs_write_is_taken() -> None:
    rows = "".join(f'<c r="{letter}{row}" s="1"/>' for row in range(2, 500) for letter in ("A", "B", "AC"))
    check_extent(book((HEAD + SHEET.format(cell=rows)).encode()))
