"""The records of a tracker and the rules kept over them (README.md beside this file): pure values and functions.

Standard library only; no clock, no locale, no input or output. The day is always a parameter.
"""
