"""The changes that commands ask for: each gives a new tracker, or raises the rule that it breaks."""
