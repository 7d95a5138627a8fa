"""The widths of the columns of a letter in Word, in twentieths of a point, and the page as the ladder measures it."""

from tracker.views.letter import LetterPage
from tracker.views.letter.ladder import LETTER, Sheet
from tracker.views.word.letter_parts import LINE, ROW, SIZE

KEYS = ("declared", "evidenced", "expected")
BOX, DRAWN, MARGINS = 760, 1720, 120
"""The widths of a column with a box to tick, of one with a bar, and the margins of a cell."""


def sheet(page: LetterPage, room: int, height: float) -> Sheet:
    """The page with that much room across, and so many points of height."""

    def share(width: int) -> float:
        return (width - MARGINS) / room

    title, judged, since, _ = (share(room * part // 100) for part in result_shares(page))
    return Sheet(
        room / 20,
        height,
        SIZE[page.lang],
        LINE[page.lang],
        ROW,
        LETTER[page.lang],
        request=share(room - sum(box_widths(page))),
        step=share(step_widths(page, room, bar=True)[0]),
        result=title,
        judged=judged,
        since=since,
        bar=DRAWN / room,
    )


def box_widths(page: LetterPage) -> list[int]:
    """The columns with boxes to tick: as wide as the longest word over each."""
    heads = (page.words[key] for key in ("agreed", "refused", "discuss"))
    return [max(BOX, max(map(len, head.split())) * 95 + 160) for head in heads]


def step_widths(page: LetterPage, room: int, *, bar: bool) -> list[int]:
    """The columns of the steps: title, bar where there is one, three numbers, light."""
    numbers = [max(760, 100 * len(page.words[key]) + 140) for key in KEYS]
    light = 1900 if page.lang == "ar" else 1320
    drawn = [DRAWN] if bar else []
    return [room - sum(numbers) - light - sum(drawn), *drawn, *numbers, light]


def result_shares(page: LetterPage) -> tuple[int, int, int, int]:
    """The columns of the results, in hundredths of the page's width."""
    return (36, 23, 22, 19) if page.lang == "ar" else (39, 25, 22, 14)
