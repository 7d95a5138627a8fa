"""The values of a letter."""

from collections.abc import Mapping

from tracker.frozen import Frozen
from tracker.views.page.model import Section


class Fact(Frozen):
    """A label and what stands behind it; `key` says which one it is."""

    key: str
    label: str
    text: str


class Tile(Frozen):
    """A large figure under its label; `note` stands beside it, or in its place where there is none."""

    key: str
    label: str
    value: str
    note: str


class Item(Frozen):
    """A numbered request; `when` is the day of it, `before` and `after` what stands about that in its sentence."""

    number: str
    before: str
    when: str
    after: str


class Light(Frozen):
    """A colour and its word."""

    health: str
    word: str


class Bar(Frozen):
    """The percentages 0–100 of a bar; `expected` is None where nothing is."""

    declared: int
    evidenced: int
    expected: int | None


class Step(Frozen):
    """A step with its bar, its percentages in words (declared, evidenced, expected) and its light."""

    title: str
    bar: Bar
    said: tuple[str, str, str]
    light: Light


class Aspect(Frozen):
    """An aspect with its percentage and its light."""

    title: str
    said: str
    light: Light


class Result(Frozen):
    """A result as judged against its target, what was measured since, and its light."""

    title: str
    judged: str
    since: str
    light: Light


class Sentences(Frozen):
    """A label and the sentences behind it."""

    key: str
    label: str
    items: tuple[str, ...]


class Head(Frozen):
    """The head: lines of the sender, the marks of the copy, and what the registry fills in.

    `start` are the facts where reading begins, `end` those at the other side.
    """

    state: str
    ministry: str
    office: str
    marks: tuple[str, ...]
    start: tuple[Fact, ...]
    end: tuple[Fact, ...]


class Ending(Frozen):
    """The end: who signs where, and the box in which the minister decides; `asks` says whether he is asked to.

    In a letter to an office there is no such box: its `direction` and `minister` are empty.
    """

    closing: tuple[str, ...]
    signer: str
    direction: str
    minister: str
    facts: tuple[Fact, ...]
    asks: bool


class FramedPage(Frozen, kw_only=True):
    """A letter as far as its frame goes; `words` are its fixed words by key."""

    lang: str
    region: str
    direction: str
    digits: str
    moment: str
    plain_title: str
    copy: str
    head: Head
    addressee: str
    greeting: str
    subject: str
    relation: str
    intro: str
    ending: Ending
    small_print: str
    words: Mapping[str, str]
    colours: Mapping[str, str]
    faces: tuple[str, ...]
    size: float
    emblem_alt: str = ""
    wide: bool = False


class LetterPage(FramedPage, kw_only=True):
    """The whole letter to the minister; `bottom` are the three sentences of the bottom line.

    `lights` are the words of the colours, with which steps that are not shown one by one are counted.
    """

    bottom: tuple[str, ...]
    light: Light
    bar: Bar
    alt: str
    tiles: tuple[Tile, ...]
    requests: tuple[Item, ...]
    steps: tuple[Step, ...]
    aspects: tuple[Aspect, ...]
    results: tuple[Result, ...]
    sentences: tuple[Sentences, ...]
    lights: Mapping[str, str]


class OfficeLetter(FramedPage, kw_only=True):
    """The whole letter to an office: sentences, what it is asked in a table, and sentences behind that."""

    before: tuple[str, ...]
    asked: Section | None
    after: tuple[str, ...]
