"""Campaigns: what a tracker must stand, tried so often that no day has the time (`python -m tests.campaigns`)."""
