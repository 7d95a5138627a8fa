"""The readers of what is typed: values, words of closed sets, references, offices."""
