"""The brief in Word: what of it stands on one page, plain or on own paper, and one page it is in LibreOffice."""

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.shared import Mm

from tests.demo import DEMO
from tests.views.documents.briefs import brief, programme
from tests.views.documents.letterheads import picture
from tests.views.documents.making import OWN
from tests.views.pages import LANGS, words
from tracker.model.tracker import Tracker
from tracker.views.formats import render
from tracker.views.letter import letter_of
from tracker.views.letterhead import Brand, Letterhead
from tracker.views.word.letter_parts import INSET
from tracker.views.word.letter_widths import Widths


def paper(head: int = 10, *, lines: int = 2) -> Brand:
    """A ministry's own paper in Word: A4, its emblem `head` millimetres high, and so many lines in its head."""
    own = docx.Document()
    section = own.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(30), Mm(20)
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(picture()), height=Mm(head))
    for number in range(lines):
        section.header.add_paragraph(f"Ministry {number}")
    section.footer.paragraphs[0].text = "Tripoli"
    kept = io.BytesIO()
    own.save(kept)
    return Brand(paper=Letterhead("own.docx", kept.getvalue()))


def written(lang: str, tracker: Tracker = DEMO, brand: Brand | None = None) -> bytes:
    found = render("docx", brief(tracker), words(lang), brand)
    assert isinstance(found, bytes)
    return found


def bars(document: bytes) -> int:
    """The bars that are drawn in cells, those of steps."""
    return len(docx.Document(io.BytesIO(document)).element.body.xpath(".//w:tc//pic:pic"))


def said(document: bytes) -> str:
    return "".join(node.text or "" for node in docx.Document(io.BytesIO(document)).element.body.iter("{*}t"))


@pytest.mark.parametrize("brand", [Brand(), Brand(heads=OWN.heads)], ids=["plain", "own"])
@pytest.mark.parametrize("lang", LANGS)
def test_each_of_five_steps_has_its_bar_and_the_gravest_obstacle_is_named(lang: str, brand: Brand) -> None:
    document = written(lang, brand=brand)
    assert bars(document) == len(DEMO.steps)
    (obstacles,) = [each for each in letter_of(brief(), words(lang), brand).sentences if each.key == "obstacles"]
    assert max(re.findall(r"\w[\w ]+", obstacles.items[0]), key=len) in said(document)


@pytest.mark.parametrize("lang", LANGS)
def test_own_paper_with_a_higher_head_leaves_room_for_fewer_steps(lang: str) -> None:
    low, high = (bars(written(lang, DEMO, paper(head, lines=0))) for head in (10, 40))
    assert low > high


def test_no_word_over_a_column_is_broken_in_a_wide_face() -> None:
    """Each is as wide there as in DejaVu Sans, which stands in for Verdana: “agreed” is 3.53 times its size."""
    letter = letter_of(brief(), words("en"), Brand())
    _, not_agreed, _ = Widths(letter, 10, 10_000, other=True).boxes()
    assert not_agreed >= 20 * 10 * 3.53 + 2 * INSET


def pages_in_word(folder: Path, files: dict[str, bytes]) -> Iterator[tuple[str, int]]:
    for name, made_file in files.items():
        (folder / f"{name}.docx").write_bytes(made_file)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder))
    paths = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=300)
    for name in files:
        yield name, len(pypdfium2.PdfDocument(folder / f"{name}.pdf"))


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_it_is_one_page_in_word(tmp_path: Path) -> None:
    files = {
        f"{lang}-{n}-{name}": written(lang, programme(n), brand)
        for lang in LANGS
        for n in (3, 5, 8, 12, 20)
        for name, brand in (("plain", Brand()), ("own", OWN), ("paper", paper()), ("high", paper(20, lines=1)))
    }
    assert dict(pages_in_word(tmp_path, files)) == dict.fromkeys(files, 1)
