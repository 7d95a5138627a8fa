"""A bar of progress as pixels, for where it can be neither drawn nor typeset: solid, hatched, outlined, a tick."""

import struct
import zlib
from collections.abc import Mapping

from tracker.views.letter.model import Bar

PIXELS_PER_MM = 12


def bar_png(bar: Bar, colours: Mapping[str, str], width: float, height: float, *, rtl: bool) -> bytes:
    """The bar as PNG, `width` and `height` in millimetres; the tick of what is expected stands over both edges."""
    across, down = round(width * PIXELS_PER_MM), round(height * PIXELS_PER_MM)
    over = max(down // 6, 3)
    white, hue, edge, ink = (_rgb(colour) for colour in ("#ffffff", colours["hue"], colours["edge"], colours["ink"]))
    sure, claimed = (round(across * part / 100) for part in (bar.evidenced, bar.declared))
    tick = None if bar.expected is None else min(round(across * bar.expected / 100), across - 5)

    def pixel(x: int, y: int) -> bytes:
        if tick is not None and tick <= x < tick + 5:
            return ink
        if not over <= y < down - over:
            return white
        if x < sure:
            return hue
        framed = y in (over, over + 1, down - over - 2, down - over - 1)
        if x < claimed:
            return hue if framed or x >= claimed - 2 or (x + y) % 12 < 5 else white
        return edge if framed or x >= across - 2 else white

    # The hatch repeats every twelve rows, so no more rows than that differ within the bar.
    known: dict[tuple[bool, bool, int], bytes] = {}
    rows = []
    for y in range(down):
        kind = (over <= y < down - over, y in (over, over + 1, down - over - 2, down - over - 1), y % 12)
        if kind not in known:
            line = [pixel(x, y) for x in range(across)]
            known[kind] = b"\0" + b"".join(reversed(line) if rtl else line)
        rows.append(known[kind])
    head = struct.pack(">2I5B", across, down, 8, 2, 0, 0, 0)
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(b"".join(rows), 9)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _rgb(colour: str) -> bytes:
    return bytes.fromhex(colour.removeprefix("#"))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
