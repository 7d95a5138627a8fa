"""The characters that act on a terminal or on a reader's eye."""

import re

# What a terminal would obey, or a reader's eye: nothing of it may ever be printed.
ACTIVE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
OURS = re.compile(r"\x1b\[(?:\d+(?:;\d+)*m|8[hl])")  # colours, and the switch of a terminal's own reordering
