"""The texts as runs of Word: each says of itself whether its letters run from the right.

Word has no isolates. Their extents become runs of their own, so that codes, dates and whatever a user typed keep their
order (ECMA-376, 17.3.2.30, `rtl`).
"""

import re
from xml.sax.saxutils import escape

from tracker.frozen import Frozen
from tracker.text.arabic.isolates import extents


class Look(Frozen):
    """The look of a run: `size` in half points, `colour` as six hexadecimal digits; empty is as the style has it."""

    bold: bool = False
    size: int = 0
    colour: str = ""


PLAIN = Look()
UNBROKEN = "\u2011"
"""A hyphen at which no line ends; Word has an element for it."""
_WITHIN = '</w:t><w:{}/><w:t xml:space="preserve">'
_BEGUN = re.compile(r"(<w:pPr>(?:<w:pStyle [^>]*/>)?)(?!<w:keepNext/>)")
_LOOSE = re.compile(r"[+\u2212-]|[0-9]+\s+[A-Za-z]")
_JOINED = re.compile("[0-9]+[-–+]")


def runs(text: str, *, rtl: bool, look: Look = PLAIN, behind: bool = False) -> str:
    """The text as `w:r` elements, a new line as `w:br`; `behind` others where it goes on with their line."""
    parts = enumerate(extents(text, rtl=rtl), start=int(behind))
    return "".join(
        _run(_signed(part, behind=at > 0) if rtl and not right else part, right, look) for at, (part, right) in parts
    )


def _signed(text: str, *, behind: bool) -> str:
    """Prefix a mark of direction so that LibreOffice leaves a sign, a day number or a date `behind` others in order."""
    return f"\u200e{text}" if _LOOSE.match(text) or (behind and _JOINED.match(text)) else text


def _run(text: str, right: bool, look: Look) -> str:
    inner = escape(text).replace("\n", _WITHIN.format("br")).replace(UNBROKEN, _WITHIN.format("noBreakHyphen"))
    return f'<w:r>{_properties(look, right=right)}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def _properties(look: Look, *, right: bool) -> str:
    """The properties of a run, bold and size twice: Arabic letters know only the forms of complex scripts."""
    properties = "<w:b/><w:bCs/>" if look.bold else ""
    if look.colour:
        properties += f'<w:color w:val="{look.colour}"/>'
    if look.size:
        properties += f'<w:sz w:val="{look.size}"/><w:szCs w:val="{look.size}"/>'
    properties += "<w:rtl/>" if right else '<w:rtl w:val="0"/>'
    return f"<w:rPr>{properties}</w:rPr>"


def opposes_page(text: str, *, rtl: bool) -> bool:
    """Whether all of a text runs from the right on a page that runs from the left, as one that is not translated."""
    return not rtl and bool(text) and all(right for part, right in extents(text, rtl=rtl) if part.strip())


def paragraph(content: str, style: str = "", *, further: str = "") -> str:
    """A paragraph of runs; `further` are properties after the style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{further}</w:pPr>{content}</w:p>"


def keep_with_next(xml: str) -> str:
    """The paragraphs, kept on the page of what follows them."""
    return _BEGUN.sub(r"\1<w:keepNext/>", xml)


def field(code: str, look: Look = PLAIN) -> str:
    """A number that Word counts: `PAGE`, `NUMPAGES`."""
    start, end = f"<w:r>{_properties(look, right=False)}", "</w:r>"
    inner = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve">{code}</w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(start + part + end for part in inner)
