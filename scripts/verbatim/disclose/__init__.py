"""How alone participants are in what a study publishes about them, and what would help."""
