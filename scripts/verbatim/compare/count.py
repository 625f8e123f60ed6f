"""From codings to participants per theme, subtheme and code."""

import logging
from collections.abc import Iterable

import pandas as pd

from verbatim.errors import StudyError
from verbatim.groups import Groups, group_of, taking_part
from verbatim.proportions import wilson
from verbatim.tables.compare import Frequencies, GroupFrequencies, Presence
from verbatim.tables.ingest import Segments

SPEECH = ["interview", "segment", "participant"]
LINE = ["level", "id"]
GROUP = ["grouping", "group"]


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
    lines, under = framework(codebook), _under(spoken, codebook)
    deviant = under[under["stance"] == "deviant"]
    counts = lines.assign(
        participants=_different(under, LINE, ["participant"], lines),
        of=len(everybody),
        segments=_different(under, LINE, ["interview", "segment"], lines),
        deviant=_different(deviant, LINE, ["participant"], lines),
    )
    return _with_shares(counts)[Frequencies.column_names()]


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
    sizes = counted.groupby(GROUP, sort=False).size().rename("of").reset_index()
    lines = sizes.merge(framework(codebook), how="cross")
    if lines.empty:
        return GroupFrequencies.without_rows()
    under = _under(spoken, codebook).merge(counted[["participant", *GROUP]], on="participant")
    counts = lines.assign(participants=_different(under, [*GROUP, *LINE], ["participant"], lines))
    return _with_shares(counts)[GroupFrequencies.column_names()]


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


def framework(codebook: pd.DataFrame) -> pd.DataFrame:
    """Lay the framework out as it is read: a theme, its first subtheme, that subtheme's codes.

    Returns:
        Level, id, name, and the theme that it belongs to.
    """
    rows = []
    for theme, in_theme in codebook.groupby("theme", sort=False):
        rows.append(("theme", theme, in_theme["theme_name"].iloc[0], theme))
        for subtheme, in_subtheme in in_theme.groupby("subtheme", sort=False):
            rows.append(("subtheme", subtheme, in_subtheme["subtheme_name"].iloc[0], theme))
            names = zip(in_subtheme["code"], in_subtheme["name"], strict=True)
            rows.extend(("code", code, name, theme) for code, name in names)
    return pd.DataFrame(rows, columns=[*LINE, "name", "theme"], dtype=str)


def _under(spoken: pd.DataFrame, codebook: pd.DataFrame) -> pd.DataFrame:
    """Give every coding three times: under its code, its subtheme and its theme."""
    placed = spoken.merge(codebook[["code", "subtheme", "theme"]], on="code")
    levels = ("theme", "subtheme", "code")
    return pd.concat([placed.assign(level=level, id=placed[level]) for level in levels])


def _different(
    under: pd.DataFrame, by: list[str], what: list[str], lines: pd.DataFrame
) -> list[int]:
    """Count how many different ones there are for each line, 0 where there is none."""
    counts = under.drop_duplicates([*by, *what]).groupby(by).size().to_dict()
    return [int(counts.get(key, 0)) for key in lines[by].itertuples(index=False, name=None)]


def _with_shares(counts: pd.DataFrame) -> pd.DataFrame:
    low, high = wilson(counts["participants"], counts["of"])
    return counts.assign(share=counts["participants"] / counts["of"], low=low, high=high)
