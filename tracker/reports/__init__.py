"""The answers to what is asked of a tracker: values, (tracker, day) -> Report. One file each; no words, no layout."""
