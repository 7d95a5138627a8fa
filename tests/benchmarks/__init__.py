"""What the commands cost, in starts of an interpreter: `python -m tests.benchmarks`. Never part of pytest."""
