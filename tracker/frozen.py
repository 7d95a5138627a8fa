"""Values that nobody changes: equal by their fields, hashable if they are, made and compared at the speed of C.

They are msgspec's structs rather than dataclasses: a hundred classes of those cost a fifth of `list` to define, and a
programme of ten thousand activities took seven times as long to read. The store decodes records straight into them.
"""

from typing import dataclass_transform

from msgspec import NODEFAULT, Struct, field, to_builtins
from msgspec.json import Encoder
from msgspec.structs import asdict, replace

__all__ = ["NODEFAULT", "Frozen", "asdict", "field", "replace", "sorted_json", "sorted_lines", "to_builtins"]

sorted_json = Encoder(order="sorted").encode
"""Writes built-in values as JSON with sorted keys, without spaces, in UTF-8."""
sorted_lines = Encoder(order="sorted").encode_lines
"""Writes each of some values likewise, on a line of its own."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen(Struct, frozen=True, forbid_unknown_fields=True):
    """The base of every value; its annotations are its fields, and unknown ones are refused on reading."""
