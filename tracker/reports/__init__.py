"""What is asked of a tracker, as values: (tracker, day) -> Report. One file per report; no words, no layout."""
