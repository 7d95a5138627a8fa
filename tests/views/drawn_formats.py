"""The picture of four formats, each as the program of another shows it: LibreOffice and Chromium."""

import html
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from tests.views.documents.making import content, made
from tracker.reports.report import Report

WIDE, HIGH = 1180, 820
PHONE = (390, 820)


def shown() -> tuple[Image.Image, ...]:
    """The full report in Word, the evaluation as a workbook, the indicators in the dark, the matrix on a phone."""
    return (
        _office(made("full", printed=True), "docx"),
        _office(made("evaluation", printed=True), "xlsx", 1),
        _dark(made("indicators", printed=True)),
        _phone(made("matrix", printed=True)),
    )


def _office(report: Report, form: str, page: int = 0) -> Image.Image:
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / f"made.{form}"
        file.write_bytes(content(report, form))
        profile = f"-env:UserInstallation={Path(place).as_uri()}/profile"
        command = ("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", place, str(file))
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        opened = pypdfium2.PdfDocument(file.with_suffix(".pdf"))
        drawn: Image.Image = opened[min(page, len(opened) - 1)].render(scale=2).to_pil()
    return drawn


def _dark(report: Report) -> Image.Image:
    return _screenshot(content(report, "html").replace(b"(prefers-color-scheme: dark)", b"all"), WIDE, HIGH)


def _phone(report: Report) -> Image.Image:
    """In a frame, for windows of Chromium are 500 wide at least."""
    width, height = PHONE
    inner = html.escape(content(report, "html").decode())
    frame = (
        f'<body style="margin:0"><iframe style="border:0" width="{width}" height="{height}" srcdoc="{inner}"></iframe>'
    )
    return _screenshot(frame.encode(), 500, height).crop((0, 0, 2 * width, 2 * height))


def _screenshot(page: bytes, width: int, height: int) -> Image.Image:
    with tempfile.TemporaryDirectory() as place:
        file, picture = Path(place) / "page.html", Path(place) / "page.png"
        file.write_bytes(page)
        quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=2")
        window = (f"--user-data-dir={place}/profile", f"--window-size={width},{height}", f"--screenshot={picture}")
        subprocess.run(("chromium", *quiet, *window, file.as_uri()), check=True, capture_output=True, timeout=120)
        with Image.open(picture) as image:
            return image.convert("RGB")
