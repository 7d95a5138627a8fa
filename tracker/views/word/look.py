"""The look of a Word file and nothing else of it: what nobody sees on its pages does not go to whom it is sent.

By allow-lists, at the depth of the package (ECMA-376, part 2): what is not named here is left behind, be it macros, a
path to a template, comments, properties, printers, embedded objects, or what future versions of Word add.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.oxml.ns import qn

from tracker.views.word.pictures import bare

if TYPE_CHECKING:
    from docx.document import Document
    from docx.opc.part import Part

MOST_PARTS, MOST_BYTES = 1000, 64 << 20
"""The size of a letterhead once it is unpacked."""

_IN_FILE = frozenset({KIND.OFFICE_DOCUMENT})
_ALWAYS = frozenset({KIND.STYLES, KIND.NUMBERING, KIND.SETTINGS, KIND.THEME})
_WHERE_NAMED = frozenset({KIND.HEADER, KIND.FOOTER, KIND.IMAGE})

_SETTINGS = frozenset(
    {
        *("zoom", "displayBackgroundShape", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader"),
        *("bordersDoNotSurroundFooter", "gutterAtTop", "defaultTabStop", "autoHyphenation", "evenAndOddHeaders"),
        *("characterSpacingControl", "compat", "mathPr", "themeFontLang", "clrSchemeMapping", "shapeDefaults"),
        *("decimalSymbol", "listSeparator"),
    }
)
_LEFT_OUT = frozenset(
    {
        # what was said of the text, who may change it, and what was in it before
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "permStart", "permEnd"),
        *("del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange"),
        *("tcPrChange", "tblPrExChange", "numberingChange", "moveFromRangeStart", "moveFromRangeEnd", "cellDel"),
        *("moveToRangeStart", "moveToRangeEnd", "cellIns", "cellMerge", "proofErr", "bookmarkStart", "bookmarkEnd"),
        # what is fetched from elsewhere or runs, and what belongs to one machine
        *("object", "OLEObject", "control", "altChunk", "subDoc", "printerSettings", "hlinkClick", "hlinkHover"),
        *("footnoteReference", "endnoteReference", "rsid", "docPartObj", "dataBinding", "embedRegular", "embedBold"),
    }
)
_UNWRAPPED = {"ins": None, "moveTo": None, "hyperlink": None, "smartTag": None, "customXml": None, "sdt": "sdtContent"}
_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES"})
"""The fields that count pages; of others their last result stays, as text."""
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PATH = re.compile(r"[\\/]")


def opened(content: bytes) -> "Document":
    """A letterhead with its look alone; raises ValueError and whatever zip, XML and python-docx raise for odd ones."""
    with ZipFile(BytesIO(content)) as archive:
        parts = archive.infolist()
        if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
            raise ValueError("larger than a letterhead")
    document = docx.Document(BytesIO(content))
    body = document.element.find(qn("w:body"))
    if body is None or body.find(qn("w:sectPr")) is None:
        raise ValueError("no page")
    return look_alone(document)


def look_alone(document: "Document") -> "Document":
    """The document without everything that is not on its pages; its properties are empty."""
    package = document.part.package
    _keep(package.rels, _IN_FILE, frozenset())
    properties = document.core_properties._element
    for each in list(properties):
        properties.remove(each)
    done: set[int] = set()
    waiting: list[Part] = [document.part]
    while waiting:
        part = waiting.pop()
        if id(part) not in done:
            done.add(id(part))
            _clean(part)
            waiting += (relation.target_part for relation in part.rels.values())
    return document


def _clean(part: "Part") -> None:
    element: Any = getattr(part, "_element", None)
    if element is None:  # a picture, or the colours and fonts of a theme
        _keep(part.rels, frozenset(), frozenset())
        part._blob = bare(part.blob)
        return
    if element.tag == qn("w:settings"):
        for child in list(element):
            if not _is_named(child, _SETTINGS):
                element.remove(child)
    _fixed_fields(element)
    _strip(element)
    _keep(part.rels, _ALWAYS, frozenset(_named_in(element)))
    for each in element.iter():
        for name in [name for name in each.attrib if name.startswith(_RELATION) and each.get(name) not in part.rels]:
            del each.attrib[name]
    for reference in [*element.iter(qn("w:headerReference")), *element.iter(qn("w:footerReference"))]:
        if reference.get(f"{_RELATION}id") is None:
            reference.getparent().remove(reference)


def _keep(relations: Any, always: frozenset[str], named: frozenset[str]) -> None:
    """Leave out the parts, and the addresses outside the file, that are not of these kinds or not named."""
    for key, relation in list(relations.items()):
        wanted = relation.reltype in always or (relation.reltype in _WHERE_NAMED and key in named)
        if relation.is_external or not wanted:
            del relations[key]


def _named_in(element: Any) -> Iterator[str]:
    for each in element.iter():
        yield from (value for name, value in each.attrib.items() if name.startswith(_RELATION))


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_named(element: Any, names: frozenset[str]) -> bool:
    return _local(element) in names


def _strip(element: Any) -> None:
    """Take out what is not seen, unwrap what is; names of pictures and traces of editing go."""
    for each in list(element.iter()):
        parent = each.getparent()
        if parent is None:
            continue
        name = _local(each)
        if not name or name in _LEFT_OUT or _is_hidden(each):
            parent.remove(each)
        elif name in _UNWRAPPED and each.tag.startswith(qn("w:p")[:-1]):
            inner = each if _UNWRAPPED[name] is None else each.find(qn(f"w:{_UNWRAPPED[name]}"))
            for child in list(inner) if inner is not None else ():
                each.addprevious(child)
            parent.remove(each)
    for each in element.iter():
        _without_names(each)


def _is_hidden(element: Any) -> bool:
    """Whether a run is text that Word does not show."""
    if element.tag != qn("w:r"):
        return False
    hidden = element.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return hidden is not None and hidden.get(qn("w:val")) not in ("0", "false", "off")


def _without_names(element: Any) -> None:
    """Take away the names of files that pictures bear, and the numbers by which Word knows who edited when."""
    for key in list(element.attrib):
        name = key.rpartition("}")[2]
        if name.startswith("rsid") or (name in {"descr", "alt"} and _PATH.search(element.get(key))):
            del element.attrib[key]
    if _local(element) in {"docPr", "cNvPr"}:
        element.set("name", "")
        element.attrib.pop("title", None)
    if _local(element) == "imagedata":
        element.attrib.pop("{urn:schemas-microsoft-com:office:office}title", None)


def _fixed_fields(element: Any) -> None:
    """Make of every field that does not count pages the text that it showed last."""
    open_fields: list[tuple[list[Any], list[str]]] = []
    for each in list(element.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:delInstrText"), qn("w:fldSimple"))):
        if each.tag == qn("w:fldSimple"):
            if not _counts(each.get(qn("w:instr"), "")):
                for child in list(each):
                    each.addprevious(child)
                each.getparent().remove(each)
            continue
        if each.get(qn("w:fldCharType")) == "begin":
            open_fields.append(([], []))
        if not open_fields:
            each.getparent().remove(each)
            continue
        marks, code = open_fields[-1]
        marks.append(each)
        if each.tag != qn("w:fldChar"):
            code.append(each.text or "")
        if each.get(qn("w:fldCharType")) == "end":
            open_fields.pop()
            _unless_counting(marks, code)
    for marks, _ in open_fields:  # without an end
        _unless_counting(marks, [])


def _unless_counting(marks: list[Any], code: list[str]) -> None:
    if not _counts("".join(code)):
        for mark in marks:
            mark.getparent().remove(mark)


def _counts(code: str) -> bool:
    words = code.split()
    return bool(words) and words[0].upper() in _FIELDS
