"""Write the files that are written from others: what `make twins` calls."""

from verbatim import files, provenance, twins

if __name__ == "__main__":
    for path, text in twins.all_twins().items():
        files.write_text(provenance.HOUSE / path, text)
        print(path)
