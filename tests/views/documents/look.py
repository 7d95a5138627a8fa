"""Pictures of every document, for looking at: `python -m tests.views.documents.look FOLDER [KIND…]`.

Each kind in each format and language, of the fictional programme; opened by Poppler, LibreOffice (Writer and Calc) and
Chromium, first pages only. What is not installed is said and left out.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.views.documents.making import content, made
from tracker.reports.documents import DOCUMENTS

LANGS = ("ar", "tr", "en")
PAGES = 4
PHONE = 'width="360" height="1800" style="border:0"'
"""Windows of Chromium are 500 wide at least; a frame is not."""


def main() -> None:
    """Makes the folder of pictures."""
    folder, kinds = Path(sys.argv[1]), sys.argv[2:] or list(DOCUMENTS)
    folder.mkdir(parents=True, exist_ok=True)
    for form, draw in DRAWN.items():
        programs = [name for name in NEEDED[form] if not shutil.which(name)]
        if programs:
            print(f"{form}: needs {', '.join(programs)}", file=sys.stderr)
            continue
        for kind in kinds:
            for lang in LANGS:
                draw(content(made(kind), form, lang), folder / f"{kind}-{form}-{lang}")


def _pdf(content: bytes, name: Path) -> None:
    command = ("pdftoppm", "-r", "80", "-l", str(PAGES), "-png", "-", str(name))
    subprocess.run(command, input=content, check=True, capture_output=True)


def _office(form: str) -> Callable[[bytes, Path], None]:
    def draw(content: bytes, name: Path) -> None:
        with tempfile.TemporaryDirectory() as place:
            file = Path(place) / f"made.{form}"
            file.write_bytes(content)
            command = ("soffice", "--headless", "--convert-to", "pdf", "--outdir", place, str(file))
            subprocess.run(command, check=True, capture_output=True)
            _pdf(file.with_suffix(".pdf").read_bytes(), name)

    return draw


def _web(content: bytes, name: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        file, phone = Path(place) / "made.html", Path(place) / "phone.html"
        for shade, page in (("light", content), ("dark", content.replace(b"(prefers-color-scheme: dark)", b"all"))):
            file.write_bytes(page)
            phone.write_text(f'<body style="margin:0"><iframe src="made.html" {PHONE}></iframe>', encoding="utf-8")
            for device, shown in (("screen", file), ("phone", phone)):
                command = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
                picture = f"--screenshot={name.resolve()}-{shade}-{device}.png"
                run = (*command, "--window-size=1200,1800", picture, shown.as_uri())
                subprocess.run(run, check=True, capture_output=True)


DRAWN = {"pdf": _pdf, "docx": _office("docx"), "xlsx": _office("xlsx"), "html": _web}
NEEDED = {
    "pdf": ("pdftoppm",),
    "docx": ("soffice", "pdftoppm"),
    "xlsx": ("soffice", "pdftoppm"),
    "html": ("chromium",),
}

if __name__ == "__main__":
    main()
