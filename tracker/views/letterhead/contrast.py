"""The contrast of colours on white (WCAG 2.2, relative luminance)."""

TEXT, PART = 4.5, 3.0
"""The least contrast of texts, and of parts of pictures that mean something."""
LEAST = {"ink": TEXT, "soft": TEXT, "hue": TEXT, "green": TEXT, "amber": TEXT, "red": TEXT, "edge": PART, "hair": 1.0}
"""The least that each colour of a brand needs; hairlines carry no meaning."""


def on_white(colour: str) -> float:
    """The contrast of `#rrggbb` on white, from 1 to 21."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
