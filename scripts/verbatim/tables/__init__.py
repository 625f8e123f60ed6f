"""What each table promises: one class per artefact, one module per room."""
