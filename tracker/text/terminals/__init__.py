"""The recognition of the kind of terminal that we are in."""
