"""The typesetter typst: pages of PDF, and drawings as pixels where SVG is not understood."""

import json
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
_DRAWINGS = (
    b'#import "/pictures/drawing.typ": drawing\n'
    + _SHEET
    + b'#set text(font: "Amiri")\n#for (each, from, to) in json(bytes(sys.inputs.drawings)) '
    + b"{ page(drawing(each, 170mm, from: from, to: to)) }"
)
_AT_ONCE = 3
Part = tuple[Drawing, float, float | None]
"""A drawing, and the heights from which and to which it is wanted, None for its end."""


def typeset(source: bytes | Path, inputs: dict[str, str], *, moment: int = 0, fonts: str = "") -> bytes:
    """A PDF bearing `moment` (UTC seconds); raises `MissingExtra`.

    `fonts` is a folder with further faces. It keeps STANDARDS unless a text has a letter that no font has: typst
    refuses such a file, we do not.
    """
    typst, options = _typst("pdf", inputs, fonts)
    options |= {"format": "pdf", "timestamp": moment}
    try:
        return bytes(typst.compile(source, pdf_standards=STANDARDS, **options))
    except typst.TypstError:
        return bytes(typst.compile(source, **options))


def pixels(svg: str) -> bytes:
    """An emblem as PNG on white, 170 mm wide; raises `MissingExtra`."""
    return _pictures(_EMBLEM, {"svg": svg})[0]


def pixels_of(parts: Sequence[Part]) -> list[bytes]:
    """Parts of drawings as PNG on white, each 170 mm wide; raises `MissingExtra`.

    Several at once: to begin takes typst a fifth of the time of a drawing, and each that it draws some megabytes.
    """
    portions = (parts[start : start + _AT_ONCE] for start in range(0, len(parts), _AT_ONCE))
    told = ({"drawings": json.dumps(to_builtins(portion))} for portion in portions)
    return [image for each in told for image in _pictures(_DRAWINGS, each)]


def _pictures(source: bytes, inputs: dict[str, str]) -> list[bytes]:
    typst, options = _typst("png", inputs)
    found = typst.compile(source, format="png", ppi=180, **options)
    return [found] if isinstance(found, bytes) else found


def _typst(form: str, inputs: dict[str, str], fonts: str = "") -> tuple[Any, dict[str, Any]]:
    """Give the typesetter, and what it is told always; raises `MissingExtra`."""
    try:
        import typst  # noqa: PLC0415 - 30 MB that only who prints has
    except ImportError as missing:
        raise errors.MissingExtra("pdf", form) from missing
    # The root is a folder that is there: that of the caller may be gone, and nothing of it is a page's affair.
    return typst, {"sys_inputs": inputs, "font_paths": _fonts(form, fonts), "root": Path(__file__).parent}


@cache
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
