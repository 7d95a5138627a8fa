"""Head, opening and ending of a letter, each after the practice of the language's registry.

Arabic: sender and what the registry fills in on both sides of the emblem, addressee, greeting, subject, courtesies,
copies. Turkish: the regulation on official correspondence (Sayı and Konu left, Tarih right, muhatap, ilgi, imza, ek,
dağıtım; OLUR where a decision is asked). English: a submission (to, from, purpose, decision required by).
"""

from datetime import date, timedelta
from typing import Any

from tracker.message import Message
from tracker.reports.letter import Letter
from tracker.reports.report import Report
from tracker.text.input import dates
from tracker.text.input.digits import in_digits
from tracker.text.printable import FSI, PDI
from tracker.views.banners import banners
from tracker.views.letter import words as said
from tracker.views.letter.model import Ending, Fact, Head
from tracker.views.letterhead import Brand
from tracker.views.letterhead import Head as Own
from tracker.views.words import Words


def _own(words: Words, brand: Brand) -> Own:
    return brand.heads.get(words.lang, Own())


def _typed(text: str, words: Words, default: Message) -> str:
    """The text of the brand, or the place to fill."""
    return words.typed(text) if text else words.message(default)


def head(report: Report, words: Words, brand: Brand) -> Head:
    """The head of the page."""
    own, letter = _own(words, brand), report.letter
    assert letter is not None
    marks = (words.typed(own.classification) if own.classification else "", *map(words.message, banners(report)))
    start, end = _facts(report, words, brand)
    return Head(
        state=words.typed(own.state) if own.state else _state(letter, words),
        ministry=_typed(own.ministry, words, said.MINISTRY),
        office=words.typed(own.office) if own.office else words.text(letter.office) if letter.office else "",
        marks=tuple(mark for mark in marks if mark),
        start=start,
        end=end,
    )


def _state(letter: Letter, words: Words) -> str:
    """The line of the state of who writes, as the language of the letter has it."""
    if words.lang == "tr" and letter.side in ("", "tr"):
        return said.TURKISH_STATE
    return words.message(said.STATE.get(letter.side, said.STATE[""]))


def _facts(report: Report, words: Words, brand: Brand) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The facts where reading begins, and those at the other side."""
    letter = report.letter
    assert letter is not None

    def fact(key: str, text: str) -> Fact:
        return Fact(key, words.message(said.LABELS[key]), text)

    reference = fact("reference", _reference(letter, words, brand))
    attached = [fact("attached", words.message(letter.attached))] if letter.attached else []
    match words.lang:
        case "ar":
            day = Fact("date", words.message(said.LABELS["date"]), _gregorian(report.day, words))
            hijri = fact("hijri", _hijri(report.day + timedelta(days=brand.hijri_shift), words))
            return (), (reference, day, *([hijri] if hijri.text else []), *attached)
        case "tr":
            subject = letter.subject if letter.to else said.SUBJECT if letter.asks else said.SUBJECT_UNASKED
            return (reference, fact("subject", words.message(subject))), (fact("date", _digits(report.day, words)),)
        case _:
            to = fact("to", _addressee(letter, words, brand))
            signs = fact("from", _signer(letter, words, _own(words, brand)))
            purpose = [fact("purpose", words.message(letter.intro))] if letter.intro else []
            wanted = [fact("required", words.day(letter.required_by))] if letter.required_by else []
            previous = [fact("relation", words.message(letter.previous))] if letter.previous else []
            return (to, signs, *purpose, *previous), (reference, fact("date", words.day(report.day)), *wanted)


def _addressee(letter: Letter, words: Words, brand: Brand) -> str:
    if letter.to is not None:
        return words.message(said.to_office(letter.to))
    return _typed(_own(words, brand).addressee, words, said.ADDRESSEE)


def _reference(letter: Letter, words: Words, brand: Brand) -> str:
    prefix = _own(words, brand).reference_prefix
    number = words.typed(f"{prefix}{letter.reference}") if letter.reference else words.message(said.REFERENCE)
    return number if letter.reference or not prefix else f"{words.typed(prefix)}{number}"


def _gregorian(day: date, words: Words) -> str:
    return f"{FSI}{dates.long(day, words.lang, words.digits)}م{PDI}"


def _hijri(day: date, words: Words) -> str:
    """The Hijri day; empty outside its tables, where only the other is known."""
    text = dates.long(day, words.lang, words.digits, "hijri")
    return "" if text == dates.long(day, words.lang, words.digits) else f"{FSI}{text}{PDI}"


def _digits(day: date, words: Words) -> str:
    """The day as Turkish letters write it (rule of the regulation: 31.03.2026)."""
    return f"{FSI}{in_digits(f'{day.day:02}.{day.month:02}.{day.year}', words.lang, words.digits)}{PDI}"


def _signer(letter: Letter, words: Words, own: Own) -> str:
    if own.signer:
        return words.typed(own.signer)
    return words.text(letter.office) if letter.office else words.message(said.SIGNER)


def opening(report: Report, words: Words, brand: Brand) -> dict[str, Any]:
    """Addressee, greeting, subject, what the letter follows, and its first sentence."""
    letter = report.letter
    assert letter is not None
    subject, relation, intro, greeting = words.message(letter.subject), "", "", ""
    values = letter.subject.values
    if words.lang == "ar":
        greeting = words.message(said.GREETING_OF_OFFICE if letter.to else said.GREETING)
        subject = f"{words.message(said.LABELS['subject'])}: {subject}"
    if words.lang == "tr" and letter.to is None:
        intro = words.message(said.intro(values["title"], values["day"], asks=letter.asks))
    if words.lang == "en" and letter.to is None:
        subject = words.text(values["title"])
    if letter.previous and words.lang != "en":
        relation = f"{words.message(said.LABELS['relation'])}: {words.message(letter.previous)}"
    return {
        "addressee": _addressee(letter, words, brand),
        "greeting": greeting,
        "subject": subject,
        "relation": relation,
        "intro": intro,
    }


def ending(report: Report, words: Words, brand: Brand) -> Ending:
    """Courtesies, who signs, the minister's box, and what the registry files."""
    letter, own = report.letter, _own(words, brand)
    assert letter is not None
    closing = [] if letter.to else [words.message(said.CLOSING if letter.asks else said.CLOSING_UNASKED)]
    if words.lang == "ar":
        closing.append(words.message(said.FAREWELL))
    copies = [words.typed(copy) for copy in own.copies] or [words.message(copy) for copy in said.COPIES]
    facts = [Fact("copies", words.message(said.LABELS["copies"]), " · ".join(copies))]
    if letter.attached and words.lang != "ar":  # in Arabic the head has it
        facts.insert(0, Fact("attached", words.message(said.LABELS["attached"]), words.message(letter.attached)))
    return Ending(
        closing=tuple(closing),
        signer=_signer(letter, words, own),
        direction="" if letter.to else words.message(said.DECISION if letter.asks else said.DIRECTION),
        minister="" if letter.to else words.message(said.MINISTER),
        facts=tuple(facts),
        asks=letter.asks,
    )
