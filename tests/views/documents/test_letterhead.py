"""Letterheads: their look reaches the reader, and nothing that stands on no page."""

import io
import re
import struct
from datetime import datetime
from zipfile import ZipFile

import docx
import pytest

from tests.views.documents.letterheads import (
    SECRET,
    R,
    before,
    changed,
    is_clean,
    looks_alike,
    picture,
    plain,
    relation,
    written,
)
from tests.views.documents.making import made
from tests.views.documents.reopened import every_text
from tests.views.pages import words
from tracker.model.audience import Audience
from tracker.views.letterhead import Letterhead
from tracker.views.word import render
from tracker.views.word.pictures import bare

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN, SEEN = f"<w:r><w:t>{SECRET}</w:t></w:r>", "<w:r><w:t>seen</w:t></w:r>"
OFFICE = "urn:schemas-microsoft-com:office:office"
VML = "urn:schemas-microsoft-com:vml"
HIDDEN = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{SECRET}</w:t></w:r>"
BY = f'w:id="77" w:author="{SECRET}" w:date="2020-01-01T00:00:00Z"'


def field(code: str) -> str:
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText>{code}</w:instrText></w:r>{marks[1]}<w:r><w:t>seen</w:t></w:r>{marks[2]}"


IN_TEXT = {
    "a comment": f'<w:commentRangeStart w:id="7"/>{SEEN}<w:commentRangeEnd w:id="7"/>'
    f'<w:r><w:commentReference w:id="7" w:initials="{SECRET}"/></w:r>',
    "hidden text": HIDDEN,
    "deleted text": f"<w:del {BY}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>",
    "inserted text": f"<w:ins {BY}>{SEEN}</w:ins>",
    "moved text": f"<w:moveFrom {BY}>{RUN}</w:moveFrom><w:moveTo {BY}>{SEEN}</w:moveTo>",
    "an older look": f"<w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>seen</w:t></w:r>",
    "a bookmark": f'<w:bookmarkStart w:id="9" w:name="{SECRET}"/>{SEEN}<w:bookmarkEnd w:id="9"/>',
    "a right to edit": f'<w:permStart w:id="9" w:ed="{SECRET}"/>{SEEN}<w:permEnd w:id="9"/>',
    "a control": f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/><w:tag w:val="{SECRET}"/></w:sdtPr>'
    f"<w:sdtContent>{SEEN}</w:sdtContent></w:sdt>",
    "a tag": f'<w:smartTag w:uri="{SECRET}" w:element="x">{SEEN}</w:smartTag>',
    "a link": f'<w:hyperlink r:id="rId91" w:tooltip="{SECRET}" xmlns:r="{R}">{SEEN}</w:hyperlink>',
    "a field of a file": field(f"INCLUDETEXT &quot;C:\\{SECRET}.txt&quot;"),
    "a field of a program": field(f"DDEAUTO {SECRET}"),
    "a property": field(f"DOCPROPERTY {SECRET}"),
    "a simple field": f'<w:fldSimple w:instr="LINK {SECRET}">{SEEN}</w:fldSimple>',
    "fields in each other": field(f"IF 1 = 1 </w:instrText></w:r>{field(f'LINK {SECRET}')}<w:r><w:instrText>"),
    "a field without an end": f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f"<w:r><w:instrText>LINK {SECRET}</w:instrText></w:r>{SEEN}",
    "an object": f'<w:r><w:object><o:OLEObject ProgID="{SECRET}" r:id="rId92" xmlns:o="{OFFICE}" xmlns:r="{R}"/>'
    f"</w:object></w:r>{SEEN}",
    "a picture from elsewhere": f'<w:r><w:pict><v:shape alt="C:\\{SECRET}.png" xmlns:v="{VML}">'
    f'<v:imagedata r:id="rId91" o:title="{SECRET}" xmlns:o="{OFFICE}" xmlns:r="{R}"/></v:shape></w:pict></w:r>{SEEN}',
    "who edited": f'<w:r w:rsidR="{SECRET}"><w:t>seen</w:t></w:r>',
    "a remark of XML": f"<!-- {SECRET} -->{SEEN}",
}
KINDS = {
    "macros": ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin"),
    "comments": (f"{R}/comments", "comments.xml"),
    "people": ("http://schemas.microsoft.com/office/2011/relationships/people", "people.xml"),
    "building blocks": (f"{R}/glossaryDocument", "glossary/document.xml"),
    "data": (f"{R}/customXml", "../customXml/item9.xml"),
    "an object": (f"{R}/oleObject", "embeddings/oleObject1.bin"),
    "a document": (f"{R}/aFChunk", "chunk.html"),
    "a printer": (f"{R}/printerSettings", "printerSettings1.bin"),
    "a font": (f"{R}/fontTable", "fontTable9.xml"),
    "footnotes": (f"{R}/footnotes", "footnotes.xml"),
    "what is not invented yet": ("urn:future", "future.xml"),
    "a head that no page has": (f"{R}/header", "header9.xml"),
    "a picture that nothing shows": (f"{R}/image", "media/image9.png"),
}


@pytest.mark.sampled(3)
@pytest.mark.parametrize("what", IN_TEXT)
@pytest.mark.parametrize("part", ["document", "header1"])
def test_of_a_text_what_is_seen_stays(what: str, part: str) -> None:
    inner = IN_TEXT[what]
    end = "</w:p>" if part == "header1" else "<w:sectPr"
    xml = inner if part == "header1" else f"<w:p>{inner}</w:p>"
    links = relation(1, f"{R}/hyperlink", f"http://{SECRET}.example", external=True) + relation(
        2, f"{R}/oleObject", "e.bin"
    )
    rels = f"word/_rels/{part}.xml.rels"
    found = written(
        changed(
            {f"word/{part}.xml": before(end, xml), rels: before("</Relationships>", links)},
            {"word/e.bin": SECRET.encode()},
        )
    )
    assert is_clean(found)
    assert looks_alike(found)
    if "seen" in inner:
        with ZipFile(io.BytesIO(found)) as archive:
            assert b">seen<" in archive.read(f"word/{part}.xml")


@pytest.mark.sampled(3)
@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("external", [False, True])
@pytest.mark.parametrize("part", ["document", "header1"])
def test_no_part_comes_along_that_is_not_part_of_the_look(what: str, external: bool, part: str) -> None:
    kind, target = KINDS[what]
    named = f"file:///C:/{SECRET}/{target}" if external else target
    xml = f"<w:hdr {WORD}><w:p>{RUN}</w:p></w:hdr>" if target.endswith(".xml") else SECRET
    name = f"word/{target}".replace("word/../", "")
    found = written(
        changed(
            {
                f"word/_rels/{part}.xml.rels": before("</Relationships>", relation(3, kind, named, external=external)),
            },
            {name: xml.encode()},
        )
    )
    assert is_clean(found)
    assert looks_alike(found)


@pytest.mark.parametrize(
    "xml",
    [
        '<w:attachedTemplate r:id="rId91" xmlns:r="' + R + '"/>',
        f'<w:docVars><w:docVar w:name="{SECRET}" w:val="{SECRET}"/></w:docVars>',
        f'<w:mailMerge><w:dataType w:val="native"/><w:connectString w:val="{SECRET}"/></w:mailMerge>',
        f'<w:documentProtection w:hash="{SECRET}"/>',
        f'<w:writeProtection w:userName="{SECRET}"/>',
        f'<w:attachedSchema w:val="{SECRET}"/>',
        f'<w:future w:val="{SECRET}"/>',
    ],
)
def test_settings_are_those_of_the_look(xml: str) -> None:
    template = relation(1, f"{R}/attachedTemplate", f"file:///C:/Users/{SECRET}/own.dotm", external=True)
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{template}</Relationships>'
    found = written(
        changed({"word/settings.xml": before("<w:compat>", xml)}, {"word/_rels/settings.xml.rels": rels.encode()})
    )
    assert is_clean(found)
    assert "compatSetting" in every_text("docx", found)


def test_properties_are_those_of_the_document() -> None:
    paper = docx.Document(io.BytesIO(plain()))
    about = paper.core_properties
    for name in (
        "author",
        "category",
        "comments",
        "content_status",
        "identifier",
        "keywords",
        "last_modified_by",
        "subject",
        "title",
        "version",
    ):
        setattr(about, name, SECRET)
    about.last_printed = datetime(2020, 1, 2, 3, 4, 5)  # noqa: DTZ001 - as such files have it
    kept = io.BytesIO()
    paper.save(kept)
    for letterhead in (kept.getvalue(), None):
        report = made("brief", Audience.COUNTERPART)
        found = render(report, words("ar"), Letterhead("own.docx", letterhead) if letterhead else None)
        with ZipFile(io.BytesIO(found)) as archive:
            assert [name for name in archive.namelist() if name.startswith("docProps")] == ["docProps/core.xml"]
            core = archive.read("docProps/core.xml").decode()
            assert not [name for name in archive.namelist() if "custom" in name.lower() or "thumb" in name]
        tags = set(re.findall(r"<(?:dc|cp|dcterms):(\w+)[ >/]", core)) - {"coreProperties"}
        assert tags == {"title", "language", "created", "modified"}
        assert "2013" not in core
        assert "python" not in every_text("docx", found)
        assert SECRET not in every_text("docx", found)


def test_names_of_pictures_do_not_tell_of_a_machine() -> None:
    found = written(
        changed(
            {
                "word/header1.xml": lambda text: re.sub(
                    r'<(wp:docPr|pic:cNvPr) id="(\d+)" name="[^"]*"',
                    rf'<\1 id="\2" name="{SECRET}" title="{SECRET}" descr="C:\\\\Users\\\\{SECRET}.png"',
                    text,
                )
            }
        )
    )
    assert is_clean(found)
    assert looks_alike(found)


def jpeg(*segments: bytes) -> bytes:
    """The frame of a JPEG with these segments in it: a header, a table, a scan of nothing."""
    wrapped = [segment[:2] + struct.pack(">H", len(segment)) + segment[2:] for segment in segments]
    return b"".join([b"\xff\xd8", *wrapped, b"\xff\xda\x00\x02\x12\x34\xff\xd9"])


def test_pictures_say_nothing_of_who_took_them() -> None:
    assert bare(picture(SECRET)) == picture()
    assert bare(picture(SECRET) + SECRET.encode()) == picture()
    shown = (b"\xff\xe0JFIF\0", b"\xff\xdb" + b"\0" * 65)
    told = [
        b"\xff\xe1Exif\0\0" + SECRET.encode(),
        b"\xff\xfe" + SECRET.encode(),
        b"\xff\xedPhotoshop" + SECRET.encode(),
    ]
    assert bare(jpeg(shown[0], *told, shown[1])) == jpeg(*shown)
    assert bare(jpeg(*shown) + SECRET.encode()) == jpeg(*shown)
    assert bare(b"GIF89a") == b"GIF89a"
    found = written(changed({}, {}, pictures=SECRET))
    assert is_clean(found)
    assert looks_alike(found)


def test_a_copy_says_so_at_every_head_of_its_pages() -> None:
    paper = docx.Document(io.BytesIO(plain()))
    section = paper.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "الأولى"
    paper.settings.odd_and_even_pages_header_footer = True
    paper.add_section()
    kept = io.BytesIO()
    paper.save(kept)
    opened = docx.Document(io.BytesIO(written(kept.getvalue())))
    said = words("ar").bare(made("brief", Audience.COUNTERPART).title)
    assert said
    first = opened.sections[0]
    for head in (first.header, first.first_page_header, first.even_page_header):
        assert [p.text for p in head.paragraphs].count("نسخة للجانب المقابل") == 1
    assert opened.sections[1].header.is_linked_to_previous
    inside = docx.Document(io.BytesIO(written(kept.getvalue(), Audience.INTERNAL)))
    assert "نسخة" not in "".join(p.text for p in inside.sections[0].header.paragraphs)
