"""Everything that the report is written from: tables by name, with the hash of each file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from verbatim.files import sha256
from verbatim.tables.base import Table
from verbatim.tables.code import Agreement, CodebookChanges, CodebookTable, CodingCounts
from verbatim.tables.compare import Frequencies, GroupFrequencies
from verbatim.tables.deidentify import Recall, Replacements
from verbatim.tables.disclose import Disclosure
from verbatim.tables.ingest import Losses
from verbatim.tables.missed import Missed, Residual
from verbatim.tables.report import ApprovedQuotations, ProposedQuotations, SampleCharacteristics
from verbatim.tables.review import Review
from verbatim.tables.saturate import Saturation, StoppingRules
from verbatim.tables.suggest import SuggestionQuality

PROMISES: dict[str, type[Table]] = {
    "losses": Losses,
    "replacements": Replacements,
    "recall": Recall,
    "disclosure": Disclosure,
    "review": Review,
    "missed": Missed,
    "residual": Residual,
    "quality": SuggestionQuality,
    "codebook": CodebookTable,
    "changes": CodebookChanges,
    "counts": CodingCounts,
    "agreement": Agreement,
    "saturation": Saturation,
    "stopping": StoppingRules,
    "themes": Frequencies,
    "groups": GroupFrequencies,
    "sample": SampleCharacteristics,
    "quotations": ApprovedQuotations,
    "proposed": ProposedQuotations,
}
"""The report's tables, by the name of the rule's input."""

RESTRICTED = ("proposed",)
"""Tables of which only counts may stand in the report."""


@dataclass(frozen=True)
class Source:
    """A file that the report is written from: its path and the SHA-256 of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True)
class Contents:
    """The report's tables and where they come from.

    Attributes:
        tables: Each table by name; without rows where the study has none.
        sources: Each public table's file, by name; not those that the study has not.
    """

    tables: dict[str, pd.DataFrame]
    sources: dict[str, Source]

    def __getitem__(self, name: str) -> pd.DataFrame:
        """Give a table by its name."""
        return self.tables[name]


def read(paths: Mapping[str, list[Path]]) -> Contents:
    """Read the report's tables; a list without a path is a table that the study does not make."""
    tables: dict[str, pd.DataFrame] = {}
    sources = {}
    for name, promise in PROMISES.items():
        found = paths.get(name, [])
        tables[name] = promise.read_all(found)
        if found and name not in RESTRICTED:
            sources[name] = Source(found[0].as_posix(), sha256(found[0]))
    return Contents(tables, sources)
