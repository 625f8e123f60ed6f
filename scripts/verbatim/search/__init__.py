"""How the house looks for names: in text, inside files, along the offset map."""
