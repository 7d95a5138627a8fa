"""The lists of records: selected, filtered, sorted."""
