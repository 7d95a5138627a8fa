"""Words of a language that the reader did not choose.

Allowed in every language: what is typed or named as it stands – commands, options, settings, slugs, codes, files,
formats, programs – read from the program's own tables. Everything else in Latin letters is foreign to Arabic, and
Arabic letters are foreign to the others. Turkish and English are told apart by the words of the catalogs themselves.
"""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import tracker.model
from tests.locale.catalogs import forms, ids, read
from tracker.cli.app import build, root
from tracker.cli.command_table import COMMANDS
from tracker.cli.completion.script import SCRIPTS
from tracker.cli.lookup import HELP
from tracker.cli.parser import Choice, Parameter
from tracker.cli.say.topics import TOPICS
from tracker.cli.sheets.kinds import KINDS as SHEETS
from tracker.model.records.thresholds import Thresholds
from tracker.reports.documents import DOCUMENTS
from tracker.reports.lists.listing import KINDS
from tracker.reports.lists.sorting import keys_of
from tracker.settings import KEYS
from tracker.store.template import TEMPLATES
from tracker.views.formats import FORMATS

# Names of formats, standards, programs and keys; letters that stand for a number or a field of a code.
NAMES = frozenset(
    {
        "tracker",
        "view",
        "JSON",
        "TOML",
        "UTF-8",
        "SHA-256",
        "IBAN",
        "MB",
        "CSV",
        "csv",
        "ods",
        "xls",
        "xlsx",
        "PDF",
        "Word",
        "Markdown",
        "Tab",
        "N",
        "S",
        "A",
        "M",
        "E",
        "PostgreSQL",
        "LOGIN",
        "DATABASE",
        "createdb",
        "createuser",
    }
)
# What both Turkish and English say.
COGNATES = frozenset({"disk", "latin", "libya", "ms", "no", "not", "plan", "program", "risk", "say", "türkiye"})
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3\u06fa-\u06ff]+")
_OPTION = re.compile(r"(?<![\w-])(?:--?[a-z][a-z-]*|-[A-Z]\b)")
_NAMED = re.compile(
    r"TRACKER_[A-Z]+|NO_COLOR|(?:\S+ +(?:-m)? *)?\bpip install\b(?: *(?:-e)? *\"[^\"]*\")?|"
    r"postgres(?:ql)?://[^\s']*|~/\.\S+|HOST:\S+|\b(?:TERM|EDITOR|VISUAL|PAGER)\b|\bUTF-8\b|\bSHA-256\b"
    r"|@?[\w.-]+\.(?:json|md|txt|toml|docx)\b"
    r"|\b(?:[A-Z]{1,2}\d+(?:\.\d+)*|(?:LY|TR|SEC)(?:-[A-Z]+)?)(?:/[a-z]+)?\b"
    r"|Africa/Tripoli|\b[0-9a-f]{7,64}\b"
    r"|\+\d+[a-z]\b|\d{4}-\d\d-\d\dh\b|\d{4}-Q\d"  # dates as examples
)
_SPAN = re.compile(r"`[^`]+`|(?:(?<=\s)|^)(?:--[a-z][a-z-]*|tracker)(?: (?:-{0,2}[A-Za-z@][\w@/.-]*\w|[A-Z]|\d+)\b)*")


@cache
def options() -> frozenset[str]:
    """Every option of every command, and of the program itself."""
    return frozenset(name for param in params() for name in param.opts)


def params() -> list[Parameter]:
    """The parameters of the program itself and of every command."""
    return [*root().params, *(param for command in COMMANDS for param in build(command).params)]


@cache
def slugs() -> frozenset[str]:
    """Every word that can be typed as a value."""
    modules = [importlib.import_module(m.name) for m in pkgutil.walk_packages(tracker.model.__path__, "tracker.model.")]
    kinds = {kind for module in modules for _, kind in inspect.getmembers(module, inspect.isclass)}
    words = {member.value for kind in kinds if issubclass(kind, StrEnum) for member in kind}
    words |= {*KEYS, *(word for allowed, _ in KEYS.values() for word in allowed), *Thresholds.__annotations__}
    words |= {*COMMANDS, *TOPICS, *HELP, *KINDS, *SHEETS, *DOCUMENTS, *FORMATS, *TEMPLATES, *SCRIPTS, *actions()}
    words |= {choice for param in params() if isinstance(param.type, Choice) for choice in param.type.choices}
    words |= {key for kind in KINDS if kind != "all" for key in keys_of(kind)}
    return frozenset({*words, *(word.replace("_", "-") for word in words)})


def actions() -> set[str]:
    """Words of arguments that name what a command does, and names of settings that are no setting."""
    return {"make", "list", "restore", "completion", "auto", "initiative", "yes", "no"}


def foreign(lang: str, text: str, *known: str) -> list[str]:
    """The words of another language in what is shown; `known` are data that was given."""
    return _foreign(lang, text, known, slugs() | NAMES)


def foreign_in_catalog(lang: str, text: str) -> list[str]:
    """As `foreign`, for a sentence as it stands in the catalog: what is typed stands there in whole commands only."""
    wrong = [option for option in _OPTION.findall(text) if option.strip("-") and option not in options()]
    return wrong + _foreign(lang, re.sub(r"\{\w+\}", " ", _SPAN.sub(" ", text)), (), NAMES)


def _foreign(lang: str, text: str, known: tuple[str, ...], allowed: frozenset[str]) -> list[str]:
    for data in sorted(known, key=len, reverse=True):
        text = re.sub(rf"(?<![\w-]){re.escape(data)}(?![\w-])", " ", text)
    text = _NAMED.sub(" ", _OPTION.sub(lambda found: " " if found[0] in options() else found[0], text))
    words = [word for word in re.findall(r"[^\W\d_]+(?:['_-][^\W\d_]+)*", text) if word not in allowed]
    if lang == "ar":
        return [word for word in re.findall(r"[A-Za-zÇĞİÖŞÜçğıöşü][\w'-]*", text) if word not in allowed]
    other = vocabulary("en") - vocabulary("tr") if lang == "tr" else vocabulary("tr") - vocabulary("en")
    return [word for word in words if _ARABIC.search(word) or word.lower() in other]


@cache
def vocabulary(lang: str) -> frozenset[str]:
    """The words that the sentences of Turkish or English use."""
    return frozenset(
        word
        for message in read("tr")
        if message.id
        for text in (forms if lang == "tr" else ids)(message)
        for word in words_of(text)
    )


def words_of(text: str) -> Iterator[str]:
    """The words of a sentence without its places and without what is typed."""
    text = _NAMED.sub(" ", _SPAN.sub(" ", re.sub(r"\{\w+\}", " ", text)))
    yield from (word.lower() for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", text) if word not in NAMES)


def unchanged(lang: str) -> list[tuple[str, str]]:
    """Sentences of the catalog with a word of the English left in them."""
    return [
        (word, ids(message)[0])
        for message in read(lang)
        if message.id
        for word in sorted(set().union(*map(words_of, ids(message))) & set().union(*map(words_of, forms(message))))
        if word not in COGNATES
    ]
