"""Room 4: check what coders gave, carry it to the current codebook, measure agreement."""
