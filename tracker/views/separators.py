"""The signs between the values of a line."""

BESIDE = " · "
"""The sign between values of different kinds."""
SEPARATOR = {"ar": "، ", "tr": ", ", "en": ", "}
"""The sign between the values of a list, by language."""
LIST_SEPARATOR = {"ar": "؛ ", "tr": "; ", "en": "; "}
"""The sign between values that have commas of their own, by language."""
