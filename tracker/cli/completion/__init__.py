"""The completion of the command line: scripts for shells, and the answers to them."""
