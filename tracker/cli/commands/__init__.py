"""The commands that are not of one kind of records."""
