import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.input.lists import split_list


@pytest.mark.parametrize("text", ["a,b", "a، b", "a;b", "a؛b", " a ,, b ,"])
def test_both_commas(text: str) -> None:
    assert split_list(text) == ("a", "b")


@given(st.lists(st.text("ابت xyz", min_size=1).map(str.strip).filter(bool)), st.sampled_from([",", "،", " ، "]))
def test_what_was_joined_is_split(values: list[str], comma: str) -> None:
    assert split_list(comma.join(values)) == tuple(values)
