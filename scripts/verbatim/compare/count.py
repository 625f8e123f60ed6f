"""From codings to participants per theme, subtheme and code."""

import logging
from collections.abc import Iterable, Iterator

import pandas as pd

from verbatim.errors import StudyError
from verbatim.groups import Groups, group_of, taking_part
from verbatim.proportions import wilson
from verbatim.tables.compare import Frequencies, GroupFrequencies, Presence
from verbatim.tables.ingest import Segments

SPEECH = ["interview", "segment", "participant"]


def speech(batches: Iterable[pd.DataFrame]) -> pd.DataFrame:
    """Keep of segments, batch by batch, who speaks where; what is said is not kept.

    Args:
        batches: Rows of `Segments`.

    Returns:
        Interview, segment and participant of every segment in which a participant speaks.
    """
    parts = [batch.loc[batch["participant"] != "", SPEECH] for batch in batches]
    return pd.concat([Segments.without_rows()[SPEECH], *parts], ignore_index=True)


def spoken_codings(codings: pd.DataFrame, speech: pd.DataFrame) -> pd.DataFrame:
    """Say which participant speaks each coding.

    Args:
        codings: Rows of `Carried` that count.
        speech: Rows of `speech`, of all interviews analysed.

    Returns:
        Interview, segment, participant, code, stance; one row per segment and code, stance
        deviant where any coder says so.

    Raises:
        StudyError: If a coding stands on a segment in which no participant speaks.
    """
    spoken = codings.merge(speech, on=["interview", "segment"], how="left")
    lost = spoken[spoken["participant"].isna()]
    if len(lost):
        first = lost.iloc[0]
        raise StudyError(
            "results/restricted/4_code/carried.csv",
            f"{len(lost)} codings on segments in which no participant speaks, the first on "
            f"{first['interview']}, segment {first['segment']}",
            "codings of participants' speech only",
            "codings and segments do not fit together; make room 4 anew",
        )
    return (
        spoken.sort_values("stance")
        .drop_duplicates(["interview", "segment", "code"], keep="last")
        .sort_values(["interview", "segment", "code"], ignore_index=True)
        .loc[:, ["interview", "segment", "participant", "code", "stance"]]
    )


def counted_in(spoken: pd.DataFrame, speech: pd.DataFrame) -> list[str]:
    """Name the participants in the analysis (N): those who speak in a coded interview.

    An interview without any coding is not yet coded, as far as anybody can tell; the log says
    how many were left out.
    """
    coded = set(spoken["interview"])
    kept = speech[speech["interview"].isin(coded)]
    logging.info(
        "%d participants in %d coded interviews, %d interviews not yet coded: left out",
        kept["participant"].nunique(),
        len(coded),
        speech["interview"].nunique() - len(coded),
    )
    return sorted(set(kept["participant"]))


def frequencies(
    spoken: pd.DataFrame, codebook: pd.DataFrame, participants: Iterable[str]
) -> pd.DataFrame:
    """Count participants per theme, subtheme and code, zeros included.

    A participant counts once for a code if any segment that they speak themselves carries it,
    with whatever stance; those who hold the opposite view are counted once more under deviant.

    Returns:
        Rows of `Frequencies`, in the order of the framework: a theme, its first subtheme, that
        subtheme's codes, the next subtheme; none where nothing is coded.
    """
    everybody = set(participants)
    if not everybody:
        return Frequencies.without_rows()
    rows = [
        {
            "level": level,
            "id": one,
            "name": name,
            "theme": theme,
            "participants": carrying["participant"].nunique(),
            "of": len(everybody),
            "segments": len(carrying[["interview", "segment"]].drop_duplicates()),
            "deviant": carrying.loc[carrying["stance"] == "deviant", "participant"].nunique(),
        }
        for level, one, name, theme, carrying in _framework(spoken, codebook)
    ]
    return _with_shares(pd.DataFrame(rows))[Frequencies.column_names()]


def group_frequencies(
    spoken: pd.DataFrame,
    codebook: pd.DataFrame,
    members: pd.DataFrame,
    participants: Iterable[str],
) -> pd.DataFrame:
    """Count the same within each group of each declared grouping.

    Args:
        spoken: Rows of `spoken_codings`.
        codebook: Rows of `CodebookTable`.
        members: Rows of `groups.group_of`.
        participants: Participants in the analysis.

    Returns:
        Rows of `GroupFrequencies`; a group in which nobody is in the analysis has none.
    """
    counted = members[members["participant"].isin(set(participants))]
    parts = [GroupFrequencies.without_rows()]
    for (grouping, group), rows in counted.groupby(["grouping", "group"], sort=False):
        ids = set(rows["participant"])
        table = frequencies(spoken[spoken["participant"].isin(ids)], codebook, ids)
        parts.append(table.assign(grouping=grouping, group=group))
    return pd.concat(parts, ignore_index=True)[GroupFrequencies.column_names()]


def presence(
    spoken: pd.DataFrame, codebook: pd.DataFrame, interviews: pd.DataFrame
) -> pd.DataFrame:
    """Count the segments of each coded interview that carry each code, zeros included.

    Returns:
        Rows of `Presence`: codes in the order of the framework; in each, the coded interviews by
        the day they were held, those of one day by id.
    """
    coded = interviews[interviews["interview"].isin(set(spoken["interview"]))]
    order = coded.sort_values(["date", "interview"])["interview"]
    cells = pd.MultiIndex.from_product([codebook["code"], order], names=["code", "interview"])
    counts = spoken.groupby(["code", "interview"]).size().reindex(cells, fill_value=0)
    return counts.rename("segments").reset_index()[Presence.column_names()]


def members_of(participants: pd.DataFrame, speech: pd.DataFrame, groups: Groups) -> pd.DataFrame:
    """Put every participant who speaks in an analysed interview into their groups.

    Raises:
        StudyError: As `groups.group_of`.
    """
    return group_of(taking_part(participants, speech), groups)


def _framework(
    spoken: pd.DataFrame, codebook: pd.DataFrame
) -> Iterator[tuple[str, str, str, str, pd.DataFrame]]:
    """Walk the framework: level, id, name, theme, and the codings under it."""
    placed = spoken.merge(codebook[["code", "subtheme", "theme"]], on="code")
    for theme, in_theme in codebook.groupby("theme", sort=False):
        yield (
            "theme",
            theme,
            in_theme["theme_name"].iloc[0],
            theme,
            _under(placed, "theme", theme),
        )
        for subtheme, in_subtheme in in_theme.groupby("subtheme", sort=False):
            name = in_subtheme["subtheme_name"].iloc[0]
            yield ("subtheme", subtheme, name, theme, _under(placed, "subtheme", subtheme))
            for row in in_subtheme.itertuples():
                yield ("code", row.code, row.name, theme, _under(placed, "code", row.code))


def _under(placed: pd.DataFrame, level: str, one: str) -> pd.DataFrame:
    return placed[placed[level] == one]


def _with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    low, high = wilson(counts["participants"], counts["of"])
    return counts.assign(share=counts["participants"] / counts["of"], low=low, high=high)
