"""The framework and its history: versions, changes, and what became of each code."""
