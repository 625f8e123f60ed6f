"""Room 6: which participants speak of what, overall and by group."""
