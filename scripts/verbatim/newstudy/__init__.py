"""A new team's first half hour: a study folder written from the transcripts it has."""
