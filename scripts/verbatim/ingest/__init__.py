"""Room 1: transcripts as they come, read into segments of speech."""
