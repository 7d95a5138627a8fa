"""The themes as they are typed: by slug, or by their word in any of the three languages; others stay as they are."""

from tracker.cli.input import values
from tracker.cli.session import Session
from tracker.locale import LANGUAGES, open_catalog
from tracker.reports.vocabulary import THEMES
from tracker.text.input.fold import fold
from tracker.text.input.lists import split_list
from tracker.views.words import Words


def themes_of(session: Session, given: str, name: str, *, force: bool) -> tuple[str, ...]:
    """The themes in a list, each once, given as the option `name`. Raises `PersonalData`, `EmptyText`."""
    text = values.new_text(session, given, name, force=force)
    known = {fold(slug.replace("_", "-")): slug for slug in THEMES}
    readers = [Words(open_catalog(lang)) for lang in LANGUAGES]
    known |= {fold(reader.bare(word)): slug for slug, word in THEMES.items() for reader in readers}
    found = (known.get(fold(theme).replace("_", "-"), theme) for theme in split_list(text or ""))
    return tuple(dict.fromkeys(found))
