"""What a reviewer's command does; Python's standard library only, so that it runs anywhere."""
