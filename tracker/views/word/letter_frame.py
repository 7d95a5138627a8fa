"""The frame of a letter in Word: its head, its opening, who signs it, and what the registry files."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from docx.shared import Mm

from tracker.views.letter import FramedPage
from tracker.views.letterhead import Brand
from tracker.views.word import letter_parts as parts
from tracker.views.word.inline import picture
from tracker.views.word.letter_parts import Say, face_of

if TYPE_CHECKING:
    from docx.document import Document

TWENTIETHS = 635
"""English Metric Units in a twentieth of a point."""
P = TypeVar("P", bound=FramedPage)


class FrameWriter(Generic[P]):
    """The parts of the frame as elements of Word; the emblem becomes a part of the document meanwhile."""

    def __init__(self, document: "Document", page: P, brand: Brand, *, own_paper: bool) -> None:
        self.document, self.page, self.brand, self.own_paper = document, page, brand, own_paper
        self.say = Say(page)
        section = document.sections[-1]
        measures = [section.page_width, section.left_margin, section.right_margin]
        across, left, right = (int(measure or 0) for measure in measures)
        self.room = (across - left - right) // TWENTIETHS
        self.pictures = 1000  # beyond those of a letterhead
        self.measuring = False
        face = document.styles["Normal"].font.name or "" if own_paper else face_of(page)
        self.other = face not in parts.NARROW

    def head(self) -> Iterator[str]:
        """The sender, the emblem and what the registry fills in; on own paper only the last."""
        page, say = self.page, self.say
        sender = [page.head.state, page.head.ministry, page.head.office]
        lines = [say.centred(text, bold=n == 0, big=n == 0) for n, text in enumerate(sender) if text]
        said = [
            mark for mark in page.head.marks if mark != page.copy
        ]  # of whose copy it is, the head of each page says
        marks = [say.centred(mark, bold=n > 0 or len(said) == 1) for n, mark in enumerate(said)]
        emblem = self.emblem()
        third = self.room // 3
        if self.own_paper:
            yield from marks
        elif page.lang == "ar":
            facts = [say.fact(fact) for fact in page.head.end]
            widths = [third, third - 400, self.room - 2 * third + 400]
            yield say.table(widths, [[lines, [emblem, *marks], facts]]) + say.rule()
            return
        elif page.lang == "tr":
            yield say.table([third] * 3, [[[emblem], lines, marks]]) + say.gap()
        else:
            yield say.table(
                [third] * 3,
                [[[say.plain(text, bold=n == 0) for n, text in enumerate(sender) if text], [emblem], marks]],
            )
        yield self.facts_beside() + ("" if page.lang == "tr" else say.rule())

    def facts_beside(self) -> str:
        """The facts of both sides beside each other."""
        say, head = self.say, self.page.head
        first = self.room * 13 // 20
        dates = [fact for fact in head.end if fact.key in ("date", "hijri")]
        sides = (head.start, head.end) if head.start else ([f for f in head.end if f not in dates], dates)
        start, end = ([say.fact(fact) for fact in side] for side in sides)
        return say.table([first, self.room - first], [[start, end]])

    def opening(self) -> Iterator[str]:
        """Addressee, greeting and subject, in the order of the language."""
        page, say = self.page, self.say
        if page.lang == "ar":
            yield say.plain(page.addressee, bold=True) + say.plain(page.greeting)
            yield say.plain(page.relation) if page.relation else ""
            yield say.heading(page.subject, 1, centred=True, underlined=True)
        elif page.lang == "tr":
            yield say.heading(page.addressee, 1, centred=True)
            yield say.plain(page.relation) if page.relation else ""
            yield say.plain(page.intro)
        else:
            yield say.heading(page.subject, 1)
        yield say.gap()

    def signs(self) -> list[str]:
        """The lines with who signs, and where."""
        say, w = self.say, self.page.words
        lines = [say.dots(f"{w[key]}  ") for key in ("name", "signature")]
        return [say.plain(self.page.ending.signer, bold=True), *lines]

    def filed(self) -> list[str]:
        """The lines that the registry files."""
        return [self.say.fact(fact) for fact in self.page.ending.facts]

    def inline(
        self, image: bytes, alt: str, *, width: int | None = None, height: int | None = None, centred: bool = False
    ) -> str:
        """A paragraph with a picture, which has a text for who cannot see it."""
        self.pictures += 1
        name, said = f"picture {self.pictures}", self.say.bare(alt)
        made = picture(self.document, image, self.pictures, name=name, alt=said, width=width, height=height)
        return self.say.paragraph(made, centred=centred, loose=True)

    def emblem(self) -> str:
        """The emblem; an SVG is drawn by typst, and left out where that is not installed."""
        emblem = self.brand.emblem
        if emblem and self.measuring:
            return self.say.room_for(Mm(emblem.height))
        content = parts.emblem_pixels(emblem) if emblem else None
        if emblem is None or content is None:
            return self.say.plain("")
        return self.inline(content, self.page.emblem_alt, height=Mm(emblem.height), centred=self.page.lang != "tr")
