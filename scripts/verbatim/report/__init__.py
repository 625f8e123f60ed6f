"""Room 7: sample characteristics, quotations, and the page that a paper is written from."""
