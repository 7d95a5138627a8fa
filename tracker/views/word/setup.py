"""A document of Word in the reader's language and direction: page, fonts, styles, footer.

The order of the elements is the schema's (ECMA-376, 17.3.1.26 and 17.3.2.28); Word refuses a file with another.
"""

from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from tracker.views.letter.model import FramedPage
from tracker.views.letterhead import Letterhead
from tracker.views.made_at import made_at
from tracker.views.page import Page
from tracker.views.word.look import look_alone, opened

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Arial"
"""Every Word has it, with Arabic and Turkish letters; a font that is missing would be replaced by a chance one."""

_STYLES = (
    ("Normal", 10.5, False),
    ("Title", 18, True),
    ("Subtitle", 11, True),
    ("Heading 1", 14, True),
    ("Heading 2", 12, True),
    ("Heading 3", 11, True),
    ("List Bullet", 10.5, False),
    ("Caption", 9, False),
    ("Footer", 8, False),
)
_DEEP = RGBColor(0x0B, 0x3D, 0x2E)
_AFTER_BIDI = (
    *("adjustRightInd", "snapToGrid", "spacing", "ind"),
    *("contextualSpacing", "mirrorIndents", "jc", "outlineLvl"),
)
_AFTER_RTL = ("cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")


def new_document(page: Page | FramedPage, letterhead: Letterhead | None) -> "Document":
    """An empty document, or a letterhead with its own page, head and foot; raises what `opened` raises."""
    if letterhead is None:
        document = look_alone(docx.Document())
        _paper(document, page)
        _settings(document)
    else:
        document = opened(letterhead.content)
        _without_last_blank(document)
        if page.wide:
            _turn(document)
    for name, size, bold in _STYLES:
        _style(document, name, size, bold, page, own=letterhead is None)
    _defaults(document, page)
    _about(document, page)
    return document


def _paper(document: "Document", page: Page | FramedPage) -> None:
    section = document.sections[0]
    broad = isinstance(page, Page) and page.broad
    across, high = (420, 297) if broad else (297, 210) if page.wide else (210, 297)
    section.page_width, section.page_height = Mm(across), Mm(high)
    section.orientation = WD_ORIENT.LANDSCAPE if page.wide else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(13 if page.wide else 15)
    section.top_margin = section.bottom_margin = Mm(16)
    section.header_distance = section.footer_distance = Mm(7)
    if page.direction == "rtl":
        _before(section._sectPr, "w:bidi", ("rtlGutter", "docGrid", "printerSettings"))


def _turn(document: "Document") -> None:
    """A letterhead laid on its side, with its own margins: many columns upright would be torn within their words."""
    for section in document.sections:
        width, height = section.page_width, section.page_height
        if width and height and width < height:
            section.page_width, section.page_height = height, width
            section.orientation = WD_ORIENT.LANDSCAPE


def _without_last_blank(document: "Document") -> None:
    """The empty paragraph in which somebody would begin to write."""
    if (
        document.paragraphs
        and not document.paragraphs[-1].text.strip()
        and not document.paragraphs[-1]._p.xpath(".//w:drawing|.//w:pict|.//w:sectPr")
    ):
        last = document.paragraphs[-1]._p
        last.getparent().remove(last)


def _style(document: "Document", name: str, size: float, bold: bool, page: Page | FramedPage, *, own: bool) -> None:
    """Set direction always, font and size only where there is no letterhead whose choice they are."""
    styles = document.styles
    made = name not in styles
    style: Any = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH) if made else styles[name]
    ppr, rpr = style.element.get_or_add_pPr(), style.element.get_or_add_rPr()
    if page.direction == "rtl":
        _before(ppr, "w:bidi", _AFTER_BIDI)
        for aligned in ppr.findall(qn("w:jc")):  # in such paragraphs "left" is where reading begins
            ppr.remove(aligned)
        _before(rpr, "w:rtl", _AFTER_RTL)
    if own or page.direction == "rtl":
        for apart in rpr.findall(qn("w:spacing")):  # of the letters of titles: it pulls Arabic words apart
            rpr.remove(apart)
    if own or made:
        _fonts(rpr)
        style.font.size, style.font.bold, style.font.italic = Pt(round(size * 2) / 2), bold, False
        if name.startswith(("Title", "Subtitle", "Heading")):
            style.font.color.rgb = _DEEP
        _second(rpr, "w:sz", "w:szCs", {"w:val": str(round(size * 2))})
        if bold:
            _second(rpr, "w:b", "w:bCs", {})
        style.paragraph_format.space_after = Pt(4)
        if name.startswith("Heading"):
            style.paragraph_format.space_before = Pt(10)


def _fonts(rpr: Any) -> None:
    """One font for all scripts; names of the theme would win over it."""
    fonts = rpr.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        rpr.insert(0, fonts)
    for name in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def _second(rpr: Any, first: str, tag: str, values: dict[str, str]) -> None:
    """The form of a property that complex scripts know, right after the one that the others know."""
    for old in rpr.findall(qn(tag)):
        rpr.remove(old)
    made = OxmlElement(tag)
    for name, value in values.items():
        made.set(qn(name), value)
    rpr.find(qn(first)).addnext(made)


def _before(parent: Any, tag: str, later: tuple[str, ...]) -> None:
    """An element before the first of those that the schema puts after it."""
    if parent.find(qn(tag)) is not None:
        return
    made = OxmlElement(tag)
    following = next((child for child in parent if child.tag in {qn(f"w:{name}") for name in later}), None)
    if following is None:
        parent.append(made)
    else:
        following.addprevious(made)


def _defaults(document: "Document", page: Page | FramedPage) -> None:
    """The language of the texts, for spelling and for reading aloud."""
    rpr = document.styles.element.find(qn("w:docDefaults") + "/" + qn("w:rPrDefault") + "/" + qn("w:rPr"))
    if rpr is None:
        return
    language = rpr.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        rpr.append(language)
    spoken = f"{page.lang}-{page.region}"
    language.set(qn("w:val"), "en-GB" if page.direction == "rtl" else spoken)
    language.set(qn("w:bidi"), spoken if page.direction == "rtl" else "ar-LY")


def _settings(document: "Document") -> None:
    """Set Arabic as the language of complex scripts, and the layout of today's Word instead of that of 2010."""
    settings = document.settings.element
    for theme in settings.findall(qn("w:themeFontLang")):
        theme.attrib.pop(qn("w:eastAsia"), None)
        theme.set(qn("w:bidi"), "ar-LY")
    for setting in settings.findall(f"{qn('w:compat')}/{qn('w:compatSetting')}"):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _about(document: "Document", page: Page | FramedPage) -> None:
    """Set title, language and time of the tracker's last change: nothing of the machine or its user."""
    about = document.core_properties
    about.title = page.plain_title
    about.language = f"{page.lang}-{page.region}"
    about.created = about.modified = made_at(page.moment).replace(tzinfo=None)
