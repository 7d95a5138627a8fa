"""The history of a tracker: revisions, their chain, undoing and redaction."""
