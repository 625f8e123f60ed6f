"""The key: who stands behind each tag, kept apart from the results, and the way back."""
