"""Room 3: suggest codes to coders, learning from people's codings only."""
