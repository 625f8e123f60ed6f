"""List what the program is not sure of, as workbooks for people to answer in."""

from typing import Any

from verbatim import door, files
from verbatim.deidentify.decide import read_batches
from verbatim.deidentify.review.asking import Decided, ask
from verbatim.deidentify.review.workbook import workbook
from verbatim.tables.review import Queue, Review


def main(inputs: Any, output: Any, params: Any) -> None:
    """Ask batch by batch; write each queue twice, as table and as workbook."""
    batches = read_batches(door.paths(inputs.segments), door.paths(inputs.mentions))
    queues, review = ask(batches, Decided.read(inputs, params))
    to = zip(door.paths(output.queue), door.paths(output.workbooks), strict=True)
    for queue, (table, book) in zip(queues, to, strict=True):
        Queue.write(queue, table)
        files.write_bytes(book, workbook(queue))
    Review.write(review, output.review)


if __name__ == "__main__":
    with door.opened(snakemake):
        main(snakemake.input, snakemake.output, snakemake.params)
