"""The participants' table at every rung, the way up, and what is least general and enough."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from verbatim.disclose.ladders import OUT, Ladder
from verbatim.disclose.lattice import Choice, Levels, Table, Wanted, least, way_to
from verbatim.disclose.printed import Printed
from verbatim.disclose.risk import coded, sizes_of
from verbatim.disclose.views import View, diverse_in
from verbatim.disclose.words import NOTHING
from verbatim.tables.disclose import Generalised

TARGETS = ("paper", "deposit")


@dataclass(frozen=True)
class Generalising:
    """A table of participants and the ladders of its attributes.

    Attributes:
        shown: Participants with what is published of them.
        climbs: A ladder for each attribute of the table.
        chosen: The study's choices under `disclose`.
    """

    shown: Printed
    climbs: list[Ladder]
    chosen: dict[str, Any]

    @cached_property
    def table(self) -> Table:
        """The participants at every rung."""
        people = self.shown.people
        rungs = [
            [
                coded(people[[climb.attribute]].map(rung.of.__getitem__))[:, 0]
                for rung in climb.rungs
            ]
            for climb in self.climbs
        ]
        heights = [climb.height for climb in self.climbs]
        return Table(len(people), rungs, heights, self.shown.sensitive)

    @cached_property
    def choices(self) -> dict[str, Choice]:
        """The least general table for a paper and for a deposit."""
        diverse = self.chosen["l"] if self.chosen["sensitive"] else 0
        cells_of = self.chosen["suppress"]
        return {
            target: least(self.table, Wanted(self.chosen["k"][target], diverse, cells_of))
            for target in TARGETS
        }

    def views(self) -> list[View]:
        """Give the steps up to the table for papers, and on to that for a deposit.

        Where the one for a deposit keeps something that the one for papers gives up, no steps
        lead from one to the other: it is given by itself, as generalised from what is published.
        """
        views: list[View] = []
        at = (0,) * len(self.climbs)
        for target, choice in self.choices.items():
            if not all(low <= high for low, high in zip(at, choice.levels, strict=True)):
                at = (0,) * len(self.climbs)
                apart = self._view(target, at, choice)
                views.append(replace(apart, step=f"instead {apart.step}"))
                continue
            way = way_to(self.table, at, choice.levels, self.chosen["k"]["deposit"])
            for levels in way[:-1]:
                views.append(self._view("rung", at, Choice(levels, _whole(choice), holds=False)))
                at = levels
            views.append(self._view(target, at, choice))
            at = choice.levels
        return views

    def rows(self) -> DataFrame[Generalised]:
        """Write the tables for a paper and for a deposit in words."""
        parts = []
        for target, choice in self.choices.items():
            people = self.shown.people
            codes = np.where(choice.blank, -1, self.table.at(choice.levels))
            part = pd.DataFrame(
                {
                    "target": target,
                    "participant": people["participant"],
                    "class_size": sizes_of(codes),
                }
            )
            for at, (climb, level) in enumerate(zip(self.climbs, choice.levels, strict=True)):
                general = people[climb.attribute].map(climb.rungs[level].of)
                taken = climb.attribute in Generalised.column_names()
                name = f"{climb.attribute} (attribute)" if taken else climb.attribute
                part[name] = general.where(~choice.blank[:, at], OUT)
            parts.append(part)
        return Generalised.validate(pd.concat(parts, ignore_index=True))

    def _view(self, view: str, before: Levels, choice: Choice) -> View:
        codes = np.where(choice.blank, -1, self.table.at(choice.levels))
        rungs = [_named(*each) for each in zip(self.climbs, choice.levels, strict=True)]
        changed = [
            rung
            for rung, low, high in zip(rungs, before, choice.levels, strict=True)
            if low != high
        ]
        cells = int(choice.blank.sum())
        return View(
            view=view,
            shown=", ".join(rungs) or NOTHING,
            sizes=sizes_of(codes),
            of=np.ones(len(self.shown.people), dtype=bool),
            step="; ".join([*changed, *(["single cells left out"] if cells else [])]),
            diverse=diverse_in(codes, self.shown.sensitive),
            loss=self.table.loss(choice.levels, choice.blank),
            cells=cells,
        )


def _whole(choice: Choice) -> Any:
    return np.zeros_like(choice.blank)


def _named(climb: Ladder, level: int) -> str:
    rung = climb.rungs[level].name
    if not rung:
        return climb.attribute
    return f"{climb.attribute} {rung}" if level == climb.height else f"{climb.attribute} as {rung}"
