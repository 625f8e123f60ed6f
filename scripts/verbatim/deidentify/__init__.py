"""Room 2: find, decide and replace identifying details, and measure how well that went."""
