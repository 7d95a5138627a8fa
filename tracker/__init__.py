"""A tracker for a programme of joint steps: every promise with its proof, in Arabic, Turkish and English."""

__version__ = "0.1.0"
