"""Room 5: how many new codes each further interview brought."""
