"""The look of a ministry's letters, the same in every format; what it leaves empty stands as a place to fill."""

from collections.abc import Mapping

from tracker.frozen import Frozen, field
from tracker.model.records.localized import Lang
from tracker.views.letterhead.paper import Letterhead

SIZES: Mapping[str, float] = {"ar": 11.5, "tr": 10.5, "en": 10.5}
"""The letters of a text in points, where there is no room for larger ones."""
FACES: Mapping[str, tuple[str, ...]] = {
    "ar": ("Amiri", "Times New Roman", "Noto Naskh Arabic"),
    "tr": ("Libertinus Serif", "Times New Roman", "Amiri"),
    "en": ("Libertinus Serif", "Times New Roman", "Amiri"),
}
"""The faces in the order in which they are tried; PDF brings Amiri and Libertinus Serif along."""


class Emblem(Frozen):
    """A picture; `kind` is svg, png or jpeg, and `alt` what it shows, for who cannot see it, by language."""

    content: bytes
    kind: str
    height: float = 14
    alt: Mapping[str, str] = field(default_factory=dict)


class Colours(Frozen, kw_only=True):
    """The colours as `#rrggbb`: `hue` is for progress alone, green, amber and red for health alone.

    On white, texts are told apart at 4.5 to 1 and parts of pictures at 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
    """

    ink: str = "#1a1a1a"
    soft: str = "#555555"
    hue: str = "#17406d"
    edge: str = "#767676"
    hair: str = "#b4b4b4"
    green: str = "#1b6e43"
    amber: str = "#8f5300"
    red: str = "#b3261e"


class Head(Frozen, kw_only=True):
    """The words of one language: who writes, to whom, and what the registry wants; empty ones are left to be filled."""

    state: str = ""
    ministry: str = ""
    office: str = ""
    addressee: str = ""
    signer: str = ""
    reference_prefix: str = ""
    classification: str = ""
    copies: tuple[str, ...] = ()


class Brand(Frozen, kw_only=True):
    """The brand; `fonts` is a folder with further faces for PDF, `paper` a Word file for Word.

    `hijri_shift` are the days by which the sighted month differs from Umm al-Qura's, from -2 to 2.
    """

    heads: Mapping[Lang, Head] = field(default_factory=dict)
    emblem: Emblem | None = None
    colours: Colours = Colours()
    faces: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: FACES)
    fonts: str = ""
    hijri_shift: int = 0
    paper: Letterhead | None = None
