"""Pictures without what stands in them beside the picture: who made it, where, when and with which program."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_SHOWN = frozenset(
    {
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs"),
        *(b"acTL", b"fcTL", b"fdAT"),
    }
)
"""The chunks of a PNG that say how it looks (PNG, 11)."""
_JPEG = b"\xff\xd8"
_OF_PROGRAMS, _LOOK, _COMMENT = range(0xE0, 0xF0), frozenset({0xE0, 0xE2, 0xEE}), 0xFE
"""The segments of a JPEG that programs add, and those that say how it looks: JFIF, colour profile, Adobe's colours."""
_SCAN = 0xDA


def bare(picture: bytes) -> bytes:
    """A PNG or JPEG as it looks; other kinds as they are. Raises ValueError, struct.error, IndexError."""
    if picture.startswith(_PNG):
        return _bare_png(picture)
    return _bare_jpeg(picture) if picture.startswith(_JPEG) else picture


def _bare_png(picture: bytes) -> bytes:
    kept, place = [_PNG], len(_PNG)
    while place < len(picture):
        length, name = struct.unpack_from(">I4s", picture, place)
        end = place + length + 12
        if name in _SHOWN:
            kept.append(picture[place:end])
        if name == b"IEND":  # what stands behind the end is no part of it
            break
        place = end
    return b"".join(kept)


def _bare_jpeg(picture: bytes) -> bytes:
    kept, place = [_JPEG], len(_JPEG)
    while True:
        start, kind = picture[place], picture[place + 1]
        if start != 0xFF:
            raise ValueError("no segment of a JPEG")
        if kind == _SCAN:
            end = picture.rfind(b"\xff\xd9")
            return b"".join([*kept, picture[place : end + 2 if end > place else None]])
        end = place + 2 + struct.unpack_from(">H", picture, place + 2)[0]
        if (kind not in _OF_PROGRAMS or kind in _LOOK) and kind != _COMMENT:
            kept.append(picture[place:end])
        place = end
