"""Mutations of a file as an accident or a bad editor makes them: bytes, runs of bytes, lines, digits."""

import re
from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, bytes, bytes], bytes]
SIGNS = (
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\n",
    b"\r",
    b"0",
    b"-",
    b"\\",
    b"null",
    b"1e999",
    b"\x00",
    b"\\ud800",
)
DIGITS = re.compile(rb"\d+")
NUMBERS = (b"0", b"-1", b"7", b"101", b"999999999999999999", b"1" + b"0" * 18, b"2200", b"1e9", b"0.5", b"9" * 5000)


def flip(rnd: Random, raw: bytes, _: bytes) -> bytes:
    """One bit."""
    at = rnd.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << rnd.randrange(8)]) + raw[at + 1 :]


def put(rnd: Random, raw: bytes, _: bytes) -> bytes:
    """A sign of JSON, or any bytes, in the place of a byte or between two."""
    at = rnd.randrange(len(raw) + 1)
    new = rnd.choice(SIGNS) if rnd.random() < 0.6 else rnd.randbytes(rnd.randint(1, 8))
    return raw[:at] + new + raw[at + rnd.randrange(2) :]


def cut(rnd: Random, raw: bytes, _: bytes) -> bytes:
    """A run of bytes, or all from one on."""
    at = rnd.randrange(len(raw))
    return raw[:at] + (raw[at + rnd.randint(1, 60) :] if rnd.random() < 0.7 else b"")


def splice(rnd: Random, raw: bytes, other: bytes) -> bytes:
    """A run of another place, or of another version of the file, put in or written over."""
    source = rnd.choice((raw, other))
    begin, at, length = rnd.randrange(len(source)), rnd.randrange(len(raw)), rnd.randint(1, 400)
    return raw[:at] + source[begin : begin + length] + raw[at + rnd.choice((0, length)) :]


def lines(rnd: Random, raw: bytes, other: bytes) -> bytes:
    """A line that is doubled, left out, moved, or taken from another version."""
    found = raw.splitlines(keepends=True)
    at, to = rnd.randrange(len(found)), rnd.randrange(len(found))
    match rnd.randrange(4):
        case 0:
            found.insert(at, found[at])
        case 1:
            del found[at]
        case 2:
            found[at], found[to] = found[to], found[at]
        case _:
            found[at] = rnd.choice(other.splitlines(keepends=True))
    return b"".join(found)


def digits(rnd: Random, raw: bytes, _: bytes) -> bytes:
    """Another number in the place of one: a figure, a date, a digest, a counter, a revision."""
    found = list(DIGITS.finditer(raw))
    if not found:
        return raw
    one = rnd.choice(found)
    near = str(int(one[0][:18]) + rnd.choice((-1, 1))).encode()
    return raw[: one.start()] + (near if rnd.random() < 0.6 else rnd.choice(NUMBERS)) + raw[one.end() :]


MUTATIONS: tuple[Mutation, ...] = (flip, put, cut, splice, lines, digits, digits)


def mutated(rnd: Random, raw: bytes, other: bytes) -> bytes:
    """The file with one to three of them; `other` is another version of it."""
    for _ in range(rnd.choice((1, 1, 2, 3))):
        raw = rnd.choice(MUTATIONS)(rnd, raw, other) or b" "
    return raw
