"""How a quotation says who speaks: the id and a group, as in (P19, primary care)."""

import re

import pandas as pd

from verbatim.errors import StudyError
from verbatim.groups import NOT_STATED, Groups, group_of, unknown_attribute

SETTING = "report.attribution"


def attributions(
    participants: pd.DataFrame, groups: Groups, chosen: str, publish: list[str]
) -> dict[str, str]:
    """Give each participant's attribution.

    Args:
        participants: Rows of `Participants`.
        groups: Groupings of the config.
        chosen: A grouping's name, or a published attribute; empty: the id alone.
        publish: Attributes whose values may stand in public results.

    Returns:
        As (P19, primary care), by participant; the id alone where the participant's cell is empty.

    Raises:
        StudyError: If `chosen` is neither a grouping nor an attribute, or the attribute may not
            be published; or as `group_of`.
    """
    found = labels(participants, groups, chosen, publish)
    return {
        participant: f"({participant}, {in_sentence(label)})" if label else f"({participant})"
        for participant, label in found.items()
    }


def in_sentence(label: str) -> str:
    """Write a label as inside a sentence: first letter small, acronyms (GPs, A&E) as they are."""
    first = re.split(r"[\s,;:]", label, maxsplit=1)[0]
    if re.search(r"[A-Z0-9&]", first[1:]):
        return label
    return label[:1].lower() + label[1:]


def labels(
    participants: pd.DataFrame, groups: Groups, chosen: str, publish: list[str]
) -> dict[str, str]:
    """Give what stands behind each participant's id, as the table has it; empty for the id alone.

    Args and errors as `attributions`.
    """
    if not chosen:
        return dict.fromkeys(participants["participant"], "")
    if chosen in groups:
        placed = group_of(participants, {chosen: groups[chosen]})
        stated = placed["group"].where(placed["group"] != NOT_STATED, "")
        return dict(zip(placed["participant"], stated, strict=True))
    if chosen not in participants.columns:
        error = unknown_attribute(participants, SETTING, chosen)
        error.expected += f"; or a grouping of the config: {', '.join(groups) or 'none declared'}"
        raise error
    if chosen not in {*publish, *(grouping["attribute"] for grouping in groups.values())}:
        raise StudyError(
            f"config.yaml, {SETTING}",
            f"the attribute {chosen}, whose values may not be published",
            "a grouping, or an attribute that privacy.publish lists",
            "group its values under groups, or add it to privacy.publish",
        )
    return dict(zip(participants["participant"], participants[chosen], strict=True))
