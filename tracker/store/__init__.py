"""The place where a tracker is kept: one command is one transaction, whole or not at all (rule 15.1).

`open_store` gives a store; `load` a frozen value without a lock; `change` locks, loads, applies a function, checks
the rules, and writes the difference as one revision. Nothing waits for a person inside it.
The only user of tinydb and msgspec.
"""
