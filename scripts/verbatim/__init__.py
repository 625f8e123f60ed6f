"""The house: typed, pure functions and tables with contracts; nothing here imports snakemake."""
