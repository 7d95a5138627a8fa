"""Sorts of texts, each with the way it is read: in the language of the session, or in one that is named (rule 1.3)."""

from collections.abc import Callable, Iterator
from types import MemberDescriptorType
from typing import Any, Unpack

from tracker import errors
from tracker.cli.fields import Traits, field
from tracker.cli.input import languages, values
from tracker.cli.parameters import ADD, UPDATE, Field, Read
from tracker.cli.session import Session
from tracker.frozen import replace
from tracker.message import mark
from tracker.model.changes.items import Wording
from tracker.model.records.localized import LANGS, Lang, Localized, in_languages

Wordings = tuple[str | None, str | None, str | None]
"""The fields of a change for a text in Arabic, Turkish and English."""
Spoken = tuple[Localized, ...] | None
"""The field of a change for new items of a list of texts."""
Reworded = tuple[tuple[Wording, ...], tuple[Wording, ...], tuple[Wording, ...]]
"""The fields of a change for items in Arabic, Turkish and English."""
TITLE = (mark("Arabic title."), mark("Turkish title."), mark("English title."))
NAME = (mark("Arabic name."), mark("Turkish name."), mark("English name."))
IN_WORDS = (mark("In Arabic."), mark("In Turkish."), mark("In English."))
NUMBERED = mark("N=TEXT")
NUMBERED_IN = {
    "ar": mark("An item by its number, in Arabic."),
    "tr": mark("An item by its number, in Turkish."),
    "en": mark("An item by its number, in English."),
}
WORDING = (mark("Arabic text."), mark("Turkish text."), mark("English text."))


def text(target: str | None, option: str, meaning: str, **traits: Unpack[Traits]) -> Field:
    """A free text: cleaned, guarded against personal data, never empty."""
    return field(target, option, meaning, free_text, Traits(metavar=mark("TEXT")) | traits)


def free_text(session: Session, typed: str, called: str, force: bool) -> str | None:
    """A text from the line, a file or the pipe."""
    return values.new_text(session, typed, called, force=force)


def localized(
    target: Wordings, name: str, meanings: tuple[str, str, str], *, locked: bool = False, only: str = ""
) -> tuple[Field, ...]:
    """A text that a record has in one language at least; the command that adds takes it by place.

    `locked`: the Arabic words of some records are those of the source.
    """
    said = spoken(target[0], name, mark("Text in the language of the session."), only=UPDATE)
    each = in_each(target, name, meanings, locked=locked, only=only)
    return tuple(replace(field, single=True) for field in (said, *each))


def optional_text(
    target: Wordings, option: str, meaning: str, kept: str = "", meanings: tuple[str, str, str] | None = None
) -> tuple[Field, ...]:
    """A text that need not be there, which a record keeps as `kept`, if not under the name of its option."""
    name = kept or option
    said = spoken(target[0], option, meaning, clears=name, cleared_as=option)
    return (said, *in_each(target, option, meanings or IN_WORDS, kept=name))


def spoken(target: str | None, option: str, meaning: str, **traits: Unpack[Traits]) -> Field:
    """A text in the language of its words, which is that of the session if they do not tell another."""
    found = text(target, option, meaning, **Traits(now=None) | traits)
    name = found.sets.removesuffix("_ar")
    return replace(found, spoken=True, sets=name, column=traits.get("column", name))


def in_each(
    target: Wordings,
    option: str,
    meanings: tuple[str, str, str] = IN_WORDS,
    *,
    kept: str = "",
    locked: bool = False,
    only: str = "",
) -> Iterator[Field]:
    """The same text in a language that is named: Arabic, Turkish, English."""
    for lang, each, meaning in zip(LANGS, target, meanings, strict=True):
        hidden = locked and lang == "ar"
        now = wording(kept or option.replace("-", "_"), lang)
        yield text(each, f"{option}-{lang}", meaning, now=now, clear=True, only=only, hidden=hidden)


def reason(target: Wordings) -> Iterator[Field]:
    """A reason that was given, in a language that is named: so it is translated, under the name of its field."""
    assert isinstance(target[0], MemberDescriptorType)
    return in_each(target, target[0].__name__.removesuffix("_ar").replace("_", "-"), only=UPDATE)


def of_the_change(target: Wordings, option: str) -> Iterator[Field]:
    """The words in a language that is named of a text that belongs to the change, not to what holds."""
    for lang, each, meaning in zip(LANGS, target, IN_WORDS, strict=True):
        yield text(each, f"{option}-{lang}", meaning, now=None, only=UPDATE)


def items(
    target: Spoken, option: str, meaning: str, wordings: Reworded, kept: str = "", **traits: Unpack[Traits]
) -> Iterator[Field]:
    """A list of texts, to which items are added in the language of their words, and reworded by their number.

    `kept` is the field of a record that holds them, where its spreadsheet has them.
    """

    def read(session: Session, typed: list[str], called: str, force: bool) -> tuple[Localized, ...]:
        new = (values.new_text(session, each, called, force=force) for each in typed)
        found = (languages.in_its_language(session, each, called) for each in new)
        return tuple(each for each in found if each)

    yield field(
        target, option, meaning, read, Traits(metavar=mark("TEXT"), many=True, separator="\n", now=None) | traits
    )
    for lang, each in zip(LANGS, wordings, strict=True):
        numbered = Traits(
            metavar=NUMBERED, many=True, separator="\n", now=_numbered(kept, lang), only=UPDATE, single=True
        )
        yield field(each, f"{option}-{lang}", NUMBERED_IN[lang], _wordings(lang), numbered)


def wording(name: str, lang: str) -> Callable[[Any], Any]:
    """Gives the words of a text of a record in one language, None where there are none."""
    return lambda record: (found := getattr(record, name)) and getattr(in_languages(found), lang)


def _numbered(name: str, lang: Lang) -> Callable[[Any], Any] | None:
    """Gives the items of a list that are worded in a language, each behind its number; None without the list."""

    def now(record: Any) -> tuple[str, ...]:
        worded = ((place, getattr(item, lang)) for place, item in enumerate(getattr(record, name), 1))
        return tuple(f"{place}={words}" for place, words in worded if words)

    return now if name else None


def _wordings(lang: Lang) -> Read:
    """Reads the words of items in one language, each behind its number: `2=…`."""

    def read(session: Session, typed: list[str], called: str, force: bool) -> tuple[Wording, ...]:
        return tuple(item(session, each, called, force) for each in typed)

    def item(session: Session, typed: str, called: str, force: bool) -> Wording:
        number, sign, words = typed.partition("=")
        if not sign or not words.strip():
            raise errors.BadItem(typed)
        found = values.new_text(session, words.strip(), called, force=force) or ""
        return Wording(values.natural(number) or 0, lang, found)

    return read


def heading(target: str | None, option: str, metavar: str) -> Field:
    """The text that the command which adds takes by place, in the language of its words."""
    return replace(spoken(target, option, "", metavar=metavar, only=ADD), place=True, required=True)
