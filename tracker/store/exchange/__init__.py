"""The exchange with other trackers: export, import, and the joining of both."""
