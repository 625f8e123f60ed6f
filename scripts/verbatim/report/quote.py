"""Quotations that people chose: checked, de-identified, attributed."""

import logging

import pandas as pd
from pandera.typing.pandas import DataFrame

from verbatim.errors import StudyError, raise_all
from verbatim.report.choice import Choice, bare, choices, first_wrong
from verbatim.report.framework import by_id
from verbatim.report.material import Material
from verbatim.report.passage import splits_a_word
from verbatim.report.undecided import count_in
from verbatim.tables.ingest import Differences
from verbatim.tables.report import ApprovedQuotations


def checked(quotations: pd.DataFrame, known: Material) -> list[Choice]:
    """Check the chosen quotations.

    A quotation whose segment does not carry the code it stands for, and one that begins or ends
    in the middle of a word, is a warning in the log; so is one from a segment whose text is no
    longer the one that the team froze, since its positions may mean other words.

    Args:
        quotations: Rows of `Quotations`, in the order of the file.
        known: What they are cut from and checked against.

    Returns:
        The choices, in the framework's order, then by interview and in the order of speech.

    Raises:
        StudyError: If a row names an unknown code, interview or segment, lies outside its
            segment, quotes an interviewer or somebody who did not agree, or stands twice.
        StudyErrors: If there are several.
    """
    entry_of = by_id(known.entries)
    place = {entry: number for number, entry in enumerate(known.entries)}
    spoken = {at: number for number, at in enumerate(known.segments)}
    met: dict[Choice, str] = {}
    errors: list[StudyError] = []
    for choice in choices(quotations):
        wrong = first_wrong(choice, known, entry_of, met)
        if wrong:
            errors.append(wrong)
        met.setdefault(bare(choice), choice.where)
    raise_all(errors)
    ordered = sorted(
        choices(quotations),
        key=lambda one: (place[entry_of[one.code]], spoken[one.at], one.span(known)),
    )
    _warn_where_not_coded(ordered, known)
    _warn_where_a_word_is_cut(ordered, known)
    _warn_where_the_text_changed(ordered, known)
    return ordered


def approved(
    chosen: list[Choice], known: Material, words: pd.DataFrame
) -> DataFrame[ApprovedQuotations]:
    """De-identify and attribute the chosen quotations.

    Args:
        chosen: Choices that were checked.
        known: What they are cut from.
        words: Rows of `Undecided`.

    Returns:
        One row per quotation, in the same order.
    """
    rows = [
        (
            one.code,
            *one.at,
            one.passage(known),
            known.attributions[known.segments[one.at].participant],
            one.chosen_by,
            count_in(one, known, words),
        )
        for one in chosen
    ]
    return ApprovedQuotations.validate(
        pd.DataFrame(rows, columns=ApprovedQuotations.column_names())
    )


def _warn_where_not_coded(chosen: list[Choice], known: Material) -> None:
    entry_of = by_id(known.entries)
    for one in chosen:
        if not known.segments[one.at].codes & set(entry_of[one.code].codes):
            interview, number = one.at
            logging.warning(
                "%s: segment %d of %s does not carry %s", one.where, number, interview, one.code
            )


def _warn_where_a_word_is_cut(chosen: list[Choice], known: Material) -> None:
    for one in chosen:
        segment = known.segments[one.at]
        if splits_a_word(segment.text, segment.tags, *one.span(known)):
            logging.warning("%s: start or end stands in the middle of a word", one.where)


def _warn_where_the_text_changed(chosen: list[Choice], known: Material) -> None:
    for one in chosen:
        if known.differing.get(one.at) == "changed":
            interview, number = one.at
            logging.warning(
                "%s: segment %d of %s has changed since it was frozen; see old and new text in %s "
                "and look whether the quotation is still the one that was chosen",
                one.where,
                number,
                interview,
                Differences.lies_at(),
            )
