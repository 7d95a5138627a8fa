"""The rules that refuse: what may never be, however it came about."""
