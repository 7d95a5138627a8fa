from hypothesis import given
from hypothesis import strategies as st

from tracker.text.input.digits import to_arabic, to_latin


def test_three_scripts_are_one() -> None:
    assert to_latin("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹") == "0123456789 0123456789"


def test_arabic_separators_and_percent() -> None:
    assert to_latin("١٢٬٣٤٥٫٦٧٪") == "12,345.67%"


@given(st.integers(min_value=0))
def test_there_and_back(number: int) -> None:
    assert to_latin(to_arabic(str(number))) == str(number)


@given(st.text())
def test_positions_stay(text: str) -> None:
    assert len(to_latin(text)) == len(text)
    assert to_latin(to_latin(text)) == to_latin(text)
