"""Joining the states of two copies that went on apart, field by field, each side's news kept (section 17)."""
