"""The typesetter typst: pages of PDF, and drawings as pixels where SVG is not understood."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from tracker import errors
from tracker.frozen import to_builtins
from tracker.views.pictures.canvas import Drawing

if TYPE_CHECKING:
    import typst

STANDARDS: list[Any] = ["ua-1", "a-2a"]
"""The standards for readers of every kind and for archives: PDF/UA-1 (ISO 14289-1), PDF/A-2a (ISO 19005-2)."""
_FONT = "fontpkg_amiri"
_SHEET = b"#set page(width: auto, height: auto, margin: 0pt, fill: white)\n"
_EMBLEM = _SHEET + b"#image(bytes(sys.inputs.svg), width: 170mm)"
_DRAWING = (
    b'#import "/pictures/drawing.typ": drawing\n'
    + _SHEET
    + b'#set text(font: "Amiri")\n#let part = json(bytes(sys.inputs.part))\n'
    + b"#drawing(json(bytes(sys.inputs.drawing)), 170mm, from: part.at(0), to: part.at(1))"
)


def typeset(
    source: bytes | Path,
    inputs: dict[str, str],
    form: Literal["pdf", "png"],
    *,
    moment: int = 0,
    fonts: str = "",
) -> bytes:
    """The first page as PNG, or all as PDF bearing `moment` (UTC seconds); raises `MissingExtra`.

    `fonts` is a folder with further faces. A PDF keeps STANDARDS unless a text has a letter that no font has: typst
    refuses such a file, we do not.
    """
    try:
        import typst  # noqa: PLC0415 - 30 MB that only who prints has
    except ImportError as missing:
        raise errors.MissingExtra("pdf", form) from missing
    # The root is a folder that is there: that of the caller may be gone, and nothing of it is a page's affair.
    fonts_there = _fonts(form, fonts)
    options: dict[str, Any] = {"sys_inputs": inputs, "font_paths": fonts_there, "root": Path(__file__).parent}
    if form == "png":
        return bytes(typst.compile(source, format="png", ppi=180, **options))
    try:
        return bytes(typst.compile(source, format="pdf", timestamp=moment, pdf_standards=STANDARDS, **options))
    except typst.TypstError:
        return bytes(typst.compile(source, format="pdf", timestamp=moment, **options))


def pixels(svg: str) -> bytes:
    """An emblem as PNG on white, 170 mm wide; raises `MissingExtra`."""
    return typeset(_EMBLEM, {"svg": svg}, "png")


def pixels_of(drawing: Drawing, start: float = 0, end: float | None = None) -> bytes:
    """A drawing from one height to another as PNG on white, 170 mm wide; raises `MissingExtra`."""
    part = [start, drawing.height if end is None else end]
    return typeset(_DRAWING, {"drawing": json.dumps(to_builtins(drawing)), "part": json.dumps(part)}, "png")


def _fonts(form: str, fonts: str) -> "typst.Fonts":
    """The font Amiri from its wheel, those of typst for what it lacks, as Greek and Cyrillic letters, and no others.

    Nothing is of the machine, so that every machine makes the same page.
    """
    import typst  # noqa: PLC0415 - as above

    found = find_spec(_FONT)
    if found is None or found.origin is None:
        raise errors.MissingExtra("pdf", form)
    folders = [Path(found.origin).parent / "files", *([Path(fonts)] if fonts else [])]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=folders)
