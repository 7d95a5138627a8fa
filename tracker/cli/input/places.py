"""The places as they are typed: a country, or a country and a city (`TR`, `ليبيا`, `TR/Ankara`)."""

import re

from tracker import errors
from tracker.cli.input import languages, values
from tracker.cli.session import Session
from tracker.model.records.meetings import Place
from tracker.text.input.fold import fold

_COUNTRIES = {"ليبيا": "LY", "libya": "LY", "تركيا": "TR", "turkiye": "TR", "turkey": "TR"}


def place_of(session: Session, given: str, name: str, *, force: bool) -> Place:
    """The country as an ISO code and the city, where it is named; given as the option `name`.

    Raises `BadPlace` for a city of no country, `PersonalData`.
    """
    text = values.new_text(session, given, name, force=force) or ""
    country, _, city = (part.strip() for part in text.partition("/"))
    known = {fold(name): code for name, code in _COUNTRIES.items()}
    code = known.get(fold(country)) or country.upper()
    if not re.fullmatch(r"[A-Z]{2}", code):
        raise errors.BadPlace(text)
    return Place(code, languages.in_its_language(session, city, "") if city else None)


def typed_place(where: Place | None) -> str | None:
    """A place as it would be typed."""
    if where is None:
        return None
    return f"{where.country}/{where.city.within('ar')}" if where.city else where.country
