"""The values of a page."""

from tracker.frozen import Frozen
from tracker.views.pictures.canvas import Drawing
from tracker.views.separators import BESIDE


class Cell(Frozen):
    """A cell: what stands in one place, and how it is drawn where something can be drawn.

    `kind`: text, none, code, number, day (in digits, not to be broken), health, progress, strip. Percentages are 0–100:
    `declared` and `evidenced` of a progress and of a strip, and of a strip its `span` (start, end, today within the
    table's own time). `lines` are values one under the other; `lang` is set where it is not the page's.
    """

    text: str
    kind: str = "text"
    health: str = ""
    symbol: str = ""
    declared: int = 0
    evidenced: int = 0
    span: tuple[int, int, int] | None = None
    lines: tuple["Cell", ...] = ()
    lang: str = ""

    @property
    def signed(self) -> str:
        """The text behind its sign, where it has one."""
        return f"{self.symbol} {self.text}".strip()


class Column(Frozen):
    """A heading; `flexible` columns take the room that the others leave, `drawn` ones hold bars.

    `weight` is the room that its contents ask for, in letters: tables of many columns are divided by it. `least` is
    that of its longest word, which should not be broken.
    """

    text: str
    flexible: bool
    drawn: bool
    weight: int
    least: int


class Section(Frozen):
    """A part of the page. `kind` says which of the fields are filled:

    part (heading alone) · table (columns, rows) · facts (rows of label and value) · notes (rows of one cell) ·
    signatures (rows of one cell) · picture (`drawing` and `alt`, with columns and rows as its numbers).
    `level` is that of the heading, 2 or 3, and `number` the one it has in a document in chapters; `empty` is said where
    there are no rows. Rows whose numbers are `leading` stand for others. What a picture is `told` by is its `alt` with
    its numbers, for pages that do not have them beside it. `narrow` ones that follow each other stand in pairs on a
    wide page; it is one of so many `parts`, each half a page high.
    A `slim` drawing is of the same for the screen of a phone.
    """

    kind: str
    key: str
    level: int
    heading: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    empty: str = ""
    leading: tuple[int, ...] = ()
    alt: str = ""
    told: str = ""
    drawing: Drawing | None = None
    slim: Drawing | None = None
    narrow: bool = False
    parts: int = 1
    number: str = ""

    @property
    def is_chapter(self) -> bool:
        """Whether its heading is of the higher level."""
        return self.level == 2

    @property
    def titled(self) -> str:
        """The heading behind its number, where it has one."""
        return f"{self.number} {self.heading}".strip()


class Labels(Frozen):
    """The fixed words of the page; `page` is cut at its two places: before, between and after the numbers."""

    page: tuple[str, str, str]
    name: str
    signature: str
    day: str
    numbers: str
    contents: str
    wider: str

    @property
    def to_sign(self) -> tuple[str, str, str]:
        """The labels of the lines on which somebody signs."""
        return self.name, self.signature, self.day


class Page(Frozen):
    """The whole document.

    `lang` and `region` are as in BCP 47, `direction` is ltr or rtl, `digits` latn or arab, `moment` UTC in ISO form.
    `plain_title` is for lists of files (`banners.file_title`). The banners `demo` and `copy` stand on every page and
    are empty where they do not hold. A `wide` page is landscape, a `broad` one of the larger size A3. One in `chapters`
    has a cover, contents and numbers. The `footer` stands on the first page, what is `running` on every one.
    """

    kind: str
    lang: str
    region: str
    direction: str
    document: str
    title: str
    plain_title: str
    totals: tuple[Cell, ...]
    demo: str
    copy: str
    sections: tuple[Section, ...]
    footer: tuple[str, ...]
    running: tuple[str, ...]
    labels: Labels
    digits: str
    wide: bool
    broad: bool
    chapters: bool
    moment: str

    @property
    def line_of_totals(self) -> str:
        """The totals in a line."""
        return BESIDE.join(cell.signed for cell in self.totals)
