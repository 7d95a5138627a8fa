"""The findings of `check`: what is flagged and holds nobody up."""
