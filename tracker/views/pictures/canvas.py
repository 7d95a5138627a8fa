"""A sheet to draw on, measured from the side where reading begins: in Arabic everything is mirrored but the letters."""

from collections.abc import Iterator
from html import escape
from typing import Literal

from tracker.frozen import Frozen
from tracker.model.state.health import Health
from tracker.text.line import Piece
from tracker.text.output.wrap import wrap
from tracker.text.printable import LRI, PDI, RLI, printable
from tracker.views.symbols import CLAIMED, COLOURS, EDGE, SURE

WIDTH, SLIM = 720, 340
"""The width of a page upright, and that of the screen of a phone."""
SIZE = 13
SMALL = 11
LINE = 16
LARGE_LINES, MOST_LINES = 2, 3
"""The most lines of a label in the larger size, and in the smaller one."""
LETTER, ARABIC_LETTER = 0.54, 0.48
"""Room of a letter as part of its size: averages over several faces, on the safe side."""

Anchor = Literal["start", "middle", "end"]
_OTHER_END: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}

EVIDENCED, DECLARED = f'fill="{SURE}"', f'stroke="{CLAIMED}"'
"""The looks of what is supported by evidence, solid, and of what is only declared, hatched: so in every picture."""
_APART = 5
"""The room from a line of a hatch to the next."""
REST = f'fill="none" stroke="{EDGE}" stroke-width="1"'
ROOM_OF_SIGN = 18


class Text(Frozen):
    """A text of a drawing on the line `y`, which starts, ends or is centred at `x`, counted from the left.

    `ink` is its colour, empty for that of the page.
    """

    x: float
    y: float
    side: Literal["start", "middle", "end"]
    size: int
    text: str
    ink: str


class Drawing(Frozen):
    """A picture of `width` × `height` user units: `shapes` is an `<svg>` element without a text, `texts` stand over it.

    A typesetter sets the texts as it sets those of the page, with every mark and joint of Arabic letters; who reads SVG
    does as well. Where it does not fit a page, it may go on overleaf from its height `cut` on; at 0 it stays whole.
    """

    width: int
    height: float
    shapes: str
    texts: tuple[Text, ...]
    cut: float = 0

    def svg(self) -> str:
        """The whole as one `<svg>` element."""
        return self.shapes.removesuffix(_END) + "".join(map(_element, self.texts)) + _END


_END = "</svg>"


def _element(text: Text) -> str:
    ink = f' fill="{text.ink}"' if text.ink else ""
    at = f'x="{_number(text.x)}" y="{_number(text.y)}" text-anchor="{text.side}" font-size="{text.size}"'
    return f"<text {at}{ink}>{escape(text.text, quote=False)}</text>"


class Canvas:
    """A drawing `width` wide, element by element; `x` counts from the left in Turkish, from the right in Arabic.

    The root is left to right in every language: a renderer of PDF does not know `direction`, and browsers would turn
    the anchors over. Right-to-left texts stand in isolates of their own instead.
    """

    def __init__(self, alt: str, *, rtl: bool, width: int = WIDTH) -> None:
        self.alt = alt
        self.rtl = rtl
        self.width = width
        self.height = 0.0
        self._parts: list[str] = []
        self._texts: list[Text] = []

    def _left(self, x: float, wide: float = 0) -> str:
        return _number(self._from_left(x, wide))

    def _from_left(self, x: float, wide: float = 0) -> float:
        return self.width - x - wide if self.rtl else x

    def box(self, x: float, y: float, wide: float, high: float, look: str) -> None:
        """A rectangle that begins at `x`; `look` are further attributes."""
        if wide > 0:
            place = f'x="{self._left(x, wide)}" y="{_number(y)}" width="{_number(wide)}" height="{_number(high)}"'
            self._parts.append(f"<rect {place} {look}/>")
        self.height = max(self.height, y + high)

    def hatched(self, x: float, y: float, wide: float, high: float) -> None:
        """A rectangle as `box` makes it, hatched as everything is that is only declared."""
        if wide <= 0:
            return
        way: list[str] = []
        at = _APART - high
        while at < wide:
            start, end = max(at, 0.0), min(at + high, wide)
            ends = (f"{self._left(x + across)} {_number(y + high - across + at)}" for across in (start, end))
            way.append(f"M{'L'.join(ends)}")
            at += _APART
        self._parts.append(f'<path d="{"".join(way)}" {DECLARED} stroke-width="2.2"/>')
        self.box(x, y, wide, high, f'fill="none" {DECLARED} stroke-width="1"')

    def line(self, x: float, y: float, x2: float, y2: float, look: str) -> None:
        """A line from one point to another."""
        ends = f'x1="{self._left(x)}" y1="{_number(y)}" x2="{self._left(x2)}" y2="{_number(y2)}"'
        self._parts.append(f'<line {ends} stroke="currentColor" {look}/>')
        self.height = max(self.height, y, y2)

    def path(self, points: list[tuple[float, float]], look: str) -> None:
        """Draw points joined by lines."""
        at = " ".join(f"{self._left(x)},{_number(y)}" for x, y in points)
        self._parts.append(f'<polyline points="{at}" {look}/>')

    def shape(self, points: list[tuple[float, float]], look: str) -> None:
        """A filled shape."""
        at = " ".join(f"{self._left(x)},{_number(y)}" for x, y in points)
        self._parts.append(f'<polygon points="{at}" {look}/>')

    def dot(self, x: float, y: float, radius: float, look: str) -> None:
        """A filled circle."""
        self._parts.append(f'<circle cx="{self._left(x)}" cy="{_number(y)}" r="{_number(radius)}" {look}/>')

    def text(self, x: float, y: float, text: str, *, anchor: Anchor = "start", size: int = SIZE, ink: str = "") -> None:
        """A text on the line `y`, which begins, ends or is centred at `x`."""
        side = _OTHER_END[anchor] if self.rtl else anchor
        whole = f"{RLI if self.rtl else LRI}{printable(text)}{PDI}"
        self._texts.append(Text(self._from_left(x), y, side, size, whole, ink))
        self.height = max(self.height, y + size / 3)

    def label(
        self, x: float, middle: float, text: str, room: float, *, size: int = SIZE, most: int = MOST_LINES
    ) -> None:
        """A text of up to two lines around `middle`, or of smaller ones up to `most`; cut where `room` ends."""
        size = min(size, size_of_labels([text], room))
        lines, high = cut_to(text, room, size, most), LINE if size == SIZE else LINE - 3
        top = middle - (len(lines) - 1) * high / 2 + size * 0.35
        for number, line in enumerate(lines):
            self.text(x, top + number * high, line, size=size)

    def rows(self, x: float, top: float, high: float, labels: list[str], room: float) -> Iterator[float]:
        """Draw the label of each row in one size, and give the top of the row for what is drawn beside it."""
        size = size_of_labels(labels, room)
        for number, label in enumerate(labels):
            self.label(x, top + number * high + high / 2, label, room, size=size)
            yield top + number * high

    def health(self, health: Health, x: float, middle: float) -> None:
        """The sign of a colour, 10 wide, in the shape that it has everywhere (`views/symbols`)."""
        look, y = f'fill="{COLOURS[health]}"', middle - 5
        match health:
            case Health.GREEN:
                self.dot(x + 5, middle, 5, look)
            case Health.AMBER:
                self.shape([(x, y + 10), (x + 5, y), (x + 10, y + 10)], look)
            case Health.RED:
                self.box(x, y, 10, 10, look)
            case Health.GREY:
                self.dot(x + 5, middle, 4, f'fill="none" stroke="{COLOURS[health]}" stroke-width="1.8"')

    def whole(self, cut: float = 0) -> Drawing:
        """The drawing, which may go on overleaf from its height `cut` on."""
        alt, high = escape(self.alt), _number(self.height + 6)
        shapes = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self.width} {high}" width="{self.width}" '
            f'height="{high}" role="img" direction="ltr" fill="currentColor" '
            f'font-family="Amiri, Noto Naskh Arabic, Segoe UI, Tahoma, sans-serif"><title>{alt}</title>'
            f"{''.join(self._parts)}{_END}"
        )
        return Drawing(self.width, self.height + 6, shapes, tuple(self._texts), cut)


def cut_to(text: str, room: float, size: int = SIZE, most: int = MOST_LINES) -> list[str]:
    """The words of a text on at most `most` lines; an ellipsis where more would follow. Isolates stay whole."""
    letters = max(int(room / (size * letter_of(text))), 4)
    lines = ["".join(piece.text for piece in line) for line in wrap((Piece(text),), letters)]
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def size_of_labels(texts: list[str], room: float) -> int:
    """The size in which all labels of a picture are drawn: the smaller one as soon as one of them needs it."""
    longest = max((len(cut_to(text, room, SIZE, MOST_LINES)) for text in texts), default=0)
    return SMALL if longest > LARGE_LINES else SIZE


def letter_of(text: str) -> float:
    """The room of a letter in a text, as part of its size: joined Arabic letters take less."""
    return ARABIC_LETTER if max(text.translate(_UNSEEN), default=" ") >= "\u0600" else LETTER


_UNSEEN: dict[int, None] = dict.fromkeys(range(0x2066, 0x206A))


def _number(value: float) -> str:
    """A measure with one decimal at most: the same on every machine."""
    return f"{value:.1f}".removesuffix(".0")
