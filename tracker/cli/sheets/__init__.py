"""Spreadsheets of one kind of records: written with field names as headings, and taken in by the commands' rules."""
