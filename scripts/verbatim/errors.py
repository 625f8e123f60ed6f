"""What a researcher reads when something is wrong."""

from dataclasses import dataclass


@dataclass
class StudyError(Exception):
    """Something in the study folder is not as it must be.

    The four parts are printed as one message. None of them may quote what somebody said or how
    somebody is called: such words go into `private`, which is written to a list under
    `results/private/problems/` and cited by its line.

    Attributes:
        where: File and, where known, line or row, as in `data/private/interviews.csv, row 4`.
        found: What stands there.
        expected: What must stand there.
        hint: What to do about it.
        private: Identifying detail (a label, a file name), never printed or logged.
    """

    where: str
    found: str
    expected: str
    hint: str = ""
    private: str = ""

    def __str__(self) -> str:
        """Return the message: where, found, expected, hint."""
        lines = [
            self.where,
            f"  found:    {self.found}",
            f"  expected: {self.expected}",
        ]
        if self.hint:
            lines.append(f"  hint:     {self.hint}")
        return "\n".join(lines)


class StudyErrors(Exception):  # noqa: N818  the plural of StudyError
    """Several things that are wrong in one reading, reported together."""

    def __init__(self, errors: list[StudyError]) -> None:
        super().__init__("\n\n".join(str(error) for error in errors))
        self.errors = errors


def raise_all(errors: list[StudyError], limit: int | None = None) -> None:
    """Raise the errors as one, or return where there are none.

    Args:
        errors: What is wrong.
        limit: How many to tell; the last one then says how many more there are.

    Raises:
        StudyError: If there is exactly one.
        StudyErrors: If there are several.
    """
    if limit is not None and len(errors) > limit:
        rest = StudyError(
            errors[limit].where,
            f"this and {len(errors) - limit - 1} more problems",
            "none",
            "mend those above first; one cause often has many effects",
        )
        errors = [*errors[:limit], rest]
    if len(errors) == 1:
        raise errors[0]
    if errors:
        raise StudyErrors(errors)
