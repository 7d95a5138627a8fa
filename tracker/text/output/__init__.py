"""Output as a craft: lines in logical order, laid out by Rich, ordered for the terminal at hand, and written once."""
