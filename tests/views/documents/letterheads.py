"""A letterhead, and the same with more in it than one sees."""

import io
import struct
import zlib
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.shared import Mm, RGBColor

from tests.views.documents.making import made
from tests.views.documents.reopened import every_text
from tests.views.pages import words
from tracker.model.audience import Audience
from tracker.views.letterhead import Letterhead
from tracker.views.word import render

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SECRET = "zq0qz"


def picture(comment: str = "") -> bytes:
    """A small PNG, with a comment in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(b"\0\x0b\x3d\x2e" * 8)
    text = chunk(b"tEXt", b"Comment\0" + comment.encode()) if comment else b""
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">2I5B", 1, 8, 8, 2, 0, 0, 0))
        + text
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


def plain(pictures: str = "") -> bytes:
    paper = docx.Document()
    section = paper.sections[0]
    section.header.paragraphs[0].text = "وزارة الاختبار"
    section.header.paragraphs[0].add_run().add_picture(io.BytesIO(picture(pictures)), width=Mm(9))
    section.footer.paragraphs[0].text = "طرابلس"
    section.left_margin = Mm(33)
    paper.styles["Heading 1"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    kept = io.BytesIO()
    paper.save(kept)
    return kept.getvalue()


def changed(parts: dict[str, Callable[[str], str]], added: dict[str, bytes] | None = None, pictures: str = "") -> bytes:
    """The plain letterhead with parts changed as text, and parts added."""
    kept = io.BytesIO()
    with ZipFile(io.BytesIO(plain(pictures))) as old, ZipFile(kept, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "[Content_Types].xml":
                content = content.replace(b"<Override", TYPES.encode() + b"<Override", 1)
            change = parts.get(name)
            new.writestr(name, change(content.decode()).encode() if change else content)
        for name, content in (added or {}).items():
            new.writestr(name, content)
    return kept.getvalue()


def before(end: str, xml: str) -> Callable[[str], str]:
    return lambda text: text.replace(end, f"{xml}{end}", 1) if end in text else pytest.fail(end)


def relation(number: int, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="rId9{number}" Type="{kind}" Target="{target}"{mode}/>'


TYPES = "".join(f'<Default Extension="{ending}" ContentType="application/octet-stream"/>' for ending in ("bin", "html"))


def written(letterhead: bytes, audience: Audience = Audience.COUNTERPART) -> bytes:
    return render(made("brief", audience), words("ar"), Letterhead("own.docx", letterhead))


def is_clean(document: bytes) -> bool:
    """Whether the word is in no part and no name of a part, and the file opens."""
    docx.Document(io.BytesIO(document))
    with ZipFile(io.BytesIO(document)) as archive:
        names = " ".join(archive.namelist())
        raw = b"".join(archive.read(name) for name in archive.namelist())
    return SECRET not in names + every_text("docx", document) and SECRET.encode() not in raw


def looks_alike(document: bytes) -> bool:
    opened = docx.Document(io.BytesIO(document))
    section = opened.sections[0]
    return (
        section.header.paragraphs[0].text.startswith("وزارة الاختبار")
        and len(section.header._element.xpath(".//pic:pic")) == 1
        and section.footer.paragraphs[0].text.startswith("طرابلس")
        and round((section.left_margin or 0) / Mm(1)) == 33
        and opened.styles["Heading 1"].font.color.rgb == RGBColor(0x12, 0x34, 0x56)
    )
