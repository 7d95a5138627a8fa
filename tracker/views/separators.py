"""The signs between the values of a line."""

BESIDE = " · "
"""Between values that stand beside each other and have nothing to do with one another."""
SEPARATOR = {"ar": "، ", "tr": ", ", "en": ", "}
"""Between the values of a list, by language."""
LIST_SEPARATOR = {"ar": "؛ ", "tr": "; ", "en": "; "}
"""Between values that have commas of their own."""
