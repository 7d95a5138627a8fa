from hashlib import sha256
from typing import Any

import pytest

from tracker.store.file import layout, seal
from tracker.store.file.layout import Content, Lines


def within(lines: bytes) -> tuple[Lines, ...]:
    return layout.lines_within(lines, 0, len(lines))


def texts(parts: tuple[Lines, ...], *, backwards: bool = False) -> list[bytes]:
    found = list(layout.each_line(parts, backwards=backwards))
    assert all(each.key + b": " + bytes(each.document) == each.raw[each.start : each.end] for each in found)
    return [each.raw[each.start : each.end] for each in found]


CONTENTS = [
    Content(1, {}),
    Content(7, {"empty": layout.text_of({})}),
    Content(1, {"steps": layout.text_of({"1": {"a": 1}, "2": {}})}, within(b'"1": {}')),
    Content(
        1,
        {"b": layout.text_of({}), "a": layout.text_of({"1": {}}), 'odd "name"\n},\n': layout.text_of({"3": {}})},
        within(b'"1": {},\n"20": {"x":"},"}') + within(b'"21": {}'),
    ),
]


def joined(content: Content) -> bytes:
    return b"".join(layout.pieces(content))


@pytest.mark.parametrize("content", CONTENTS)
def test_what_is_joined_is_split_again(content: Content) -> None:
    again = layout.split(joined(content))
    assert again is not None
    assert (again.schema, again.tables) == (content.schema, content.tables)
    assert texts(again.revisions) == texts(content.revisions)
    assert texts(again.revisions, backwards=True) == texts(again.revisions)[::-1]


@pytest.mark.parametrize("content", CONTENTS)
def test_any_change_of_a_byte_breaks_the_seal(content: Content) -> None:
    """But for the schema number, which stands outside so that the rest can be checked by hand."""
    raw = joined(content)
    number = raw.index(b'"schema": ') + len(b'"schema": ')
    for place in set(range(len(raw))) - {number}:
        changed = bytearray(raw)
        changed[place] ^= 1
        assert layout.split(bytes(changed)) is None, place
    assert layout.split(raw[:-1]) is None
    assert layout.split(raw + b"\n") is None


def test_the_seal_can_be_checked_by_hand() -> None:
    first, _, rest = joined(CONTENTS[2]).partition(b"\n")
    assert f'"seal": "sha256:{sha256(rest).hexdigest()}"'.encode() in first


@pytest.mark.parametrize("size", [0, 100])
def test_both_ways_to_the_seal_agree(size: int) -> None:
    assert seal.digest(b"x" * size) == "sha256:" + sha256(b"x" * size).hexdigest()


@pytest.mark.parametrize(
    "raw", [b"", b"\n", b"{}", b'{"_meta": {"1": {"schema": ', b'{"_meta": {"1": {"schema": 1, ', bytes(99)]
)
def test_a_stump_is_not_ours(raw: bytes) -> None:
    assert layout.split(raw) is None


def test_documents_are_ordered_by_number() -> None:
    assert layout.text_of({"10": {}, "9": {}, "100": {}}) == b'{\n"9": {},\n"10": {},\n"100": {}\n}'


@pytest.mark.parametrize("lines", [b"", b'"1": {}', b'"1": {},\n"2": {"a":",\\n"},\n"3": {}'])
def test_lines_come_from_both_ends(lines: bytes) -> None:
    expected = lines.split(b",\n") if lines else []
    assert texts(within(lines)) == expected
    assert texts(within(lines), backwards=True) == expected[::-1]


def test_the_last_lines_are_had_without_a_look_at_the_others() -> None:
    class Watched(bytes):
        seen = 0

        def rfind(self, *args: Any) -> int:
            type(self).seen += 1
            return super().rfind(*args)

    lines = Watched(b",\n".join(b'"%d": {}' % number for number in range(1, 10_000)))
    assert layout.last_id(within(lines)) == 9999
    assert Watched.seen == 1


def test_the_last_id_of_an_empty_table_is_zero() -> None:
    assert layout.last_id(()) == 0


@pytest.mark.parametrize("value", [None, [None], {"a": [1.5, None]}, True, 10**300, "null"])
def test_null_is_no_reason_to_refuse(value: object) -> None:
    assert layout.line_of("1", {"v": value, "n": None}).startswith(b'"1": {"v":')


@pytest.mark.parametrize("value", [float("nan"), [1, (float("inf"),)], {"a": {"b": float("-inf")}}])
def test_numbers_that_json_does_not_have_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match="finite"):
        layout.line_of("1", {"v": value})
