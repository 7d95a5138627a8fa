"""Words that do not say their language, as texts in one."""

from typing import TYPE_CHECKING

from tracker.message import Message, mark, msg
from tracker.model.records.localized import Lang, Localized, Text, as_text, worded
from tracker.reports.report import Ref

if TYPE_CHECKING:
    from tracker.cli.session import Session


def language(session: "Session", words: str, called: str) -> Lang:
    """The language in which words are kept that do not say theirs; it is told where it is not that of the session.

    Nothing is told of words that were not `called` anything, which a note or a city may be.
    """
    from tracker.text.input.language import is_doubtful, language_of  # noqa: PLC0415 - most commands take no text

    lang = language_of(words, session.words.lang)
    if not called:
        return lang
    if lang != session.words.lang:
        session.warn(Message(_KEPT_AS[lang], {"name": Message(called)}))
    elif is_doubtful(words, lang):
        option = Ref("--lang")
        session.warn(
            msg(
                "{name} has no Arabic letter and is kept as Arabic; {option} sets another language.",
                name=Message(called),
                option=option,
            )
        )
    return lang


_KEPT_AS: dict[Lang, str] = {
    "ar": mark("{name} is kept as Arabic, judging by its letters."),
    "tr": mark("{name} is kept as Turkish, judging by its letters."),
}


def in_its_language(session: "Session", words: str | None, called: str) -> Localized | None:
    """Words that do not say their language as a text."""
    return worded(language(session, words, called), words) if words else None


def text_in_its_language(session: "Session", words: str | None, called: str) -> Text | None:
    """The same as a reason, response or note is kept."""
    found = in_its_language(session, words, called)
    return as_text(found) if found else None
