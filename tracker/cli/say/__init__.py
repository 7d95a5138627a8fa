"""The sentences about commands and failures: help, refusals, exit codes."""
