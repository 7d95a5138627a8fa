"""Texts, dates and numbers as people type them: read, cleaned, guarded, and written again."""
