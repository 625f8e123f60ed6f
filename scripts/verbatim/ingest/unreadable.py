"""What a reader says when it cannot read a transcript."""

from dataclasses import dataclass


@dataclass
class Unreadable(Exception):  # noqa: N818  what it is, in the manner of StudyError
    """A transcript that is not what its reader reads.

    Attributes:
        found: What stands there.
        expected: What must stand there.
        hint: What to do about it.
        place: Where in the transcript, as in "line 12"; empty for the whole of it.
        private: Identifying detail, never printed.
    """

    found: str
    expected: str
    hint: str = ""
    place: str = ""
    private: str = ""
