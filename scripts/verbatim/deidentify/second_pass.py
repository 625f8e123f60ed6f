"""The second pass over the de-identified text, batch by batch."""

import logging

import pandas as pd

from verbatim.deidentify.near import Index, near
from verbatim.deidentify.replace import in_order
from verbatim.search import occurrences
from verbatim.search.findings import Finding
from verbatim.tables.missed import Near


class SecondPass:
    """Looks for the replaced names in what is left, and remembers what it met."""

    def __init__(self, identifiers: pd.DataFrame) -> None:
        self.identifiers, self.index = identifiers, Index.of(identifiers)
        self._near = [Near.without_rows()]
        self._left: list[Finding] = []

    def look(self, public: pd.DataFrame, offsets: pd.DataFrame) -> None:
        """Look through one batch of de-identified `Segments`, with its `Offsets`."""
        self._left += occurrences.leftover(public, self.identifiers, offsets)
        self._near.append(near(public, self.identifiers, offsets, self.index))

    def near(self) -> pd.DataFrame:
        """`Near`, what is nearly a name; warnings say how much, and what still stands as it was.

        A name that still stands does not stop this room: what was finished is there to be looked
        at. The release check names the place and stops the release.
        """
        if many := len({finding.where for finding in self._left}):
            logging.warning(
                "in %d segments a word still stands that is replaced elsewhere in the interview: "
                "the release check says where",
                many,
            )
        found = in_order(self._near)
        if many := len(found):
            logging.warning(
                "%s nearly a name that was replaced: look through "
                "results/private/2_deidentify/near.csv and answer in "
                "data/private/identifiers/decisions.csv",
                "1 word outside tags is" if many == 1 else f"{many} words outside tags are",
            )
        return found
